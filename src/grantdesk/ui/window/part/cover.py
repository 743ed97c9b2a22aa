"""What takes the place of the form for a while: the application as it will be read, or as it will be printed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.words.phrase import phrase


class Cover(QStackedWidget):
    """`below` is what is seen otherwise. Escape goes back to it too.

    Signals: `covered` and `uncovered`.
    """

    covered = Signal()
    uncovered = Signal()

    def __init__(self, desk: Desk, below: QWidget) -> None:
        super().__init__()
        self._desk, self._below = desk, below
        self._leaf, self._head = QWidget(), QFrame()
        self._head.setProperty("role", "head")
        self._pile = QStackedWidget()
        self.back = Button(desk, phrase("Back to the form"), "arrow-left", "quiet")
        self.back.clicked.connect(self.uncover)
        self._row, column = QHBoxLayout(self._head), QVBoxLayout(self._leaf)
        self._row.addWidget(self.back)
        self._row.addStretch(1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pile, 1)
        self.addWidget(below)
        self.addWidget(self._leaf)
        desk.look.changed.connect(self._measure)
        self._measure()

    @property
    def over(self) -> QWidget | None:
        """What is seen in place of the form; None if nothing is."""
        return self._pile.currentWidget() if self.currentWidget() is self._leaf else None

    def cover_with(self, widget: QWidget) -> None:
        """Shows something in place of the form, with the focus in it."""
        if self._pile.indexOf(widget) < 0:
            self._pile.addWidget(widget)
        was_covered = self.over is not None
        self._pile.setCurrentWidget(widget)
        self.setCurrentWidget(self._leaf)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        if not was_covered:
            self.covered.emit()

    def uncover(self) -> None:
        """The form is seen again."""
        if self.over is not None:
            self.setCurrentWidget(self._below)
            self.uncovered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.over is not None:
            self.uncover()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        px = self._desk.look.px
        self._row.setContentsMargins(px(12), px(4), px(12), px(4))
