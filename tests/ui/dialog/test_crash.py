"""After a fault the person reads where the work is, and the report before anything goes anywhere, and decides."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from grantdesk.ui.dialog.crash import CrashDialog, Fault
from grantdesk.ui.dialog.shortcuts import Chapter, Shortcuts
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import phrase

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

REPORT = "ZeroDivisionError\n  a.py:1 f\n"


@pytest.fixture
def crash(desk, qtbot: QtBot):
    """Makes the dialog of a fault."""

    def make(file: Path | None = None, kept: Path | None = None, language: str = "en") -> CrashDialog:
        dialog = CrashDialog(desk("kinds", language=language), Fault(REPORT, file, kept), None)
        qtbot.addWidget(dialog)
        return dialog

    return make


def texts(dialog: CrashDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Label))


def test_the_report_is_shown_whole_and_can_be_copied(crash):
    dialog = crash(Path("x.txt"))
    assert dialog.report.toPlainText() == REPORT
    assert dialog.report.isReadOnly()
    dialog.copying.click()
    assert QGuiApplication.clipboard().text() == REPORT
    assert "clipboard" in dialog.state.text()
    assert "x.txt" in texts(dialog)


def test_where_it_could_not_be_put_no_file_is_named(crash):
    assert "{file}" not in texts(crash())


def test_where_the_work_is_stands_before_the_report(crash):
    dialog = crash(kept=Path("/home/maija/kept"))
    assert "/home/maija/kept" in texts(dialog)
    assert "/home/maija/kept" in dialog.accessibleDescription()


def test_nothing_is_said_to_be_safe_that_is_not(crash):
    said = texts(crash())
    assert "could not be kept" in said
    assert "is safe" not in said


def test_saving_the_report_is_for_others_to_do(crash, qtbot: QtBot):
    dialog = crash()
    with qtbot.waitSignal(dialog.save_wanted):
        dialog.saving.click()


@pytest.mark.parametrize("ends", [True, False])
def test_one_goes_on_or_closes_the_program(crash, ends: bool):
    dialog = crash()
    dialog.show()
    (dialog.ending if ends else dialog.going_on).click()
    assert not dialog.isVisible()
    assert dialog.wants_end == ends


def test_escape_goes_on(crash):
    dialog = crash()
    dialog.show()
    dialog.reject()
    assert not dialog.wants_end


def test_the_table_of_keys_has_every_row_of_every_chapter(desk, qtbot: QtBot):
    rows = [(phrase("Save"), ["Ctrl+S"]), (phrase("Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"])]
    dialog = Shortcuts(desk("kinds"), [Chapter(phrase("The file"), rows), Chapter(phrase("Help"), [])], None)
    qtbot.addWidget(dialog)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"The file", "Save", "Ctrl+S", "Redo", "Ctrl+Y  Ctrl+Shift+Z"} <= texts
    assert "Help" not in texts
    dialog.show()
    frame = dialog.findChild(QScrollArea)
    places = [label.mapTo(frame, QPoint(0, 0)) for label in frame.findChildren(QLabel)]
    assert min(place.x() for place in places) > 8, "the words do not touch the frame"
