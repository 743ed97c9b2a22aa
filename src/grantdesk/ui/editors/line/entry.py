"""The line that one types in: undo is the application's, and what is pasted becomes one line."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from grantdesk.session.session import Session

OWN = ("edit-undo", "edit-redo")
"""The actions of a line's own menu that would undo beside the application's undo."""
STEPS = {
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Up): 1,
    QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Down): -1,
}


class Entry(QLineEdit):
    """A line whose undo and redo are those of the session.

    Signals: `stepped(days)` when Ctrl with an arrow up or down was pressed.
    """

    stepped = Signal(int)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window's own commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo where the window has no command for them; steps."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._session.stack.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._session.stack.redo()
        elif event.keyCombination() in STEPS:
            self.stepped.emit(STEPS[event.keyCombination()])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste: the menu as it is, without undo of its own."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in OWN:
                action.setVisible(False)
        menu.exec(event.globalPos())
        menu.deleteLater()


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
