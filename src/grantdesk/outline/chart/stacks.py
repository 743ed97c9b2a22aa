"""Amounts as stacked bars, a bar for each partner or year, with what they show in words."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grantdesk.model.money import half_up
from grantdesk.outline.block import MARK, Chart, Grid, Stack, Stacks
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.rules.figure import NO_YEAR, UNSETTLED, Figure
from grantdesk.words.phrase import Cents, Fact, Phrase, Rate, phrase

HUNDRED, PERCENT = 100, 100  # per cent in one; basis points in a per cent
PARTNERS = phrase("{n} partners, {total} in total.")
YEARS = phrase("{n} years, {total} in total.")
SHARE = phrase("The largest share: {name}, {amount} ({rate}).")
YEAR = phrase("The largest year: {name}, {amount} ({rate}).")
ITEM = phrase("The largest item: {name}, {amount} ({rate}).")


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars by name, each with values beside `series`; `fact` makes of a value what is said.

    `words` are the sentences on the whole, on the largest bar and on the largest of the series, `loose` the places of
    the bars that are not settled.
    """

    series: Sequence[str]
    bars: Sequence[tuple[str, Sequence[int]]]
    words: tuple[Phrase, Phrase, Phrase]
    fact: Callable[[int], Fact] = Cents
    loose: Collection[int] = ()

    @property
    def whole(self) -> int:
        """What all the bars add up to."""
        return sum(sum(values) for _, values in self.bars)


def stacks(dossier: Dossier, series: Mapping[str, str], caption: Phrase, table: Grid) -> Iterator[Chart]:
    """A bar for each partner, made of the figures in `series` (id and label); nothing while they add up to nothing.

    `table` is the grid that has the same amounts.
    """
    found = [(dossier.say(dossier.partner(key).full), part) for key, part in dossier.members.items()]
    figures = [(name, _figures(part, series)) for name, part in found]
    bars = [(name, [figure.cents for figure in some]) for name, some in figures]
    loose = [at for at, (_, some) in enumerate(figures) if not all(figure.settled for figure in some)]
    words = (PARTNERS, SHARE, ITEM)
    yield from drawn(dossier, Bars(list(series.values()), bars, words, loose=loose), caption, table)


def by_years(
    dossier: Dossier, part: Part, series: Mapping[str, str], caption: Phrase, table: Grid
) -> Iterator[Chart]:
    """A bar for each year in which anything of a part falls, made in the same way; nothing for a single year."""
    figures = _figures(part, series)
    years = sorted({year for each in figures for year, cents in each.years.items() if cents} - {NO_YEAR})
    if len(years) < 2:
        return
    bars = [(year, [figure.years.get(year, 0) for figure in figures]) for year in years]
    loose = () if all(figure.settled for figure in figures) else range(len(bars))
    words = (YEARS, YEAR, ITEM)
    yield from drawn(dossier, Bars(list(series.values()), bars, words, loose=loose), caption, table)


def drawn(dossier: Dossier, bars: Bars, caption: Phrase, table: Grid) -> Iterator[Chart]:
    """The chart of the bars; nothing while they add up to nothing. What is below nothing cannot be drawn."""
    if bars.whole <= 0:
        return
    stacked = tuple(_stack(dossier, bars, at) for at in range(len(bars.bars)))
    alt = " ".join(map(dossier.say, _told(bars)))
    yield Chart(dossier.say(caption), alt, Stacks(tuple(bars.series), stacked), table)


def _stack(dossier: Dossier, bars: Bars, at: int) -> Stack:
    name, values = bars.bars[at]
    said = tuple(dossier.say(bars.fact(value)) for value in values)
    total = dossier.say(bars.fact(sum(values))) + (MARK if at in bars.loose else "")
    return Stack(name, tuple(max(0, value) for value in values), total, said)


def _told(bars: Bars) -> Iterator[Phrase]:
    """What the bars show: the whole, whose part is the largest, and what most of it is."""
    whole, (all_, largest, item) = bars.whole, bars.words
    yield Phrase(all_.said, {"n": len(bars.bars), "total": bars.fact(whole)})
    yield _most(bars, largest, [(name, sum(values)) for name, values in bars.bars])
    columns = zip(*(values for _, values in bars.bars), strict=True)
    yield _most(bars, item, zip(bars.series, map(sum, columns), strict=True))
    if bars.loose:
        yield phrase("These are the amounts so far: answers that they rest on are still missing.")


def _most(bars: Bars, said: Phrase, sums: Iterable[tuple[str, int]]) -> Phrase:
    name, most = max(sums, key=lambda pair: pair[1])
    share = Rate(half_up(most * HUNDRED, bars.whole) * PERCENT)  # in whole per cent, as one says it
    return Phrase(said.said, {"name": name, "amount": bars.fact(most), "rate": share})


def _figures(part: Part, series: Mapping[str, str]) -> list[Figure]:
    return [part.figures.amounts.get(name, UNSETTLED) for name in series]
