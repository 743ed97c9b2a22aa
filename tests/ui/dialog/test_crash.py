"""After a fault the person reads the report before anything goes anywhere, and may copy it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from grantdesk.ui.dialog.crash import CrashDialog
from grantdesk.ui.dialog.shortcuts import Chapter, Shortcuts
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import phrase

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_report_is_shown_whole_and_can_be_copied(desk, qtbot: QtBot):
    dialog = CrashDialog(desk("kinds"), "ZeroDivisionError\n  a.py:1 f\n", Path("x.txt"), None)
    qtbot.addWidget(dialog)
    assert dialog.report.toPlainText() == "ZeroDivisionError\n  a.py:1 f\n"
    assert dialog.report.isReadOnly()
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "ZeroDivisionError\n  a.py:1 f\n"
    assert any("x.txt" in label.text() for label in dialog.findChildren(Label))


def test_where_it_could_not_be_put_no_file_is_named(desk, qtbot: QtBot):
    dialog = CrashDialog(desk("kinds"), "x", None, None)
    qtbot.addWidget(dialog)
    assert not any("{file}" in label.text() for label in dialog.findChildren(Label))


def test_the_table_of_keys_has_every_row_of_every_chapter(desk, qtbot: QtBot):
    rows = [(phrase("Save"), ["Ctrl+S"]), (phrase("Redo"), ["Ctrl+Y", "Ctrl+Shift+Z"])]
    dialog = Shortcuts(desk("kinds"), [Chapter(phrase("The file"), rows), Chapter(phrase("Help"), [])], None)
    qtbot.addWidget(dialog)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"The file", "Save", "Ctrl+S", "Redo", "Ctrl+Y  Ctrl+Shift+Z"} <= texts
    assert "Help" not in texts
