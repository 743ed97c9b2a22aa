"""The HEVi call and its samples: the complete one is clean but for two findings, and every rule can be broken."""

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from calls import hevi
from grantdesk.call.author import assembled
from grantdesk.call.entry import entered
from grantdesk.call.form import Form
from grantdesk.files import calls
from grantdesk.model.tree import NOTHING, apply
from grantdesk.rules.check import Checker, Report

RESOURCES = Path(__file__).parents[2] / "resources"


@cache
def form() -> Form:
    return Form(assembled(calls.folder(RESOURCES / "calls" / "hevi").parts))


@cache
def sample(name: str) -> Any:
    return json.loads((RESOURCES / "samples" / f"hevi-{name}.json").read_text(encoding="utf-8"))


def changed(data: Any, changes: Any) -> Any:
    data = copy.deepcopy(data)
    for (*way, last), value in changes:
        here = data
        for step in way:
            here = here[step]
        if value is None:
            del here[last]
        else:
            here[last] = value
    return data


def report(data: Any) -> Report:
    return Checker(form()).report(entered(form(), data).answers)


def test_the_complete_sample_has_one_error_and_one_warning_on_purpose() -> None:
    found = {(f.rule, f.severity, f.path) for f in report(sample("complete")).findings}
    assert found == {
        ("milestone_before_end", "error", ("milestones", "m6", "date")),
        ("funding_committed", "warning", ("partners", "company", "funding", "f2", "committed")),
    }


def test_the_complete_sample_is_clean_when_the_two_are_mended() -> None:
    assert report(changed(sample("complete"), hevi.MENDED)).findings == ()


def test_the_costs_of_the_complete_sample_are_whole_euros_and_paid_in_full() -> None:
    amounts = report(sample("complete")).figures.known()
    assert {name: amounts[name] for name in ("staff", "flat", "total", "grant", "own")} == {
        "staff": 453_655_00,
        "flat": 181_462_00,
        "total": 635_117_00,
        "grant": 381_069_00,
        "own": 240_048_00,
    }
    paid = ("grant", "municipal", "other_public", "private", "own")
    assert sum(amounts[name] for name in paid) == amounts["net"]


def test_the_unfinished_sample_lacks_answers_but_tells_no_lies() -> None:
    found = report(sample("unfinished"))
    assert not [f for f in found.findings if f.severity == "error" and not f.missing]
    assert 4_000 <= found.progress.whole.share <= 6_500


def test_every_rule_is_tried() -> None:
    assert hevi.BROKEN.keys() | hevi.GONE.keys() | hevi.KEPT == {rule.id for rule in form().call.rules}


@pytest.mark.parametrize("rule", [*hevi.BROKEN, *hevi.GONE])
def test_a_rule_is_found_when_it_is_broken_and_nothing_else_with_it(rule: str) -> None:
    data = changed(sample("complete"), hevi.MENDED + hevi.BROKEN.get(rule, ()))
    answers = apply(entered(form(), data).answers, dict.fromkeys(hevi.GONE.get(rule, ()), NOTHING))
    found = {finding.rule for finding in Checker(form()).report(answers).findings}
    assert rule in found
    assert found - {rule} <= hevi.ALONG.get(rule, frozenset())


def test_what_is_not_confirmed_says_so() -> None:
    call = form().call
    limited = [n for s in call.sections for n in s.nodes if n.kind in ("essay", "attachment")]
    assert not [node.id for node in limited if node.confirmed]
    assert not [criterion.id for criterion in call.criteria if criterion.confirmed]
