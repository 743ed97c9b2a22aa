"""Lines: what people type is read as their language writes it, kept as typed where it cannot be, and never lost."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from grantdesk.call.entry.typing import typed
from grantdesk.model.tree import EMPTY
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.date import DateEditor
from grantdesk.ui.editors.line.line import LineEditor
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.refusal import Unreadable

Desks = Callable[..., Desk]
Windows = Callable[[Desk, str], Any]
TYPED = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)
AMOUNTS = st.from_regex(r"[-−]?[0-9]{1,4}([ \u202f\u00a0][0-9]{3})?([.,][0-9]{0,3})? ?€?", fullmatch=True)


def type_in(line: QLineEdit, text: str) -> None:
    """As if it had been typed: keyClicks cannot type a euro sign."""
    line.selectAll()
    line.insert(text)
    line.textEdited.emit(line.text())


@pytest.mark.parametrize(
    ("language", "name", "text", "answer", "written"),
    [
        ("fi", "price", "1 234,50 €", 123450, "1\u00a0234,50"),
        ("fi", "price", "1\u202f234,5", 123450, "1\u00a0234,50"),
        ("fi", "price", "−5 €", -500, "−5"),
        ("sv", "price", "1234.5", 123450, "1\u00a0234,50"),
        ("en", "price", "€1,234.50", 123450, "1,234.50"),
        ("fi", "price", "1.234,56", 123456, "1\u00a0234,56"),
        ("fi", "price", "1.234", "1.234", "1.234"),
        ("fi", "day", "1.9.27", "2027-09-01", "1.9.2027"),
        ("fi", "people", "12 000", 12000, "12\u00a0000"),
        ("fi", "months", "1,5", 150, "1,50"),
        ("fi", "share", "26,44", 2644, "26,44"),
        ("fi", "share", "0,6 %", 60, "0,6\u00a0%"),
        ("fi", "share", "0,6", "0,6", "0,6"),
        ("fi", "day", "01.09.2027", "2027-09-01", "1.9.2027"),
        ("sv", "day", "2027-09-01", "2027-09-01", "1.9.2027"),
        ("en", "day", "1.9.2027", "2027-09-01", "1 September 2027"),
        ("fi", "day", "31.2.2027", "31.2.2027", "31.2.2027"),
        ("fi", "title", "  Two   words ", "Two words", "Two words"),
        ("fi", "email", " a@example.org ", "a@example.org", "a@example.org"),
    ],
)
def test_what_is_typed_is_read_and_written_as_the_language_does(
    desk: Desks, window: Windows, language: str, name: str, text: str, answer: object, written: str
) -> None:
    here = desk("kinds", EMPTY, language)
    shown = window(here, name)
    type_in(shown.editor.line, text)
    assert here.session.answers.get(name) == answer
    assert shown.editor.line.text() == text
    shown.elsewhere.setFocus()
    assert shown.editor.line.text() == written
    assert here.session.answers.get(name) == answer


@pytest.mark.parametrize("name", ["price", "people", "months", "share", "day", "title", "email"])
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(TYPED, AMOUNTS), language=st.sampled_from(["fi", "sv", "en"]))
def test_a_line_that_was_left_shows_what_was_read_or_what_was_typed(
    desk: Desks, window: Windows, name: str, text: str, language: str
) -> None:
    here = desk("kinds", EMPTY, language)
    shown = window(here, name)
    editor: LineEditor = shown.editor
    type_in(editor.line, text)
    shown.elsewhere.setFocus()
    editor.refresh()
    try:
        value = typed(editor.node, text, Language(language), here.session.form.call)
    except Unreadable:
        value = text
    assert here.session.answers.get(name) == value
    left = editor.line.text()
    assert left == ("" if value is None else editor.written(value))
    type_in(editor.line, left)
    assert here.session.answers.get(name) == value
    shown.close()


def test_typing_is_one_step_until_the_line_is_left(desk: Desks, window: Windows) -> None:
    here = desk("kinds")
    shown = window(here, "title")
    QTest.keyClicks(shown.editor.line, "Harbour")
    assert here.session.stack.count() == 1
    QTest.keyClick(shown.editor.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.editor.line.text() == ""
    assert here.session.answers == {}
    QTest.keyClick(
        shown.editor.line,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert shown.editor.line.text() == "Harbour"


def test_a_caret_stays_while_one_types_in_the_middle(desk: Desks, window: Windows) -> None:
    here = desk("kinds", {"title": "Harbour of tomorrow"})
    line = window(here, "title").editor.line
    line.setCursorPosition(7)
    QTest.keyClicks(line, "s")
    assert (line.text(), line.cursorPosition()) == ("Harbours of tomorrow", 8)


def test_another_language_leaves_what_is_half_typed_and_rewrites_what_is_not(
    desk: Desks, window: Windows
) -> None:
    here = desk("kinds", {"price": 123450}, "fi")
    shown = window(here, "price")
    here.speech.use("en")
    assert shown.editor.line.text() == "1,234.50"
    type_in(shown.editor.line, "1,2")
    shown.editor.line.setCursorPosition(1)
    here.speech.use("fi")
    assert (shown.editor.line.text(), shown.editor.line.cursorPosition()) == ("1,2", 1)
    assert shown.editor.line.hasFocus()


def test_an_edit_from_elsewhere_is_shown(desk: Desks, window: Windows) -> None:
    here = desk("kinds", {"title": "Old"})
    shown = window(here, "title")
    here.session.edit({("title",): "New"}, phrase("Change it"))
    assert shown.editor.line.text() == "New"


def test_lines_that_are_pasted_become_one_line(desk: Desks, window: Windows) -> None:
    here = desk("kinds")
    shown = window(here, "title")
    type_in(shown.editor.line, "One\r\n  two\nthree")
    assert shown.editor.line.text() == "One two three"
    assert here.session.answers["title"] == "One two three"


def test_the_counter_says_how_much_is_used(desk: Desks, window: Windows) -> None:
    shown = window(desk("kinds"), "title")
    type_in(shown.editor.line, "Harbour")
    assert shown.editor.counter() == "7 of 40 characters"


@pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
def test_a_day_is_picked_from_a_calendar_that_begins_on_monday(desk: Desks, window: Windows) -> None:
    here = desk("kinds", {"day": "2027-09-01"}, "sv")
    shown = window(here, "day")
    editor: DateEditor = shown.editor
    QTest.keyClick(editor.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = editor.calendar
    assert calendar is not None
    assert calendar.isVisible()
    assert calendar.days.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.days.locale().name() == "sv_FI"
    assert calendar.days.selectedDate() == QDate(2027, 9, 1)
    calendar.days.activated.emit(QDate(2027, 9, 15))
    assert here.session.answers["day"] == "2027-09-15"
    assert editor.line.text() == "15.9.2027"
    assert not calendar.isVisible()


def test_arrows_with_control_go_a_day_on_and_back(desk: Desks, window: Windows) -> None:
    here = desk("kinds", {"day": "2027-12-31"}, "fi")
    line = window(here, "day").editor.line
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "1.1.2028"
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert here.session.answers["day"] == "2027-12-31"


def test_an_identifier_is_formatted_and_its_check_is_told(desk: Desks, window: Windows) -> None:
    shown = window(desk("kinds"), "email")
    type_in(shown.editor.line, "name@example")
    assert not shown.editor.is_sound
    type_in(shown.editor.line, "name@example.org")
    assert shown.editor.is_sound


def test_an_application_to_be_read_cannot_be_typed_in(desk: Desks, window: Windows) -> None:
    here = desk("kinds", {"title": "Harbour"})
    here.session.read_only = True
    line = window(here, "title").editor.line
    QTest.keyClicks(line, "x")
    assert line.text() == "Harbour"
