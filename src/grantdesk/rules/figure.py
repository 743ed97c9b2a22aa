"""What is worked out: amounts in cents with the years they fall in, and whether they are settled."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from grantdesk.call.terms.cost import Rounding
from grantdesk.model.money import allocate, share

NO_YEAR = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount in cents and its years ("2027" → cents; "" → cents whose year is not known yet).

    The years always add up to the amount. `settled` is False while an answer that the amount rests on is missing: the
    amount is then what there is so far.
    """

    cents: int = 0
    years: Mapping[str, int] = field(default_factory=dict)
    settled: bool = True

    def __add__(self, other: "Figure") -> "Figure":
        return added((self, other))

    def __neg__(self) -> "Figure":
        return Figure(-self.cents, {year: -cents for year, cents in self.years.items()}, self.settled)

    def unsettled(self) -> "Figure":
        """The same amount, so far."""
        return Figure(self.cents, self.years, False)


NOTHING = Figure()
UNSETTLED = Figure(settled=False)


def added(figures: Iterable[Figure]) -> Figure:
    """The sum, year by year; settled only if every part is."""
    cents, years, settled = 0, dict[str, int](), True
    for figure in figures:
        cents += figure.cents
        settled = settled and figure.settled
        for year, part in figure.years.items():
            years[year] = years.get(year, 0) + part
    return Figure(cents, years, settled)


def of_years(years: Mapping[str, int], settled: bool) -> Figure:
    """A figure from its years."""
    return Figure(sum(years.values()), years, settled)


def share_of(base: Figure, rate: int, rounding: Rounding) -> Figure:
    """`rate` basis points of base, rounded as the call says: each year by itself, or the whole."""
    if rounding.level == "year":
        return of_years(
            {y: share(cents, rate, rounding.mode, rounding.unit) for y, cents in base.years.items()},
            base.settled,
        )
    cents = share(base.cents, rate, rounding.mode, rounding.unit)
    return Figure(cents, spread(cents, base.years, rounding.unit), base.settled)


def spread(cents: int, like: Mapping[str, int], unit: int) -> dict[str, int]:
    """cents over the years in the proportion of `like`; it always adds up to cents.

    Years of a base that is not negative anywhere share by largest remainder; otherwise (income above the costs of a
    year) all of it stands at the year with the largest amount, since there is no proportion to keep.
    """
    if not like:
        return {NO_YEAR: cents} if cents else {}
    names, weights = list(like), list(like.values())
    if min(weights) >= 0 and any(weights):
        return dict(zip(names, allocate(cents, weights, unit), strict=True))
    first = max(range(len(names)), key=lambda i: (weights[i], -i))
    return {name: cents if i == first else 0 for i, name in enumerate(names)}


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a partner or of the project, by the ids of cost lines and financing sources.

    `rows` has, for a partner, what each row comes to in the first line that counts it: {table: {row: cents}}.
    """

    amounts: Mapping[str, Figure] = field(default_factory=dict)
    rows: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """Is every figure settled? Without a cost model there is none, and nothing is settled."""
        return bool(self.amounts) and all(figure.settled for figure in self.amounts.values())

    @property
    def years(self) -> list[str]:
        """The years in which anything falls, in order; without the unknown one."""
        return sorted({year for figure in self.amounts.values() for year in figure.years} - {NO_YEAR})

    def known(self) -> dict[str, int]:
        """The settled amounts, as rules read them: what is not settled is not there yet."""
        return {name: figure.cents for name, figure in self.amounts.items() if figure.settled}


NO_FIGURES = Figures()


def project(partners: Sequence[Figures]) -> Figures:
    """The project's figures: the sums of the partners', never worked out anew from rates.

    A line that a partner's cost model does not have is nothing there; a partner without a cost model leaves all open.
    """
    names = dict.fromkeys(name for figures in partners for name in figures.amounts)
    return Figures(
        {
            name: added(f.amounts.get(name, NOTHING if f.amounts else UNSETTLED) for f in partners)
            for name in names
        }
    )
