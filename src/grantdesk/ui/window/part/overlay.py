"""What lies over the page at a side of the window: it keeps to its edge, and Esc closes it."""

from typing import Literal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from grantdesk.ui.piece.scene import Scene

Side = Literal["left", "right"]


class Overlay(QFrame):
    """Lies over `over`, as high as it and as wide as `width` (for a text size of 100 %) where there is room.

    Signals: `closed` when it was closed, by whatever way.
    """

    closed = Signal()
    spared = 0
    """What stays free beside it at least, at a text size of 100 %."""

    def __init__(self, scene: Scene, over: QWidget, side: Side, width: int) -> None:
        super().__init__(over)
        self._scene, self._over, self._side, self._width = scene, over, side, width
        self.setProperty("role", "sheet")
        self.setProperty("side", side)
        over.installEventFilter(self)

    def put_away(self) -> None:
        """Closes it; where the focus goes is its own matter."""
        raise NotImplementedError

    def place(self) -> None:
        """Lays it at its edge."""
        px, whole = self._scene.look.px, self._over.size()
        width = min(px(self._width), whole.width() - px(self.spared))
        left = 0 if self._side == "left" else whole.width() - width
        self.setGeometry(left, 0, width, whole.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps to its edge when there is more or less room."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return super().eventFilter(watched, event)
