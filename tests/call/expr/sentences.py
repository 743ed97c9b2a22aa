"""Random expressions over a small world, and answers for it. The plain ones are CEL too, and stay inside 64 bits."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from grantdesk.call.expr import (
    BOOL,
    DATE,
    INT,
    MONEY,
    RATE,
    TEXT,
    ListOf,
    Number,
    OneOf,
    Record,
    Scope,
    SetOf,
    Type,
)

Tree = dict[str, Any]

ROW = Record({"x": INT, "z": TEXT, "ok": BOOL, "d": DATE})
ROOTS: dict[str, Type] = {
    "a": INT,
    "b": INT,
    "s": TEXT,
    "t": TEXT,
    "f": BOOL,
    "d": DATE,
    "m": SetOf(OneOf(frozenset({"red", "blue", "green"}))),
    "r": Record({"x": INT, "y": INT, "z": TEXT, "deep": Record({"w": INT})}),
    "l": ListOf(ROW),
    "eu": MONEY,
    "total": MONEY,
    "rate": RATE,
    "pm": Number(2),
    "q": ListOf(ListOf(Number(2))),
}
SCOPE = Scope(ROOTS, Record({"x": INT, "d": DATE, "f": BOOL}), {"deadline": (DATE, "2027-06-30")})

COMPARE = st.sampled_from(["==", "!=", "<", ">", "<=", ">="])
LITERAL = st.integers(0, 50).map(str)
Text = SearchStrategy[str]


def _joined(parts: Text, signs: str, most: int) -> Text:
    """Parts with signs between and no brackets, so that precedence is in the game."""
    pair = st.tuples(st.sampled_from(signs.split()), parts).map(" ".join)
    return st.builds(lambda first, rest: " ".join([first, *rest]), parts, st.lists(pair, max_size=most - 1))


def _bracketed(parts: Text) -> Text:
    return parts.map("({})".format)


def _over(*parts: Text | str) -> Text:
    """The parts one after the other."""
    return st.tuples(*[st.just(part) if isinstance(part, str) else part for part in parts]).map(" ".join)


_leaf_int = st.sampled_from(["a", "b", "r.x", "r.y", "r.deep.w", "this.x", "size(s)", "size(l)", "size(m)"])
_whole = _leaf_int | st.sampled_from(['r["x"]', "-a", "- -b", "-3"]) | LITERAL
INTS = st.recursive(_whole, lambda inner: _bracketed(_joined(inner, "+ - * / %", 3)), max_leaves=5)
TEXTS = st.sampled_from(["s", "t", "r.z", '"ä"', '""', "'q\\'x'", '"\\\\\\n"'])
DAYS = st.sampled_from(["d", "this.d", '"2027-02-28"'])
_row_int = st.sampled_from(["i.x", "a", "7"])
_row_bool = st.sampled_from(["i.ok", 'i.z == "ä"', "i.d < d", "i.x in [1, 2, a]", "i.x > 1 || i.ok"])
_row_asking = _row_bool | st.sampled_from(["has(i.x)", "!has(i.x) || i.x > a"])


def _rows(row_bool: Text) -> Text:
    """Conditions on the rows of a table, with parts that are a yes or no of each."""
    return st.one_of(
        _over("l.all(i,", _row_int, COMPARE, _row_int, "&&", row_bool, ")"),
        _over("l.exists(i,", row_bool, "||", _row_int, COMPARE, _row_int, ")"),
        _over("size(l.filter(i,", row_bool, "))", COMPARE, LITERAL),
        _over("l.exists(i, l.all(j, j.x", COMPARE, "i.x ||", row_bool, "))"),
        _over("l.filter(i,", row_bool, ").map(i, i.z).exists(z, z ==", TEXTS, ")"),
    )


_simple: Text = st.one_of(
    _over(INTS, COMPARE, INTS),
    _over(TEXTS, st.sampled_from(["==", "!="]), TEXTS),
    _over(st.sampled_from(["d", "this.d"]), COMPARE, DAYS),
    st.sampled_from(["f", "this.f", "true", "false", "!f", "!!this.f", '"red" in m', '!("blue" in m)']),
    _over(TEXTS, 'in ["x", "ä", s]'),
    _over(INTS, "in [3, 4, a, r.x]"),
    _rows(_row_bool),
)
_asks: Text = _rows(_row_asking) | st.sampled_from(["has(r.x)", "!has(this.d)", "has(r.deep.w)"])


def _grown(atoms: Text) -> Text:
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            _bracketed(_joined(inner, "&& ||", 3)),
            _bracketed(inner).map("!{}".format),
            _bracketed(_over(_bracketed(inner), "?", _bracketed(inner), ":", inner)),
        ),
        max_leaves=5,
    )


PLAIN = _joined(_grown(_simple), "&& ||", 3)
"""Conditions that are CEL as well."""
ASKING = _joined(_grown(_simple | _asks), "&& ||", 3)
"""The same, and they ask what is answered."""
ASKED = frozenset({("r", "x"), ("r", "deep", "w"), ("this", "d"), ("l", "*", "x")})
"""What they ask for."""

_money = st.sampled_from(
    ["eu", "total", "eur(a)", "-eu", "share(total, rate)", "eu * 2", "b * eu", "total / a"]
)
_amount = st.recursive(_money, lambda inner: _bracketed(_joined(inner, "+ -", 3)), max_leaves=4)
_own: Text = st.one_of(
    _over(_amount, COMPARE, _amount | st.just("0")),
    _over("within(", _amount, ",", _amount, ", rate)"),
    _over("rate", COMPARE, st.sampled_from(["bp(4000)", "rate * 2", "bp(a)", "0"])),
    _over(st.sampled_from(["pm", "pm + 1", "pm / 2", "sum(q.map(w, sum(w)))"]), COMPARE, "pm * 2"),
    _over("q.all(w, w.exists(c, c", COMPARE, "pm))"),
    _over(
        st.sampled_from(["year(d)", "months(d, deadline)", "days(this.d, d)", "words(s)"]), COMPARE, LITERAL
    ),
    _over(st.sampled_from(["min(d, this.d)", "max(l.map(i, i.d))"]), COMPARE, "deadline"),
    _over("sum(l.map(i, i.x * a))", COMPARE, INTS),
    _over("max(a, min(l.map(i, i.x)))", COMPARE, INTS),
    _over("d in l.map(i, i.d)"),
)
RICH = _joined(_grown(_simple | _own), "&& ||", 3)
"""Conditions in the whole language, but for `has`."""

_small, _text = st.integers(-50, 50), st.text("abäx€😀 ", max_size=5)
_date = st.dates().filter(lambda day: day.year > 999).map(str)
_number = st.integers(-5000, 5000)
_row = st.fixed_dictionaries({"x": _small, "z": _text, "ok": st.booleans(), "d": _date, "pos": _text})


def _table(rows: SearchStrategy[Any], most: int) -> SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from(["k1", "k2", "k3", "k4"]), rows, max_size=most)


_ROOT = st.fixed_dictionaries(
    {
        "a": _small,
        "b": _small,
        "s": _text,
        "t": _text,
        "f": st.booleans(),
        "d": _date,
        "m": st.dictionaries(st.sampled_from(["red", "blue", "green"]), st.just(True)),
        "r": st.fixed_dictionaries(
            {"x": _small, "y": _small, "z": _text, "deep": st.fixed_dictionaries({"w": _small})}
        ),
        "l": _table(_row, 4),
        "eu": _number,
        "total": _number,
        "rate": st.integers(0, 10_000),
        "pm": _number,
        "q": _table(_table(_number, 3), 3),
    }
)
_THIS = st.fixed_dictionaries({"x": _small, "d": _date, "f": st.booleans()})
ANSWERS: SearchStrategy[tuple[Tree, Tree]] = st.tuples(_ROOT, _THIS)
"""(root, this), every question answered."""


def without(tree: Tree, gone: frozenset[tuple[str, ...]], at: tuple[str, ...] = ()) -> Tree:
    """The tree without the answers at the patterns `gone`; "*" is any key of a table.

    A cell of the matrix q is not taken out, which would be one cell fewer, but made unreadable.
    """
    kept: Tree = {}
    for key, value in tree.items():
        here = (*at, "*" if at in (("l",), ("q",), ("q", "*")) else key)
        if here == ("q", "*", "*") and here in gone:
            kept[key] = "?"
        elif here not in gone:
            kept[key] = without(value, gone, here) if isinstance(value, dict) and here != ("m",) else value
    return kept


GONE = st.frozensets(
    st.sampled_from(
        [*((name,) for name in ROOTS), ("r", "x"), ("r", "z"), ("r", "deep"), ("r", "deep", "w")]
        + [("l", "*", key) for key in ROW.fields]
        + [("q", "*", "*"), ("this", "x"), ("this", "d"), ("this",)]
    ),
    max_size=6,
)
"""What is not answered: (root, this) with `this` as if it stood under the root."""


def lessened(answers: tuple[Tree, Tree], gone: frozenset[tuple[str, ...]]) -> tuple[Tree, Tree | None]:
    """The answers without those at the patterns `gone`."""
    root, this = answers
    both = without({**root, "this": this}, gone)
    rest = both.pop("this", None)
    return both, rest
