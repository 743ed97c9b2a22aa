"""Who pays: the sources of the financing, so that together they are always exactly the base."""

from typing import assert_never

from grantdesk.call.terms.cost import AnySource, Financing, RestSource, RowsSource, ShareSource
from grantdesk.rules.figure import NO_YEAR, Figure, added, of_years, share_of, spread
from grantdesk.rules.row import Row, rows_of, whole, year_of


def funded(financing: Financing, base: Figure, part: Row) -> dict[str, Figure]:
    """The amount of each source, by its id and in the call's order: Σ sources = base by construction."""
    paid: dict[str, Figure] = {}
    for source in sorted(financing.sources, key=lambda s: s.kind == "rest"):
        paid[source.id] = _paid(source, base, added(paid.values()), part)
    return {source.id: paid[source.id] for source in financing.sources}


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
    """The support: the rate asked for, never above the call's, never more than is left to pay."""
    asked = whole(part.get(source.asked)) if source.asked else source.rate
    rate = source.rate if asked is None else max(0, min(source.rate, asked))
    settled = base.settled and before.settled and asked is not None
    if base.cents <= 0:
        return Figure(settled=settled)
    figure = share_of(base, rate, source.rounding)
    left = max(0, base.cents - before.cents)
    if figure.cents > left:
        return Figure(left, spread(left, base.years, source.rounding.unit), settled)
    return Figure(figure.cents, figure.years, settled)


def _promised(source: RowsSource, part: Row) -> Figure:
    """What the rows of the source add up to."""
    years: dict[str, int] = {}
    settled = True
    for row in rows_of(part.get(source.table)).values():
        if row.get(source.where) != source.id:
            settled = settled and source.where in row
            continue
        cents = whole(row.get(source.amount))
        year = year_of(row, source.year)
        settled = settled and cents is not None and year is not None
        years[year or NO_YEAR] = years.get(year or NO_YEAR, 0) + (cents or 0)
    return of_years(years, settled)
