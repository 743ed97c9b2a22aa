"""Editors in a window that has the focus, with something else beside them that can take it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.kinds import editor
from grantdesk.ui.field.editor import Editor

Placed = Callable[[Desk, str], Editor]


class Window(QWidget):
    """An editor, and a line below it."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        node = desk.session.form.project.node(name)
        assert node is not None
        self.editor, self.elsewhere = editor(desk, node, (name,)), QLineEdit()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.editor)
        column.addWidget(self.elsewhere)
        desk.session.changed.connect(self.refresh)
        desk.speech.changed.connect(self.speak)

    def refresh(self) -> None:
        self.editor.refresh()

    def speak(self) -> None:
        self.editor.speak()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Desk, str], Window]]:
    """Makes windows: window(desk("kinds"), "price"). They live as long as the test."""
    kept: list[Window] = []

    def make(desk: Desk, name: str) -> Window:
        made = Window(desk, name)
        kept.append(made)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.editor.main().setFocus()
        return made

    yield make
    for each in kept:
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # before Python collects them
