"""What a condition hides is neither judged nor counted nor seen by others, and comes back as it was."""

from typing import Any

import pytest

from grantdesk.rules.check import Checker
from rules.small import form, kinds, node, options, report, rows, texts

FORM = form(
    [
        node("open", "yes_no"),
        node("secret", "text", most=3, required=True, visible_when="open"),
        node("deeper", "text", required=True, visible_when='secret == "abc"'),
        node("file", "attachment", visible_when="open"),
        node("things", "table", table="thing", visible_when="open"),
        node("grid", "matrix", rows="things", columns="things"),
        node("asks", "several", options="asks"),
    ],
    own=[node("secret_too", "text", most=3, required=True, visible_when="open")],
    columns=[node("role", "text")],
    tables={
        "thing": {
            "least": 1,
            "columns": [node("what", "text", most=3, required=True, visible_when='"what" in asks')],
        }
    },
    lists={"asks": options("what", "why")},
    rules=[
        {"id": "contact", "kind": "required", "any_of": ["secret"]},
        {"id": "filed", "kind": "requires_attachment", "files": "file"},
        {"id": "counted", "kind": "count", "rows": "things", "least": 3},
        {"id": "counted_elsewhere", "kind": "count", "rows": "things", "least": 3, "at": "asks"},
        {"id": "named", "kind": "required", "scope": "partners", "any_of": ["this.secret_too"]},
        {"id": "filled", "kind": "required", "scope": "things", "any_of": ["this.what"]},
    ],
)
BAD = {
    "secret": "too long",
    "deeper": "x",
    "file": {"f": {}},
    "things": rows({"what": "too long"}),
    "grid": {"r1": {"r1": -5}},
    "asks": {"what": True},
    "partners": rows({"secret_too": "too long"}),
}


@pytest.mark.parametrize("closed", [{"open": False}, {}])
def test_what_is_hidden_is_not_judged_by_anybody(closed: dict[str, Any]) -> None:
    got = report(FORM, {**BAD, **closed})
    assert got.findings == ()
    assert set(got.asked) == {*closed, "asks", "partners", "figures"}
    assert got.asked["partners"]["r1"] == {"pos": "B", "figures": {}}


def test_what_is_shown_is_judged_by_all() -> None:
    got = report(FORM, {**BAD, "open": True})
    assert sorted(kinds(got.findings)) == ["characters"] * 3 + ["low"] + ["rule.count_few"] * 2 + ["shape"]


def test_a_chain_of_conditions_closes_from_its_beginning() -> None:
    answers = {
        "open": True,
        "secret": "abc",
        "deeper": "kept",
        "things": rows({}),
        "file": {"f": {"name": "a.pdf", "size": 1}},
    }
    assert report(FORM, answers).asked["deeper"] == "kept"
    assert "deeper" not in report(FORM, {**answers, "open": False}).asked


def test_what_was_hidden_comes_back_as_it_was() -> None:
    checker = Checker(FORM)
    shown = checker.report({**BAD, "open": True})
    checker.report({**BAD, "open": False})
    assert checker.report({**BAD, "open": True}) == shown


def test_hidden_columns_are_neither_required_nor_ruled_on() -> None:
    answers = {"open": True, "secret": "abc", "deeper": "d", "things": rows({"what": "too long"}, {}, {})}
    without = report(FORM, {**answers, "asks": {"why": True}})
    assert kinds(without.findings) == ["rule.requires_attachment"]
    asked = report(FORM, {**answers, "asks": {"what": True}})
    assert sorted(kinds(asked.findings)) == [
        "characters",
        "required",
        "required",
        "rule.required",
        "rule.required",
        "rule.requires_attachment",
    ]


def test_an_answer_is_required_only_where_its_condition_is_true() -> None:
    maybe = form([node("why", "text", required_when='title == "x"')])
    assert kinds(report(maybe, {"title": "x"}).findings) == ["required"]
    assert report(maybe, {"title": "y"}).findings == ()
    assert report(maybe, {}).findings == ()


def test_unknown_keys_are_neither_judged_nor_seen() -> None:
    got = report(form([node("a", "text")]), {"from_a_later_version": {"x": 1}, "a": "b"})
    assert got.findings == ()
    assert got.asked == {"a": "b", "figures": {}}


def test_what_refers_to_partners_waits_for_no_partners_node() -> None:
    got = report(form([node("a", "text")]), {"partners": {"p": {"name": "x"}}})
    assert (got.partners, got.progress.partners) == ({}, {})


def test_rules_on_a_row_that_read_the_project_are_judged_anew_when_it_changes() -> None:
    ready = form(
        [node("last", "date"), node("things", "table", table="thing")],
        own=[node("mine", "table", table="thing")],
        tables={"thing": {"columns": [node("day", "date")]}},
        rules=[
            {
                "id": scope.replace(".", "_"),
                "kind": "order",
                "scope": scope,
                "first": "this.day",
                "then": "last",
                "text": texts(scope),
            }
            for scope in ("things", "partners.mine")
        ],
    )
    answers = {
        "things": rows({"day": "2027-05-01"}),
        "partners": {"p": {"mine": rows({"day": "2027-06-01"})}},
    }
    checker = Checker(ready)
    found = [
        {finding.path for finding in checker.report({**answers, "last": day}).findings}
        for day in ("2027-04-01", "2027-05-15", "2027-07-01", "2027-04-01")
    ]
    thing, mine = ("things", "r1", "day"), ("partners", "p", "mine", "r1", "day")
    assert found == [{thing, mine}, {mine}, set(), {thing, mine}]


def test_a_rule_on_a_row_about_its_own_tables_knows_when_they_have_no_rows() -> None:
    ready = form(
        own=[node("mine", "table", table="thing")],
        tables={"thing": {"columns": [node("day", "date")]}},
        rules=[{"id": "some", "kind": "count", "scope": "partners", "rows": "this.mine", "least": 1}],
    )
    assert kinds(report(ready, {"partners": {"p": {"name": "x"}}}).findings) == ["rule.count_few"]
    assert report(ready, {"partners": {"p": {"mine": rows({})}}}).findings == ()


def test_a_rule_beside_no_node_speaks_of_what_it_stands_on() -> None:
    ready = form(
        [node("a", "money"), node("things", "table", table="thing")],
        tables={"thing": {"columns": [node("b", "money")]}},
        rules=[
            {"id": "one", "kind": "compare", "left": "max(a, eur(0))", "is": "<", "right": "eur(1)"},
            {
                "id": "two",
                "kind": "compare",
                "scope": "things",
                "left": "max(this.b, eur(0))",
                "is": "<",
                "right": "eur(1)",
            },
        ],
    )
    one, two = report(ready, {"a": 500, "things": rows({"b": 500})}).findings[::-1]
    labels = [getattr(finding.facts["label"], "en", "") for finding in (one, two)]
    assert (one.path, two.path) == ((), ("things", "r1"))
    assert labels == ["Small", "things"]
