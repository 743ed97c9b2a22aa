"""A sheet at the right edge of a window, over the page: it comes at once, Esc closes it, and the focus goes back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.window.part.overlay import Overlay
from grantdesk.words.phrase import Phrase, phrase


class Sheet(Overlay):
    """`body` takes what stands in it."""

    def __init__(self, scene: Scene, host: QWidget, said: Phrase, width: int = 420) -> None:
        super().__init__(scene, host, "right", width)
        self._came_from: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = Label(scene, said, "section")
        self._close = Tool(scene, phrase("Close"), "x", named=False, keys="Esc")
        self._close.clicked.connect(self.put_away)
        self._head, self.body = QHBoxLayout(), QVBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addLayout(self.body, 1)
        self.hide()
        self._measure()
        self._name()
        scene.look.changed.connect(self._measure)
        scene.speech.changed.connect(self._name)

    def bring_up(self, first: QWidget | None = None) -> None:
        """Shows it and puts the focus into it: on `first`, or on the first control in it."""
        if self.isHidden():
            self._came_from = self._over.window().focusWidget()
        self.place()
        self.show()
        self.raise_()
        (first or self._first()).setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Closes it; the focus goes back to where it came from."""
        if self.isHidden():
            return
        back, self._came_from = self._came_from, None
        self.hide()
        if back is not None and back in self.window().findChildren(QWidget):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def _first(self) -> QWidget:
        """The first control in it, apart from the button that closes it, if there is another."""
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
            if stops and widget is not self._close and self.isAncestorOf(widget) and widget.isVisibleTo(self):
                return widget
            widget = widget.nextInFocusChain()
        return self._close

    def _measure(self) -> None:
        px = self._scene.look.px
        self._column.setContentsMargins(px(20), px(16), px(12), px(16))
        self._column.setSpacing(px(12))
        self.place()

    def _name(self) -> None:
        self.setAccessibleName(self.title.text())
