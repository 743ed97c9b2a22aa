"""Short texts in several languages: a translation whose source has changed says so."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from grantdesk.model.tree import at
from grantdesk.session.translation import mark_of
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.text import TextEditor
from grantdesk.ui.editors.long.title import TitleEditor
from grantdesk.words.phrase import phrase
from ui.conftest import Desks
from ui.editors.conftest import Window

Made = Callable[[Desk, str], Window]
NAMES = {"name_fi": "Hiljainen jakelu", "name_sv": "Tyst distribution"}


@pytest.fixture
def swedish(desk: Desks, window: Made) -> TitleEditor:
    """The Swedish name of a project that has a Finnish one."""
    editor = window(desk("hevi", NAMES), "name_sv").editor
    assert isinstance(editor, TitleEditor)
    return editor


def change_source(editor: TitleEditor) -> None:
    editor.desk.session.edit({("name_fi",): "Nopea jakelu"}, phrase("Change it"))


def test_a_name_says_that_the_one_it_translates_has_changed_since_it_was_typed(swedish: TitleEditor) -> None:
    assert swedish.translated is not None
    QTest.keyClicks(swedish.line, "a")
    assert at(swedish.desk.session.answers, mark_of(("name_sv",))) is not None
    assert not swedish.translated.isVisible()
    change_source(swedish)
    assert swedish.translated.isVisible()
    assert not swedish.translated.button.isVisible()
    swedish.translated.hold()
    assert not swedish.translated.isVisible()


def test_typing_a_translation_is_one_step_with_its_mark(swedish: TitleEditor) -> None:
    session, steps = swedish.desk.session, swedish.desk.session.stack.count()
    QTest.keyClicks(swedish.line, "abc")
    assert session.stack.count() == steps + 1
    session.stack.undo()
    assert session.answers == NAMES


def test_typing_while_the_message_stands_there_keeps_focus_and_caret(swedish: TitleEditor) -> None:
    QTest.keyClicks(swedish.line, "a")
    change_source(swedish)
    swedish.line.setCursorPosition(3)
    QTest.keyClicks(swedish.line, "b")
    assert swedish.translated is not None
    assert not swedish.translated.isVisible()
    assert swedish.line.hasFocus()
    assert swedish.line.cursorPosition() == 4


@pytest.mark.parametrize("name", ["name_fi", "acronym"])
def test_what_translates_nothing_has_no_message(desk: Desks, window: Made, name: str) -> None:
    editor = window(desk("hevi", NAMES), name).editor
    assert isinstance(editor, TextEditor)
    assert getattr(editor, "translated", None) is None
