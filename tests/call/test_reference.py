"""Every name in a call leads somewhere: a slip of the pen is a fault with its place, never a rule that does nothing."""

from typing import Any

import pytest

from call.change import GONE, unsound
from grantdesk.call.reference import columns, common, figures, options, own, partners_of, tables
from worlds import world

TEXT = {"fi": "a", "sv": "a", "en": "a"}
TOTAL = {"id": "sum", "kind": "total", "label": TEXT, "figure": "spent", "of": "row"}


def no(place: str, name: str) -> list[str]:
    return [f"{place}: There is no “{name}”."]


@pytest.mark.parametrize(
    ("name", "place", "value", "there"),
    [
        ("kinds", "sections.many.nodes.rows.table", "roww", "sections.many.rows.table"),
        ("kinds", "sections.many.nodes.parts.table", "partt", "sections.many.parts.table"),
        ("kinds", "sections.singles.nodes.one.options", "colors", "sections.singles.one.options"),
        ("kinds", "sections.singles.nodes.some.options", "colors", "sections.singles.some.options"),
        ("kinds", "tables.row.columns.after.rows_of", "rowss", "tables.row.after.rows_of"),
        ("kinds", "tables.row.columns.after.rows_of", "spent_on", "tables.row.after.rows_of"),
        ("kinds", "tables.row.columns.done_by.rows_of", "title", "tables.row.done_by.rows_of"),
        ("kinds", "sections.many.nodes.grid.rows", "rowss", "sections.many.grid"),
        ("kinds", "sections.many.nodes.grid.columns", "title", "sections.many.grid"),
        (
            "kinds",
            "sections.many.nodes.targets.indicators",
            ["rco01", "rco99"],
            "sections.many.targets.indicators",
        ),
        ("kinds", "sections.many.nodes.grand_total.figure", "spend", "sections.many.grand_total.figure"),
        ("kinds", "tables.row.unique", ["nome"], "tables.row"),
        ("kinds", "tables.row.title", "nome", "tables.row"),
        ("kinds", "tables.cost.sums", ["euroes"], "tables.cost"),
        ("kinds", "parts.title", "price", "parts.title"),
        ("kinds", "parts.start", "title", "parts.start"),
        ("kinds", "parts.partner_name", "title", "parts.partner_name"),
        ("kinds", "parts.packages", "parts", "parts.packages"),
        ("kinds", "parts.package_end", "name", "parts.package_end"),
        ("kinds", "criteria.good.layer", "wort", "criteria.good.layer"),
        ("kinds", "criteria.good.nodes", ["stori"], "criteria.good.nodes"),
        ("kinds", "signatures.signed.name", "price", "signatures.signed.name"),
        ("rules", "aid.categories.industrial.bonuses", ["alone"], "aid.industrial.bonuses"),
        ("models", "costs.models.flat.lines.staff_costs.table", "stuff", "costs.flat.staff_costs.table"),
        ("models", "costs.models.actual.lines.travel.where", "price", "costs.actual.travel.where"),
        ("cents", "costs.models.flat.lines.pay.node", "who", "costs.flat.pay.node"),
        ("years", "costs.models.yearly.lines.by_row.year", "hours", "costs.yearly.by_row.year"),
        ("years", "costs.models.yearly.lines.by_row.year", "jear", "costs.yearly.by_row.year"),
        ("years", "financing.sources.city.year", "payer", "financing.city.year"),
        ("split", "financing.sources.city.table", "money", "financing.city.table"),
        ("split", "financing.sources.city.amount", "payer", "financing.city.amount"),
        ("split", "financing.sources.city.where", "euros", "financing.city.where"),
        ("euros", "financing.sources.grant.asked", "staff_costs", "financing.grant.asked"),
    ],
)
def test_a_name_that_leads_nowhere_is_a_fault(name: str, place: str, value: Any, there: str) -> None:
    wrong = value if isinstance(value, str) else value[-1]
    assert no(there, wrong)[0] in unsound(name, {place: value})


@pytest.mark.parametrize(
    ("name", "changes", "said"),
    [
        (
            "kinds",
            {"sections.many.nodes.rows.id": "title"},
            "sections.many.title: The id “title” is used twice, or is reserved.",
        ),
        (
            "kinds",
            {"sections.part.nodes.papers.id": "who"},
            "sections.part.who: The id “who” is used twice, or is reserved.",
        ),
        (
            "cents",
            {"sections.money.nodes.gross.id": "figures"},
            "sections.money.figures: The id “figures” is used twice, or is reserved.",
        ),
        (
            "kinds",
            {"tables.row.columns.to_day.id": "from_day"},
            "tables.row: Two columns have the same id, or a reserved one.",
        ),
        (
            "kinds",
            {"tables.row.columns.to_day.id": "pos"},
            "tables.row: Two columns have the same id, or a reserved one.",
        ),
        (
            "cents",
            {"sections.project.nodes.members": GONE},
            "sections: There are partner sections, but no node of kind partners.",
        ),
        (
            "kinds",
            {"sections.many.nodes.+": {"id": "more", "kind": "partners", "label": TEXT, "table": "part"}},
            "sections: There is more than one node of kind partners.",
        ),
        (
            "kinds",
            {"sections.part.nodes.+": {"id": "more", "kind": "partners", "label": TEXT, "table": "part"}},
            "sections.part.more: The partners are asked for in a common section.",
        ),
        (
            "kinds",
            {"sections.many.nodes.parts.lead": {"column": "who", "value": "lead"}},
            "sections.many.parts.lead: The lead is a choice column of the partners, and one of its options.",
        ),
        (
            "kinds",
            {"sections.many.nodes.parts.lead": {"column": "role", "value": "boss"}},
            "sections.many.parts.lead: The lead is a choice column of the partners, and one of its options.",
        ),
        (
            "kinds",
            {"tables.row.sums": ["name"]},
            "tables.row.sums: “name” is no column of numbers.",
        ),
        (
            "models",
            {"costs.choice": "staff"},
            "costs.choice: The choice of the cost model offers exactly the cost models.",
        ),
        (
            "models",
            {"lists.models.options.flat": GONE},
            "costs.choice: The choice of the cost model offers exactly the cost models.",
        ),
        (
            "models",
            {"costs.models.flat.lines.staff_costs.multiply": ["months"]},
            "costs.flat.staff_costs.multiply: "
            "A row is the product of exactly one column of money and of columns of numbers.",
        ),
        (
            "models",
            {"costs.models.actual.lines.travel.multiply": ["price", "category"]},
            "costs.actual.travel.multiply: "
            "A row is the product of exactly one column of money and of columns of numbers.",
        ),
        (
            "models",
            {"costs.models.actual.lines.travel.id": "trips", "costs.models.actual.lines.total.of": ["trips"]},
            "costs.actual.trips.where: “trips” is none of the options of “category”.",
        ),
        (
            "split",
            {"lists.payers.options.city": GONE},
            "financing.city.where: “city” is none of the options of “payer”.",
        ),
        ("cents", {"financing.base": "totals"}, "costs.flat: The model has no line “totals”."),
        ("cents", {"costs": GONE}, "financing.base: There is no “total”."),
        (
            "cents",
            {"financing.sources.own.id": "staff"},
            "financing.staff: The id “staff” is used twice, or is reserved.",
        ),
    ],
)
def test_what_does_not_go_together_is_a_fault(name: str, changes: dict[str, Any], said: str) -> None:
    assert said in unsound(name, changes)


@pytest.mark.parametrize(
    ("place", "total", "owner"),
    [
        ("sections.many.nodes.+", {**TOTAL, "of": "partner"}, "sections.many.sum.of"),
        ("sections.many.nodes.+", TOTAL, "sections.many.sum.of"),
        ("sections.part.nodes.+", TOTAL, "sections.part.sum.of"),
        ("tables.row.columns.+", TOTAL, "tables.row.sum.of"),
        ("tables.cost.columns.+", {**TOTAL, "of": "partner"}, "tables.cost.sum.of"),
        ("tables.cost.columns.+", {**TOTAL, "of": "project"}, "tables.cost.sum.of"),
        ("tables.part.columns.+", TOTAL, "tables.part.sum.of"),
    ],
)
def test_a_figure_is_shown_only_where_there_is_one(place: str, total: dict[str, Any], owner: str) -> None:
    assert unsound("kinds", {place: total}) == [f"{owner}: There is no figure “spent” of this kind here."]


@pytest.mark.parametrize(
    ("place", "total"),
    [
        ("sections.part.nodes.+", {**TOTAL, "of": "project"}),
        ("tables.part.columns.+", {**TOTAL, "of": "partner"}),
        ("tables.cost.columns.+", TOTAL),
    ],
)
def test_a_figure_may_stand_wherever_it_is_known(place: str, total: dict[str, Any]) -> None:
    assert unsound("kinds", {place: total}) == []


def test_a_call_without_money_has_no_figure_to_show() -> None:
    total = {**TOTAL, "of": "project"}
    assert unsound("hidden", {"sections.project.nodes.+": total}) == no(
        "sections.project.sum.figure", "spent"
    )
    column = unsound("hidden", {"tables.step.columns.+": TOTAL})
    assert column == [
        *no("tables.step.sum.figure", "spent"),
        "tables.step.sum.of: There is no figure “spent” of this kind here.",
    ]


def test_a_lone_money_table_needs_partners() -> None:
    assert no("costs.plain.spent.table", "spent_on")[0] in unsound(
        "kinds", {"sections.part": GONE, "tables.cost.sums": []}
    )


def test_looking_up_gives_what_there_is_and_nothing_where_there_is_nothing() -> None:
    kinds, rules = world("kinds"), world("rules")
    assert [*own(kinds)] == ["who", "role", "spent_on", "part_total", "papers"]
    assert own(rules) == {}
    assert partners_of(rules) is None
    assert [*tables(kinds)] == ["rows", "columns", "parts"]
    assert [*columns(kinds, own(kinds), "spent_on")] == ["euros", "note", "row_total"]
    assert columns(kinds, own(kinds), None) == columns(kinds, own(kinds), "who") == {}
    assert options(kinds, common(kinds)["one"]) == {"red", "green", "blue"}
    assert options(kinds, common(kinds)["title"]) == options(kinds, None) == frozenset()
    assert [*figures(world("cents"))] == ["pay", "side", "staff", "other", "total", "support", "own"]
    assert figures(rules) == {}


def test_all_faults_are_told_at_once() -> None:
    found = unsound(
        "kinds", {"parts.title": "x", "parts.start": "y", "sections.singles.nodes.one.options": "z"}
    )
    assert len(found) == 3
