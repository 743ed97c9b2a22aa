"""The worlds and the calls that come along, proved on their samples: exactly what is expected is found."""

import pytest

from grantdesk.rules.proof import samples_proved, unproved
from worlds import NAMES, form, samples

CALLS = (*NAMES, "lump", "hevi")


@pytest.mark.parametrize("name", CALLS)
def test_a_call_finds_in_its_samples_exactly_what_is_expected(name: str):
    assert samples_proved(form(name), samples(name)) == []


def test_a_sample_that_expects_something_else_is_told():
    changed = {"failing": {**samples("rules")["failing"], "expect": [{"rule": "no_such", "path": "a"}]}}
    faults = samples_proved(form("rules"), changed)
    assert len(faults) > len(samples("rules")["failing"]["expect"])


@pytest.mark.parametrize(
    "sample", [[], {}, {"answers": {}}, {"answers": {}, "expect": [1]}, {"answers": 1, "expect": []}]
)
def test_a_sample_of_another_shape_is_a_fault(sample: object):
    assert samples_proved(form("rules"), {"bad": sample})


def test_every_rule_of_the_world_of_rules_fails_and_holds_somewhere():
    assert unproved(form("rules"), samples("rules")) == []


def test_rules_that_no_sample_shows_are_named():
    faults = unproved(form("rules"), {})
    rules = form("rules").call.rules
    assert len(faults) == 2 * len(rules)


def test_answers_that_do_not_fit_the_call_are_told_by_their_place():
    misfit = {"answers": {"no_such_field": "x"}, "expect": []}
    (fault,) = samples_proved(form("rules"), {"bad": misfit})
    assert "no_such_field" in fault.place
    assert len(unproved(form("rules"), {"bad": misfit})) == 2 * len(form("rules").call.rules)


def test_what_a_sample_expects_is_written_as_texts():
    bad = {"answers": {}, "expect": [{"rule": "a", "path": 1}]}
    assert len(samples_proved(form("rules"), {"bad": bad})) == 1


def test_a_rule_that_one_sample_shows_failing_only_is_named_once():
    faults = unproved(form("rules"), {"failing": samples("rules")["failing"]})
    assert faults
    assert all(fault.place.startswith("rules.") for fault in faults)
