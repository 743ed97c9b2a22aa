"""Dialogs have room for their words at every size of text, also while they are open, and stay on the screen."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget

from audit import clipped
from grantdesk.ui.look.fit import FRAME, Fit
from ui.window.conftest import Windows
from views import DIALOGS, dialogs, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def cut(dialog: QWidget) -> list[str]:
    """What does not fit, once everything has found its place."""
    found = clipped(dialog)
    for _ in range(25):
        if found:
            QTest.qWait(20)
            found = clipped(dialog)
    return found


def laid_out(dialog: QWidget) -> int:
    """How often it is laid out anew while nothing happens."""
    asked = Asked(dialog)
    dialog.installEventFilter(asked)
    for _ in range(12):
        QApplication.processEvents()
    dialog.removeEventFilter(asked)
    return asked.times


class Asked(QObject):
    """Counts how often a layout is asked for."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.LayoutRequest
        return False


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_an_open_dialog_follows_the_size_of_text(window: Windows, language: str) -> None:
    shown = window("hevi", "complete", language)
    look, seen = shown.desk.look, []
    for name, dialog in dialogs(shown):
        before, room = dialog.size(), dialog.screen().availableGeometry().size() - FRAME
        look.use("light", 175)
        settle(shown)
        assert cut(dialog) == [], name
        assert dialog.size() == dialog.size().boundedTo(room), name
        assert dialog.screen().availableGeometry().contains(dialog.geometry()), name
        assert dialog.width() > before.width() or dialog.width() == room.width(), name
        look.use("light", 100)
        settle(shown)
        assert dialog.size() == before, name
        assert laid_out(dialog) == 0, "a dialog that is only open costs nothing"
        seen.append(name)
    assert seen == list(DIALOGS)


def test_a_dialog_grows_where_more_comes_into_it_and_no_further_than_the_screen(window: Windows) -> None:
    shown, dialog = window(), QDialog()
    column, more = QVBoxLayout(dialog), QLabel("many words " * 80, wordWrap=True)
    column.addWidget(QLabel("few"))
    column.addWidget(more)
    more.hide()
    column.addStretch(1)
    Fit(dialog, shown.desk.look, 300)
    dialog.show()
    settle(shown)
    low = dialog.height()
    assert dialog.width() == 300
    more.show()
    settle(shown)
    assert dialog.height() == column.totalHeightForWidth(300) > low
    more.setText("many words " * 8000)
    settle(shown)
    assert dialog.height() == dialog.screen().availableGeometry().height() - FRAME.height()
    dialog.deleteLater()
