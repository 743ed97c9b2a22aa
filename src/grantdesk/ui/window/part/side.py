"""The right column: the findings, or in their place for a while something else, help or what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import Phrase, phrase


class Side(QFrame):
    """`home` is what stands there otherwise. Escape goes back to it, and to where the focus was.

    Signals: `returned` when `home` is there again.
    """

    returned = Signal()

    def __init__(self, desk: Desk, home: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk, self._home = desk, home
        self._came_from: QWidget | None = None
        self._title = Label(desk, "", "section")
        self._close = Tool(desk, phrase("Back to the issues"), "x", named=False, keys="Esc")
        self._head, self._pile = QWidget(), QStackedWidget()
        self._row = QHBoxLayout(self._head)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pile, 1)
        self._pile.addWidget(home)
        self._head.hide()
        self._close.clicked.connect(self.go_back)
        desk.look.changed.connect(self._measure)
        self._measure()
        self.setFocusProxy(home)

    @property
    def shown(self) -> QWidget:
        """What stands there now."""
        return self._pile.currentWidget() or self._home

    def show_widget(self, widget: QWidget, said: Phrase) -> None:
        """Shows something under a title, with the focus in it."""
        if self.shown is self._home:
            self._came_from = QApplication.focusWidget()
        if self._pile.indexOf(widget) < 0:
            self._pile.addWidget(widget)
        self._title.show_said(said)
        self._head.show()
        self._pile.setCurrentWidget(widget)
        self.setFocusProxy(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Shows what stands there otherwise."""
        if self.shown is self._home:
            return
        within = self.isAncestorOf(QApplication.focusWidget() or self.window())
        self._head.hide()
        self._pile.setCurrentWidget(self._home)
        self.setFocusProxy(self._home)
        if within and self._came_from is not None and self._came_from.isVisible():
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.returned.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.shown is not self._home:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _measure(self) -> None:
        px = self._desk.look.px
        self._row.setContentsMargins(px(15), px(14), px(8), px(2))
