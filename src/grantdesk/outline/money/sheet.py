"""Amounts of several lines as a grid: by year, or by partner. What is not settled has a mark."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from grantdesk.model.money import WHOLE, half_up
from grantdesk.outline.block import MARK, Column, Grid
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.rules.figure import NO_YEAR, NOTHING, UNSETTLED, Figure, added
from grantdesk.words.phrase import Phrase, Texts, phrase

ABREAST = 4  # partners that stand side by side; with more of them each has a row of its own
NO_SHARE = "–"
TOTAL, SHARE, NO_YEAR_SAID = phrase("Total"), phrase("Share"), phrase("Year not given")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of amounts by the ids of their figures, in order: cost lines, or sources of financing.

    `head` says what a line is. `added`: the lines add up to a total, of which each has a share; otherwise
    `ends_in_sum` says whether the last line adds up others.
    """

    dossier: Dossier
    head: Phrase
    lines: Mapping[str, Texts]
    added: bool = False
    ends_in_sum: bool = False

    @property
    def labels(self) -> list[str]:
        """What the lines are called, from first to last."""
        total = [self.dossier.say(TOTAL)] if self.added else []
        return [*map(self.dossier.pick, self.lines.values()), *total]

    def amounts(self, part: Part) -> list[Figure]:
        """The amounts of a part, from the first line to the last; what its cost model does not have is nothing."""
        amounts = part.figures.amounts
        found = [amounts.get(line, NOTHING if amounts else UNSETTLED) for line in self.lines]
        return [*found, added(found)] if self.added else found


def by_year(sheet: Sheet, part: Part, caption: Phrase) -> Grid:
    """The lines of a part, the years beside each other."""
    dossier, amounts = sheet.dossier, sheet.amounts(part)
    years, cents = _years(amounts), exact(amounts)
    heads = [sheet.head, *(year or NO_YEAR_SAID for year in years), TOTAL, *([SHARE] if sheet.added else [])]
    of_whole = shares(dossier, amounts, amounts[-1].cents) if sheet.added else []
    rows = []
    for n, (label, amount) in enumerate(zip(sheet.labels, amounts, strict=True)):
        each = [dossier.language.money(amount.years.get(year, 0), cents) for year in years]
        rows.append((label, *each, said(dossier, amount, cents), *of_whole[n : n + 1]))
    grid = _grid(dossier.say(caption), [*map(dossier.say, heads)], rows, sheet.added or sheet.ends_in_sum)
    return replace(grid, at=part.path)


def by_partner(sheet: Sheet, caption: Phrase) -> Grid:
    """The lines of the project, its partners beside each other; below each other where they are many."""
    dossier, labels = sheet.dossier, sheet.labels
    columns = [*map(sheet.amounts, dossier.members.values()), sheet.amounts(dossier.project)]
    cents = exact([amount for column in columns for amount in column])
    cells = [[said(dossier, amount, cents) for amount in column] for column in columns]
    names = [*(dossier.say(dossier.partner(key).full) for key in dossier.members), dossier.say(TOTAL)]
    if len(columns) - 1 > ABREAST:
        rows = [(name, *column) for name, column in zip(names, cells, strict=True)]
        return _grid(dossier.say(caption), [dossier.label(dossier.form.partners), *labels], rows, True)
    rows = [(label, *row) for label, *row in zip(labels, *cells, strict=True)]
    heads = [dossier.say(sheet.head), *names]
    return _grid(dossier.say(caption), heads, rows, sheet.added or sheet.ends_in_sum)


def _grid(caption: str, heads: Sequence[str], rows: Sequence[tuple[str, ...]], footed: bool) -> Grid:
    """A grid of amounts beside a first column of names; the last row stands below the others if it is `footed`."""
    first, *others = heads
    columns = (Column(first, 2.0), *(Column(head, numeric=True) for head in others))
    above = len(rows) - int(footed)
    return Grid(caption, columns, tuple(rows[:above]), tuple(rows[above:]), 1)


def _years(amounts: Sequence[Figure]) -> list[str]:
    """The years in which anything falls; at the end that of amounts without a year, if some years are known."""
    found = {year for amount in amounts for year, cents in amount.years.items() if cents}
    known = sorted(found - {NO_YEAR})
    return [*known, NO_YEAR] if known and NO_YEAR in found else known


def exact(amounts: Sequence[Figure]) -> bool:
    """Are there cents to be shown? Then every amount of the grid shows them."""
    return any(cents % 100 for amount in amounts for cents in (amount.cents, *amount.years.values()))


def said(dossier: Dossier, amount: Figure, cents: bool) -> str:
    """An amount with its mark."""
    return dossier.language.money(amount.cents, cents) + ("" if amount.settled else MARK)


def shares(dossier: Dossier, amounts: Sequence[Figure], whole: int) -> list[str]:
    """What part of the whole each is, as percentages with as many decimals as the one that needs most of them."""
    if whole <= 0:
        return [NO_SHARE] * len(amounts)
    rates = [half_up(amount.cents * WHOLE, whole) for amount in amounts]
    least = 2 if any(rate % 10 for rate in rates) else 1 if any(rate % 100 for rate in rates) else 0
    return [dossier.language.rate(rate, least) for rate in rates]
