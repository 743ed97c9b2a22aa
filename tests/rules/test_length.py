"""What is too long on paper is a finding like any other: beside the section, or the whole application."""

from dataclasses import replace

from grantdesk.rules.check import Checker
from grantdesk.rules.length import Length, is_limited, overlong, with_length
from grantdesk.words.language import Language
from worlds import form

FORM = form("pages")
ANSWERS = {"name": "X", "members": {"a": {"pos": "V", "organisation": "A"}}}
REPORT = Checker(FORM).report(ANSWERS)
LONG = Length(6, {("project",): 2, ("plan",): 3, ("part", "a"): 2, ("part", "b"): 1})


def test_only_calls_that_limit_pages_need_paper() -> None:
    assert is_limited(FORM)
    assert not is_limited(form("kinds"))
    assert not is_limited(form("hevi"))


def test_the_whole_and_each_section_have_limits_of_their_own() -> None:
    found = list(overlong(FORM, LONG))
    assert [finding.path for finding in found] == [(), ("steps",), ("members", "a", "role")]
    assert [finding.severity for finding in found] == ["error"] * 3
    assert Language("en").say(found[1].phrase) == (
        "“Plan” takes 3 pages on paper; the limit is 1. Shorten it by 2."
    )
    assert found[1].source == "Section 4 of the notice"


def test_what_is_within_its_limits_changes_nothing() -> None:
    short = Length(5, {("plan",): 1, ("part", "a"): 1})
    assert with_length(REPORT, FORM, short) is REPORT


def test_a_section_that_is_too_long_is_to_be_fixed() -> None:
    report = with_length(REPORT, FORM, LONG)
    assert report.count("error") == REPORT.count("error") + 3
    assert report.progress.sections["plan"].errors == 1
    assert report.progress.partners["a"]["part"].errors == 1
    assert report.progress.sections["project"] == REPORT.progress.sections["project"]
    assert replace(report, findings=REPORT.findings, progress=REPORT.progress) == REPORT


def test_a_section_that_the_call_does_not_have_is_passed_over() -> None:
    assert list(overlong(FORM, Length(1, {("nothing",): 90}))) == []
