"""The way of the Tab key in a whole window: what comes up later lies on it where one reads it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.editors.rows.partners import PartnersEditor
from grantdesk.ui.window.window import Window
from views import settle


@pytest.mark.parametrize(("section", "table"), [("consortium", "partners"), ("work", "work_packages")])
def test_from_the_last_field_of_a_new_card_tab_goes_on_to_the_button_that_makes_another(
    desk, section: str, table: str
):
    here = desk("hevi")
    window = Window(here, Keeper(here.session))
    window.show()
    window.activateWindow()
    window.moving.begin(Spot(section))
    settle(window)
    editor = window.middle.book.page.questions.fields[(table,)].editor
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
    window.keeper.discard()
    window.close()
