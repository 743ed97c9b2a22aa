"""Amounts of the partners as stacked bars, with what they show in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from grantdesk.model.money import half_up
from grantdesk.outline.block import Chart, Grid, Stack, Stacks
from grantdesk.outline.dossier import Dossier
from grantdesk.rules.figure import UNSETTLED, Figure
from grantdesk.words.phrase import Cents, Phrase, Rate, phrase

HUNDRED, PERCENT = 100, 100  # per cent in one; basis points in a per cent
Bars = Sequence[tuple[str, Sequence[Figure]]]


def stacks(dossier: Dossier, series: Mapping[str, str], caption: Phrase, table: Grid) -> Iterator[Chart]:
    """A bar for each partner, made of the figures in `series` (id and label); nothing while they add up to nothing.

    `table` is the grid that has the same amounts.
    """
    bars = [
        (
            dossier.say(dossier.partner(key).full),
            [part.figures.amounts.get(name, UNSETTLED) for name in series],
        )
        for key, part in dossier.members.items()
    ]
    if _sum(figure for _, figures in bars for figure in figures) <= 0:
        return
    drawn = tuple(
        Stack(name, tuple(max(0, f.cents) for f in figures), dossier.language.money(_sum(figures)))
        for name, figures in bars
    )
    alt = " ".join(map(dossier.say, _told(bars, list(series.values()))))
    yield Chart(dossier.say(caption), alt, Stacks(tuple(series.values()), drawn), table)


def _told(bars: Bars, labels: Sequence[str]) -> Iterator[Phrase]:
    """What the bars show: the whole, whose part is the largest, and what most of it is."""
    whole = _sum(figure for _, figures in bars for figure in figures)
    yield phrase("{n} partners, {total} in total.", n=len(bars), total=Cents(whole))
    name, most = max(((name, _sum(figures)) for name, figures in bars), key=lambda bar: bar[1])
    yield phrase(
        "The largest share: {name}, {amount} ({rate}).", name=name, amount=Cents(most), rate=_of(most, whole)
    )
    columns = zip(*(figures for _, figures in bars), strict=True)
    sums = zip(labels, map(_sum, columns), strict=True)
    name, most = max(sums, key=lambda column: column[1])
    yield phrase(
        "The largest item: {name}, {amount} ({rate}).", name=name, amount=Cents(most), rate=_of(most, whole)
    )
    if not all(figure.settled for _, figures in bars for figure in figures):
        yield phrase("These are the amounts so far: answers that they rest on are still missing.")


def _sum(figures: Iterable[Figure]) -> int:
    return sum(figure.cents for figure in figures)


def _of(part: int, whole: int) -> Rate:
    """A share in whole per cent, as one says it."""
    return Rate(half_up(part * HUNDRED, whole) * PERCENT)
