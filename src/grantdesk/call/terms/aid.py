"""State aid as data: intensities by category and size, bonuses that may not be combined, de minimis."""

from pydantic import Field

from grantdesk.call.terms.value import Amount, OptionId, Percent, Source, Strict
from grantdesk.words.phrase import Texts


class AidCategory(Strict):
    """A category of aid with its base intensity and its cap; `sizes` gives the bonus by size class."""

    label: Texts
    base: Percent
    cap: Percent
    sizes: dict[OptionId, Percent] = Field(default_factory=dict)
    bonuses: tuple[OptionId, ...] = ()
    """The further bonuses that apply to the category."""


class AidBonus(Strict):
    """A further bonus. Of those that are `alone` at most one counts, the highest."""

    label: Texts
    rate: Percent
    alone: bool = False


class DeMinimis(Strict):
    """The ceiling of de minimis aid per single undertaking over a number of years."""

    most: Amount
    years: int
    source: Source = ""


class Aid(Strict):
    """The state-aid tables of the call."""

    categories: dict[OptionId, AidCategory] = Field(default_factory=dict)
    bonuses: dict[OptionId, AidBonus] = Field(default_factory=dict)
    de_minimis: DeMinimis | None = None
    source: Source = ""

    def intensity(self, category: str, size: str, bonuses: frozenset[str]) -> int:
        """The highest intensity in basis points (GBER 651/2014 art. 25(5)–(6), as the call's tables give it).

        KeyError if the call does not know the category. A bonus that does not apply to the category does not count.
        """
        row = self.categories[category]
        usable = [self.bonuses[b] for b in sorted(bonuses) if b in row.bonuses and b in self.bonuses]
        alone = max((b.rate for b in usable if b.alone), default=0)
        added = sum(b.rate for b in usable if not b.alone)
        return min(row.base + row.sizes.get(size, 0) + alone + added, max(row.cap, row.base))
