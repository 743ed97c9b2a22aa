"""What is checked in answers of many values: files, matrices, indicators, choices among rows, tables."""

from datetime import date
from typing import Any

import pytest

from grantdesk.words.phrase import Bytes, Cents, Scaled
from rules.small import form, kinds, label, node, only, options, report, rows, texts

FILE = {"pos": "V", "name": "liite.pdf", "type": "application/pdf", "size": 1000, "sha256": "0" * 64}
FILES = form([node("papers", "attachment", formats=["pdf", "jpg"], most=2, most_size=2000)])


def papers(**changes: Any) -> dict[str, Any]:
    return {"papers": {"f1": {**FILE, **changes}}}


@pytest.mark.parametrize("name", ["liite.pdf", "LIITE.PDF", "a.b.jpg", "kuva.JPEG"])
def test_a_file_of_an_allowed_format_is_good(name: str) -> None:
    assert report(FILES, papers(name=name)).findings == ()


@pytest.mark.parametrize("name", ["liite.docx", "pdf", "liite", "liite.pdf.exe", "liite.pdf ", ""])
def test_a_file_of_another_format_is_told_by_its_name(name: str) -> None:
    finding = only(FILES, papers(name=name))
    assert (finding.kind, finding.path) == ("format", ("papers", "f1"))
    assert finding.facts["name"] == name
    assert finding.facts["formats"] == "pdf, jpg"


def test_a_file_may_be_as_large_as_the_call_says_and_no_larger() -> None:
    assert report(FILES, papers(size=2000)).findings == ()
    finding = only(FILES, papers(size=2001))
    assert (finding.kind, finding.facts["size"], finding.facts["most"]) == ("size", Bytes(2001), Bytes(2000))


@pytest.mark.parametrize(
    "changes", [{"name": 3}, {"name": None}, {"size": "1"}, {"size": True}, {"size": -1}]
)
def test_what_does_not_describe_a_file_has_the_wrong_form(changes: dict[str, Any]) -> None:
    finding = only(FILES, papers(**changes))
    assert (finding.kind, finding.path) == ("shape", ("papers", "f1"))


@pytest.mark.parametrize("value", ["liite.pdf", 3, {"f1": "liite.pdf"}, {"f1": FILE, "f2": None}])
def test_what_are_no_files_has_the_wrong_form(value: Any) -> None:
    finding = only(FILES, {"papers": value})
    assert (finding.kind, finding.path) == ("shape", ("papers",))


def test_there_may_be_as_many_files_as_the_call_says_and_no_more() -> None:
    two = {"f1": FILE, "f2": FILE}
    assert report(FILES, {"papers": two}).findings == ()
    assert only(FILES, {"papers": {**two, "f3": FILE}}).facts["n"] == 2


def test_files_are_judged_in_their_order() -> None:
    bad = {"a": {**FILE, "name": "x", "pos": "Z"}, "b": {**FILE, "name": "y", "pos": "A"}}
    assert [f.path[1] for f in report(FILES, {"papers": bad}).findings] == ["b", "a"]


GRID = form(
    [
        node("who", "table", table="who"),
        node("what", "table", table="what"),
        node(
            "grid", "matrix", rows="who", columns="what", decimals=1, most=100, unit=texts("h"), required=True
        ),
    ],
    tables={name: {"columns": [node("name", "text")]} for name in ("who", "what")},
)
SIDES = {"who": rows({"name": "a"}, {"name": "b"}), "what": rows({"name": "x"}, {"name": "y"})}


def test_a_good_matrix_is_read_as_it_stands() -> None:
    grid = {"r1": {"r1": 0, "r2": 100}, "r2": {"r1": 50}}
    got = report(GRID, {**SIDES, "grid": grid})
    assert got.findings == ()
    assert got.asked["grid"] is grid


@pytest.mark.parametrize(
    ("cell", "kind", "facts"),
    [
        (-1, "low", {"value": Scaled(-1, 1, label("h")), "least": Scaled(0, 1, label("h"))}),
        (101, "high", {"value": Scaled(101, 1, label("h")), "most": Scaled(100, 1, label("h"))}),
        ("1,x", "unreadable", {"typed": "1,x", "example": Scaled(100, 1, label("h"))}),
        (True, "shape", {}),
        ({}, "shape", {}),
    ],
)
def test_a_wrong_cell_is_told_at_its_place(cell: Any, kind: str, facts: dict[str, Any]) -> None:
    finding = only(GRID, {**SIDES, "grid": {"r2": {"r1": cell}}})
    assert (finding.kind, finding.path) == (kind, ("grid", "r2", "r1"))
    assert {key: fact for key, fact in finding.facts.items() if key != "label"} == facts


def test_wrong_cells_are_told_in_one_order_whatever_was_typed_first() -> None:
    one = report(GRID, {**SIDES, "grid": {"r1": {"r1": -1, "r2": -1}, "r2": {"r1": -1}}})
    other = report(GRID, {**SIDES, "grid": {"r2": {"r1": -1}, "r1": {"r2": -1, "r1": -1}}})
    assert one.findings == other.findings


def test_the_cells_of_a_row_that_is_gone_are_parked_and_come_back() -> None:
    grid = {"r1": {"r1": 1, "gone": 2}, "gone": {"r1": -7}}
    got = report(GRID, {**SIDES, "grid": grid})
    assert got.findings == ()
    assert got.asked["grid"] == {"r1": {"r1": 1}}
    back = {**SIDES, "who": {**SIDES["who"], "gone": {"pos": "C", "name": "back"}}}
    assert only(GRID, {**back, "grid": grid}).path == ("grid", "gone", "r1")


@pytest.mark.parametrize("grid", [{"gone": {"r1": 5}}, {"r1": {"gone": 5}}, {"r1": {}}])
def test_a_matrix_of_nothing_but_parked_cells_is_not_answered(grid: Any) -> None:
    got = report(GRID, {**SIDES, "grid": grid})
    assert kinds(got.findings) == ["required"]
    assert "grid" not in got.asked


@pytest.mark.parametrize("grid", ["text", 7, True, {"r1": 7}])
def test_what_is_no_matrix_has_the_wrong_form(grid: Any) -> None:
    assert only(GRID, {**SIDES, "grid": grid}).kind == "shape"


INDICATORS = form(
    [
        node("both", "indicators", indicators=["jobs", "co2"]),
        node("ends", "indicators", indicators=["jobs"], baseline=False),
    ],
    indicators=[
        {"id": "jobs", "label": texts("Jobs"), "unit": texts("jobs")},
        {"id": "co2", "label": texts("CO2"), "unit": texts("t"), "decimals": 2},
    ],
)


def test_baselines_and_targets_are_numbers_of_their_indicator() -> None:
    good = {"jobs": {"baseline": 0, "target": 5, "basis": "Guess"}, "co2": {"target": 150}}
    assert report(INDICATORS, {"both": good}).findings == ()
    finding = only(INDICATORS, {"both": {"co2": {"baseline": -150}}})
    assert (finding.kind, finding.path) == ("low", ("both", "co2", "baseline"))
    assert finding.facts["value"] == Scaled(-150, 2, label("t"))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("both", {"an_old_one": {"target": "?"}}),
        ("ends", {"jobs": {"baseline": "?"}}),
        ("ends", {"co2": {"target": "?"}}),
    ],
)
def test_what_is_not_asked_of_an_indicator_is_not_judged(name: str, value: Any) -> None:
    assert report(INDICATORS, {name: value}).findings == ()


@pytest.mark.parametrize("value", ["text", {"jobs": 5}])
def test_what_are_no_indicators_has_the_wrong_form(value: Any) -> None:
    assert only(INDICATORS, {"both": value}).kind == "shape"


REFERRING = form(
    [
        node("people", "table", table="person", visible_when='title != "hide"'),
        node("head", "choice", rows_of="people"),
        node("team", "several", rows_of="people"),
    ],
    tables={"person": {"columns": [node("name", "text"), node("boss", "choice", rows_of="people")]}},
)
PEOPLE = {"title": "t", "people": rows({"name": "a"}, {"name": "b"})}


def test_a_choice_among_rows_names_a_row_that_is_there() -> None:
    assert report(REFERRING, {**PEOPLE, "head": "r1", "team": {"r1": True, "r2": True}}).findings == ()


@pytest.mark.parametrize(("name", "value"), [("head", "r9"), ("team", {"r1": True, "r9": True})])
def test_a_choice_of_a_row_that_is_gone_is_told_and_kept(name: str, value: Any) -> None:
    got = report(REFERRING, {**PEOPLE, name: value})
    assert [(f.kind, f.path) for f in got.findings] == [("reference", (name,))]
    assert got.asked[name] == value


def test_a_row_that_is_not_asked_cannot_be_referred_to() -> None:
    assert only(REFERRING, {**PEOPLE, "title": "hide", "head": "r1"}).kind == "reference"


def test_while_it_is_not_known_whether_rows_are_asked_they_can_be_referred_to() -> None:
    assert report(REFERRING, {"people": PEOPLE["people"], "head": "r1"}).findings == ()


@pytest.mark.parametrize("value", [["r1"], 3, True])
def test_a_reference_of_another_type_has_only_the_wrong_form(value: Any) -> None:
    assert only(REFERRING, {**PEOPLE, "head": value}).kind == "shape"


def test_a_row_refers_to_rows_of_its_own_table() -> None:
    people = rows({"name": "a", "boss": "r2"}, {"name": "b", "boss": "r7"})
    assert only(REFERRING, {"title": "t", "people": people}).path == ("people", "r2", "boss")


COLUMNS = [
    node("name", "text"),
    node("price", "money"),
    node("year", "number", plain=True),
    node("day", "date"),
    node("kind", "choice", options="kinds"),
    node("boss", "choice", rows_of="things"),
    node("agreed", "yes_no"),
]
TABLE = form(
    [node("things", "table", table="thing")],
    tables={"thing": {"columns": COLUMNS, "least": 1, "most": 3, "unique": [c["id"] for c in COLUMNS]}},
    lists={"kinds": options("travel", "staff")},
)


def test_a_table_has_as_many_rows_as_the_call_says() -> None:
    few, many = only(TABLE, {}), only(TABLE, {"things": rows({}, {}, {}, {})})
    assert (few.kind, few.facts["n"], few.path) == ("rows_missing", 1, ("things",))
    assert (many.kind, many.facts["n"], many.path) == ("rows_many", 3, ("things",))
    assert report(TABLE, {"things": rows({}, {}, {})}).findings == ()


def test_a_required_table_has_at_least_one_row() -> None:
    required = form(
        [node("things", "table", table="thing", required=True)],
        tables={"thing": {"columns": [node("a", "text")]}},
    )
    assert only(required, {}).kind == "rows_missing"


@pytest.mark.parametrize(
    ("column", "one", "other", "told"),
    [
        ("name", "Espoo", " ESPOO  ", "Espoo"),
        ("price", 1050, 1050, Cents(1050)),
        ("year", 2027, 2027, "2027"),
        ("day", "2027-03-01", "2027-03-01", date(2027, 3, 1)),
        ("day", "soon", "soon", "soon"),
        ("kind", "staff", "staff", label("Staff")),
        ("kind", "other", "other", "other"),
        ("boss", "r1", "r1", "r1"),
        ("agreed", True, True, True),
        ("price", "?", "?", "?"),
    ],
)
def test_what_stands_twice_is_told_at_each_row_after_the_first(
    column: str, one: Any, other: Any, told: Any
) -> None:
    got = report(TABLE, {"things": rows({column: one}, {column: other}, {column: one})})
    twice = [finding for finding in got.findings if finding.kind == "same"]
    assert [finding.path for finding in twice] == [("things", "r2", column), ("things", "r3", column)]
    assert twice[0].facts["value"] == told
    assert type(twice[0].facts["value"]) is type(told)


@pytest.mark.parametrize(
    ("one", "other"), [(None, None), ("", ""), ("a", "b"), (1, True), ({}, {}), ([1], [1])]
)
def test_nothing_and_what_is_no_answer_is_like_no_other(one: Any, other: Any) -> None:
    got = report(TABLE, {"things": rows({"name": one}, {"name": other})})
    assert "same" not in kinds(got.findings)


@pytest.mark.parametrize("value", ["text", 5, True, [1]])
def test_what_is_no_table_is_told_and_kept(value: Any) -> None:
    got = report(TABLE, {"things": value})
    assert kinds(got.findings) == ["shape", "rows_missing"]


def test_what_is_no_row_is_told_at_its_place() -> None:
    got = report(TABLE, {"things": {**rows({"name": "a"}), "x": "text"}})
    assert [(f.kind, f.path) for f in got.findings] == [("shape", ("things", "x"))]
    assert list(got.asked["things"]) == ["r1"]
