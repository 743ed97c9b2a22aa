"""A drawer that lies over the page at a side: a panel for which the window is too narrow, or help."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.part.overlay import Overlay, Side
from grantdesk.words.phrase import Phrase, phrase


class Drawer(Overlay):
    """Has one widget in it."""

    spared = 40

    def __init__(self, desk: Desk, over: QWidget, side: Side, width: int) -> None:
        super().__init__(desk, over, side, width)
        self.setAutoFillBackground(True)
        self._back: QWidget | None = None
        self._said: Phrase | None = None
        self._title, self._close = QLabel(), QToolButton()
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._arrange()
        self._close.clicked.connect(self.put_away)
        desk.speech.changed.connect(self._say)
        desk.look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_widget(self, widget: QWidget, said: Phrase | None = None) -> None:
        """Opens with the widget in it, under a title if it has none, nor a way to close it, of its own."""
        self._said = said
        for part in (self._title, self._close):
            part.setVisible(said is not None)
        if self._column.indexOf(widget) < 0:
            self._column.addWidget(widget, 1)
        widget.show()
        if not self.isVisible():
            self._back = QApplication.focusWidget()
        self._say()
        self.place()
        self.show()
        self.raise_()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Closes it; the focus goes back to where it was, unless it has gone elsewhere."""
        if self.isHidden():
            return
        within = self.isAncestorOf(QApplication.focusWidget() or self._over)
        self.hide()
        if within and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
        self.closed.emit()

    def _arrange(self) -> None:
        self._title.setProperty("role", "section")
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._head.addWidget(self._title, 1)
        self._head.addStretch()
        self._head.addWidget(self._close)
        self._column.addLayout(self._head)
        self._column.setContentsMargins(0, 0, 0, 0)

    def _say(self) -> None:
        close = self._scene.say(phrase("Close"))
        self._close.setAccessibleName(close)
        self._close.setToolTip(close)
        if self._said is not None:
            self._title.setText(self._scene.say(self._said))
            self.setAccessibleName(self._title.text())

    def _draw(self) -> None:
        px = self._scene.look.px
        self._close.setIcon(self._scene.look.icon("x"))
        self._close.setIconSize(QSize(px(18), px(18)))
        self._column.setSpacing(px(2))
        self._head.setContentsMargins(px(15), px(8), px(8), 0)
        if self.isVisible():
            self.place()
