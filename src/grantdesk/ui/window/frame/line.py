"""One line of text that gives way where there is no room for all of it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from grantdesk.ui.look.tip import tip
from grantdesk.ui.look.wear import wear

APART = " · "
FEW = 8
"""Characters that are not worth showing of a text that is cut."""


class Line(QLabel):
    """One line that is cut where there is no room; the whole of it is its tip."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = self._tail = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, tail: str = "") -> None:
        """Shows a text, as much of it as there is room for, and after it `tail`, which matters more."""
        if (text, tail) != (self._whole, self._tail):
            self._whole, self._tail = text, tail
            self.setAccessibleName(APART.join(each for each in (text, tail) if each))
            self._cut()

    def use(self, role: str) -> None:
        """Looks like another role from now on."""
        wear(self, "role", role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, whole, right = self.fontMetrics(), self.accessibleName(), Qt.TextElideMode.ElideRight
        end = APART + self._tail if self._tail and self._whole else self._tail
        room = self.width() - metrics.horizontalAdvance(end)
        if room < metrics.averageCharWidth() * FEW and self._tail:
            shown = metrics.elidedText(self._tail, right, self.width())
        else:
            shown = metrics.elidedText(self._whole, right, room) + end
        self.setText(shown)
        self.setToolTip(tip(whole) if shown != whole else "")
