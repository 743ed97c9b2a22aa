"""Every sentence of the checks is said in every language, its slots filled by the facts of a real finding."""

from functools import cache
from typing import Any

import pytest

from grantdesk.call.form import Form
from grantdesk.rules.finding import Finding
from grantdesk.rules.length import Length, overlong
from grantdesk.rules.sentence import SENTENCES
from grantdesk.words.language import LANGUAGES, SLOT, Language
from rules.kind.asked import COMPARED, judged, people
from rules.kind.test_aid import INTENSITY, ROLLING, granted
from rules.kind.test_kinds import WRONG
from rules.small import form, node, options, report, rows
from worlds import form as on_paper

IDENTIFIERS = (
    "business_id",
    "vat_id",
    "iban",
    "bic",
    "email",
    "postal_code",
    "phone",
    "url",
    "municipality",
    "pic",
    "orcid",
)
FILE = {"name": "a.pdf", "size": 1}


@cache
def every() -> Form:
    """A call in which every check of a node can fail."""
    return form(
        [
            node("must", "text", required=True),
            node("line", "text", most=3),
            node("story", "essay", limit={"most": 3, "least": 2}),
            node("said", "essay", limit={"most": 3, "least": 2, "counting": "words"}),
            node("price", "money", most=100),
            node("day", "date", least="2027-01-01", most="2027-12-31"),
            node("one", "choice", options="colours"),
            node("some", "several", options="colours", least=2, most=2),
            node("agreed", "yes_no", must_be=True),
            node("papers", "attachment", most_size=10),
            node("things", "table", table="thing"),
            node("which", "choice", rows_of="things"),
            *(node(scheme, "identifier", scheme=scheme) for scheme in IDENTIFIERS),
        ],
        tables={"thing": {"columns": [node("name", "text")], "least": 1, "most": 2, "unique": ["name"]}},
        lists={"colours": options("red", "green", "blue")},
    )


FAILING: dict[str, dict[str, Any]] = {
    "required": {},
    "shape": {"price": True},
    "unreadable": {"price": "?"},
    "lines": {"line": "\na"},
    "characters": {"line": "abcd"},
    "characters_few": {"story": "a"},
    "words": {"said": "a b c d"},
    "words_few": {"said": "a"},
    "low": {"price": -1},
    "high": {"price": 101},
    "early": {"day": "2026-12-31"},
    "late": {"day": "2028-01-01"},
    "option": {"one": "yellow"},
    "reference": {"which": "r9"},
    "must_be": {"agreed": False},
    "choices_missing": {"some": {"red": True}},
    "choices_many": {"some": {"red": True, "green": True, "blue": True}},
    "rows_missing": {},
    "rows_many": {"things": rows({}, {}, {})},
    "same": {"things": rows({"name": "a"}, {"name": "a"})},
    "files_many": {"papers": {"f": FILE, "g": FILE}},
    "format": {"papers": {"f": {**FILE, "name": "a.exe"}}},
    "size": {"papers": {"f": {**FILE, "size": 11}}},
    **{scheme: {scheme: "no"} for scheme in IDENTIFIERS},
}

OF_AID: list[tuple[str, dict[str, Any], dict[str, Any], str, None]] = [
    (
        "aid_intensity",
        INTENSITY,
        {"category": "industrial", "size": "large", "part": 51, "whole": 100},
        "rule.aid_intensity",
        None,
    ),
    ("rolling_max", ROLLING, granted(("2026-01-01", 20_000_001)), "rule.rolling_max", None),
]


@cache
def found() -> dict[str, list[Finding]]:
    """Findings by the sentence that they say."""
    by_kind: dict[str, list[Finding]] = {}
    for kind, answers in FAILING.items():
        by_kind[kind] = [finding for finding in report(every(), answers).findings if finding.kind == kind]
    for kind, rule, answers, sentence, _ in (*WRONG, *OF_AID):
        by_kind.setdefault(sentence, []).extend(judged(answers, kind, **rule))
    by_kind["too_long"] = [*judged(people(*[{}] * 1000), "expr", **COMPARED)]
    by_kind["pages_many"] = list(overlong(on_paper("pages"), Length(9)))
    return by_kind


def test_every_sentence_is_said_by_a_finding_and_every_finding_has_one() -> None:
    assert found().keys() - {"rule.expr"} == SENTENCES.keys()
    assert all(found().values())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_is_said_whole(kind: str, code: str) -> None:
    for finding in found()[kind]:
        said = Language(code).say(finding.phrase)
        assert not SLOT.search(said)
        assert said.endswith(".")


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_names_what_it_speaks_of(kind: str) -> None:
    sentence = SENTENCES[kind]
    assert all("“{label}”" in said for said in (sentence.said, sentence.plural or sentence.said))


def test_a_rule_with_words_of_its_own_says_them_with_its_facts() -> None:
    words = {"fi": "{count} liikaa", "sv": "{count} för mycket", "en": "{count} too many"}
    (finding,) = judged({"people": rows({}, {})}, "count", rows="people", most=1, text=words)
    assert [Language(code).say(finding.phrase) for code in ("fi", "sv", "en")] == [
        "2 liikaa",
        "2 för mycket",
        "2 too many",
    ]
