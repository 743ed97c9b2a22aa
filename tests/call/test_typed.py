"""One typed text as an answer: read by the kind of the node, in the language of whoever types."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.call.entry import typed
from grantdesk.call.terms.node import Number
from grantdesk.words.language import Language
from grantdesk.words.phrase import Texts
from grantdesk.words.refusal import Unreadable
from worlds import form, world

FINNISH, SWEDISH, ENGLISH = Language("fi"), Language("sv"), Language("en")
NODES = {asked.id: asked.node for asked in form("kinds").project.asked}
ROW = {asked.id: asked.node for asked in form("kinds").project.tables["rows"].asked}


def read(name: str, text: str, language: Language = FINNISH) -> Any:
    return typed(NODES[name], text, language, world("kinds"))


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("title", " Otsikko  tässä\n", "Otsikko tässä"),
        ("title", "\u200b", None),
        ("story", "yksi\r\nkaksi ", "yksi\nkaksi "),
        ("story", "\ufeff", None),
        ("email", " a@example.org", "a@example.org"),
        ("price", "1 234,50 €", 123450),
        ("people", "1 000", 1000),
        ("months", "1,5", 150),
        ("share", "26,44 %", 2644),
        ("day", "1.9.2027", "2027-09-01"),
        ("agreed", "kyllä", True),
        ("one", "vihreä", "green"),
        ("one", "GREEN", "green"),
        ("one", " Sininen,  taivaan ", "blue"),
        ("some", "Punainen; Vihreä", {"red": True, "green": True}),
        ("some", "red, green", {"red": True, "green": True}),
        ("some", "Sininen, taivaan", {"blue": True}),
        ("some", "Sininen, taivaan; red", {"blue": True, "red": True}),
        ("some", "red\ngreen;", {"red": True, "green": True}),
        *(
            (name, text, None)
            for name in ("title", "price", "one", "some", "agreed", "rows")
            for text in ("", " \t", "\u200b", "\ufeff \n")
        ),
    ],
)
def test_a_text_is_read_by_the_kind_of_its_node(name: str, text: str, answer: Any) -> None:
    assert read(name, text) == answer


def test_labels_are_those_of_the_language() -> None:
    assert read("one", "röd", SWEDISH) == "red"
    assert read("one", "Blue, of the sky", ENGLISH) == "blue"
    assert read("price", "€1,234.50", ENGLISH) == 123450
    with pytest.raises(Unreadable):
        read("one", "röd", FINNISH)


def test_a_row_is_chosen_by_its_id() -> None:
    assert typed(ROW["after"], " k3v9 ", FINNISH, world("kinds")) == "k3v9"
    assert typed(ROW["done_by"], "a; b", FINNISH, world("kinds")) == {"a": True, "b": True}


def refusal(name: str, text: str) -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, text, ENGLISH)
    assert caught.value.typed
    return ENGLISH.say(caught.value.phrase)


def test_an_option_that_is_none_is_told_with_those_that_are() -> None:
    said = "“grey” is none of the options: Red, Green and Blue, of the sky."
    assert refusal("one", "grey") == refusal("some", "red; grey") == refusal("some", "grey, red") == said


def test_of_many_options_the_first_are_told() -> None:
    part = next(a.node for a in form("hevi").project.tables["partners"].asked if a.id == "org_type")
    with pytest.raises(Unreadable) as caught:
        typed(part, "nowhere", ENGLISH, world("hevi"))
    said = ENGLISH.say(caught.value.phrase)
    assert said.startswith("“nowhere” is none of the options: ")
    assert said.endswith(" …")


def test_a_label_that_two_options_have_is_not_guessed() -> None:
    call = world("kinds")
    colours = call.lists["colours"]
    double = colours.options[0].model_copy(update={"id": "rouge"})
    lists = {"colours": colours.model_copy(update={"options": (*colours.options, double)})}
    doubled = call.model_copy(update={"lists": lists})
    with pytest.raises(Unreadable) as caught:
        typed(NODES["one"], "Röd", SWEDISH, doubled)
    assert ENGLISH.say(caught.value.phrase) == "“Röd” can mean several options. Name one by its id."
    assert typed(NODES["one"], "rouge", SWEDISH, doubled) == "rouge"
    assert typed(NODES["one"], "Red", SWEDISH, doubled) == "red"


@pytest.mark.parametrize("name", ["rows", "parts", "files", "grid", "targets", "note", "grand_total"])
def test_what_has_many_answers_is_not_typed_at_once(name: str) -> None:
    assert refusal(name, "x") == f"“{name}” is not answered by one text. Name a field in it."


@pytest.mark.parametrize("name", ["price", "people", "months", "share", "day", "agreed"])
def test_what_cannot_be_read_says_what_to_type(name: str) -> None:
    assert "cannot be read" in (said := refusal(name, "maybe")) or "neither" in said


@given(st.sampled_from(sorted(NODES)), st.text(max_size=20), st.sampled_from([FINNISH, SWEDISH, ENGLISH]))
def test_any_text_is_an_answer_or_unreadable(name: str, text: str, language: Language) -> None:
    try:
        answer = read(name, text, language)
    except Unreadable as trouble:
        answer = trouble.phrase.said
    assert answer is None or isinstance(answer, bool | int) or answer


@pytest.mark.parametrize("text", ["5 htkk", "5,0 HTKK", "5pm", "5"])
def test_a_number_may_be_typed_with_its_unit_in_any_language(text: str) -> None:
    months = Number(
        id="months",
        kind="number",
        label=Texts("Kesto", "Tid", "Time"),
        decimals=2,
        unit=Texts("htkk", "pm", "pm"),
    )
    assert typed(months, text, FINNISH, world("kinds")) == 500


def test_a_unit_alone_or_another_one_is_no_number() -> None:
    months = Number(
        id="months", kind="number", label=Texts("Kesto", "Tid", "Time"), unit=Texts("htkk", "pm", "pm")
    )
    for text in ("htkk", "5 h", "5 htkk htkk"):
        with pytest.raises(Unreadable):
            typed(months, text, FINNISH, world("kinds"))
