"""Figures by themselves: sums, shares and years."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.call.terms.cost import Rounding
from grantdesk.rules.figure import NO_FIGURES, Figure, Figures, added, project, share_of, spread

YEARS = st.dictionaries(
    st.sampled_from(["", "2027", "2028", "2029"]), st.integers(-(10**8), 10**8), max_size=4
)
FIGURES = st.builds(lambda years, settled: Figure(sum(years.values()), years, settled), YEARS, st.booleans())


@given(st.integers(-(10**9), 10**9), YEARS, st.sampled_from([1, 100]))
def test_what_is_spread_over_years_sums_to_the_whole(cents: int, like: dict[str, int], unit: int) -> None:
    assert sum(spread(cents, like, unit).values()) == cents


@pytest.mark.parametrize(
    ("like", "expected"),
    [
        ({}, {"": 100}),
        ({"2027": 1, "2028": 3}, {"2027": 25, "2028": 75}),
        ({"2027": 0, "2028": 0}, {"2027": 100, "2028": 0}),
        ({"2027": -5, "2028": 10, "2029": 10}, {"2027": 0, "2028": 100, "2029": 0}),
    ],
)
def test_years_share_in_proportion_where_there_is_one(like: dict[str, int], expected: dict[str, int]) -> None:
    assert spread(100, like, 1) == expected


def test_nothing_over_no_years_is_in_no_year() -> None:
    assert spread(0, {}, 1) == {}


@given(FIGURES, FIGURES)
def test_a_figure_and_its_negative_are_nothing(one: Figure, other: Figure) -> None:
    none = one + -one
    assert none.cents == 0
    assert not any(none.years.values())
    assert (one + other).cents == one.cents + other.cents
    assert (one + other).settled == (one.settled and other.settled)


@given(
    FIGURES, st.integers(0, 10_000), st.sampled_from(["half_up", "floor", "ceil"]), st.sampled_from([1, 100])
)
def test_the_years_of_a_share_sum_to_the_share(base: Figure, rate: int, mode: Any, unit: int) -> None:
    levels: tuple[Any, ...] = ("row", "year", "partner")
    for level in levels:
        figure = share_of(base, rate, Rounding(level=level, mode=mode, unit=unit))
        assert sum(figure.years.values()) == figure.cents
        assert figure.cents % unit == 0
        assert figure.settled == base.settled


def test_the_same_amount_so_far() -> None:
    assert Figure(5, {"2027": 5}).unsettled() == Figure(5, {"2027": 5}, False)


def test_the_sum_of_no_figures_is_nothing_and_settled() -> None:
    assert added(()) == Figure(0, {}, True)


def test_rules_read_only_what_is_settled() -> None:
    assert Figures({"a": Figure(5), "b": Figure(7, settled=False)}).known() == {"a": 5}


def test_without_figures_nothing_is_settled() -> None:
    assert not NO_FIGURES.settled
    assert not project([]).settled
    assert Figures({"a": Figure()}).settled
