"""Who pays: the sources of the financing, so that together they are always exactly the base."""

from typing import assert_never

from grantdesk.call.terms.cost import AnySource, Financing, RestSource, RowsSource, ShareSource
from grantdesk.rules.cost.row import Row, rows_of, year_of
from grantdesk.rules.figure import NO_YEAR, Figure, added, of_years, share_of, spread
from grantdesk.rules.value import is_blank, whole


def funded(
    financing: Financing, base: Figure, part: Row, pending: frozenset[str] = frozenset()
) -> dict[str, Figure]:
    """The amount of each source, by its id and in the call's order: Σ sources = base by construction.

    A source of kind share is cut to what the sources before it in the call leave.
    """
    paid: dict[str, Figure] = {}
    for source in sorted(financing.sources, key=lambda s: s.kind == "rest"):
        paid[source.id] = _paid(source, base, added(paid.values()), part)
        if _place(source) in pending:
            paid[source.id] = paid[source.id].unsettled()
    return {source.id: paid[source.id] for source in financing.sources}


def _place(source: AnySource) -> str | None:
    """The node in the part that the source reads."""
    match source:
        case ShareSource():
            return source.asked
        case RowsSource():
            return source.table
        case RestSource():
            return None
        case _:
            assert_never(source)


def _paid(source: AnySource, base: Figure, before: Figure, part: Row) -> Figure:
    match source:
        case ShareSource():
            return _share(source, base, before, part)
        case RowsSource():
            return _promised(source, part)
        case RestSource():
            return base + -before
        case _:
            assert_never(source)


def _share(source: ShareSource, base: Figure, before: Figure, part: Row) -> Figure:
    """The support: the rate asked for, never above the call's, never more than is left to pay, never below nothing.

    Where no rate is asked for it is the call's.
    """
    typed = part.get(source.asked) if source.asked else None
    asked = whole(typed)
    rate = source.rate if asked is None else max(0, min(source.rate, asked))
    settled = base.settled and before.settled and (asked is not None or is_blank(typed))
    figure = share_of(base, rate, source.rounding)
    cents = min(max(0, figure.cents), max(0, base.cents - before.cents))
    years = figure.years if cents == figure.cents else spread(cents, base.years, source.rounding.unit)
    return Figure(cents, years, settled)


def _promised(source: RowsSource, part: Row) -> Figure:
    """What the rows of the source add up to."""
    years: dict[str, int] = {}
    settled = True
    for row in rows_of(part.get(source.table)).values():
        if row.get(source.where) != source.id:
            settled = settled and source.where in row
            continue
        cents, year = whole(row.get(source.amount)), year_of(row, source.year)
        settled = settled and cents is not None and year is not None
        if cents is not None:
            years[year or NO_YEAR] = years.get(year or NO_YEAR, 0) + cents
    return of_years(years, settled)
