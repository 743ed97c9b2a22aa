"""One line of text that gives way where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class Line(QLabel):
    """One line that is cut where there is no room; the whole of it is its tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._tail = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, tail: str = "") -> None:
        """Shows a text, as much of it as there is room for, and `tail` whole after it."""
        if (text, tail) != (self._whole, self._tail):
            self._whole, self._tail = text, tail
            self.setAccessibleName(text + tail)
            self._cut()

    def use(self, role: str) -> None:
        """Looks like another role from now on."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().polish(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = self.fontMetrics()
        room = max(self.width() - metrics.horizontalAdvance(self._tail), 0)
        cut = metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(cut + self._tail)
        self.setToolTip(self._whole + self._tail if cut != self._whole else "")
