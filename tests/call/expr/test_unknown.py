"""What is not answered, or not readable, is UNKNOWN: not yet, and not wrong."""

from typing import Any

import pytest

from grantdesk.call.expr import (
    BOOL,
    DATE,
    INT,
    MONEY,
    TEXT,
    UNKNOWN,
    ListOf,
    Number,
    Record,
    Scope,
    SetOf,
    compiled,
)

ROW = Record({"x": INT, "ok": BOOL})
SCOPE = Scope(
    {
        "n": INT,
        "s": TEXT,
        "f": BOOL,
        "d": DATE,
        "m": SetOf(TEXT),
        "r": Record({"x": INT, "deep": Record({"y": INT, "deeper": Record({"z": INT})})}),
        "rows": ListOf(ROW),
        "sums": ListOf(MONEY),
        "matrix": ListOf(ListOf(Number(2))),
    },
    ROW,
)


def value(source: str, this: Any = None, /, **root: Any) -> Any:
    return compiled(source, SCOPE)(root, this)


def test_unknown_has_no_truth_value_and_says_its_name() -> None:
    with pytest.raises(TypeError, match="UNKNOWN"):
        bool(UNKNOWN)
    assert repr(UNKNOWN) == "UNKNOWN"


@pytest.mark.parametrize(
    "source",
    [
        "n", "s", "f", "d", "m", "r.x", "r.deep.y", "r.deep.deeper.z", "this.x", "rows", "sums",
        "n == 1", "1 < n", "n + 1", "-n", "!f", "n in [1, 2]", "'a' in m", "size(m)", "size(s)", "size(rows)",
        "f ? 1 : 2", "f && true", "f || false", "rows.all(i, true)", "rows.exists(i, true)", "rows.map(i, 1)",
        "rows.filter(i, true)", "sum(sums)", "1 in rows.map(i, i.x)", "max(n, 1)", "min(rows.map(i, i.x))", "year(d)",
        "within(sum(sums), eur(1), bp(1))", "within(eur(1), eur(1), bp(n))",
    ],
)  # fmt: skip
def test_a_missing_answer_is_unknown(source: str) -> None:
    assert value(source) is UNKNOWN


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("f && false", False),
        ("false && f", False),
        ("f || true", True),
        ("f && true && f", UNKNOWN),
        ("!(f && false)", True),
        ("has(f) || has(r.x)", False),
        ("has(this)", False),
        ("1 in [1, n]", True),
        ("2 in [1, n]", UNKNOWN),
        ("2 in [1, 1 / 0]", UNKNOWN),
        ("1 / 0 == 1", UNKNOWN),
        ("n == 1 / 0", UNKNOWN),
        ("1 / 0 == 1 || true", True),
        ("true ? 1 : n", 1),
        ("size([n, n])", 2),
    ],
)
def test_what_is_missing_matters_only_where_it_decides(source: str, expected: Any) -> None:
    assert value(source) is expected or value(source) == expected


ROWS = {"k1": {"x": 1, "ok": True}, "k2": {"ok": False}, "k3": {"x": 3}}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("rows.all(i, i.x > 1)", False),
        ("rows.all(i, i.x > 0)", UNKNOWN),
        ("rows.exists(i, i.x > 1)", True),
        ("rows.exists(i, i.x > 3)", UNKNOWN),
        ("rows.exists(i, !i.ok)", True),
        ("rows.filter(i, i.ok)", UNKNOWN),
        ("size(rows.filter(i, has(i.x)))", 2),
        ("rows.map(i, i.x)", [1, UNKNOWN, 3]),
        ("sum(rows.map(i, i.x))", UNKNOWN),
        ("max(rows.map(i, i.x))", UNKNOWN),
        ("3 in rows.map(i, i.x)", True),
        ("4 in rows.map(i, i.x)", UNKNOWN),
        ("size(rows.map(i, i.x))", 3),
        ("rows.map(i, i.x).exists(x, x == 3)", True),
        ("rows.map(i, i.x).filter(x, x == 3)", UNKNOWN),
    ],
)
def test_a_missing_answer_in_a_row_matters_only_where_it_decides(source: str, expected: Any) -> None:
    assert value(source, rows=ROWS) == expected


@pytest.mark.parametrize(
    ("source", "root"),
    [
        ("n", {"n": "12 or so"}),
        ("n", {"n": True}),
        ("n", {"n": None}),
        ("n", {"n": 1.0}),
        ("n", {"n": {"a": 1}}),
        ("s", {"s": 1}),
        ("f", {"f": 1}),
        ("f", {"f": "true"}),
        ("d", {"d": "2027-02-30"}),
        ("d", {"d": "20270201"}),
        ("d", {"d": "2027-W01-1"}),
        ("d", {"d": "2027-01-01T00:00"}),
        ("d", {"d": "٢٠٢٧-٠١-٠١"}),
        ("d", {"d": 20270101}),
        ("m", {"m": ["a"]}),
        ("m", {"m": "a"}),
        ("rows", {"rows": [{"x": 1}]}),
        ("r.x", {"r": 1}),
        ("r.deep.y", {"r": {"deep": [1]}}),
        ("r.deep.y", {"r": "deep"}),
        ("r.deep.deeper.z", {"r": {"deep": {"deeper": "z"}}}),
        ("r.deep.deeper.z", {"r": {"deep": None}}),
        ("sum(sums)", {"sums": {"k1": 1, "k2": "two"}}),
        ("sum(sums)", {"sums": {"k1": 1, "k2": None}}),
        ("rows.all(i, i.x > 0)", {"rows": {"k1": {"x": 1}, "k2": "no row"}}),
        ("matrix.exists(w, w.exists(c, c > 0))", {"matrix": {"k1": {"y": "much"}, "k2": 1}}),
        ("sum(matrix.map(w, sum(w)))", {"matrix": {"k1": {"y": 1}, "k2": 1}}),
    ],
)
def test_a_value_of_the_wrong_shape_is_unknown(source: str, root: dict[str, Any]) -> None:
    assert value(source, **root) is UNKNOWN


class Cents(int):
    pass


class Rows(dict[str, Any]):
    pass


def test_a_subclass_of_the_right_shape_is_a_value() -> None:
    assert value("n + 1", n=Cents(4)) == 5
    assert value("rows.all(i, i.x == 1)", rows=Rows(k=Rows(x=1))) is True


@pytest.mark.parametrize("this", [None, 1, "x", [1], {}, {"x": "1"}])
def test_an_entity_of_the_wrong_shape_is_unknown(this: Any) -> None:
    assert value("this.x", this) is UNKNOWN
