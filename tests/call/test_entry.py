"""Answers from outside: read without guessing, given back as they came, every misfit told with its place."""

import base64
import hashlib
import json
from itertools import count
from typing import Any

import pytest
from hypothesis import given as every
from hypothesis import strategies as st

from call.change import ENGLISH, told
from grantdesk.call.entry import Entered, Misfit, entered, given
from grantdesk.model.tree import Answers, leaves
from worlds import NAMES, form, sample, samples

PDF = b"%PDF-1.7 not really"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=12,
)


def kinds(**data: Any) -> Answers:
    """What the world of kinds makes of the data; rows that bring no id are called r1, r2, …"""
    numbers = count(1)
    return entered(form("kinds"), data, lambda: f"r{next(numbers)}").answers


def misfits(name: str = "kinds", /, **data: Any) -> list[str]:
    with pytest.raises(Misfit) as caught:
        entered(form(name), data)
    return told(caught.value.faults)


@pytest.mark.parametrize(
    ("name", "value", "answer"),
    [
        ("title", "  Otsikko \t on\u00a0\ntässä ", "Otsikko on tässä"),
        ("title", "a\u0308", "ä"),
        ("email", " a@example.org ", "a@example.org"),
        ("story", "one\r\ntwo\u200b", "one\ntwo"),
        ("price", "5123.45", 512345),
        ("price", "5123.4", 512340),
        ("price", "5123", 512300),
        ("price", "-0.05", -5),
        ("price", "007", 700),
        ("people", 12, 12),
        ("people", "12", 12),
        ("people", -3, -3),
        ("months", 12, 1200),
        ("months", "1.5", 150),
        ("months", "1.50", 150),
        ("months", "-0.25", -25),
        ("share", "60 %", 6000),
        ("share", "26.44 %", 2644),
        ("share", "0.5%", 50),
        ("day", "2027-09-01", "2027-09-01"),
        ("one", "green", "green"),
        ("some", ["red", "blue"], {"red": True, "blue": True}),
        ("some", {"red": True, "blue": False}, {"red": True}),
        ("agreed", False, False),
    ],
)
def test_a_value_is_read_by_the_kind_of_its_node(name: str, value: Any, answer: Any) -> None:
    assert kinds(**{name: value}) == {name: answer}
    assert type(kinds(**{name: value})[name]) is type(answer)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", " \n"),
        ("story", ""),
        ("some", []),
        ("some", {"red": False}),
        ("rows", []),
        ("rows", {}),
        ("files", []),
        ("grid", {}),
        ("targets", {"co2": {"target": None, "basis": ""}}),
        ("one", None),
    ],
)
def test_what_says_nothing_is_no_answer(name: str, value: Any) -> None:
    assert kinds(**{name: value}) == {}


TEXT, OBJECT = "Here belongs a text.", "Here belongs an object: names with their values."
AMOUNT = "An amount is written as a text in euros, “5123.45”, for 5123 might be cents."
FRACTION = "A number with a fraction is written as a text: “1.50”."


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("title", 5, TEXT),
        ("story", ["a"], TEXT),
        ("email", True, TEXT),
        ("price", 5123, AMOUNT),
        ("price", 51.5, AMOUNT),
        ("price", True, "“True” is no amount. Write it in euros: “5123.45”."),
        ("price", "5 123,45", "“5 123,45” is no amount. Write it in euros: “5123.45”."),
        ("price", "", "“” is no amount. Write it in euros: “5123.45”."),
        ("price", "1e3", "“1e3” is no amount. Write it in euros: “5123.45”."),
        ("price", "٥", "“٥” is no amount. Write it in euros: “5123.45”."),
        ("price", "1.234", "“1.234” has more than 2 decimals."),
        ("price", "999999999999", "“999999999999” is too large."),
        ("people", 1.0, FRACTION),
        ("people", "1.5", "“1.5” is not a whole number."),
        ("people", "many", "“many” is no number. Write it like this: “1.50”."),
        ("people", True, "“True” is no number. Write it like this: “1.50”."),
        ("people", [], "“[]” is no number. Write it like this: “1.50”."),
        ("people", 10**14, "“100000000000000” is too large."),
        ("people", 10**40, f"“{'1' + '0' * 39}…” is no number. Write it like this: “1.50”."),
        ("months", float("nan"), FRACTION),
        ("months", "1.505", "“1.505” has more than 2 decimals."),
        ("share", "60", "“60” is no rate. Write it like this: “26.44 %”."),
        ("share", 60, "“60” is no rate. Write it like this: “26.44 %”."),
        ("share", "%", "“%” is no rate. Write it like this: “26.44 %”."),
        ("share", "0,6 %", "“0,6 %” is no rate. Write it like this: “26.44 %”."),
        ("share", "1.234 %", "“1.234” has more than 2 decimals."),
        ("day", "1.9.2027", "“1.9.2027” is no date. Dates are written 2027-03-31."),
        ("day", "2027-02-29", "“2027-02-29” is no date. Dates are written 2027-03-31."),
        ("day", 20270901, "“20270901” is no date. Dates are written 2027-03-31."),
        ("one", "grey", "“grey” is none of the options."),
        ("one", ["red"], "“['red']” is none of the options."),
        ("some", "red", "Here belongs a list of what is chosen."),
        ("some", {"red": 1}, "Here belongs a list of what is chosen."),
        ("some", ["red", "grey"], "“grey” is none of the options."),
        ("agreed", "yes", "Here belongs true or false."),
        ("agreed", 1, "Here belongs true or false."),
        ("rows", "a", "Here belongs a list of rows."),
        ("files", {}, "Here belongs a list of rows."),
        ("grid", [], OBJECT),
        ("targets", "12", OBJECT),
        ("targets", {"rco99": {}}, "“rco99” is none of the options."),
        ("targets", {"rco01": 5}, OBJECT),
        ("targets", {"rco01": {"goal": 5}}, "“goal” is none of the options."),
        ("ends", {"rco01": {"baseline": 5}}, "“baseline” is none of the options."),
        ("note", "x", "“note” takes no answer."),
        ("grand_total", "5", "“grand_total” takes no answer."),
        ("titel", "x", "The call asks nothing called “titel” here. Is “title” meant?"),
        ("zzz", "x", "The call asks nothing called “zzz” here."),
        ("who", "x", "“who” is asked of each partner: it stands in the partner’s row."),
    ],
)
def test_what_does_not_fit_is_told_and_never_guessed(name: str, value: Any, said: str) -> None:
    assert misfits(**{name: value}) == [f"{name}: {said}"]


def test_rows_come_as_a_list_in_their_order() -> None:
    rows = kinds(rows=[{"name": "b"}, {"id": "own", "name": "a"}, {}])["rows"]
    assert {key: row.get("name") for key, row in rows.items()} == {"r1": "b", "own": "a", "r2": None}
    assert [key for key, _ in sorted(rows.items(), key=lambda item: item[1]["pos"])] == ["r1", "own", "r2"]


def test_rows_may_come_as_an_object_by_their_ids() -> None:
    assert kinds(rows={"x": {"name": "b"}, "a": {"name": "a"}}) == kinds(
        rows=[{"id": "x", "name": "b"}, {"id": "a", "name": "a"}]
    )


def test_a_part_holds_its_columns_and_its_own_sections() -> None:
    part = {"id": "p", "who": "P", "role": "lead", "spent_on": [{"id": "c", "euros": "1.00", "note": "n"}]}
    answers = kinds(parts=[part])
    assert {".".join(path): leaf for path, leaf in leaves(answers) if path[-1] != "pos"} == {
        "parts.p.who": "P",
        "parts.p.role": "lead",
        "parts.p.spent_on.c.euros": 100,
        "parts.p.spent_on.c.note": "n",
    }


def test_a_new_row_never_takes_an_id_that_is_there() -> None:
    made = iter(["a", "b", "a", "c"])
    rows = entered(form("kinds"), {"rows": [{}, {"id": "a"}, {}]}, lambda: next(made)).answers["rows"]
    assert list(rows) == ["b", "a", "c"]


def test_ids_of_rows_are_short_and_stand_once() -> None:
    wrong = ["A", "a-b", "", "å", "a" * 33, 5, True, "a\n"]
    found = misfits(rows=[*({"id": key} for key in wrong), {"id": "a"}, {"id": "a"}])
    assert [fault.partition(":")[0] for fault in found] == [f"rows[{at}]" for at in (*range(8), 9)]
    assert "rows[1]: “a-b” is no id: at most 32 small letters, digits and _." in found
    assert found[-1] == "rows[9]: The id “a” is used twice."
    assert misfits(rows={"A": {}}) == ["rows.A: “A” is no id: at most 32 small letters, digits and _."]
    assert misfits(rows={"a": {"id": "b"}}) == ["rows.a.id: The call asks nothing called “id” here."]


def test_places_lead_to_the_row_of_the_list() -> None:
    data = {"parts": [{}, {"who": 1, "spent_on": [{"euros": 5}, "x"]}], "rows": {"a": {"nome": ""}}}
    assert [fault.partition(": ")[0] for fault in misfits(**data)] == [
        "parts[1].who",
        "parts[1].spent_on[0].euros",
        "parts[1].spent_on[1]",
        "rows.a.nome",
    ]
    assert misfits(rows=[None]) == ["rows[0]: Here belongs an object of answers."]


def test_what_is_no_object_has_no_answers() -> None:
    with pytest.raises(Misfit) as caught:
        entered(form("kinds"), [])  # type: ignore[arg-type]
    assert told(caught.value.faults) == ["answers: Here belongs an object of answers."]


def test_rows_are_chosen_wherever_they_stand() -> None:
    data = {
        "rows": [{"id": "a", "after": "b", "done_by": ["p"]}, {"id": "b"}],
        "parts": [{"id": "p"}],
        "columns": [{"id": "k"}],
        "grid": {"a": {"k": "1.5"}, "b": {"k": None}},
    }
    answers = kinds(**data)
    assert answers["rows"]["a"]["after"] == "b"
    assert answers["rows"]["a"]["done_by"] == {"p": True}
    assert answers["grid"] == {"a": {"k": 15}}


def test_a_row_that_is_not_there_cannot_be_chosen() -> None:
    data = {"rows": [{"id": "a", "after": "x", "done_by": {"q": True}}], "grid": {"a": {"k": 1}, "z": {}}}
    assert misfits(**data) == [
        "rows[0].after: There is no row “x” in “rows”.",
        "rows[0].done_by: There is no row “q” in “parts”.",
        "grid.a.k: There is no row “k” in “columns”.",
        "grid.z: There is no row “z” in “rows”.",
    ]
    assert misfits(rows=[{"after": 5}]) == ["rows[0].after: Here belongs a text."]


def test_every_cell_that_does_not_fit_is_told() -> None:
    rows = [{"id": "a"}]
    found = misfits(rows=rows, columns=[{"id": "k"}, {"id": "m"}], grid={"a": {"k": 1.5, "m": "1.55"}})
    assert found == [f"grid.a.k: {FRACTION}", "grid.a.m: “1.55” has more than 1 decimal."]
    found = misfits(targets={"rco01": {"baseline": "1.5", "target": True, "basis": 5}})
    assert [fault.partition(": ")[0] for fault in found] == [
        "targets.rco01.baseline",
        "targets.rco01.target",
        "targets.rco01.basis",
    ]


def test_indicators_have_decimals_of_their_own() -> None:
    answers = kinds(targets={"rco01": {"baseline": 0, "target": 12, "basis": "x"}, "co2": {"target": "1.5"}})
    assert answers["targets"] == {
        "rco01": {"baseline": 0, "target": 12, "basis": "x"},
        "co2": {"target": 150},
    }


def test_a_file_brings_its_content_as_base64_or_text() -> None:
    files = [
        {"id": "a", "name": "plan.PDF", "content": base64.b64encode(PDF).decode()},
        {"name": "note.txt", "text": "Ääni"},
        {"name": "odd", "text": "", "type": "x/y"},
    ]
    got = entered(form("kinds"), {"files": files}, lambda: "n" + str(len(files.pop())))
    assert got.attachments == {
        hashlib.sha256(content).hexdigest(): content for content in (PDF, "Ääni".encode(), b"")
    }
    entry = got.answers["files"]["a"]
    assert entry["name"] == "plan.PDF"
    assert entry["type"] == "application/pdf"
    assert entry["size"] == len(PDF)
    assert got.attachments[entry["sha256"]] == PDF
    assert [file["type"] for file in got.answers["files"].values()] == [
        "application/pdf",
        "text/plain",
        "x/y",
    ]


def test_base64_may_be_broken_into_lines() -> None:
    content = base64.encodebytes(PDF * 9).decode()
    got = entered(form("kinds"), {"files": [{"name": "a.pdf", "content": content}]})
    assert [*got.attachments.values()] == [PDF * 9]


READ = "The content of the file cannot be read: write it as base64, or as a text."


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("plan.pdf", "A file is an object with a name and a content."),
        ({"name": "a.txt", "text": "x", "size": 1}, "The call asks nothing called “size” here."),
        ({"text": "x"}, TEXT),
        ({"name": "", "text": "x"}, "“” is no name for a file."),
        ({"name": "../a.txt", "text": "x"}, "“../a.txt” is no name for a file."),
        ({"name": "a\\b.txt", "text": "x"}, "“a\\b.txt” is no name for a file."),
        ({"name": "..", "text": "x"}, "“..” is no name for a file."),
        ({"name": "a" * 201, "text": "x"}, f"“{'a' * 40}…” is no name for a file."),
        ({"name": "a.txt"}, "A file has either a content, as base64, or a text."),
        (
            {"name": "a.txt", "text": "x", "content": "eA=="},
            "A file has either a content, as base64, or a text.",
        ),
        ({"name": "a.txt", "content": "ää"}, READ),
        ({"name": "a.txt", "content": "eA="}, READ),
        ({"name": "a.txt", "content": 5}, READ),
        ({"name": "a.txt", "text": "\ud800"}, READ),
        ({"name": "a.txt", "text": "x", "type": 5}, TEXT),
    ],
)
def test_a_file_that_does_not_fit_is_told(file: Any, said: str) -> None:
    assert misfits(files=[file]) == [f"files[0]: {said}"]


def test_files_have_ids_as_rows_have() -> None:
    file = {"id": "A", "name": "a.txt", "text": "x"}
    assert misfits(files=[file]) == ["files[0]: “A” is no id: at most 32 small letters, digits and _."]


def test_all_misfits_are_told_in_one_sentence_and_one_by_one() -> None:
    with pytest.raises(Misfit) as caught:
        entered(form("kinds"), {"title": 1, "price": 1})
    assert ENGLISH.say(caught.value.phrase) == (
        f"The answers do not fit the call in 2 places; the first is title: {TEXT}"
    )
    with pytest.raises(Misfit) as caught:
        entered(form("kinds"), {"title": 1})
    assert ENGLISH.say(caught.value.phrase) == f"The answers do not fit the call: title: {TEXT}"


def test_the_program_makes_ids_where_nobody_does() -> None:
    first, second = (next(iter(entered(form("kinds"), {"rows": [{}]}).answers["rows"])) for _ in range(2))
    assert first != second


def again(name: str, got: Entered) -> Entered:
    """The answers given as JSON and read again."""
    data = json.loads(json.dumps(given(form(name), got.answers, got.attachments)))
    return entered(form(name), data)


SAMPLES = [(name, which) for name in (*NAMES, "lump") for which in samples(name)]


@pytest.mark.parametrize(("name", "which"), SAMPLES)
def test_samples_given_and_read_again_are_the_same(name: str, which: str) -> None:
    got = entered(form(name), samples(name)[which]["answers"])
    assert again(name, got) == got


IDS = st.text("abc_9", min_size=1, max_size=3)


def decimals(most: int) -> st.SearchStrategy[str]:
    return st.decimals(0, 1000, places=most).map(str)


def unanswered(**data: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=data)


FILE = st.fixed_dictionaries(
    {"name": st.sampled_from(["a.pdf", "b.txt"]), "text": st.text("aä\n", max_size=3)}
)
COST = unanswered(euros=decimals(2), note=st.text(max_size=5))
PART = unanswered(
    who=st.text(max_size=5),
    role=st.sampled_from(["lead", "other"]),
    spent_on=st.lists(COST, max_size=3),
    papers=st.lists(FILE, max_size=2),
)
CELLS = unanswered(baseline=st.integers(0, 99), target=st.integers(0, 99), basis=st.text(max_size=4))


@st.composite
def applications(draw: st.DrawFn) -> dict[str, Any]:
    """Answers to the world of kinds that fit."""
    rows = draw(st.lists(IDS, unique=True, max_size=4))
    columns = draw(st.lists(IDS, unique=True, max_size=3))
    row = unanswered(name=st.text(max_size=5), from_day=st.dates().map(str))
    chosen = unanswered(after=st.sampled_from(rows)) if rows else st.just({})
    grid = st.fixed_dictionaries(
        {},
        optional={key: st.dictionaries(st.sampled_from(columns), decimals(1)) for key in rows}
        if columns
        else {},
    )
    data = draw(
        unanswered(
            title=st.text(max_size=9),
            story=st.text(max_size=9),
            price=decimals(2),
            people=st.integers(-(10**9), 10**9),
            months=decimals(2),
            share=decimals(2).map(lambda number: f"{number} %"),
            day=st.dates().map(str),
            one=st.sampled_from(["red", "green", "blue"]),
            some=st.lists(st.sampled_from(["red", "green", "blue"])),
            agreed=st.booleans(),
            files=st.lists(FILE, max_size=2),
            parts=st.lists(PART, max_size=3),
            targets=unanswered(rco01=CELLS, co2=unanswered(target=decimals(2))),
            grid=grid,
        )
    )
    made = [{"id": key, **draw(row), **draw(chosen)} for key in rows]
    return {**data, "rows": made, "columns": [{"id": key} for key in columns]}


@every(applications())
def test_what_is_given_and_read_again_is_the_same(data: dict[str, Any]) -> None:
    got = entered(form("kinds"), data)
    assert again("kinds", got) == got


@every(st.dictionaries(st.sampled_from(sorted(a.id for a in form("kinds").project.asked)), JSON))
def test_random_json_is_answers_or_a_misfit(data: dict[str, Any]) -> None:
    try:
        answers = entered(form("kinds"), data).answers
    except Misfit as misfit:
        said = told(misfit.faults)
    else:
        said = [".".join(path) for path, _ in leaves(answers)] or ["nothing"]
    assert all(said)


@every(st.dictionaries(st.sampled_from(sorted(a.id for a in form("kinds").project.asked)), JSON))
def test_whatever_stands_in_the_tree_is_given(tree: dict[str, Any]) -> None:
    data = given(form("kinds"), tree)
    assert set(data) <= set(tree)


def test_what_nobody_could_read_is_given_as_it_was_typed() -> None:
    tree = {"price": "12 e", "months": "many", "share": "half", "people": True, "some": "red", "rows": "x"}
    assert given(form("kinds"), tree) == {**tree, "rows": []}


def test_money_and_numbers_are_given_as_people_read_them() -> None:
    tree = {"price": -5, "months": 5, "share": 2644, "people": 12}
    assert given(form("kinds"), tree) == {
        "price": "-0.05",
        "months": "0.05",
        "share": "26.44 %",
        "people": 12,
    }


def test_what_the_call_does_not_ask_is_not_given() -> None:
    assert given(form("kinds"), {"later": 1, "title": "a", "note": "b"}) == {"note": "b", "title": "a"}


def test_a_file_without_its_content_is_given_by_its_digest_and_not_read_again() -> None:
    got = entered(form("kinds"), {"files": [{"id": "a", "name": "a.txt", "text": "x"}]})
    data = given(form("kinds"), got.answers)
    assert data["files"] == [
        {
            "id": "a",
            "name": "a.txt",
            "type": "text/plain",
            "size": 1,
            "sha256": hashlib.sha256(b"x").hexdigest(),
        }
    ]
    assert misfits(**data) == ["files[0]: The call asks nothing called “size” here."]
    assert given(form("kinds"), {"files": {"b": {"sha256": 5}}}) == {"files": [{"id": "b", "sha256": 5}]}


def test_rows_are_given_in_their_order_with_their_ids() -> None:
    tree = {"rows": {"b": {"pos": "2", "name": "B"}, "a": {"pos": "1"}, "c": "no row"}}
    assert given(form("kinds"), tree) == {"rows": [{"id": "a"}, {"id": "b", "name": "B"}]}
    assert sample("lump", "complete")["deliverables"]["service"]["portion"] == 7000
