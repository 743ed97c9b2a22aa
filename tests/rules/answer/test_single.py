"""What is checked in the answer to each kind of node that has one value."""

from datetime import date
from typing import Any

import pytest

from grantdesk.words.phrase import Cents, Rate, Scaled
from rules.small import form, kinds, node, only, options, report

NODES = [
    node("line", "text", most=10),
    node("story", "essay", limit={"most": 10}),
    node("said", "essay", limit={"most": 4, "least": 2, "counting": "words"}),
    node("crlf", "essay", limit={"most": 4, "least": 2, "counting": "characters_crlf"}),
    node("price", "money", least=-100, most=1000),
    node("months", "number", decimals=2, least=100, most=4800),
    node("year", "number", plain=True, least=2021, most=2035),
    node("share", "rate", most=6000),
    node("day", "date", least="2027-01-01", most="2027-12-31"),
    node("any_day", "date"),
    node("one", "choice", options="colours"),
    node("some", "several", options="colours", least=2, most=2),
    node("free", "several", options="colours"),
    node("agreed", "yes_no", must_be=True),
    node("asked", "yes_no"),
    node("mail", "identifier", scheme="email"),
]
FORM = form(NODES, lists={"colours": options("red", "green", "blue")})
NAMES = [each["id"] for each in NODES]

GOOD: list[tuple[str, Any]] = [
    ("line", "0123456789"),
    ("story", "0123456789"),
    ("story", "0123\n56789"),
    ("said", "a b – c d"),
    ("crlf", "ab"),
    ("crlf", "a\nb"),
    ("price", -100),
    ("price", 0),
    ("price", 1000),
    ("months", 100),
    ("months", 4800),
    ("year", 2021),
    ("share", 0),
    ("share", 6000),
    ("day", "2027-01-01"),
    ("day", "2027-12-31"),
    ("any_day", "0001-01-01"),
    ("any_day", "9999-12-31"),
    ("one", "red"),
    ("some", {"red": True, "blue": True}),
    ("free", {"red": True, "green": True, "blue": True}),
    ("agreed", True),
    ("asked", True),
    ("asked", False),
    ("mail", "a@example.org"),
]

WRONG: list[tuple[str, Any, str, dict[str, Any]]] = [
    ("line", "01234567890", "characters", {"count": 11, "most": 10, "over": 1}),
    ("line", "a\nb", "lines", {}),
    ("story", "01234567890", "characters", {"count": 11, "most": 10, "over": 1}),
    ("said", "a b c d e", "words", {"count": 5, "most": 4, "over": 1}),
    ("said", "a –", "words_few", {"count": 1, "least": 2}),
    ("crlf", "ab\ncd", "characters", {"count": 6, "most": 4, "over": 2}),
    ("crlf", "a", "characters_few", {"count": 1, "least": 2}),
    ("price", -101, "low", {"value": Cents(-101), "least": Cents(-100)}),
    ("price", 1001, "high", {"value": Cents(1001), "most": Cents(1000)}),
    ("price", "1 234,5o", "unreadable", {"typed": "1 234,5o", "example": Cents(1000)}),
    ("months", 99, "low", {"value": Scaled(99, 2), "least": Scaled(100, 2)}),
    ("months", 4801, "high", {"value": Scaled(4801, 2), "most": Scaled(4800, 2)}),
    ("year", 2020, "low", {"value": "2020", "least": "2021"}),
    ("share", 6001, "high", {"value": Rate(6001), "most": Rate(6000)}),
    ("share", "noin 60", "unreadable", {"typed": "noin 60", "example": Rate(2644)}),
    ("day", "2026-12-31", "early", {"value": date(2026, 12, 31), "least": date(2027, 1, 1)}),
    ("day", "2028-01-01", "late", {"value": date(2028, 1, 1), "most": date(2027, 12, 31)}),
    ("day", "1.9.2027", "unreadable", {"typed": "1.9.2027", "example": date(2027, 9, 1)}),
    ("day", "2027-02-29", "unreadable", {"typed": "2027-02-29", "example": date(2027, 9, 1)}),
    ("day", "٢٠٢٧-٠١-٠١", "unreadable", {"typed": "٢٠٢٧-٠١-٠١", "example": date(2027, 9, 1)}),
    ("one", "yellow", "option", {}),
    ("some", {"red": True, "yellow": True}, "option", {}),
    ("some", {"red": True}, "choices_missing", {"n": 2}),
    ("some", {"red": True, "green": True, "blue": True}, "choices_many", {"n": 2}),
    ("agreed", False, "must_be", {}),
    ("mail", "a b@example.org", "email", {"value": "a b@example.org"}),
]

STRANGE: list[Any] = [
    0,
    3,
    True,
    False,
    "text",
    {"red": True},
    {"a": {"b": 1}},
    [1],
    [],
    1.5,
    10**30,
    -(10**30),
]
FITTING: dict[str, tuple[type, ...]] = {
    **dict.fromkeys(("line", "story", "said", "crlf", "day", "any_day", "one", "mail"), (str,)),
    **dict.fromkeys(("price", "months", "year", "share"), (int, str)),
    **dict.fromkeys(("some", "free"), (dict,)),
    **dict.fromkeys(("agreed", "asked"), (bool,)),
}


@pytest.mark.parametrize(("name", "value"), GOOD)
def test_a_good_answer_has_no_finding(name: str, value: Any) -> None:
    assert report(FORM, {name: value}).findings == ()


@pytest.mark.parametrize(("name", "value", "kind", "facts"), WRONG)
def test_a_wrong_answer_is_told_with_its_facts(
    name: str, value: Any, kind: str, facts: dict[str, Any]
) -> None:
    finding = only(FORM, {name: value})
    assert (finding.kind, finding.path, finding.severity) == (kind, (name,), "error")
    assert {key: fact for key, fact in finding.facts.items() if key != "label"} == facts
    assert {key: type(fact) for key, fact in finding.facts.items() if key != "label"} == {
        key: type(fact) for key, fact in facts.items()
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", STRANGE)
def test_an_answer_of_another_type_has_the_wrong_form(name: str, value: Any) -> None:
    fits = isinstance(value, FITTING[name]) and not (isinstance(value, bool) and bool not in FITTING[name])
    if (
        not fits
        or (isinstance(value, int) and abs(value) > 10**18)
        or (isinstance(value, dict) and "a" in value)
    ):
        assert kinds(report(FORM, {name: value}).findings) == ["shape"]
    else:
        assert "shape" not in kinds(report(FORM, {name: value}).findings)


@pytest.mark.parametrize("value", [1, "True", False, {}, None])
def test_a_tick_is_true_and_nothing_else(value: Any) -> None:
    assert only(FORM, {"free": {"red": value}}).kind == "shape"


def test_a_line_may_be_both_too_long_and_no_line() -> None:
    assert kinds(report(FORM, {"line": "01234\n56789"}).findings) == ["lines", "characters"]


def test_what_somebody_typed_is_not_repeated_at_length() -> None:
    typed = only(FORM, {"price": "9" * 500}).facts["typed"]
    assert isinstance(typed, str)
    assert len(typed) == 80
    assert typed.endswith("9…")


@pytest.mark.parametrize("value", ["", " ", "\n\t ", {}, None])
def test_an_empty_answer_is_none(value: Any) -> None:
    got = report(form([node("must", "text", required=True)]), {"must": value})
    assert kinds(got.findings) == ["required"]
    assert "must" not in got.asked
    assert got.progress.whole.touched == 0


def test_a_finding_has_the_label_and_the_source_of_its_node() -> None:
    finding = only(form([node("must", "text", required=True, source="§ 3")]), {})
    assert finding.source == "§ 3"
    assert getattr(finding.facts["label"], "en", "") == "must"
