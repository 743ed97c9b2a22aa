"""The same expressions in Google's CEL: where CEL gives a value it is ours, where CEL errs ours is UNKNOWN."""

from typing import Any

import pytest
from hypothesis import given, settings

from call.expr.sentences import ANSWERS, ASKING, GONE, PLAIN, SCOPE, Tree, lessened
from grantdesk.call.expr import BOOL, UNKNOWN, compiled

cel = pytest.importorskip("cel_expr_python.cel", reason="the judge is installed for development only")


def judge() -> Any:
    """CEL with the plain names of the world; tables are lists of rows, several answers maps, dates texts."""
    kind = cel.Type
    group = kind.Map(kind.STRING, kind.DYN)
    names = {"a": kind.INT, "b": kind.INT, "f": kind.BOOL, "l": kind.List(group)}
    names |= dict.fromkeys(("s", "t", "d"), kind.STRING) | dict.fromkeys(("r", "m", "this"), group)
    return cel.NewEnv(variables=names)


JUDGE = judge()


def judged(source: str, root: Tree, this: Tree | None) -> Any:
    data = {name: root[name] for name in ("a", "b", "s", "t", "f", "d", "m", "r") if name in root}
    if "l" in root:
        data["l"] = list(root["l"].values())
    if this is not None:
        data["this"] = this
    value = JUDGE.compile(source).eval(data=data).plain_value()
    return value if isinstance(value, bool) else UNKNOWN


@given(PLAIN, ANSWERS)
def test_cel_agrees_on_full_answers(source: str, answers: tuple[Tree, Tree]) -> None:
    assert compiled(source, SCOPE, BOOL)(*answers) is judged(source, *answers)


@given(PLAIN | ASKING, ANSWERS, GONE)
def test_cel_agrees_where_answers_are_missing(
    source: str, answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]
) -> None:
    """But for three kindnesses: a list with an unanswered element still holds the others, and has its size, and has()
    of a field of a group that is not there is false, not an error."""
    root, this = lessened(answers, gone)
    ours, theirs = compiled(source, SCOPE, BOOL)(root, this), judged(source, root, this)
    kind = any(word in source for word in (" in [", ".map(", "has("))
    assert ours is theirs or (theirs is UNKNOWN and kind)


@pytest.mark.parametrize(
    "source",
    [
        "1 + 2 * 3 == 7 && 7 / -2 == -3 && -7 % 3 == -1 && 7 % -3 == 1",
        "- -3 == 3 && !!true",
        "true || false && false",
        "(false ? 1 : true ? 2 : 3) == 2",
        '"a\\"b" == \'a"b\' && "\\\\" != "\\n" && "\\t" != "t"',
        'size("ä€😀") == 3',
        'r["x"] == r.x',
        "1 / 0 == 1 || true",
        "!(1 / 0 == 1 && false)",
        "[1, 2].all(i, i > 0) && ![1, 2].exists(i, i > 2) && 2 in [1, 2]",
        "9223372036854775807 > 0",
        "007 == 7",
    ],
)
def test_cel_agrees_on_what_is_easily_got_wrong(source: str) -> None:
    root = {"r": {"x": 1}}
    assert compiled(source, SCOPE, BOOL)(root) is True
    assert judged(source, root, None) is True


@pytest.mark.slow
def test_cel_agrees_on_many_more_cases() -> None:
    for law in (test_cel_agrees_on_full_answers, test_cel_agrees_where_answers_are_missing):
        settings(max_examples=1500, deadline=None)(law)()
