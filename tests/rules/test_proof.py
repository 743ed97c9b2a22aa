"""A call proved on samples: what is expected and missing, what is found and not expected, what no sample shows."""

import copy
from typing import Any

import pytest

from call.change import told
from grantdesk.rules.proof import samples_proved, unproved
from worlds import NAMES, form, samples


def proved(name: str, sample: Any) -> list[str]:
    return told(samples_proved(form(name), {"s": sample}))


@pytest.mark.parametrize("name", [*NAMES, "lump"])
def test_the_samples_of_the_worlds_are_as_they_say(name: str) -> None:
    assert told(samples_proved(form(name), samples(name))) == []


@pytest.mark.parametrize("name", ["rules", "lump"])
def test_samples_show_every_rule_failing_and_holding(name: str) -> None:
    assert told(unproved(form(name), samples(name))) == []


WAITING = [
    {"rule": "some_contact", "path": "email"},
    {"rule": "enough_people", "path": "people"},
    {"rule": "papers_attached", "path": "papers", "severity": "error"},
    {"rule": "one_head", "path": "people"},
]


def test_a_finding_that_is_expected_and_missing_is_told() -> None:
    more = [*WAITING, {"rule": "adds_up", "path": "part"}, {"rule": "one_head", "path": ""}]
    assert proved("rules", {"answers": {}, "expect": more}) == [
        "samples.s: “adds_up” is expected at part and was not found.",
        "samples.s: “one_head” is expected at – and was not found.",
    ]


def test_a_finding_that_nobody_expects_is_told_with_its_sentence() -> None:
    assert proved("rules", {"answers": {}, "expect": WAITING[1:]}) == [
        "samples.s: “some_contact” was found at email and is not expected: "
        "“E-mail” or a telephone number is needed."
    ]


def test_the_same_finding_is_expected_as_often_as_it_is_found() -> None:
    twice = [*WAITING, WAITING[0]]
    assert proved("rules", {"answers": {}, "expect": twice}) == [
        "samples.s: “some_contact” is expected at email and was not found."
    ]


def test_a_severity_is_compared_where_it_is_given() -> None:
    changed = [*WAITING[:2], {**WAITING[2], "severity": "warning"}, WAITING[3]]
    assert [
        line.partition(" is ")[0].partition(" was ")[0]
        for line in proved("rules", {"answers": {}, "expect": changed})
    ] == [
        "samples.s: “papers_attached”",
        "samples.s: “papers_attached”",
    ]


def test_answers_of_a_sample_that_do_not_fit_are_told_with_their_places() -> None:
    assert proved("rules", {"answers": {"months": 1.5, "people": [{"nome": "x"}]}, "expect": []}) == [
        "samples.s.answers.months: A number with a fraction is written as a text: “1.50”.",
        "samples.s.answers.people[0].nome: The call asks nothing called “nome” here. Is “name” meant?",
    ]


@pytest.mark.parametrize(
    "sample",
    [
        None,
        [],
        {},
        {"answers": {}},
        {"answers": [], "expect": []},
        {"answers": {}, "expect": {}},
        {"answers": {}, "expect": [], "name": "x"},
        {"answers": {}, "expect": ["required"]},
        {"answers": {}, "expect": [{"rule": "x"}]},
        {"answers": {}, "expect": [{"rule": "x", "path": "y", "why": "z"}]},
        {"answers": {}, "expect": [{"rule": "x", "path": ["y"]}]},
    ],
)
def test_a_sample_is_written_in_one_way(sample: Any) -> None:
    assert proved("rules", sample) == [
        "samples.s: A sample has “answers” and “expect”: a list of findings, each with “rule” and “path”."
    ]


def test_rules_that_no_sample_shows_are_remarked() -> None:
    remarks = told(unproved(form("lump"), {}))
    assert len(remarks) == 2 * len(form("lump").call.rules)
    assert remarks[:2] == [
        "rules.finishes_after_begins: No sample shows the rule failing.",
        "rules.finishes_after_begins: No sample shows the rule holding.",
    ]


def test_samples_that_are_none_show_nothing() -> None:
    broken = {"a": {"answers": {"nothing": 1}, "expect": []}, "b": 5}
    assert unproved(form("lump"), broken) == unproved(form("lump"), {})


def test_a_rule_holds_only_where_it_is_asked_and_can_be_known() -> None:
    """`reasons_for_much` is asked of large shares only; `salary_likely` needs a salary."""
    sample = copy.deepcopy(samples("lump")["complete"])
    for part in sample["answers"]["applicants"]:
        part["posts"] = [{"post": "x", "months_of_work": "1.00"}]
    remarks = told(unproved(form("lump"), {"s": sample}))
    for rule in ("reasons_for_much", "salary_likely", "ceiling"):
        assert f"rules.{rule}: No sample shows the rule holding." in remarks
    assert "rules.evidence_attached: No sample shows the rule holding." not in remarks


def test_a_rule_beside_a_node_that_is_hidden_is_not_asked() -> None:
    remarks = told(unproved(form("hidden"), samples("hidden")))
    assert remarks == ["rules.why_is_long: No sample shows the rule holding."]
    longer = copy.deepcopy(samples("hidden")["open"])
    longer["answers"]["why_so"] = "So it is."
    assert unproved(form("hidden"), {**samples("hidden"), "longer": longer}) == []
