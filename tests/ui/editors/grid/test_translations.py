"""Cells that translate another one of their row: they say that it has changed since, and that is all that marks do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from desks import NOW, desk_of
from grantdesk.call.pack import packed
from grantdesk.files.grant import begun
from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.session.session import Session
from grantdesk.session.translation import MARKS
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.words.phrase import phrase
from rules.small import form, node

Key = Qt.Key
STALE = "The Finnish text has changed since this was written."
COLUMNS = [
    node("what_fi", "text", language="fi"),
    node("what_sv", "text", language="sv"),
    node("note", "text"),
]
FORM = form([node("things", "table", table="thing")], tables={"thing": {"columns": COLUMNS}})
ROWS = {"things": {"a": {"pos": "1", "what_fi": "Talo", "what_sv": "Hus"}, "b": {"pos": "2"}}}


@pytest.fixture
def things(qapp: QApplication, grid: Callable[[Desk, Path], Grid]) -> Grid:
    """A table whose second column translates the first."""
    session = Session(begun(packed(FORM.call), "tests", NOW, ROWS))
    return grid(desk_of(qapp, session), ("things",))


def type_in(grid: Grid, column: int, text: str, end: Key = Key.Key_Return) -> None:
    grid.view.setCurrentIndex(grid.model.index(0, column))
    QTest.keyClicks(grid.view, text[0])
    line = next(each for each in grid.view.viewport().findChildren(QLineEdit) if each.isVisible())
    QTest.keyClicks(line, text[1:])
    QTest.keyClick(line, end)
    grid.view.setCurrentIndex(grid.model.index(0, 1))


def test_a_cell_says_that_the_one_it_translates_has_changed_since_it_was_typed(things: Grid) -> None:
    type_in(things, 0, "Katu")
    assert things.model.worst(0, 1) == ""  # nobody knows what it was written against
    type_in(things, 1, "Gata")
    assert not things.message.isVisible()
    type_in(things, 0, "Tie")
    assert (things.model.worst(0, 1), things.model.worst(0, 0)) == ("warning", "")
    assert (things.message.text(), things.model.told(0, 1)) == (STALE, STALE)
    type_in(things, 1, "Stig")
    assert things.model.worst(0, 1) == ""
    assert not things.message.isVisible()


def test_who_looks_at_a_translation_can_say_that_it_still_holds(things: Grid) -> None:
    type_in(things, 1, "Bostad")
    type_in(things, 0, "Koti")
    assert things.holds.isVisible()
    things.holds.click()
    assert things.model.worst(0, 1) == ""
    assert not things.holds.isVisible()
    assert things.view.hasFocus()
    things.model.session.stack.undo()
    assert things.holds.isVisible()


def test_a_translation_that_was_pasted_with_its_source_is_one_of_that(things: Grid) -> None:
    QGuiApplication.clipboard().setText("Koti\tBostad\nPiha\tGård\nOvi\tDörr\n")
    things.view.setCurrentIndex(things.model.index(0, 0))
    things.view.paste()
    assert [things.model.worst(row, 1) for row in range(3)] == ["", "", ""]
    for key in things.model.keys:
        things.model.session.edit({("things", key, "what_fi"): "Toinen"}, phrase("Change it"))
    assert [things.model.worst(row, 1) for row in range(3)] == ["warning"] * 3


def test_escape_brings_back_the_translation_with_what_it_was_written_against(things: Grid) -> None:
    type_in(things, 1, "Bostad")
    type_in(things, 0, "Koti")
    before = things.model.session.answers
    type_in(things, 1, "x", Key.Key_Escape)
    assert things.model.session.answers == before
    assert things.model.worst(0, 1) == "warning"


def test_other_cells_keep_no_marks(things: Grid) -> None:
    type_in(things, 0, "Koti")
    type_in(things, 2, "heti")
    assert MARKS not in at(things.model.session.answers, ("things", "a"))
