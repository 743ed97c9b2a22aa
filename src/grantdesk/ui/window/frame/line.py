"""One line of text that gives way where there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from grantdesk.ui.look.tip import tip
from grantdesk.ui.look.wear import wear

APART = " · "
FEW = 8
"""Characters that are not worth showing of a text that is cut."""


class Line(QLabel):
    """One line that is cut where there is no room; the whole of it is its tip. It takes the room that is left over,
    or, if it `is_short`, no more than it needs."""

    def __init__(self, is_short: bool = False) -> None:
        super().__init__()
        self._whole = self._tail = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        across = QSizePolicy.Policy.Maximum if is_short else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str, tail: str = "") -> None:
        """Shows a text, as much of it as there is room for, and after it `tail`, which matters more."""
        if (text, tail) != (self._whole, self._tail):
            self._whole, self._tail = text, tail
            self.setAccessibleName(APART.join(each for each in (text, tail) if each))
            self._cut()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all of it."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self.accessibleName()) + 2, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """It gives way to anything."""
        return QSize(0, super().minimumSizeHint().height())

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
