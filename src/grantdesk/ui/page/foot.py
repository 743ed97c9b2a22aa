"""The foot of a page: back, to what is to be mended next, and on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.field import BORDER
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.scroll import READABLE
from grantdesk.words.phrase import phrase

MARGIN = 24
"""Beside the column, at a text size of 100 %."""
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
"""Where arrows lead to among the buttons."""


class Foot(QFrame):
    """Never disabled: whoever may not go on does not learn why. Tab goes from the last question to the button that goes
    on, and arrows from there to the other two, which have keys of their own too.

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
        self._buttons = (self.back, self.issue, self.on)
        for button in self._buttons:
            button.installEventFilter(self)
            if button is not self.on:
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow goes to the button beside, and no further than the last."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = STEPS.get(Qt.Key(event.key()))
        if step is None:
            return False
        at = next(n for n, button in enumerate(self._buttons) if button is watched)
        other = self._buttons[min(max(at + step, 0), len(self._buttons) - 1)]
        other.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room for the buttons, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In line with the column, or from edge to edge where there is no room for all words of the buttons."""
        px = self._desk.look.px
        words = sum(each.sizeHint().width() for each in self._buttons) + 3 * px(10)
        left, right = px(MARGIN + 12) + BORDER, px(MARGIN)
        if left + words + right > self.width():
            left = right = min(px(10), max(0, (self.width() - words) // 2))
        self._row.setContentsMargins(left, px(10), right, px(10))
