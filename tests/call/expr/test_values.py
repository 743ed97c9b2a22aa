"""What expressions give."""

from typing import Any

import pytest

from grantdesk.call.expr import (
    BOOL,
    DATE,
    INT,
    MONEY,
    RATE,
    TEXT,
    UNKNOWN,
    ListOf,
    Number,
    OneOf,
    Record,
    Scope,
    SetOf,
    compiled,
)

LINE = Record({"amount": MONEY, "kind": TEXT})
PARTNER = Record(
    {"role": OneOf(frozenset({"lead", "member"})), "start": DATE, "lines": ListOf(LINE), "pm": Number(2)}
)
SCOPE = Scope(
    {
        "project": Record({"start": DATE, "end": DATE, "name": TEXT, "own field": INT, "sound": BOOL}),
        "partners": ListOf(PARTNER),
        "goals": SetOf(TEXT),
        "aid": MONEY,
        "cost": MONEY,
        "rate": RATE,
        "count": INT,
        "pm": Number(2),
        "effort": ListOf(ListOf(Number(2))),
        "days_off": ListOf(DATE),
        "kinds": ListOf(OneOf(frozenset({"a", "b"}))),
    },
    PARTNER,
    {"deadline": (DATE, "2027-03-31"), "towns": (ListOf(TEXT), ("Espoo", "Vantaa")), "most": (MONEY, 20_000)},
)
ROOT = {
    "project": {
        "start": "2027-01-15",
        "end": "2028-02-01",
        "name": "Ääni 2 €",
        "own field": 7,
        "sound": True,
    },
    "partners": {
        "p2": {"pos": "b", "role": "member", "start": "2027-02-01", "pm": 150},
        "p1": {
            "pos": "a",
            "role": "lead",
            "start": "2027-01-01",
            "pm": 50,
            "lines": {"k1": {"amount": 10_000, "kind": "travel"}, "k2": {"amount": 5_000, "kind": "staff"}},
        },
    },
    "goals": {"climate": True, "growth": True, "health": False, "peace": "yes"},
    "aid": 4_000,
    "cost": 10_001,
    "rate": 4_000,
    "count": 3,
    "pm": 150,
    "effort": {"w1": {"y1": 100, "y2": 50}, "w2": {"y1": 0}},
    "days_off": {"k1": "2027-05-01", "k2": "2027-12-06"},
    "kinds": {"k1": "a"},
}
THIS = ROOT["partners"]["p1"]

VALUES: list[tuple[str, Any]] = [
    # literals
    ("true", True),
    ("-12", -12),
    ("- -12", 12),
    ("9223372036854775807", 2**63 - 1),
    ("""'it\\'s "so"'""", 'it\'s "so"'),
    ('"a\\n\\t\\\\"', "a\n\t\\"),
    # places
    ("count", 3),
    ("project.name", "Ääni 2 €"),
    ('project["own field"]', 7),
    ("this.role", "lead"),
    ("deadline", "2027-03-31"),
    ("goals", ROOT["goals"]),
    ("partners.filter(p, p.role == 'lead')", {"p1": THIS}),
    # numbers
    ("count + 2 * 3 - 1", 8),
    ("7 / -2", -3),
    ("-7 % 3", -1),
    ("count / 0", UNKNOWN),
    ("count % 0", UNKNOWN),
    ("-count", -3),
    ("pm + 1", 250),
    ("1 - pm", -50),
    ("pm * 3", 450),
    ("pm / 4", 37),
    ("pm > 1 && pm < 2 && pm != 0 && pm == pm", True),
    ("pm in [1, pm]", True),
    ("max(pm, 2)", 200),
    # money, rates
    ("aid + eur(10)", 5_000),
    ("2 * aid - aid / 3", 6_667),
    ("-aid", -4_000),
    ("aid > 0 && 0 != aid && rate > 0", True),
    ("max(aid - cost, 0)", 0),
    ("rate + bp(500)", 4_500),
    ("share(cost, rate)", 4_000),
    ("share(eur(1), bp(50))", 1),
    ("within(aid, cost, rate)", True),
    ("within(aid + share(eur(1), bp(50)), cost, rate)", False),
    ("eur(count)", 300),
    ("most", 20_000),
    ("most == eur(200)", True),
    # truth
    ("!project.sound", False),
    ("project.sound == true", True),
    ("count > 2 && count < 4 || false", True),
    ("count > 2 ? 'many' : 'few'", "many"),
    ("count > 3 ? aid : 0", 0),
    ("false ? 1 : true ? 2 : 3", 2),
    ("has(project.name) && !has(count)", False),
    ("has(project) && has(this) && has(deadline)", True),
    # texts
    ("size(project.name)", 8),
    ("words(project.name)", 3),
    ("words('')", 0),
    ("project.name == 'x' || project.name != 'y'", True),
    ("this.role in ['lead', 'member']", True),
    ("'Espoo' in towns", True),
    ("project.name in towns", False),
    ("towns.exists(t, t == 'Vantaa')", True),
    ("size(towns)", 2),
    # dates
    ("project.start < project.end", True),
    ("project.start >= '2027-01-15'", True),
    ("project.end > deadline", True),
    ("year(project.end)", 2028),
    ("months('2027-01-01', '2027-12-31')", 12),
    ("months('2027-01-31', '2027-02-01')", 2),
    ("months(project.start, project.end)", 14),
    ("months('2027-03-02', '2027-03-01')", 0),
    ("days('2027-01-01', '2027-12-31')", 365),
    ("days('2028-02-28', '2028-03-01')", 3),
    ("days('2027-03-02', '2027-03-01')", 0),
    ("min(project.start, deadline)", "2027-01-15"),
    # choices of several
    ("'climate' in goals && !('health' in goals) && !('peace' in goals)", True),
    ("project.name in goals", False),
    ("size(goals)", 2),
    # tables
    ("size(partners)", 2),
    ("partners.all(p, p.pm > 0)", True),
    ("partners.exists(p, p.role == 'lead' && p.start < deadline)", True),
    ("sum(partners.map(p, p.pm))", 200),
    ("sum(partners.filter(p, p.pm > 1).map(p, p.pm))", 150),
    ("max(partners.map(p, p.start))", "2027-02-01"),
    ("min(partners.filter(p, false).map(p, p.start))", UNKNOWN),
    ("sum(partners.filter(p, false).map(p, p.pm))", 0),
    ("sum(this.lines.map(l, l.amount)) == eur(150)", True),
    ("partners.exists(p, p.lines.exists(l, l.kind == 'travel'))", True),
    ("sum(effort.map(w, sum(w)))", 150),
    ("effort.exists(w, w.exists(c, c == 1))", True),
    ("max(days_off)", "2027-12-06"),
    ("'2027-05-01' in days_off", True),
    ("'a' in kinds && !('b' in kinds)", True),
    ("partners.map(p, p.pm).filter(n, n > 1)", [150]),
    ("[1, 2, 3].filter(n, n > 1)", [2, 3]),
    ("sum([1, 2, count])", 6),
    ("3 in [1, 2 + 1] && !(4 in [1, 2])", True),
    ("this.role in partners.map(p, p.role)", True),
]


@pytest.mark.parametrize(("source", "value"), VALUES)
def test_an_expression_gives(source: str, value: Any) -> None:
    found = compiled(source, SCOPE)(ROOT, THIS)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("source", "type_"),
    [
        ("aid * 2", MONEY),
        ("2 * rate", RATE),
        ("pm - 1", Number(2)),
        ("size(partners)", INT),
        ("max(aid, 0)", MONEY),
        ("true ? pm : 0", Number(2)),
        ("partners.filter(p, true)", ListOf(PARTNER)),
        ("partners.map(p, p.start)", ListOf(DATE)),
        ("true ? this.role : project.name", TEXT),
        ("goals", SetOf(TEXT)),
        ("months(deadline, deadline) > 0", BOOL),
    ],
)
def test_a_program_has_the_type_of_its_value(source: str, type_: Any) -> None:
    assert compiled(source, SCOPE).type == type_


def test_a_literal_takes_the_wanted_unit() -> None:
    assert compiled("0", SCOPE, MONEY)({}) == 0
    assert compiled("2", SCOPE, Number(2))({}) == 200
    assert compiled("'2027-01-01'", SCOPE, DATE).type is DATE
    assert compiled("this.role", SCOPE, TEXT)(ROOT, THIS) == "lead"


@pytest.mark.parametrize(
    "constants",
    [
        {"deadline": (DATE, "31.3.2027")},
        {"most": (MONEY, True)},
        {"most": (MONEY, "1")},
        {"towns": (ListOf(TEXT), ("Espoo", 1))},
        {"towns": (ListOf(TEXT), {"k": "Espoo"})},
        {"row": (LINE, {})},
        {"count": (INT, 1)},
        {"this": (INT, 1)},
    ],
)
def test_a_scope_refuses_a_constant_that_is_not_sound(constants: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="constant"):
        Scope({"count": INT}, None, constants)


def test_types_compare_and_can_be_keys() -> None:
    assert Record({"a": INT}) == Record({"a": Number(0)})
    assert (
        len({Record({"a": INT}), Record({"a": INT}), Record({"a": TEXT}), ListOf(INT), SetOf(TEXT), MONEY})
        == 5
    )
