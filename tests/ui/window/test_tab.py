"""The way of the Tab key in a whole window: what comes up later lies on it where one reads it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import getAllValidWrappers

from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.field.chain import chain
from views import settle


@pytest.mark.parametrize(("section", "table"), [("consortium", "partners"), ("work", "work_packages")])
def test_from_the_last_field_of_a_new_card_tab_goes_on_to_the_button_that_makes_another(
    window, section: str, table: str
):
    shown = window("hevi")
    shown.moving.begin(Spot(section))
    settle(shown)
    editor = shown.middle.book.page.questions.fields[(table,)].editor
    editor.main().setFocus()
    QTest.keyClick(editor.main(), Qt.Key.Key_Space)
    QApplication.processEvents()
    cards = editor if isinstance(editor, PartnersEditor) else editor.body
    for field in cards.fields.fields.values():
        assert field.isAncestorOf(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is cards.add
    QTest.keyClick(cards.add, Qt.Key.Key_Backtab)
    assert field.isAncestorOf(QApplication.focusWidget())


def test_from_the_last_question_tab_goes_to_the_button_that_goes_on_and_arrows_to_those_beside_it(window):
    shown = window("hevi")
    shown.moving.begin(Spot("project"))
    settle(shown)
    page = shown.middle.book.page
    page.fill()
    foot, last = page.foot, [*page.questions.fields.values()][-1]
    last.editor.main().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is foot.on
    for key, button in (
        (Qt.Key.Key_Right, foot.on),
        (Qt.Key.Key_Left, foot.issue),
        (Qt.Key.Key_Up, foot.back),
        (Qt.Key.Key_Left, foot.back),
        (Qt.Key.Key_Down, foot.issue),
    ):
        QTest.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is button
    QTest.keyClick(foot.issue, Qt.Key.Key_Backtab)
    assert last.isAncestorOf(QApplication.focusWidget())
    assert all(
        shown.commands.action(name).shortcut().toString() for name in ("next_finding", "previous_page")
    )


def items() -> int:
    """How many items of layouts Python keeps."""
    kept = [each for each in getAllValidWrappers() if isinstance(each, QLayoutItem)]
    return sum(not isinstance(each, QLayout) for each in kept)


def test_the_way_through_widgets_keeps_nothing_that_qt_deletes_without_a_word(qapp: QApplication):
    whole = QWidget()
    column, row = QVBoxLayout(whole), QHBoxLayout()
    column.addLayout(row)
    buttons = [QPushButton(name) for name in "cab"]
    row.addWidget(buttons[1])
    row.addWidget(buttons[2])
    column.addWidget(buttons[0])
    before = items()
    chain(whole)
    assert items() == before
    assert buttons[1].nextInFocusChain() is buttons[2]
    assert buttons[2].nextInFocusChain() is buttons[0]
