"""A call made ready: what is asked where, in an order in which every condition reads only what stands before it."""

from typing import Any

import pytest

from call.change import unsound
from worlds import form

TEXT = {"fi": "a", "sv": "a", "en": "a"}


def test_every_kind_of_row_is_a_scope() -> None:
    assert sorted(form("kinds").scopes()) == ["", "columns", "parts", "parts.spent_on", "rows"]
    assert sorted(form("rules").scopes()) == ["", "grants", "people"]


def test_nodes_are_in_the_order_of_the_form_and_sorted_for_conditions() -> None:
    project = form("hidden").project
    assert [a.id for a in project.asked][:4] == ["name", "why_so", "how", "has_output"]
    order = [a.id for a in project.order]
    assert order.index("has_output") < order.index("how") < order.index("why_so")
    assert sorted(order) == sorted(a.id for a in project.asked)


def test_a_node_is_visible_where_its_own_condition_and_that_of_its_section_hold() -> None:
    asked = {a.id: a for a in form("hidden").project.asked}
    assert [p.source for p in asked["country"].visible] == ['"abroad" in places']
    assert [p.source for p in asked["how"].visible] == ["has_output"]
    part = {a.id: a for a in form("hidden").project.tables["members"].asked}
    assert [p.source for p in part["lead_text"].visible] == ['"lead" in this.roles', "has_output"]
    assert part["who"].visible == ()
    assert (part["who"].section, part["lead_text"].section) == ("", "part")
    required = part["other_way"].required
    assert required is not None
    assert required.source.startswith('how == "otherwise"')


def test_an_entity_knows_which_answers_of_the_project_its_conditions_read() -> None:
    scopes = form("hidden").scopes()
    assert scopes["members"].roots == {"has_output", "how"}
    assert scopes["steps"].roots == {"has_output"}
    assert scopes[""].roots == frozenset()


def test_the_scalars_are_the_answers_that_stand_for_themselves() -> None:
    assert form("hidden").scalars == {"name", "why_so", "how", "has_output", "places", "country", "visa"}
    assert {"files", "rows", "grid", "targets", "parts", "figures"} & form("kinds").scalars == set()


def test_a_place_in_the_answers_has_a_partner_and_a_section() -> None:
    ready = form("kinds")
    assert ready.located(("title",)) == ("", "singles")
    assert ready.located(("rows", "a", "name")) == ("", "many")
    assert ready.located(("parts",)) == ("", "many")
    assert ready.located(("parts", "p")) == ("p", "many")
    assert ready.located(("parts", "p", "who")) == ("p", "many")
    assert ready.located(("parts", "p", "papers", "f")) == ("p", "part")
    assert ready.located(()) == ("", "")
    assert ready.located(("nothing",)) == ("", "")
    assert form("rules").located(("people", "a")) == ("", "answers")
    assert ready.home("grid") == "many"


def test_a_node_is_found_by_its_place() -> None:
    ready = form("kinds")
    kinds = {
        path: node.kind if (node := ready.node(tuple(path.split(".")))) else None
        for path in (
            "title",
            "rows",
            "rows.a.name",
            "parts.p.papers",
            "parts.p.spent_on.c.euros",
            "rows.a",
            "nothing",
        )
    }
    assert kinds == {
        "title": "text",
        "rows": "table",
        "rows.a.name": "text",
        "parts.p.papers": "attachment",
        "parts.p.spent_on.c.euros": "money",
        "rows.a": None,
        "nothing": None,
    }
    assert ready.node(()) is None
    assert ready.node(("rows", "a", "name", "b", "c")) is None


def test_a_question_in_several_languages_is_one_family() -> None:
    asked = {each.id: each for each in form("hevi").project.asked}
    assert asked["name_fi"].family == asked["name_sv"].family == ("project", "text", "name")
    assert asked["name_fi"].family != asked["summary_fi"].family
    assert asked["acronym"].family is asked["start"].family is None


def test_a_row_is_told_from_a_field() -> None:
    ready = form("kinds")
    assert ready.is_row(("rows", "a"))
    assert ready.is_row(("parts", "p", "spent_on", "c"))
    assert not ready.is_row(("rows",))
    assert not ready.is_row(("title", "a"))
    assert not ready.is_row(())


def test_sections_are_known_by_id() -> None:
    assert [*form("kinds").sections] == ["singles", "many", "part"]
    assert form("kinds").partners is form("kinds").project.node("parts")
    assert form("rules").partners is None


@pytest.mark.parametrize(
    ("place", "source", "said"),
    [
        (
            "sections.project.nodes.name.visible_when",
            "size(steps) > 0",
            "project.name.visible_when: A condition may read only single answers, not steps.",
        ),
        (
            "sections.part.nodes.roles.visible_when",
            "this.figures.x > 0",
            "members.roles.visible_when: at character 13: “this.figures” has no field “x”.",
        ),
        (
            "sections.part.nodes.roles.required_when",
            "has(this)",
            "members.roles.required_when: A condition may read only single answers, not this.",
        ),
        (
            "sections.project.nodes.name.visible_when",
            "has(figures)",
            "project.name.visible_when: A condition may read only single answers, not figures.",
        ),
        (
            "sections.project.nodes.name.visible_when",
            "how",
            "project.name.visible_when: at character 1: This gives a text, and a yes or no is needed.",
        ),
        (
            "sections.abroad.visible_when",
            '"here" in places',
            "sections.abroad.visible_when: at character 1: “here” is none of the options.",
        ),
        (
            "tables.step.columns.day.visible_when",
            "this.nothing",
            "steps.day.visible_when: at character 5: “this” has no field “nothing”.",
        ),
    ],
)
def test_a_condition_reads_single_answers_that_are_there(place: str, source: str, said: str) -> None:
    assert unsound("hidden", {place: source}) == [said]


def test_a_part_may_read_its_own_choice_of_several() -> None:
    assert unsound("hidden", {"sections.part.nodes.other_way.visible_when": '"work" in this.roles'}) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {"sections.project.nodes.has_output.visible_when": 'why_so == "x"'},
            "project: These conditions wait for each other: has_output, how, why_so.",
        ),
        (
            {"sections.abroad.visible_when": 'country == "x"'},
            "project: These conditions wait for each other: country, visa.",
        ),
        (
            {"sections.part.nodes.roles.visible_when": "has(this.roles)"},
            "members: These conditions wait for each other: lead_text, roles.",
        ),
    ],
)
def test_conditions_that_wait_for_each_other_are_a_fault(changes: dict[str, Any], said: str) -> None:
    assert unsound("hidden", changes) == [said]


def test_a_condition_on_what_is_no_answer_does_not_seem_to_wait() -> None:
    found = unsound("cents", {"sections.money.nodes.gross.visible_when": "this.figures.total > eur(1)"})
    assert found == [
        "members.gross.visible_when: A condition may read only single answers, not this.figures.total."
    ]


def test_the_deadline_is_the_day_the_call_closes() -> None:
    asked = "sections.singles.nodes.story.visible_when"
    assert unsound("kinds", {asked: 'deadline == "2027-04-30"'}) == []
    assert unsound("rules", {"sections.answers.nodes.code.visible_when": 'deadline > "2999-01-01"'}) == []
