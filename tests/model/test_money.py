"""Exact money: every rounding is the one it is called, and shares add up."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil as ceiling
from math import floor as flooring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.model.money import (
    ROUNDINGS,
    allocate,
    ceil,
    euro_floor,
    floor,
    half_up,
    rounded,
    share,
    within,
)

AMOUNTS = st.integers(-(10**14), 10**14)
DENS = st.integers(1, 10**6)
RATES = st.integers(0, 20_000)
UNITS = st.sampled_from([1, 100, 1000])
WEIGHTS = st.lists(st.integers(0, 10**6), min_size=1, max_size=8).filter(any)


@given(AMOUNTS, RATES)
def test_half_up_is_what_decimal_calls_half_up(cents: int, rate: int) -> None:
    with localcontext() as context:
        context.prec = 50
        exact = (Decimal(cents) * rate / 10_000).quantize(Decimal(1), ROUND_HALF_UP)
    assert half_up(cents * rate, 10_000) == exact


@given(AMOUNTS, DENS)
def test_floor_and_ceil_are_those_of_the_exact_fraction(num: int, den: int) -> None:
    assert floor(num, den) == flooring(Fraction(num, den))
    assert ceil(num, den) == ceiling(Fraction(num, den))


def test_halves_go_away_from_zero() -> None:
    assert [half_up(n, 2) for n in (-3, -1, 1, 3)] == [-2, -1, 1, 2]


@given(AMOUNTS, DENS, st.sampled_from(sorted(ROUNDINGS)), UNITS)
def test_a_rounded_amount_is_a_multiple_of_the_unit_within_one_unit(
    num: int, den: int, mode: str, unit: int
) -> None:
    result = rounded(num, den, mode, unit)
    assert result % unit == 0
    assert abs(result - Fraction(num, den)) < unit
    assert (floor(num, den * unit) * unit) <= result <= (ceil(num, den * unit) * unit)


def test_a_euro_floor_goes_down_also_below_zero() -> None:
    assert [euro_floor(cents) for cents in (0, 99, 100, 24_791_680, -1)] == [0, 0, 100, 24_791_600, -100]


def test_a_share_is_rounded_once_by_the_name_of_its_rounding() -> None:
    assert share(22_135_400, 4000, unit=100) == 8_854_200
    assert share(30_989_600, 8000, "floor", 100) == 24_791_600
    assert share(5, 5000) == 3
    assert share(5, 5000, "floor") == 2
    assert share(5, 5000, "ceil") == 3


@given(AMOUNTS, AMOUNTS, RATES)
def test_within_is_exact(part: int, whole: int, rate: int) -> None:
    assert within(part, whole, rate) == (Fraction(part) <= Fraction(whole * rate, 10_000))


def test_within_does_not_round_the_limit_up() -> None:
    assert within(33, 100, 3333) is True
    assert within(67, 100, 6666) is False


@given(AMOUNTS, WEIGHTS, UNITS)
def test_shares_sum_exactly_to_the_total(total: int, weights: list[int], unit: int) -> None:
    assert sum(allocate(total, weights, unit)) == total


@given(st.integers(-(10**10), 10**10), WEIGHTS, UNITS)
def test_each_share_is_a_multiple_of_the_unit_within_one_unit_of_exact(
    units: int, weights: list[int], unit: int
) -> None:
    total = units * unit
    for got, weight in zip(allocate(total, weights, unit), weights, strict=True):
        assert got % unit == 0
        assert abs(got - Fraction(total * weight, sum(weights))) < unit


@given(AMOUNTS, WEIGHTS)
def test_a_share_is_never_given_to_no_weight_nor_against_the_sign(total: int, weights: list[int]) -> None:
    for got, weight in zip(allocate(total, weights), weights, strict=True):
        assert got == 0 if weight == 0 else got * total >= 0


@given(AMOUNTS, WEIGHTS)
def test_shares_of_a_negative_total_mirror_those_of_the_positive(total: int, weights: list[int]) -> None:
    assert allocate(-total, weights) == [-cents for cents in allocate(total, weights)]


def test_ties_go_to_the_first() -> None:
    assert allocate(100, [1, 1, 1]) == [34, 33, 33]
    assert allocate(200, [1, 1, 1]) == [67, 67, 66]


def test_what_is_no_multiple_of_the_unit_goes_to_the_first_that_has_a_weight() -> None:
    assert allocate(30_050, [0, 1, 1], 100) == [0, 15_050, 15_000]
    assert allocate(-30_050, [0, 1, 1], 100) == [0, -15_050, -15_000]


@pytest.mark.parametrize("weights", [[], [0, 0], [3, -1], [-1]])
def test_weights_that_are_negative_or_all_zero_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weights"):
        allocate(100, weights)
