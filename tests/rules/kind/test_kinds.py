"""Every kind of rule: it holds, it is wrong with the right facts, or it is not known yet."""

from datetime import date
from typing import Any, NamedTuple

import pytest

from grantdesk.words.language import Language
from grantdesk.words.phrase import Cents, Rate, Scaled
from rules.kind.asked import COMPARED, Answers, facts, judged, people, posts, ruled
from rules.small import label, rows


class Case(NamedTuple):
    """A rule, and answers with which it holds, or is not known yet (both give nothing), or fails with these facts."""

    kind: str
    rule: dict[str, Any]
    fine: list[Answers]
    wrong: list[tuple[Answers, str, dict[str, Any]]]
    waiting: list[Answers] = []


TEXT = {"value": "a"}
RANGE = {"value": "months", "least": "3", "most": "24"}
DAYS = {"first": "first", "then": "then"}
PEOPLE = {"rows": "people"}
SUMS = {"parts": ["part", "rest"], "total": "whole", "tolerance": 1}
SHARE = {"part": "part", "whole": "whole", "rate": 3333}
GRANT = {"rows": "grants", "date": "day", "amount": "amount", "plus": "part", "until": "then", "years": 3}
FILE = {"name": "a.pdf", "size": 1}
LINES = [
    {"keys": ["industrial", "large"], "most": 1000},
    {"keys": ["industrial", "*"]},
    {"keys": ["none", "*"], "allowed": False},
]
LOOKUP = {"keys": ["category", "size"], "value": "part", "table": LINES}

CASES = [
    Case(
        "required",
        {"any_of": ["a", "b", "agreed"]},
        [{"a": "x"}, {"b": "x"}, {"agreed": False}],
        [({}, "rule.required", {}), ({"a": " ", "b": ""}, "rule.required", {})],
    ),
    Case(
        "limit",
        {**TEXT, "least": 2, "most": 4},
        [{"a": "ab"}, {"a": "abcd"}],
        [
            ({"a": "abcde"}, "rule.limit", {"count": 5, "most": 4, "over": 1}),
            ({"a": "a"}, "rule.limit_few", {"count": 1, "least": 2}),
        ],
        [{}],
    ),
    Case(
        "limit",
        {**TEXT, "least": 2, "most": 3, "counting": "words"},
        [{"a": "a b"}, {"a": "a b c"}],
        [
            ({"a": "a b c d"}, "rule.limit_words", {"count": 4, "most": 3, "over": 1}),
            ({"a": "a"}, "rule.limit_few_words", {"count": 1, "least": 2}),
        ],
    ),
    Case(
        "limit",
        {**TEXT, "least": 2},
        [{"a": "a" * 200}],
        [({"a": "a"}, "rule.limit_few", {"count": 1, "least": 2})],
    ),
    Case(
        "range",
        RANGE,
        [{"months": 300}, {"months": 2400}],
        [
            ({"months": 299}, "rule.range_low", {"value": Scaled(299, 2), "least": Scaled(300, 2)}),
            ({"months": 2401}, "rule.range_high", {"value": Scaled(2401, 2), "most": Scaled(2400, 2)}),
        ],
        [{}, {"months": "soon"}],
    ),
    Case(
        "range",
        {"value": "share", "most": "bp(5000)"},
        [{"share": 0}],
        [({"share": 5001}, "rule.range_high", {"value": Rate(5001), "most": Rate(5000)})],
    ),
    Case(
        "range",
        {"value": "part", "least": "whole"},
        [{"part": 5, "whole": 5}],
        [({"part": 4, "whole": 5}, "rule.range_low", {"value": Cents(4), "least": Cents(5)})],
        [{"part": 4}, {"whole": 4}],
    ),
    Case(
        "order",
        DAYS,
        [{"first": "2027-01-01", "then": "2027-01-01"}, {"first": "2027-01-01", "then": "2027-01-02"}],
        [
            (
                {"first": "2027-01-02", "then": "2027-01-01"},
                "rule.order",
                {"first": date(2027, 1, 2), "then": date(2027, 1, 1)},
            )
        ],
        [{"first": "2027-01-02"}, {"first": "2027-02-30", "then": "2027-01-01"}],
    ),
    Case(
        "order",
        {**DAYS, "apart": True},
        [{"first": "2027-01-01", "then": "2027-01-02"}],
        [
            (
                {"first": "2027-01-01", "then": "2027-01-01"},
                "rule.order_apart",
                {"first": date(2027, 1, 1), "then": date(2027, 1, 1)},
            )
        ],
    ),
    Case(
        "unique",
        {**PEOPLE, "columns": ["name"]},
        [people({"name": "a"}, {"name": "b"}), people({}, {}), people({"name": ""}, {"name": " "})],
        [
            (
                people({"name": "Aino"}, {"name": " aino "}, {"name": "b"}),
                "rule.unique",
                {"value": "Aino", "rows": 2},
            )
        ],
        [{}],
    ),
    Case(
        "unique",
        {**PEOPLE, "columns": ["pay", "born", "works", "post"]},
        [
            people(
                {"pay": 1, "born": "2000-01-01", "works": True},
                {"pay": 1, "born": "2000-01-01", "works": True},
            )
        ],
        [
            (
                people(*[{"pay": 1, "born": "2000-01-01", "works": True, "post": "head"}] * 3),
                "rule.unique",
                {"value": (Cents(1), date(2000, 1, 1), True, "head"), "rows": 3},
            )
        ],
    ),
    Case(
        "unique",
        {**PEOPLE, "columns": ["born"]},
        [people({"born": "2000-01-01"}, {"born": "2000-01-02"})],
        [(people({"born": "x"}, {"born": "x"}), "rule.unique", {"value": "x", "rows": 2})],
    ),
    Case(
        "count",
        {**PEOPLE, "least": 1, "most": 2},
        [people({}), people({}, {})],
        [
            ({}, "rule.count_few", {"count": 0, "least": 1}),
            (people({}, {}, {}), "rule.count_many", {"count": 3, "most": 2}),
        ],
    ),
    Case(
        "count",
        {"rows": 'people.filter(p, p.post == "head")', "least": 1, "most": 1},
        [posts("head", "hand")],
        [
            ({}, "rule.count_few", {"count": 0, "least": 1}),
            (posts("hand"), "rule.count_few", {"count": 0, "least": 1}),
            (posts("head", "head"), "rule.count_many", {"count": 2, "most": 1}),
        ],
        [posts("head", None)],
    ),
    Case(
        "count",
        {"rows": "papers", "least": 2},
        [{"papers": {"x": FILE, "y": FILE}}],
        [
            ({}, "rule.count_few", {"count": 0, "least": 2}),
            ({"papers": {"x": FILE}}, "rule.count_few", {"count": 1, "least": 2}),
        ],
    ),
    Case(
        "count",
        {"rows": "hidden", "least": 1, "at": "a"},
        [{}, {"agreed": False}],
        [({"agreed": True}, "rule.count_few", {"count": 0, "least": 1})],
    ),
    Case(
        "sum_equals",
        SUMS,
        [{"part": 50, "rest": 50, "whole": whole} for whole in (99, 100, 101)],
        [
            (
                {"part": 50, "rest": 50, "whole": 102},
                "rule.sum_equals",
                {"sum": Cents(100), "total": Cents(102), "difference": Cents(2)},
            )
        ],
        [{"part": 50, "whole": 102}, {"part": 50, "rest": 50}],
    ),
    Case(
        "share_max",
        SHARE,
        [{"part": 3333, "whole": 10_000}, {"part": 0, "whole": 0}, {"part": -5, "whole": 0}],
        [
            (
                {"part": 3334, "whole": 10_001},
                "rule.share_max",
                {
                    "part": Cents(3334),
                    "whole": Cents(10_001),
                    "rate": Rate(3333),
                    "limit": Cents(3333),
                    "over": Cents(1),
                },
            )
        ],
        [{"part": 3334}, {"whole": 1}],
    ),
    Case(
        "share_min",
        SHARE,
        [{"part": 3333, "whole": 10_000}, {"part": 0, "whole": 0}],
        [
            (
                {"part": 3333, "whole": 10_001},
                "rule.share_min",
                {
                    "part": Cents(3333),
                    "whole": Cents(10_001),
                    "rate": Rate(3333),
                    "limit": Cents(3334),
                    "short": Cents(1),
                },
            )
        ],
        [{"part": 3333}, {"whole": 1}],
    ),
    *(
        Case(
            "compare",
            {"left": "part", "is": sign, "right": "whole"},
            [{"part": 10 + by, "whole": 10} for by in good],
            [
                ({"part": 10 + by, "whole": 10}, "rule.compare", {"left": Cents(10 + by), "right": Cents(10)})
                for by in (-1, 0, 1)
                if by not in good
            ],
            [{"part": 10}, {"whole": 10}],
        )
        for sign, good in (
            ("<", [-1]),
            ("<=", [-1, 0]),
            ("==", [0]),
            (">=", [0, 1]),
            (">", [1]),
            ("!=", [-1, 1]),
        )
    ),
    Case(
        "requires_attachment",
        {"files": "papers", "least": 2},
        [{"papers": {"x": FILE, "y": FILE}}],
        [
            ({}, "rule.requires_attachment", {"n": 2}),
            ({"papers": {"x": FILE}}, "rule.requires_attachment", {"n": 2}),
        ],
    ),
    Case(
        "pattern",
        {**TEXT, "masks": ["AA-999", "*?9"]},
        [{"a": "AB-123"}, {"a": "äö-000"}, {"a": "ä!7"}, {"a": "5 7"}],
        [
            ({"a": text}, "rule.pattern", {"value": text, "example": "AA-999"})
            for text in ("AB-12", "A1-123", "AB 123", "AB-12٣", "AB-1234", "!!7")
        ],
        [{}],
    ),
    Case(
        "checksum",
        {**TEXT, "scheme": "business_id"},
        [{"a": "0201256-6"}, {"a": "201256-6"}],
        [({"a": "0201256-7"}, "rule.checksum", {"value": "0201256-7"})],
        [{}],
    ),
    Case(
        "exists",
        {**TEXT, "rows": "people"},
        [{**people({}), "a": "r1"}],
        [
            ({**people({}), "a": "r2"}, "rule.exists", {"value": "r2"}),
            ({"a": "r1"}, "rule.exists", {"value": "r1"}),
        ],
        [people({})],
    ),
    Case(
        "composition",
        {
            **PEOPLE,
            "column": "post",
            "groups": [
                {"any_of": ["head"], "least": 1, "most": 1, "label": {"fi": "H", "sv": "H", "en": "H"}},
                {"any_of": ["hand", "foot"], "least": 2, "label": {"fi": "F", "sv": "F", "en": "F"}},
            ],
        },
        [posts("head", "hand", "foot")],
        [
            (posts("hand", "foot"), "rule.composition_few", {"group": label("H"), "count": 0, "least": 1}),
            (posts("head", "foot"), "rule.composition_few", {"group": label("F"), "count": 1, "least": 2}),
            (
                posts("head", "head", "hand", "foot"),
                "rule.composition_many",
                {"group": label("H"), "count": 2, "most": 1},
            ),
            (
                posts("head", "head", None),
                "rule.composition_many",
                {"group": label("H"), "count": 2, "most": 1},
            ),
        ],
        [posts("head", "hand", None)],
    ),
    Case(
        "lookup",
        LOOKUP,
        [
            {"category": "industrial", "size": "large", "part": 1000},
            {"category": "industrial", "size": "small", "part": 5000},
        ],
        [
            (
                {"category": "industrial", "size": "large", "part": 1001},
                "rule.lookup_most",
                {"value": Cents(1001), "most": Cents(1000)},
            ),
            ({"category": "none", "size": "large", "part": 1}, "rule.lookup", {"keys": ("none", "large")}),
            ({"category": "study", "size": "large", "part": 1}, "rule.lookup", {"keys": ("study", "large")}),
        ],
        [{"category": "none", "part": 1}, {"category": "none", "size": "large"}],
    ),
    Case(
        "lookup",
        {"keys": ["category"], "table": [{"keys": ["none"], "allowed": False}], "otherwise": True},
        [{"category": "study"}],
        [({"category": "none"}, "rule.lookup", {"keys": ("none",)})],
        [{}],
    ),
    Case(
        "expr",
        {"must": 'a != "bad"', "text": {"fi": "{label}", "sv": "{label}", "en": "{label}"}},
        [{"a": "good"}],
        [({"a": "bad"}, "rule.expr", {})],
        [{}],
    ),
]
FINE = [(case.kind, case.rule, answers) for case in CASES for answers in case.fine]
WAITING = [(case.kind, case.rule, answers) for case in CASES for answers in case.waiting]
WRONG = [(case.kind, case.rule, *wrong) for case in CASES for wrong in case.wrong]


@pytest.mark.parametrize(("kind", "rule", "answers"), FINE)
def test_a_rule_that_holds_says_nothing(kind: str, rule: dict[str, Any], answers: Answers) -> None:
    assert judged(answers, kind, **rule) == ()


@pytest.mark.parametrize(("kind", "rule", "answers"), WAITING)
def test_a_rule_that_is_not_known_yet_says_nothing(kind: str, rule: dict[str, Any], answers: Answers) -> None:
    assert judged(answers, kind, **rule) == ()


@pytest.mark.parametrize(("kind", "rule", "answers", "sentence", "told"), WRONG)
def test_a_rule_that_fails_says_what_is_wrong(
    kind: str, rule: dict[str, Any], answers: Answers, sentence: str, told: dict[str, Any]
) -> None:
    (finding,) = judged(answers, kind, **rule)
    assert (finding.kind, facts(finding)) == (sentence, told)
    assert {name: type(fact) for name, fact in facts(finding).items()} == {
        n: type(fact) for n, fact in told.items()
    }


@pytest.mark.parametrize(("kind", "rule", "answers", "sentence", "told"), WRONG)
def test_the_facts_that_a_text_may_name_are_there(
    kind: str, rule: dict[str, Any], answers: Answers, sentence: str, told: dict[str, Any]
) -> None:
    (finding,) = judged(answers, kind, **rule)
    (terms,) = ruled(kind, **rule).call.rules
    assert terms.facts() <= finding.facts.keys()


@pytest.mark.parametrize(("kind", "rule", "answers", "sentence", "told"), WRONG)
@pytest.mark.parametrize("when", ["count_of > 1", "false"])
def test_a_rule_is_judged_only_where_it_is_asked(
    kind: str, rule: dict[str, Any], answers: Answers, sentence: str, told: dict[str, Any], when: str
) -> None:
    asked = {**rule, "when": when}
    assert judged(answers, kind, **asked) == ()
    assert judged({**answers, "count_of": 1}, kind, **asked) == ()
    assert bool(judged({**answers, "count_of": 2}, kind, **asked)) == (when != "false")


def test_every_group_and_every_value_that_stands_twice_is_told() -> None:
    groups = [
        {"any_of": [name], "least": 1, "label": {"fi": name, "sv": name, "en": name}}
        for name in ("head", "foot")
    ]
    few = judged(posts("hand"), "composition", rows="people", column="post", groups=groups)
    assert [finding.facts["group"] for finding in few] == [label("head"), label("foot")]
    doubled = people(*({"name": name} for name in ("a", "b", "a", "b")))
    twice = judged(doubled, "unique", rows="people", columns=["name"])
    assert [finding.facts["value"] for finding in twice] == ["a", "b"]


def test_files_in_the_rows_are_read_with_their_row() -> None:
    with_papers = people({"papers": {"x": {"name": "a.pdf", "size": 1}}}, {})
    missing = judged(with_papers, "requires_attachment", files="this.papers", scope="people")
    assert [finding.path for finding in missing] == [("people", "r2", "papers")]


def test_a_finding_of_a_rule_has_its_severity_source_and_own_words() -> None:
    words = {"fi": "f", "sv": "s", "en": "e"}
    (finding,) = judged({}, "required", any_of=["a"], severity="advice", source="§ 9", text=words)
    assert (finding.severity, finding.source, finding.text) == ("advice", "§ 9", finding.phrase.said)
    assert finding.rule == "it"


def test_a_long_value_is_not_repeated_at_length() -> None:
    (finding,) = judged({"a": "x" * 200}, "checksum", value="a", scheme="iban")
    assert len(str(finding.facts["value"])) == 80


def test_a_rule_stands_on_each_row() -> None:
    (missing,) = judged({"people": rows({"name": "x"}, {})}, "required", any_of=["this.name"], scope="people")
    assert missing.path == ("people", "r2", "name")


def test_rows_may_be_counted_by_an_answer_beside_them():
    rule = {"rows": "people.filter(p, p.name == a)", "least": 1}
    assert judged({"a": "Aino", **people({"name": "Aino"})}, "count", **rule) == ()
    assert len(judged({"a": "Aino", **people({"name": "Eino"})}, "count", **rule)) == 1


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("expr", COMPARED),
        ("expr", {**COMPARED, "must": "a == b", "when": COMPARED["must"]}),
        ("required", {"any_of": ["people.filter(p, people.all(q, q.name != p.name))"], "at": "people"}),
        (
            "sum_equals",
            {
                "parts": ["size(people.filter(p, people.all(q, q.name != p.name)))"],
                "total": "1",
                "at": "people",
            },
        ),
    ],
)
def test_a_rule_that_would_take_too_long_says_so_in_words_of_the_program(
    kind: str, rule: dict[str, Any]
) -> None:
    few, many = ({**people(*[{"name": "Aino"}] * n), "a": "x", "b": "x"} for n in (20, 1000))
    assert all(finding.kind != "too_long" for finding in judged(few, kind, **rule))
    (finding,) = judged(many, kind, **rule)
    assert (finding.kind, finding.path, finding.text) == ("too_long", ("people",), None)
    assert "was not checked" in Language("en").say(finding.phrase)
