"""The foot of a page: back, to what is to be mended next, and on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.field import BORDER
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.scroll import READABLE
from grantdesk.words.phrase import phrase

MARGIN = 24
"""Beside the column, at a text size of 100 %."""


class Foot(QFrame):
    """Never disabled: whoever may not go on does not learn why.

    Signals: `previous`, `next_issue` and `onward` when the button of that name was chosen.
    """

    previous = Signal()
    next_issue = Signal()
    onward = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("role", "foot")
        self.back = Button(desk, phrase("Previous"))
        self.issue = Button(desk, phrase("Go to next issue"))
        self.on = Button(desk, phrase("Save and continue"), role="primary")
        self._middle = QWidget()
        self._row, self._outer = QHBoxLayout(self._middle), QHBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addStretch(1)
        self._outer.addWidget(self._middle, 1000)
        self._outer.addStretch(1)
        self.leave_room(0)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        self._row.addWidget(self.issue)
        self._row.addWidget(self.on)
        self.back.clicked.connect(self.previous)
        self.issue.clicked.connect(self.next_issue)
        self.on.clicked.connect(self.onward)
        self.draw()

    def leave_room(self, right: int) -> None:
        """Stands in line with the column, which has a scroll bar at its right."""
        self._outer.setContentsMargins(0, 0, right, 0)

    def draw(self) -> None:
        """Takes the sizes of the look."""
        px = self._desk.look.px
        self._middle.setMaximumWidth(px(READABLE + 2 * MARGIN))
        self._row.setSpacing(px(10))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room for the buttons, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In line with the column, or from edge to edge where there is no room for all words of the buttons."""
        px = self._desk.look.px
        words = sum(each.sizeHint().width() for each in (self.back, self.issue, self.on)) + 3 * px(10)
        left, right = px(MARGIN + 12) + BORDER, px(MARGIN)
        if left + words + right > self.width():
            left = right = min(px(10), max(0, (self.width() - words) // 2))
        self._row.setContentsMargins(left, px(10), right, px(10))
