"""What a language says: sentences with facts in them, whatever the facts hold."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.words import (
    LANGUAGES,
    Bytes,
    Cents,
    Fact,
    Language,
    Phrase,
    Rate,
    Scaled,
    Texts,
    counted,
    phrase,
    quoted,
)
from grantdesk.words.language import catalogue, compiled_catalogue

ROOT = Path(__file__).resolve().parents[2]
NB = "\u00a0"
FINNISH, SWEDISH, ENGLISH = map(Language, LANGUAGES)
MONTHS = Texts(fi="htkk", sv="pm", en="pm")

facts = st.recursive(
    st.text()
    | st.booleans()
    | st.integers()
    | st.integers().map(Cents)
    | st.integers().map(Rate)
    | st.integers(0).map(Bytes)
    | st.builds(
        Scaled,
        st.integers(),
        st.integers(0, 4),
        st.text() | st.builds(Texts, st.text(), st.text(), st.text()),
    )
    | st.dates()
    | st.datetimes()
    | st.builds(Texts, st.text(), st.text(), st.text()),
    lambda inner: st.lists(inner).map(tuple) | st.builds(lambda fact: phrase("{a} {b}", a=fact), inner),
    max_leaves=6,
)


def built(code: str) -> bytes:
    """A catalogue as it would be built from its source now."""
    source, out = ROOT / f"resources/words/{code}.po", BytesIO()
    if source.exists():
        with source.open("rb") as file:
            write_mo(out, read_po(file, locale=code))
    return out.getvalue()


@pytest.fixture
def translated(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The catalogues as their sources are now, built or not."""
    monkeypatch.setattr("grantdesk.words.language.compiled_catalogue", built)
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A source checkout in which nothing was built."""
    monkeypatch.setattr("grantdesk.words.language.compiled_catalogue", lambda code: b"")
    catalogue.cache_clear()
    yield
    catalogue.cache_clear()


def test_a_language_is_its_code() -> None:
    assert Language("fi") == FINNISH != SWEDISH
    assert len({Language("fi"), FINNISH, SWEDISH}) == 2
    assert repr(FINNISH) == "Language('fi')"
    assert FINNISH != "fi"


@pytest.mark.parametrize("code", ["", "de", "FI", "fi_FI", "../fi"])
def test_there_is_no_other_language(code: str) -> None:
    with pytest.raises(ValueError, match="no language"):
        Language(code)


@pytest.mark.usefixtures("translated")
def test_a_sentence_is_said_in_each_language() -> None:
    said = phrase("There is no such day as “{typed}”.", typed="31.2.2027")
    assert FINNISH.say(said) == "Päivää ”31.2.2027” ei ole kalenterissa."
    assert SWEDISH.say(said) == "Dagen ”31.2.2027” finns inte i kalendern."
    assert ENGLISH.say(said) == "There is no such day as “31.2.2027”."


@pytest.mark.usefixtures("translated")
def test_a_count_decides_the_form_of_a_sentence() -> None:
    one = "“{typed}” has more than {n} decimal. Write it like this: {example}"
    many = "“{typed}” has more than {n} decimals. Write it like this: {example}"
    said = [counted(one, many, n=n, typed="1", example="2") for n in (1, 2)]
    assert [" desimaali." in FINNISH.say(each) for each in said] == [True, False]
    assert [" decimal." in SWEDISH.say(each) for each in said] == [True, False]
    assert [" decimal." in ENGLISH.say(each) for each in said] == [True, False]


@pytest.mark.usefixtures("translated")
def test_a_sentence_without_a_translation_is_said_in_english() -> None:
    assert (
        FINNISH.say(phrase("Nobody has translated {this}.", this=Cents(5)))
        == f"Nobody has translated 0,05{NB}€."
    )
    assert SWEDISH.say(counted("{n} raft", "{n} rafts", n=2)) == "2 rafts"
    assert FINNISH.say(phrase("")) == ""


@pytest.mark.usefixtures("unbuilt")
def test_without_a_catalogue_everything_is_said_in_english() -> None:
    assert (
        FINNISH.say(phrase("There is no such day as “{typed}”.", typed="x")) == "There is no such day as “x”."
    )
    assert [SWEDISH.say(counted("{n} raft", "{n} rafts", n=n)) for n in (0, 1, 2)] == [
        "0 rafts",
        "1 raft",
        "2 rafts",
    ]


def test_english_needs_no_catalogue() -> None:
    assert compiled_catalogue("en") == b""


def test_a_plural_without_a_count_is_several() -> None:
    assert ENGLISH.say(Phrase("{n} raft", {}, "{n} rafts")) == "{n} rafts"
    assert ENGLISH.say(Phrase("{n} raft", {"n": "one"}, "{n} rafts")) == "one rafts"


def test_a_call_speaks_in_its_own_texts() -> None:
    said = quoted(Texts(fi="Enintään {limit}.", sv="Högst {limit}.", en="At most {limit}."), limit=Rate(6000))
    assert FINNISH.say(said) == f"Enintään 60{NB}%."
    assert ENGLISH.say(said) == "At most 60%."


def test_an_empty_text_is_said_in_finnish_then_english_then_swedish() -> None:
    assert SWEDISH.pick(Texts("fi", "", "en")) == ENGLISH.pick(Texts("fi", "sv", "")) == "fi"
    assert SWEDISH.pick(Texts("", "", "en")) == FINNISH.pick(Texts("", "sv", "en")) == "en"
    assert FINNISH.pick(Texts("", "sv", "")) == "sv"
    assert FINNISH.pick(Texts("", "", "")) == ""


@pytest.mark.parametrize(
    ("fact", "fi", "en"),
    [
        ("as it is", "as it is", "as it is"),
        (12345, f"12{NB}345", "12,345"),
        (True, "Kyllä", "Yes"),
        (Cents(-123450), f"−1{NB}234,50{NB}€", "−€1,234.50"),
        (Rate(2644), f"26,44{NB}%", "26.44%"),
        (Bytes(1_234_567), f"1,2{NB}Mt", f"1.2{NB}MB"),
        (Scaled(150, 2, "h"), f"1,50{NB}h", f"1.50{NB}h"),
        (Scaled(150, 2, MONTHS), f"1,50{NB}htkk", f"1.50{NB}pm"),
        (Scaled(-15), "−15", "−15"),
        (date(2027, 9, 1), "1.9.2027", "1 September 2027"),
        (datetime(2027, 9, 1, 16, 15, tzinfo=UTC), f"1.9.2027 klo{NB}16.15", "1 September 2027 at 16:15"),
        (MONTHS, "htkk", "pm"),
        (phrase("<{x}>", x=Cents(100)), f"<1{NB}€>", "<€1>"),
        (("a", Cents(100), MONTHS), f"a, 1{NB}€ ja htkk", "a, €1 and pm"),
        ((), "", ""),
        (("a",), "a", "a"),
    ],
)
def test_a_fact_is_written_by_its_kind(fact: Fact, fi: str, en: str) -> None:
    assert FINNISH.say(phrase("[{fact}]", fact=fact)) == f"[{fi}]"
    assert ENGLISH.say(phrase("[{fact}]", fact=fact)) == f"[{en}]"


@pytest.mark.parametrize(
    "said",
    ["{", "}", "{}", "{0}", "{a.b}", "{a!r}", "{a:>9}", "{a[0]}", "{ a }", "{{b}", "{ä}", "%s", "{unknown}"],
)
def test_what_is_no_slot_with_a_fact_stays_as_it_is(said: str) -> None:
    assert ENGLISH.say(phrase(said, a="x")) == said


def test_braces_around_a_slot_are_only_braces() -> None:
    assert ENGLISH.say(phrase("{{a}}", a="x")) == "{x}"


def test_the_text_of_a_fact_is_not_filled_in_again() -> None:
    assert ENGLISH.say(phrase("{a} {b}", a="{b}", b="{a}")) == "{b} {a}"
    assert ENGLISH.say(phrase("{a}", a=phrase("{b}", b="{a}"))) == "{a}"
    assert ENGLISH.say(phrase("{a} {b}", a=phrase("{b}"), b="x")) == "{b} x"


def test_a_phrase_without_end_comes_to_an_end() -> None:
    facts: dict[str, Fact] = {}
    endless = Phrase("({again})", facts)
    facts["again"] = endless
    assert ENGLISH.say(endless) == "((((((((…))))))))"
    nested: Fact = "x"
    for _ in range(50):
        nested = (nested,)
    assert ENGLISH.say(phrase("{list}", list=nested)) == "…"


@given(st.sampled_from(LANGUAGES), st.text(), st.dictionaries(st.sampled_from("abn"), facts), st.text())
def test_whatever_the_facts_hold_something_is_said(
    code: str, said: str, given: dict[str, Fact], plural: str
) -> None:
    for text in (said, "{a} {b} {c}"):
        assert isinstance(Language(code).say(Phrase(text, given, plural)), str)


@given(st.text(), st.text())
def test_a_text_in_a_sentence_is_there_letter_by_letter(a: str, b: str) -> None:
    assert FINNISH.say(phrase("{a}|{b}|{a}", a=a, b=b)) == f"{a}|{b}|{a}"


def test_importing_the_words_loads_neither_babel_nor_a_catalogue() -> None:
    heavy = "{'babel', 'gettext', 'pkgutil', 'pathlib', 'zoneinfo', 'pydantic'}"
    code = f"import sys, grantdesk.words; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
