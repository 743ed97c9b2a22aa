"""The laws of spelling: quiet without a dictionary, fast with one, and the person has the last word."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.session.preferences import Preferences
from grantdesk.session.spelling import Spelling, dictionary, proper_of, spelling_of, words
from grantdesk.session.work import Work
from grantdesk.words.phrase import phrase

SAID = phrase("Undo")


class Book:
    """A dictionary of a few words, which counts how often it is asked."""

    def __init__(self, *known: str) -> None:
        self.known, self.asked = set(known), 0

    def check(self, word: str) -> bool:
        self.asked += 1
        return word in self.known or word.lower() in self.known

    def suggest(self, word: str) -> list[str]:
        return sorted(self.known)


@pytest.fixture
def work(qapp: QCoreApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path))
    made = Work()
    yield made
    made.close()


def opened(work: Work, book: Book | None, language: str = "fi") -> Spelling:
    spelling = Spelling(Preferences(), lambda _: book)
    spelling.want(language, work)
    work.finish()
    return spelling


def test_words_are_those_that_a_dictionary_can_judge() -> None:
    text = (
        "Hanke (HEVi) maksaa 1.200 € – EU:n TKI-hanke, katso www.a.fi ja a@b.fi. tutkimus- ja don’t 2027:n e"
    )
    assert [word.text for word in words(text)] == [
        "Hanke",
        "maksaa",
        "TKI-hanke",
        "katso",
        "ja",
        "tutkimus",
        "ja",
        "don’t",
    ]
    assert all(text[word.start : word.end] == word.text for word in words(text))


def test_without_a_dictionary_nothing_is_judged(work: Work) -> None:
    spelling = opened(work, None)
    assert not spelling.is_on("fi")
    assert not spelling.is_on("sv")


def test_a_word_is_asked_about_once(work: Work) -> None:
    book = Book("hanke")
    spelling = opened(work, book)
    assert spelling.verdict("hannke", "fi") is None
    assert not spelling.judge("hannke", "fi")
    assert spelling.verdict("hannke", "fi") is False
    asked = book.asked
    assert not spelling.judge("hannke", "fi")
    assert book.asked == asked


def test_a_compound_is_right_if_its_parts_are(work: Work) -> None:
    spelling = opened(work, Book("hanke"))
    assert spelling.judge("TKI-hanke", "fi")
    assert not spelling.judge("TKI-hannke", "fi")


def test_an_added_word_is_right_for_good_and_at_the_beginning_of_a_sentence(qtbot: QtBot, work: Work) -> None:
    spelling = opened(work, Book("hanke"))
    assert not spelling.judge("mobiliteetti", "fi")
    with qtbot.waitSignal(spelling.changed):
        spelling.learn("mobiliteetti", "fi")
    assert spelling.judge("mobiliteetti", "fi")
    again = opened(work, Book("hanke"))
    assert again.judge("Mobiliteetti", "fi")


def test_words_that_another_window_added_stay(work: Work) -> None:
    one, other = opened(work, Book()), opened(work, Book())
    one.learn("yksi", "fi")
    other.learn("toinen", "fi")
    third = opened(work, Book())
    assert third.judge("yksi", "fi")
    assert third.judge("toinen", "fi")


def test_it_can_be_switched_off_and_on(qtbot: QtBot, work: Work) -> None:
    preferences = Preferences()
    spelling = Spelling(preferences, lambda _: Book("hanke"))
    preferences.change(spelling=False)
    spelling.want("fi", work)
    assert not work.busy
    with qtbot.waitSignal(spelling.changed):
        preferences.change(spelling=True)
    spelling.want("fi", work)
    work.finish()
    assert spelling.is_on("fi")


def test_a_dictionary_refused_by_a_window_that_closes_is_opened_by_the_next_one(work: Work) -> None:
    ended = Work()
    ended.close()
    spelling = Spelling(Preferences(), lambda _: Book("hanke"))
    spelling.want("fi", ended)
    assert not spelling.is_on("fi")
    spelling.want("fi", work)
    work.finish()
    assert spelling.is_on("fi")


def test_preferences_have_one(work: Work) -> None:
    preferences = Preferences()
    assert spelling_of(preferences) is spelling_of(preferences)


def test_names_of_the_application_are_right() -> None:
    session = session_of("hevi", {"acronym": "Kehäväylä", "summary_fi": "Virheelinen teksti"})
    proper = proper_of(session)
    assert proper_of(session) is proper
    assert "Kehäväylä" in proper
    assert "Virheelinen" not in proper
    session.edit(
        {("partners", "x"): {"pos": "V", "name": "Testilän kaupunki"}, ("name_fi",): "Hieno Hanke on"}, SAID
    )
    assert "Testilän" in proper
    assert "kaupunki" in proper
    assert "Hanke" in proper
    assert "on" not in proper


def test_the_dictionaries_of_this_computer_know_a_word() -> None:
    found = {language: book for language in ("fi", "sv", "en") if (book := dictionary(language)) is not None}
    if not found:
        pytest.skip("no Enchant, or no dictionary, on this computer")
    known = {"fi": "hanke", "sv": "projekt", "en": "project"}
    for language, book in found.items():
        assert book.check(known[language])
        assert not book.check("qzxkw")


def test_a_language_that_nobody_knows_has_no_dictionary() -> None:
    assert dictionary("xx") is None
