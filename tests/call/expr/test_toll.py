"""Loops in loops that would take too long are unknown, on every computer, and nobody waits for them."""

from typing import Any

import pytest
from hypothesis import given

from call.expr.sentences import ANSWERS, GONE, RICH, SCOPE, Tree, lessened
from grantdesk.call.expr import BOOL, INT, TEXT, UNKNOWN, ListOf, Record, Scope, compiled, explain, toll

PAIRS = "l.all(i, l.exists(j, j.x == i.x))"


def rows(n: int, **row: Any) -> Tree:
    return {"l": {f"k{i}": {"x": i, **row} for i in range(n)}}


def told(source: str, root: Tree, scope: Scope = SCOPE) -> tuple[Any, bool]:
    """The value of an expression, and whether it is too long."""
    program = compiled(source, scope)
    return program(root), program.is_too_long((root, None))


def test_a_thousand_rows_are_not_compared_with_each_other() -> None:
    assert told(PAIRS, rows(1000)) == (UNKNOWN, True)
    assert told(PAIRS, rows(20_000)) == (UNKNOWN, True)
    assert told("l.all(i, i.x < 20000 && a == 1)", {**rows(20_000), "a": 1}) == (True, False)


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop may take a hundred steps."""
    monkeypatch.setattr(toll, "STEPS", 100)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(
    ("source", "root", "is_too_long"),
    [
        (PAIRS, rows(9), False),
        (PAIRS, rows(10), True),
        ("l.exists(i, l.exists(j, true))", rows(10), True),
        ("l.filter(i, i.x > 99).all(i, l.exists(j, j.x == i.x))", rows(10), True),
        ("size(l.map(i, sum(l.map(j, j.x)))) == 10", rows(10), True),
        ("l.all(i, i.x in l.filter(j, j.ok).map(j, j.x))", rows(10), True),
        ("[1, 2].all(i, l.exists(j, j.x == i))", rows(50), True),
        ("[1, 2].all(i, l.exists(j, j.x == i))", rows(49), False),
        ("l.all(i, words(s) > 1)", {**rows(10), "s": "a b" * 60}, True),
        ("l.all(i, words(s) > 1)", {**rows(10), "s": "a b"}, False),
        (
            'l.all(i, size(m) > 0 && words("a b") == 2)',
            {**rows(10), "m": {f"o{i}": True for i in range(10)}},
            True,
        ),
        ("q.all(w, sum(w) == 1)", {"q": {"a": {f"c{i}": 1 for i in range(100)}}}, True),
        ("q.all(w, sum(w) == 99)", {"q": {"a": {f"c{i}": 1 for i in range(99)}}}, False),
        (PAIRS, {}, False),
    ],
)
def test_all_that_is_gone_over_is_counted(source: str, root: Tree, is_too_long: bool) -> None:
    value, found = told(source, root)
    assert found is is_too_long
    assert not is_too_long or value is UNKNOWN


@pytest.mark.usefixtures("short")
def test_a_list_of_the_call_is_gone_over_too() -> None:
    scope = Scope({"l": ListOf(Record({"x": INT}))}, None, {"some": (ListOf(INT), tuple(range(20)))})
    assert told("l.all(i, some.exists(n, n == i.x))", rows(4), scope) == (True, False)
    assert told("l.all(i, some.exists(n, n == i.x))", rows(5), scope) == (UNKNOWN, True)
    assert told("l.all(i, i.x in some)", rows(100), scope) == (False, False)


@pytest.mark.usefixtures("short")
def test_the_order_of_rows_makes_no_difference_to_what_is_too_long() -> None:
    found = "l.exists(i, i.x == 0 && l.exists(j, j.x == 0))"
    back = {"l": dict(reversed(rows(10)["l"].items()))}
    assert told(found, rows(10)) == told(found, back) == (UNKNOWN, True)


@pytest.mark.usefixtures("short")
def test_what_is_beside_a_loop_that_is_too_long_still_decides() -> None:
    assert told(f"f || {PAIRS}", {**rows(10), "f": True}) == (True, True)
    assert told(f"f || {PAIRS}", {**rows(10), "f": False}) == (UNKNOWN, True)


@pytest.mark.usefixtures("short")
def test_the_rows_of_a_loop_that_is_too_long_are_not_told() -> None:
    reasons = explain(compiled(PAIRS, SCOPE), rows(10))
    assert [(reason.source, reason.value) for reason in reasons] == [(PAIRS, UNKNOWN)]


@given(RICH, ANSWERS, GONE)
def test_what_is_settled_within_the_steps_is_what_it_would_be_without_them(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    """So fewer answers never turn one settled value into another, also where more answers are too long."""
    program = compiled(source, SCOPE, BOOL)
    fewer = lessened(answers, gone)
    whole = program(*answers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(toll, "STEPS", 4)
        assert program(*answers) in (UNKNOWN, whole)
        assert whole is UNKNOWN or program(*fewer) in (UNKNOWN, whole)


def test_texts_that_loops_go_over_need_not_be_answers() -> None:
    scope = Scope({"l": ListOf(Record({"z": TEXT}))})
    assert told('l.map(i, i.z).all(z, words(z == "" ? "a" : z) == 1)', {"l": {"k": {"z": ""}}}, scope) == (
        True,
        False,
    )
