"""What holds for every expression and every answer."""

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from call.expr.sentences import ANSWERS, ASKED, ASKING, GONE, RICH, ROOTS, SCOPE, Tree, lessened
from grantdesk.call.expr import BOOL, UNKNOWN, ExpressionFault, compiled, explain
from grantdesk.words.phrase import Phrase

PIECES = [
    *(
        "a",
        "s",
        "f",
        "r.x",
        "l",
        "m",
        "d",
        "eu",
        "pm",
        "q",
        "this.x",
        "(i,",
        "(w,",
        "true",
        "in",
        "null",
        "for",
        "1",
    ),
    *(
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "!",
        "-",
        "&&",
        "||",
        "==",
        "=",
        "<",
        "+",
        "*",
        "/",
        "%",
        "?",
        ":",
        ",",
        ".",
    ),
    *("size(", "sum(", "map(", "has(", "eur(", "within(", "l.all(i,i.x>1)", "l.filter(i,", "eval(", "lambda"),
    *("0x1F", "1.5", "1u", '"x"', "'", '"', "\\", "__class__", "é", "😀", "٣", "99999999999999999999"),
]
SOURCES = st.one_of(
    st.lists(st.sampled_from([*PIECES, "\n", "\0", " ", "\ud800"]), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
    st.text(max_size=300),
)
LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.floats() | st.just("2027-01-01")
KEYS = st.sampled_from(["x", "z", "ok", "d", "w", "deep", "k1", "red"])
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner), max_leaves=8
)

ONE_ROW: tuple[Tree, Tree] = ({"a": 2, "l": {"k1": {"x": 1, "ok": True}}}, {})


@given(SOURCES)
@example("(" * 900 + "1" + ")" * 900)
@example("!" * 1900 + "f")
@example("r" + ".x" * 900)
@example("a" + "+a" * 900 + ">1")
@example("a?" * 900)
def test_hostile_text_gives_a_fault_with_a_place_or_a_program(source: str) -> None:
    program, fault = tried(source)
    if program:
        program({"a": 3, "s": "abc", "r": {"x": 1}, "l": {"k": {"x": 1}}}, {"x": 1})
    else:
        assert isinstance(fault.phrase, Phrase)
        assert 0 <= fault.position <= len(source)


def tried(source: str) -> Any:
    try:
        return compiled(source, SCOPE), None
    except ExpressionFault as fault:
        return None, fault


@given(RICH | ASKING, st.dictionaries(st.sampled_from(sorted(ROOTS)), JSON), st.none() | JSON)
def test_any_answers_give_a_value_and_a_reason(source: str, root: Tree, this: Any) -> None:
    program = compiled(source, SCOPE, BOOL)
    value = program(root, this)
    assert value is True or value is False or value is UNKNOWN
    assert explain(program, root, this)[0].value is value


@given(RICH, ANSWERS, GONE)
def test_fewer_answers_give_the_same_or_unknown(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    program = compiled(source, SCOPE, BOOL)
    assert program(*lessened(answers, gone)) in (UNKNOWN, program(*answers))


@given(ASKING, ANSWERS, GONE)
@example("l.all(i, i.x == i.x && has(i.x))", ONE_ROW, frozenset({("l",)}))
@example("l.all(i, a == a && !has(i.x))", ONE_ROW, frozenset({("a",)}))
@example("size(l.filter(i, has(i.x))) == 1", ONE_ROW, frozenset({("l", "*", "ok")}))
def test_where_all_that_has_asks_for_stays_fewer_answers_give_the_same_or_unknown(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    """`has` alone tells a missing answer from another, so it may turn what is settled; nothing around it does."""
    program = compiled(source, SCOPE, BOOL)
    other = frozenset(
        each for each in gone if each == ("l",) or all(path[: len(each)] != each for path in ASKED)
    )
    assert program(*lessened(answers, other)) in (UNKNOWN, program(*answers))


@pytest.mark.parametrize(
    ("source", "there", "gone"),
    [
        ("l.all(i, has(i.x))", True, False),
        ("l.exists(i, !has(i.x))", False, True),
        ("size(l.filter(i, has(i.x))) == 1", True, False),
        ("l.all(i, !has(i.x) || i.x > 5)", False, True),
        ("has(a) && a > 1", True, False),
    ],
)
def test_has_alone_turns_what_is_settled_in_a_loop_too(source: str, there: bool, gone: bool) -> None:
    program = compiled(source, SCOPE, BOOL)
    assert program(*ONE_ROW) is there
    assert program(*lessened(ONE_ROW, frozenset({("l", "*", "x"), ("a",)}))) is gone


@given(RICH | ASKING, ANSWERS, GONE, ANSWERS)
def test_what_is_not_read_changes_nothing(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]], others: tuple[Tree, Tree]
) -> None:
    program = compiled(source, SCOPE, BOOL)
    root, this = lessened(answers, gone)
    both = {**root, "this": this} if this is not None else root
    changed = replaced(both, {**others[0], "this": others[1]}, program.reads, ())
    rest = changed.pop("this", None)
    assert program(root, this) is program(changed, rest)


def replaced(old: Tree, new: Tree, reads: frozenset[tuple[str, ...]], at: tuple[str, ...]) -> Tree:
    """The new tree with the old one's answers, and its rows, wherever the reads name them."""
    is_table = at in (("l",), ("q",), ("q", "*"))
    same_rows = is_table and at in reads
    made = {}
    for key in old if same_rows else {**old, **new}:
        here = (*at, "*" if is_table else key)
        ours, other = old.get(key), new.get(key)
        if not any(read[: len(here)] == here for read in reads):
            value = {} if same_rows and other is None else other
        elif isinstance(ours, dict) and here != ("m",):
            value = replaced(ours, other if isinstance(other, dict) else {}, reads, here)
        else:
            value = ours
        if value is not None:
            made[key] = value
    return made


@given(RICH | ASKING, ANSWERS, GONE)
def test_the_order_of_rows_changes_nothing(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    program = compiled(source, SCOPE, BOOL)
    root, this = lessened(answers, gone)
    turned = backwards(root)
    assert program(root, this) is program(turned, this)
    assert explain(program, root, this) == explain(program, turned, this)


def backwards(tree: Tree) -> Tree:
    return {
        key: backwards(value) if isinstance(value, dict) else value for key, value in reversed(tree.items())
    }


@given(RICH | ASKING, ANSWERS, GONE)
def test_the_answers_are_left_as_they_were(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    root, this = lessened(answers, gone)
    before = repr((root, this))
    explain(compiled(source, SCOPE), root, this)
    assert repr((root, this)) == before


@given(RICH | ASKING, ANSWERS, GONE)
def test_a_reason_names_a_part_as_it_is_written_and_what_decides_agrees(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    program = compiled(source, SCOPE, BOOL)
    reasons = explain(program, *lessened(answers, gone))
    assert reasons[0].depth == 0
    assert reasons[0].source.strip("() ") == source.strip("() ") or reasons[0].source == source
    for before, reason in pairwise(reasons):
        assert 1 <= reason.depth <= before.depth + 1
        assert reason.row or reason.source in source


@pytest.mark.slow
def test_the_laws_again_on_many_more_cases() -> None:
    from hypothesis import settings

    for law in (
        test_hostile_text_gives_a_fault_with_a_place_or_a_program,
        test_any_answers_give_a_value_and_a_reason,
        test_fewer_answers_give_the_same_or_unknown,
        test_where_all_that_has_asks_for_stays_fewer_answers_give_the_same_or_unknown,
        test_what_is_not_read_changes_nothing,
        test_the_order_of_rows_changes_nothing,
    ):
        settings(max_examples=1000, deadline=None)(law)()
