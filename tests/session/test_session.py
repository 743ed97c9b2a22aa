"""The laws of a session: the report is of the answers, and undoing comes back to what was there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from desks import session_of
from grantdesk.model.path import Path
from grantdesk.model.tree import at, same
from grantdesk.rules.check import Checker
from grantdesk.session.session import Session
from grantdesk.words.phrase import phrase
from worlds import form

SAID = phrase("Undo")
TITLE: Path = ("name_fi",)


@pytest.fixture
def session() -> Session:
    return session_of("hevi")


def test_an_edit_changes_the_answers_and_their_report(qtbot: QtBot, session: Session) -> None:
    with qtbot.waitSignal(session.changed) as told:
        session.edit({TITLE: "Sähköbussit"}, SAID)
    assert told.args == [frozenset({TITLE})]
    assert at(session.answers, TITLE) == "Sähköbussit"
    assert session.report == Checker(form("hevi")).report(session.answers)


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    session.edit({TITLE: "A"}, SAID)
    session.edit({TITLE: "A"}, SAID)
    assert session.stack.count() == 1


def test_undo_brings_back_and_says_where(qtbot: QtBot, session: Session) -> None:
    before = session.answers
    session.edit({("partners", "x"): {"pos": "V", "name": "A"}, TITLE: "B"}, SAID, at=("partners", "x"))
    with qtbot.waitSignal(session.returned) as told:
        session.stack.undo()
    assert told.args == [("partners", "x")]
    assert same(session.answers, before)


def test_typing_in_one_place_is_one_step_until_the_person_rests(session: Session) -> None:
    for text in ("A", "Ab", "Abc"):
        session.edit({TITLE: text}, SAID, typing=TITLE)
    assert session.stack.count() == 1
    session.rest()
    session.edit({TITLE: "Abcd"}, SAID, typing=TITLE)
    session.edit({("acronym",): "X"}, SAID, typing=("acronym",))
    assert session.stack.count() == 3
    session.stack.undo()
    session.stack.undo()
    assert at(session.answers, TITLE) == "Abc"


def test_typing_something_and_taking_it_away_is_no_step(session: Session) -> None:
    session.edit({TITLE: "A"}, SAID, typing=TITLE)
    session.edit({TITLE: None}, SAID, typing=TITLE)
    session.stack.undo()
    assert not session.stack.canUndo()
    assert at(session.answers, TITLE) is None


def test_what_is_open_to_be_read_cannot_be_edited(session: Session) -> None:
    reader = Session(session.grant, read_only=True)
    with pytest.raises(ValueError):
        reader.edit({TITLE: "A"}, SAID)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", "c"]), st.text(max_size=5), st.booleans()), max_size=12))
def test_undoing_everything_comes_back_and_redoing_goes_forth(edits: list[tuple[str, str, bool]]) -> None:
    session = session_of("kinds")
    first = session.answers
    for key, text, typing in edits:
        session.edit({(key,): text or None}, SAID, typing=(key,) if typing else None)
    final = session.answers
    while session.stack.canUndo():
        session.stack.undo()
    assert same(session.answers, first)
    while session.stack.canRedo():
        session.stack.redo()
    assert same(session.answers, final)
