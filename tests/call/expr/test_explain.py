"""Why an expression has its value: what decides, and nothing else."""

from typing import Any

from grantdesk.call.expr import (
    BOOL,
    DATE,
    INT,
    MONEY,
    TEXT,
    ListOf,
    Record,
    Scope,
    SetOf,
    compiled,
    explain,
)

ROW = Record({"x": INT, "name": TEXT, "ok": BOOL})
SCOPE = Scope(
    {
        "a": INT,
        "b": INT,
        "f": BOOL,
        "eu": MONEY,
        "d": DATE,
        "m": SetOf(TEXT),
        "rows": ListOf(ROW),
        "sums": ListOf(INT),
    },
    None,
    {"deadline": (DATE, "2027-03-31")},
)


def reasons(source: str, /, **root: Any) -> list[str]:
    """The reasons as an indented text; a row is marked with #."""
    found = explain(compiled(source, SCOPE), root)
    return ["  " * r.depth + f"{r.source} = {'#' if r.row else ''}{r.value!r}" for r in found]


def test_a_comparison_rests_on_the_answers_and_not_on_what_is_written_out() -> None:
    assert reasons("a + 1 > 2 * 3", a=4) == ["a + 1 > 2 * 3 = False", "  a + 1 = 5", "    a = 4"]
    assert reasons("eu <= eur(2)", eu=100) == ["eu <= eur(2) = True", "  eu = 100"]
    assert reasons("d < deadline", d="2027-01-01") == [
        "d < deadline = True",
        "  d = '2027-01-01'",
        "  deadline = '2027-03-31'",
    ]
    assert reasons("a in [1, b]", a=1, b=2) == ["a in [1, b] = True", "  a = 1", "  [1, b] = (1, 2)"]
    assert reasons("true") == ["true = True"]


def test_a_false_conjunction_rests_on_what_is_false() -> None:
    assert reasons("a > 1 && b > 1 && f", a=1, b=2, f=False) == [
        "a > 1 && b > 1 && f = False",
        "  a > 1 = False",
        "    a = 1",
        "  f = False",
    ]
    assert reasons("a > 1 || b > 1", a=1, b=2) == ["a > 1 || b > 1 = True", "  b > 1 = True", "    b = 2"]
    assert reasons("!(a > 1 || f)", a=1, f=False) == [
        "!(a > 1 || f) = True",
        "  (a > 1 || f) = False",
        "    a > 1 = False",
        "      a = 1",
        "    f = False",
    ]


def test_an_unknown_rests_on_what_is_not_answered() -> None:
    assert reasons("a > 1 && b > 1", a=2) == [
        "a > 1 && b > 1 = UNKNOWN",
        "  b > 1 = UNKNOWN",
        "    b = UNKNOWN",
    ]
    assert reasons("a + b", a=2) == ["a + b = UNKNOWN", "  b = UNKNOWN"]
    assert reasons("a / b", a=2, b=0) == ["a / b = UNKNOWN", "  a = 2", "  b = 0"]
    assert reasons("size(m) > 1") == ["size(m) > 1 = UNKNOWN", "  size(m) = UNKNOWN", "    m = UNKNOWN"]
    assert reasons("sum(sums)", sums={"k1": 1, "k2": "?"}) == ["sum(sums) = UNKNOWN", "  sums = (1, UNKNOWN)"]


def test_a_condition_rests_on_its_test_and_the_side_it_takes() -> None:
    assert reasons("f ? a : b", f=True, a=1, b=2) == ["f ? a : b = 1", "  f = True", "  a = 1"]
    assert reasons("f ? a : b", f=False, a=1, b=2) == ["f ? a : b = 2", "  f = False", "  b = 2"]
    assert reasons("f ? a : b", a=1, b=2) == ["f ? a : b = UNKNOWN", "  f = UNKNOWN"]


ROWS = {
    "k2": {"pos": "b", "x": 5, "name": "two"},
    "k1": {"pos": "c", "x": 1, "name": "one"},
    "k3": {"pos": "a", "x": 0},
    "k4": "no row",
}


def test_a_loop_rests_on_the_rows_that_decide_in_the_order_of_the_table() -> None:
    assert reasons("rows.all(i, i.x > 1)", rows=ROWS) == [
        "rows.all(i, i.x > 1) = False",
        "  i = #'k3'",
        "    i.x > 1 = False",
        "      i.x = 0",
        "  i = #'k1'",
        "    i.x > 1 = False",
        "      i.x = 1",
    ]
    assert reasons("rows.exists(i, i.x > 1)", rows=ROWS)[1:3] == ["  i = #'k2'", "    i.x > 1 = True"]
    assert reasons("rows.exists(i, i.x > 9)", rows=ROWS) == [
        "rows.exists(i, i.x > 9) = UNKNOWN",
        "  i = #'k4'",
        "    i.x > 9 = UNKNOWN",
        "      i.x = UNKNOWN",
    ]


def test_a_loop_that_no_row_decides_stands_alone() -> None:
    assert reasons("rows.all(i, i.x > 1)", rows={"k": {"x": 2}}) == ["rows.all(i, i.x > 1) = True"]
    assert reasons("rows.all(i, i.x > 1)") == ["rows.all(i, i.x > 1) = UNKNOWN", "  rows = UNKNOWN"]


def test_a_list_is_told_by_what_is_in_it() -> None:
    assert reasons("size(rows.filter(i, i.x > 0)) > 1", rows={k: ROWS[k] for k in ("k1", "k2")}) == [
        "size(rows.filter(i, i.x > 0)) > 1 = True",
        "  size(rows.filter(i, i.x > 0)) = 2",
        "    rows.filter(i, i.x > 0) = ('k2', 'k1')",
    ]
    assert reasons("sum(rows.map(i, i.x))", rows={"k1": {"x": 7}, "k2": {"x": 3}}) == [
        "sum(rows.map(i, i.x)) = 10",
        "  rows.map(i, i.x) = (3, 7)",
    ]
    assert reasons("'a' in m", m={"c": True, "b": True, "d": False}) == [
        "'a' in m = False",
        "  m = ('b', 'c')",
    ]
    assert reasons("rows", rows=ROWS) == ["rows = ('k4', 'k3', 'k2', 'k1')"]


def test_an_unknown_list_rests_on_the_rows_that_are_unknown() -> None:
    assert reasons("sum(rows.map(i, i.x))", rows=ROWS) == [
        "sum(rows.map(i, i.x)) = UNKNOWN",
        "  rows.map(i, i.x) = (0, 1, 5, UNKNOWN)",
        "    i = #'k4'",
        "      i.x = UNKNOWN",
    ]
    assert reasons("rows.map(i, i.x).all(n, n > 1)", rows={"k1": {"x": 1}}) == [
        "rows.map(i, i.x).all(n, n > 1) = False",
        "  n = 1",
        "    n > 1 = False",
        "      n = 1",
    ]


def test_at_most_twenty_rows_are_told() -> None:
    many = {f"k{n:02}": {"x": 0} for n in range(50)}
    assert sum(r.row for r in explain(compiled("rows.all(i, i.x > 1)", SCOPE), {"rows": many})) == 20


def test_has_is_told_with_its_answer() -> None:
    assert reasons("has(a) && f", f=True) == ["has(a) && f = False", "  has(a) = False"]
