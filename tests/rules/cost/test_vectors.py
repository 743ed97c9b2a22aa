"""Figures to the cent and to the euro: worked examples, and what sums to what."""

from typing import Any

import pytest

from grantdesk.rules.check import Checker, Report
from grantdesk.rules.figure import Figures
from worlds import form


def report(world: str, *members: dict[str, Any]) -> Report:
    rows = {f"m{i}": {"pos": chr(ord("A") + i), **member} for i, member in enumerate(members)}
    return Checker(form(world)).report({"members": rows})


def cents(figures: Figures) -> dict[str, int]:
    return {name: figure.cents for name, figure in figures.amounts.items()}


def euros(figures: Figures) -> dict[str, int]:
    assert all(amount % 100 == 0 for amount in cents(figures).values())
    return {name: amount // 100 for name, amount in cents(figures).items()}


# pay, side costs of 26.44 %, staff, flat rate of 40 %, total, 80 %, 20 %
TO_THE_CENT = [
    (512_345, 135_464, 647_809, 259_124, 906_933, 725_546, 181_387),
    (738_016, 195_131, 933_147, 373_259, 1_306_406, 1_045_125, 261_281),
    (909_087, 240_363, 1_149_450, 459_780, 1_609_230, 1_287_384, 321_846),
]
SUMS = (2_159_448, 570_958, 2_730_406, 1_092_163, 3_822_569, 3_058_055, 764_514)
CENTS = ("pay", "side", "staff", "other", "total", "support", "own")


@pytest.mark.parametrize("row", TO_THE_CENT)
def test_a_partner_is_worked_out_to_the_cent(row: tuple[int, ...]) -> None:
    got = report("cents", {"gross": row[0]})
    assert cents(got.partners["m0"]) == dict(zip(CENTS, row, strict=True))


def test_the_project_is_the_sum_of_its_partners_and_never_worked_out_anew() -> None:
    got = report("cents", *({"gross": row[0]} for row in TO_THE_CENT))
    assert cents(got.figures) == dict(zip(CENTS, SUMS, strict=True))


# staff, flat rate, total, the rate asked for, grant, the rest
TO_THE_EURO = [
    (100_000, 40_000, 140_000, 6000, 84_000, 56_000),
    (123_457, 49_383, 172_840, 6000, 103_704, 69_136),
    (221_354, 88_542, 309_896, 6000, 185_937, 123_959),
    (221_354, 88_542, 309_896, 8000, 247_916, 61_980),
]


@pytest.mark.parametrize(("staff", "other", "total", "rate", "grant", "own"), TO_THE_EURO)
def test_a_partner_is_worked_out_to_the_euro(
    staff: int, other: int, total: int, rate: int, grant: int, own: int
) -> None:
    got = report("euros", {"staff_costs": staff * 100, "rate_asked": rate})
    assert euros(got.figures) == {"staff": staff, "other": other, "total": total, "grant": grant, "own": own}
    assert got.figures.settled


def test_no_more_is_given_than_the_call_gives_and_no_less_than_nothing() -> None:
    asked = {
        rate: report("euros", {"staff_costs": 10_000_000, "rate_asked": rate}) for rate in (9000, 8000, -1)
    }
    assert asked[9000].figures.amounts["grant"] == asked[8000].figures.amounts["grant"]
    assert asked[-1].figures.amounts["grant"].cents == 0


def test_two_shares_are_each_rounded_down_and_the_rest_is_what_remains() -> None:
    got = report("split", {"amount": 1_000_099})
    assert cents(got.figures) == {
        "costs": 1_000_099,
        "european": 400_000,
        "national": 200_000,
        "own": 400_099,
        "city": 0,
        "company": 0,
    }


def test_what_others_promise_makes_the_rest_smaller_and_then_negative() -> None:
    promised = {"a": {"payer": "city", "euros": 300_000}, "b": {"payer": "company", "euros": 200_000}}
    got = report("split", {"amount": 1_000_000, "promises": promised})
    assert {name: cents(got.figures)[name] for name in ("city", "company", "own")} == {
        "city": 300_000,
        "company": 200_000,
        "own": -100_000,
    }


PURCHASES = {
    "a": {"category": "travel", "price": 10_000, "part_used": 10_000},
    "b": {"category": "equipment", "price": 99_999, "part_used": 5000},
}
MODELLED = {"staff": {"s": {"pay": 333_333, "months": 150}}, "purchases": PURCHASES}


def test_each_model_works_out_its_own_lines_of_the_same_answers() -> None:
    actual = report("models", {"model": "actual", **MODELLED})
    flat = report("models", {"model": "flat", **MODELLED})
    assert cents(actual.figures) == {
        "staff_costs": 500_000,
        "travel": 10_000,
        "equipment": 50_000,
        "total": 560_000,
    }
    assert cents(flat.figures) == {"staff_costs": 500_000, "flat": 200_000, "total": 700_000}


def test_what_another_model_asked_is_parked_and_comes_back() -> None:
    checker = Checker(form("models"))
    member = {"pos": "V", "model": "actual", **MODELLED}
    first = checker.report({"members": {"m": member}})
    other = checker.report({"members": {"m": {**member, "model": "flat"}}})
    back = checker.report({"members": {"m": member}})
    assert "purchases" not in other.asked["members"]["m"]
    assert (back.figures, back.findings, back.asked) == (first.figures, first.findings, first.asked)
    assert back.asked["members"]["m"]["purchases"] == PURCHASES


def test_while_no_model_is_chosen_nothing_is_worked_out() -> None:
    got = report("models", MODELLED)
    assert got.figures == Figures()
    assert not got.figures.settled


def test_a_line_that_one_partners_model_lacks_is_nothing_there() -> None:
    got = report("models", {"model": "actual", **MODELLED}, {"model": "flat", **MODELLED})
    assert got.figures.amounts["travel"].cents == 10_000
    assert got.figures.amounts["flat"].cents == 200_000
    assert got.figures.settled


def test_a_partner_without_a_model_leaves_the_project_open() -> None:
    got = report("models", {"model": "flat", **MODELLED}, {})
    assert got.figures.amounts["total"].cents == 700_000
    assert not got.figures.amounts["total"].settled


def test_each_row_has_its_amount() -> None:
    got = report("models", {"model": "actual", **MODELLED})
    assert got.partners["m0"].rows == {"staff": {"s": 500_000}, "purchases": {"a": 10_000, "b": 50_000}}


WORK = {
    "a": {"year": 2027, "price": 10_033, "hours": 150},  # 150.495
    "b": {"year": 2027, "price": 10_050, "hours": 100},  # 100.50
    "c": {"year": 2028, "price": 20_049, "hours": 100},  # 200.49
}


def test_rows_years_and_partners_round_each_at_its_own_level() -> None:
    figures = report("years", {"work": WORK}).partners["m0"]
    assert figures.amounts["by_row"].years == {"2027": 15_000 + 10_100, "2028": 20_000}
    assert figures.amounts["by_year"].years == {"2027": 25_100, "2028": 20_000}
    assert figures.amounts["by_partner"].cents == 45_100
    assert figures.rows["work"] == {"a": 15_000, "b": 10_100, "c": 20_000}


def test_a_share_of_each_year_may_differ_from_the_share_of_the_whole() -> None:
    figures = report("years", {"work": WORK}).partners["m0"]
    assert figures.amounts["flat_by_year"].years == {"2027": 3700, "2028": 3000}
    assert figures.amounts["flat_once"].cents == 6700
    assert sum(figures.amounts["flat_once"].years.values()) == 6700


def test_years_are_told_in_order_and_the_unknown_one_is_not_among_them() -> None:
    rows = {"z": {"year": 2029, "price": 1, "hours": 100}, **WORK, "x": {"price": 100, "hours": 100}}
    figures = report("years", {"work": rows}).partners["m0"]
    assert figures.years == ["2027", "2028", "2029"]
    assert figures.amounts["by_row"].years[""] == 100
