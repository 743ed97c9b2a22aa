"""A figure is settled when every answer that it rests on is there; until then it is what there is so far."""

from typing import Any

import pytest

from grantdesk.call.form import Form
from grantdesk.rules.cost.costing import Costing
from rules.small import form, node, options, report, texts


def costed(line: dict[str, Any], own: list[dict[str, Any]], **more: Any) -> Form:
    lines = [{"id": "costs", "label": texts("Costs"), **line}]
    columns = [
        node("what", "choice", options="what"),
        node("price", "money"),
        node("share", "rate"),
        node("year", "number"),
    ]
    return form(
        own=own,
        tables={"thing": {"columns": columns, **more.pop("terms", {})}},
        lists={"what": options("costs", "other")},
        costs={"models": {"only": {"label": texts("Only"), "lines": lines}}},
        **more,
    )


def settled(form: Form, part: dict[str, Any], **common: Any) -> tuple[int, bool]:
    figure = report(form, {**common, "partners": {"p": {"name": "P", **part}}}).figures.amounts["costs"]
    return figure.cents, figure.settled


ROWS = {"kind": "rows", "table": "things", "multiply": ["price", "share"], "year": "year", "where": "what"}
THING = {"what": "costs", "price": 1000, "share": 10_000, "year": 2027}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (THING, (1000, True)),
        ({**THING, "what": "other"}, (0, True)),
        ({**THING, "what": None}, (0, False)),
        ({**THING, "price": None}, (0, False)),
        ({**THING, "price": "?"}, (0, False)),
        ({**THING, "share": True}, (0, False)),
        ({**THING, "year": None}, (1000, False)),
    ],
)
def test_a_row_is_settled_when_all_that_it_is_made_of_is_there(row: Any, expected: tuple[int, bool]) -> None:
    answered = {key: value for key, value in row.items() if value is not None}
    assert (
        settled(costed(ROWS, [node("things", "table", table="thing")]), {"things": {"a": answered}})
        == expected
    )


@pytest.mark.parametrize(
    ("table", "terms", "expected"),
    [
        ({}, {}, True),
        ({"required": True}, {}, False),
        ({}, {"least": 1}, False),
        ({"required_when": "has(title)"}, {}, True),
    ],
)
def test_a_table_without_rows_is_settled_unless_it_must_have_some(
    table: Any, terms: Any, expected: bool
) -> None:
    assert settled(costed(ROWS, [node("things", "table", table="thing", **table)], terms=terms), {}) == (
        0,
        expected,
    )


AMOUNT = {"kind": "amount", "node": "sum"}


@pytest.mark.parametrize(
    ("part", "expected"), [({"sum": 5}, (5, True)), ({}, (0, False)), ({"sum": "?"}, (0, False))]
)
def test_a_stated_amount_is_settled_when_it_can_be_read(part: Any, expected: tuple[int, bool]) -> None:
    assert settled(costed(AMOUNT, [node("sum", "money")]), part) == expected


GATED = [node("has", "yes_no"), node("sum", "money", visible_when="this.has")]


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ({"has": True, "sum": 5}, (5, True)),
        ({"has": False, "sum": 5}, (0, True)),
        ({"sum": 5}, (0, False)),
        ({}, (0, False)),
        ({"has": True}, (0, False)),
    ],
)
def test_what_is_hidden_is_nothing_and_settled_once_it_is_known_to_be_hidden(
    part: Any, expected: tuple[int, bool]
) -> None:
    assert settled(costed(AMOUNT, GATED), part) == expected


@pytest.mark.parametrize(
    ("needs", "part", "expected"),
    [
        ({}, {}, (0, True)),
        ({}, {"things": {"a": THING}}, (0, False)),
        ({"required": True}, {}, (0, False)),
        ({"required_when": "this.has"}, {}, (0, False)),
        ({}, {"has": False, "things": {"a": THING}}, (0, True)),
        ({}, {"has": True, "things": {"a": THING}}, (1000, True)),
    ],
)
def test_a_table_that_may_come_to_be_asked_is_open_if_it_has_or_needs_rows(
    needs: Any, part: Any, expected: tuple[int, bool]
) -> None:
    things = node("things", "table", table="thing", visible_when="this.has", **needs)
    assert settled(costed(ROWS, [node("has", "yes_no"), things]), part) == expected


def test_a_table_that_may_come_to_be_required_is_open_while_it_has_no_rows() -> None:
    maybe = costed(
        ROWS, [node("has", "yes_no"), node("things", "table", table="thing", required_when="this.has")]
    )
    assert settled(maybe, {}) == (0, False)
    assert settled(maybe, {"has": False}) == (0, True)
    assert settled(maybe, {"has": True}) == (0, False)


FINANCED = costed(
    AMOUNT,
    [node("sum", "money"), node("asked", "rate"), node("things", "table", table="thing")],
    financing={
        "base": "costs",
        "sources": [
            {
                "id": "grant",
                "kind": "share",
                "rate": 6000,
                "asked": "asked",
                "rounding": {"mode": "floor"},
                "label": texts("Grant"),
            },
            {
                "id": "other",
                "kind": "rows",
                "table": "things",
                "amount": "price",
                "where": "what",
                "year": "year",
                "label": texts("Other"),
            },
            {"id": "own", "kind": "rest", "label": texts("Own")},
        ],
    },
)
PROMISE = {"what": "other", "price": 100, "year": 2027}


@pytest.mark.parametrize(
    ("part", "grant", "other", "own"),
    [
        ({"sum": 1000, "asked": 5000, "things": {"a": PROMISE}}, (500, True), (100, True), (400, True)),
        ({"sum": 1000, "asked": 5000}, (500, True), (0, True), (500, True)),
        ({"sum": 1000}, (600, False), (0, True), (400, False)),
        ({"sum": 1000, "asked": "?"}, (600, False), (0, True), (400, False)),
        ({"asked": 5000}, (0, False), (0, True), (0, False)),
        (
            {"sum": 1000, "asked": 5000, "things": {"a": {"price": 100}}},
            (500, True),
            (0, False),
            (500, False),
        ),
        (
            {"sum": 1000, "asked": 5000, "things": {"a": {"what": "other"}}},
            (500, True),
            (0, False),
            (500, False),
        ),
        (
            {"sum": 1000, "asked": 5000, "things": {"a": {"what": "other", "price": 9}}},
            (500, True),
            (9, False),
            (491, False),
        ),
        (
            {"sum": 1000, "asked": 5000, "things": {"a": {"what": "costs"}}},
            (500, True),
            (0, True),
            (500, True),
        ),
    ],
)
def test_a_source_is_settled_when_what_it_rests_on_is(part: Any, grant: Any, other: Any, own: Any) -> None:
    figures = report(FINANCED, {"partners": {"p": part}}).figures.amounts
    assert [(figures[name].cents, figures[name].settled) for name in ("grant", "other", "own")] == [
        grant,
        other,
        own,
    ]


def test_a_source_that_reads_what_is_pending_is_not_settled() -> None:
    figures = Costing(FINANCED.call).figures({}, {"sum": 1000, "asked": 5000}, frozenset({"things"}))
    assert not figures.amounts["other"].settled
    assert figures.amounts["grant"].settled


def test_a_model_may_be_chosen_once_for_the_project() -> None:
    line = {"id": "costs", "kind": "amount", "node": "sum", "label": texts("Costs")}
    flat = {
        "id": "costs",
        "kind": "rate",
        "of": ["sum"],
        "rate": 5000,
        "rounding": {},
        "label": texts("Half"),
    }
    models = {
        "whole": {"label": texts("Whole"), "lines": [line]},
        "half": {"label": texts("Half"), "lines": [{**line, "id": "sum"}, flat]},
    }
    chosen = form(
        [node("model", "choice", options="models")],
        own=[node("sum", "money")],
        lists={"models": options("whole", "half")},
        costs={"models": models, "choice": "model"},
    )
    assert settled(chosen, {"sum": 100}, model="whole") == (100, True)
    assert settled(chosen, {"sum": 100}, model="half") == (50, True)
    assert report(chosen, {"model": ["half"], "partners": {"p": {"sum": 100}}}).figures.amounts == {}


def test_where_a_common_table_has_the_same_name_the_partners_own_is_summed() -> None:
    doubled = form(
        [node("things", "table", table="months")],
        own=[node("things", "table", table="prices")],
        tables={
            "months": {"columns": [node("price", "number", decimals=4)]},
            "prices": {"columns": [node("price", "money")]},
        },
        costs={
            "models": {
                "only": {
                    "label": texts("Only"),
                    "lines": [
                        {
                            "id": "costs",
                            "kind": "rows",
                            "table": "things",
                            "multiply": ["price"],
                            "label": texts("C"),
                        }
                    ],
                }
            }
        },
    )
    assert settled(doubled, {"things": {"a": {"price": 1234}}}) == (1234, True)


def test_a_call_without_costs_has_no_figures() -> None:
    got = report(form(own=[node("sum", "money")]), {"partners": {"p": {"sum": 5}}})
    assert got.figures.amounts == {}
    assert got.partners["p"].amounts == {}
