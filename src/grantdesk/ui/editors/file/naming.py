"""Where a file is given another name: the ending stays, for it says what the file is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from grantdesk.call.entry.file import LONGEST_NAME


class Naming(QLineEdit):
    """Signals: `ended(stem)` when the person is done; the stem is empty if the name shall stay."""

    ended = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setMaxLength(LONGEST_NAME)
        self._is_ended = True
        self._stem(name)
        self.hide()

    def begin(self, name: str) -> None:
        """Shows the name without its ending, marked, so that typing replaces it."""
        self._stem(name)
        self._is_ended = False
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the name, Esc leaves the old one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self._end("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving takes the name."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._end(self.text().strip())

    def _stem(self, name: str) -> None:
        self.setText(name.rpartition(".")[0] if "." in name else name)
        self.setAccessibleName(name)

    def _end(self, stem: str) -> None:
        if not self._is_ended:
            self._is_ended = True
            self.hide()
            self.ended.emit(stem)
