"""How far an application is: not started, in work, to be corrected, done; by section and by partner."""

from typing import Any

import pytest

from grantdesk.rules.progress import NONE, Progress, Tally, total
from rules.small import form, node, options, report, rows, texts

RULES = [
    {"id": "contact", "kind": "required", "any_of": ["phone", "mail"]},
    {"id": "two", "kind": "count", "rows": "things", "least": 2},
    {"id": "whole", "kind": "expr", "must": "!(mail == phone)", "text": texts("Differ")},
    {"id": "price_small", "kind": "range", "scope": "partners", "value": "this.price", "most": "eur(5)"},
    {
        "id": "advice",
        "kind": "range",
        "severity": "advice",
        "scope": "partners",
        "value": "this.price",
        "most": "eur(1)",
    },
]
FORM = form(
    [
        node("must", "text", required=True),
        node("phone", "text"),
        node("mail", "text"),
        node("some", "several", options="colours", least=2),
        node("things", "table", table="thing"),
    ],
    own=[node("price", "money", required=True)],
    columns=[node("role", "text", required=True)],
    tables={"thing": {"columns": [node("what", "text", required=True), node("more", "text")]}},
    lists={"colours": options("red", "green")},
    rules=RULES,
)
COMPLETE: dict[str, Any] = {
    "must": "x",
    "mail": "y",
    "things": rows({"what": "a"}, {"what": "b"}),
    "partners": {"p": {"role": "lead", "price": 100}},
}


def states(answers: dict[str, Any]) -> tuple[str, str, dict[str, dict[str, str]]]:
    progress = report(FORM, answers).progress
    partners = {key: {s: t.state for s, t in tallies.items()} for key, tallies in progress.partners.items()}
    return progress.whole.state, progress.sections["page"].state, partners


def test_an_empty_application_is_not_started() -> None:
    assert states({}) == ("not_started", "not_started", {})
    assert report(FORM, {}).progress.whole.share == 0


def test_a_complete_application_is_done() -> None:
    assert report(FORM, COMPLETE).findings == ()
    assert states(COMPLETE) == ("done", "done", {"p": {"page": "done", "part": "done"}})
    assert report(FORM, COMPLETE).progress.whole.share == 10_000


@pytest.mark.parametrize("lacking", ["must", "mail", "things"])
def test_what_lacks_an_answer_is_in_work(lacking: str) -> None:
    answers = {name: value for name, value in COMPLETE.items() if name != lacking}
    assert states(answers)[:2] == ("in_work", "in_work")


@pytest.mark.parametrize(
    "change",
    [
        {"some": {"red": True}},
        {"things": rows({"what": "a"})},
        {"things": rows({"what": "a"}, {"more": "b"})},
    ],
)
def test_what_is_there_but_not_all_is_in_work(change: dict[str, Any]) -> None:
    assert states({**COMPLETE, **change})[:2] == ("in_work", "in_work")


@pytest.mark.parametrize("change", [{"must": "a\nb"}, {"some": {"red": True, "blue": True}}, {"must": 5}])
def test_what_is_wrong_is_to_be_corrected(change: dict[str, Any]) -> None:
    assert states({**COMPLETE, **change})[:2] == ("to_fix", "to_fix")


def test_a_partner_has_its_own_progress() -> None:
    wrong = {**COMPLETE, "partners": {"p": {"role": "lead", "price": 501}, "q": {"role": "other"}}}
    assert states(wrong) == (
        "to_fix",
        "done",
        {"p": {"page": "done", "part": "to_fix"}, "q": {"page": "done", "part": "not_started"}},
    )


def test_advice_and_warnings_leave_it_done() -> None:
    answers = {**COMPLETE, "partners": {"p": {"role": "lead", "price": 200}}}
    got = report(FORM, answers)
    assert [got.count(severity) for severity in ("error", "warning", "advice")] == [0, 0, 1]
    assert states(answers)[0] == "done"


def test_an_error_that_stands_on_no_page_counts_too() -> None:
    progress = report(FORM, {**COMPLETE, "phone": "y"}).progress
    assert (progress.sections[""].errors, progress.sections["page"].errors) == (1, 0)
    assert progress.whole.state == "to_fix"


def test_where_nothing_is_required_nothing_is_done_before_something_is_answered() -> None:
    free = form([node("phone", "text")])
    blank, begun = (report(free, answers).progress for answers in ({}, {"phone": "1"}))
    assert [(each.sections["page"].state, each.whole.share) for each in (blank, begun)] == [
        ("not_started", 0),
        ("done", 10_000),
    ]


def test_a_section_that_nobody_had_to_fill_in_leaves_the_whole_done() -> None:
    one, other = Tally(3, 3, 3), Tally()
    whole = Progress({"must": one, "may": other}).whole
    assert (other.state, whole.state, whole.share) == ("not_started", "done", 10_000)


def test_a_section_that_is_not_asked_has_no_progress() -> None:
    hidden = form([node("a", "text", visible_when='title == "x"', required=True)])
    assert report(hidden, {"a": "typed before"}).progress.whole == NONE


def test_tallies_add_up() -> None:
    one, other = Tally(1, 2, 3, 4), Tally(10, 20, 30, 40)
    assert one + other == total([one, other]) == Tally(11, 22, 33, 44)
    assert Progress({"a": one}, {"p": {"b": other}}).whole == one + other
