"""Rules made ready: expressions compiled and of the right type, numbers on one level, a node to stand beside."""

from typing import Any

import pytest

from call.change import unsound
from grantdesk.call.expr import MONEY, Number, Program
from grantdesk.call.family import operands
from grantdesk.call.ready import Ready
from grantdesk.call.terms.rule import Lookup, Range, SumEquals
from worlds import form


def rule(name: str, id_: str) -> Ready:
    return next(r for e in form(name).scopes().values() for r in e.rules if r.rule.id == id_)


def test_the_parameters_that_are_expressions_are_found_in_the_declaration() -> None:
    assert {name: operand.family for name, operand in operands(Lookup).items()} == {
        "when": "bool",
        "keys": "text",
        "value": "number",
    }
    assert {name: operand.family for name, operand in operands(Range).items()} == {
        "when": "bool",
        "value": "number",
        "least": "number",
        "most": "number",
    }
    assert operands(SumEquals)["parts"].family == "number"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("at_most_half.part", "months", "Here belongs an amount of money, not a number with 2 decimals."),
        ("months_in_range.value", "title", "Here belongs a number, not a text."),
        ("in_order.first", "title", "Here belongs a date, not a text."),
        ("code_form.value", "months", "Here belongs a text, not a number with 2 decimals."),
        ("aid_within.bonuses", "people", "Here belongs a choice of several, not a list."),
        ("enough_people.rows", "bonuses", "Here belongs a table, not a choice of several."),
        ("said_well.must", "title", "Here belongs a yes or no, not a text."),
        ("said_well.when", "months", "Here belongs a yes or no, not a number with 2 decimals."),
        ("said_well.when", "has(titel)", "at character 5: There is no “titel” here."),
        ("chosen_exists.rows", "people.filter(", "at character 15: A name is missing here."),
        (
            "months_in_range.least",
            "eur(3)",
            "at character 1: This gives an amount of money, and a number with 2 decimals is needed.",
        ),
        ("category_allowed.keys", ["category", "whole"], "Here belongs a text, not an amount of money."),
        (
            "said_well.must",
            'category == "indastrial"',
            "at character 13: “indastrial” is none of the options.",
        ),
        ("said_well.must", '"togehter" in bonuses', "at character 1: “togehter” is none of the options."),
    ],
)
def test_an_expression_that_does_not_fit_is_told_with_its_place(place: str, value: Any, said: str) -> None:
    assert unsound("rules", {f"rules.{place}": value}) == [f"rules.{place}: {said}"]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"rules.names_differ.columns": ["nome"]}, "rules.names_differ.columns: There is no “nome”."),
        ({"rules.one_head.column": "nome"}, "rules.one_head.column: There is no “nome”."),
        ({"rules.one_head.groups.0.any_of": ["boss"]}, "rules.one_head.groups: There is no “boss”."),
        ({"rules.aid_ceiling.date": "amount"}, "rules.aid_ceiling.date: There is no “amount”."),
        ({"rules.aid_ceiling.amount": "day"}, "rules.aid_ceiling.amount: There is no “day”."),
        ({"rules.in_order.at": "begin"}, "rules.in_order.at: There is no “begin”."),
        ({"rules.in_order.scope": "persons"}, "rules.in_order.scope: There is no “persons”."),
        ({"rules.in_order.scope": "people.grants"}, "rules.in_order.scope: There is no “people.grants”."),
    ],
)
def test_what_a_rule_names_must_be_there(changes: dict[str, Any], said: str) -> None:
    assert unsound("rules", changes) == [said]


def test_columns_that_are_compared_hold_single_values() -> None:
    changes = {"rules.+": {"id": "x", "kind": "unique", "rows": "rows", "columns": ["name", "done_by"]}}
    assert unsound("kinds", changes) == ["rules.x.columns: There is no “done_by”."]


def test_columns_are_not_asked_for_where_the_rows_are_not_sound() -> None:
    changes = {"rules.names_differ.rows": "title"}
    assert unsound("rules", changes) == ["rules.names_differ.rows: Here belongs a table, not a text."]


def test_numbers_that_are_compared_are_brought_to_one_level() -> None:
    ready = rule("rules", "months_in_range")
    most = ready.operands["most"]
    assert isinstance(most, Program)
    assert (most.type, most({}, None)) == (Number(2), 2400)
    ready = rule("rules", "adds_up")
    parts = ready.operands["parts"]
    assert isinstance(parts, tuple)
    assert [part.type for part in parts] == [MONEY, MONEY]


def test_several_numbers_of_one_parameter_are_brought_to_one_level() -> None:
    changes = {"rules.adds_up.parts": ["part", "0"]}
    assert unsound("rules", changes) == []
    changes = {"rules.adds_up.parts": ["part", "months"]}
    assert unsound("rules", changes) == [
        "rules.adds_up.parts: at character 1: This gives a number with 2 decimals, and an amount of money is needed."
    ]


def test_a_rule_stands_beside_the_node_that_its_first_operand_begins_with() -> None:
    assert rule("rules", "in_order").at == "begins"
    assert rule("lump", "due_in_time").at == "due"
    assert rule("lump", "reasons_for_much").at == "reasons"
    assert rule("rules", "said_well").at == "title"


def test_a_rule_whose_operands_begin_with_no_node_stands_on_the_whole() -> None:
    made = {"id": "x", "kind": "compare", "left": "size(people)", "is": "<", "right": "9"}
    assert unsound("rules", {"rules.+": made}) == []


def test_a_rule_on_a_row_reads_single_answers_of_the_project_only() -> None:
    made = {"id": "x", "kind": "compare", "scope": "people", "left": "size(grants)", "is": "<", "right": "9"}
    assert unsound("rules", {"rules.+": made}) == [
        "rules.x: A rule on a row reads only the row and single answers of the project, not grants."
    ]
    made |= {"left": "size(title)"}
    assert unsound("rules", {"rules.+": made}) == []


def test_the_deadline_is_known_to_every_rule() -> None:
    made = {"id": "x", "kind": "order", "scope": "people", "first": "deadline", "then": "begins"}
    assert unsound("rules", {"rules.+": made}) == []


def test_a_rule_knows_which_names_of_the_project_it_rests_on() -> None:
    assert rule("lump", "due_in_time").roots == {"finishes"}
    assert rule("rules", "adds_up").roots == {"part", "rest", "whole"}
    ready = rule("rules", "said_well")
    assert ready.when is not None
    assert "when" not in ready.operands
    assert ready.roots == {"title"}
