"""A sheet at the edge of a window takes the focus, and gives it back when it is closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from grantdesk.ui.window.part.sheet import Sheet
from grantdesk.words.phrase import Phrase, Texts
from ui.conftest import Desks

HELLO = Phrase(Texts("Hei, {name}", "Hej, {name}", "Hello, {name}"), {"name": "A & B"})


def test_a_sheet_lies_at_the_edge_and_gives_the_focus_back(qtbot: QtBot, desk: Desks) -> None:
    window = QFrame()
    qtbot.addWidget(window)
    line, inside = QLineEdit(window), QLineEdit()
    window.resize(900, 500)
    sheet = Sheet(desk("kinds"), window, HELLO, 400)
    sheet.body.addWidget(inside)
    window.show()
    line.setFocus()
    sheet.bring_up(inside)
    assert window.focusWidget() is inside
    assert sheet.geometry().getRect() == (500, 0, 400, 500)
    window.resize(300, 400)
    assert sheet.geometry().getRect() == (0, 0, 300, 400)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert window.focusWidget() is line
    assert sheet.accessibleName() == "Hello, A & B"


def test_a_sheet_takes_the_focus_and_escape_closes_it(qtbot: QtBot, desk: Desks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, inside = QLineEdit(window), QLineEdit()
    sheet = Sheet(desk("kinds"), window, HELLO)
    sheet.body.addWidget(inside)
    after = QLineEdit(window)
    window.show()
    for one in (before, after):
        one.setFocus()
        sheet.bring_up()
        assert window.focusWidget() is inside
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
        assert sheet.isHidden()
        assert window.focusWidget() is one


def test_what_a_sheet_came_from_may_be_gone_when_it_closes(qtbot: QtBot, desk: Desks) -> None:
    window = QFrame()
    qtbot.addWidget(window)
    line = QLineEdit(window)
    sheet = Sheet(desk("kinds"), window, HELLO)
    window.show()
    line.setFocus()
    sheet.bring_up()
    line.deleteLater()
    qtbot.waitUntil(lambda: not window.findChildren(QLineEdit))
    with qtbot.waitSignal(sheet.closed):
        sheet.put_away()
