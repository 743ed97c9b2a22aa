"""Keys that the window and a field both know belong to the field while one stands in it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from grantdesk.model.path import Path
from grantdesk.ui.editors.file.naming import Naming
from grantdesk.ui.editors.grid.chooser import Chooser
from grantdesk.ui.window.window import Window

Windows = Callable[..., Window]


def pressed(window: Window, at: Path, key: Qt.Key) -> QWidget | None:
    """What has the focus after a key was pressed at a place of the form."""
    window.go(at)
    QApplication.processEvents()
    here = QApplication.focusWidget()
    assert here is not None
    QTest.keyClick(here, key)
    QApplication.processEvents()
    return QApplication.focusWidget()


def test_f2_in_a_table_goes_on_with_the_cell(window: Windows):
    shown = window("hevi", "complete")
    focused = pressed(shown, ("partners", "city", "staff", "c1", "task"), Qt.Key.Key_F2)
    assert isinstance(focused, QLineEdit)
    assert focused.text() == "Projektipäällikkö"


def test_f4_in_a_table_opens_the_options(window: Windows):
    shown = window("hevi", "complete")
    focused = pressed(shown, ("partners", "city", "staff", "c1", "work_package"), Qt.Key.Key_F4)
    assert isinstance(focused, Chooser)


def test_f2_on_a_file_renames_it(window: Windows):
    shown = window("hevi", "complete")
    files = shown.desk.session.answers["cooperation_agreement"]
    focused = pressed(shown, ("cooperation_agreement", next(iter(files))), Qt.Key.Key_F2)
    assert isinstance(focused, Naming)


def test_elsewhere_f2_leads_to_the_pages(window: Windows):
    shown = window("hevi", "complete")
    focused = pressed(shown, ("call_code",), Qt.Key.Key_F2)
    assert focused is not None
    assert shown.moving.navigator.isAncestorOf(focused)
