"""The head of a view: some controls on the left, some on the right; in more rows where there is no room for one."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.flow import Flow

Direction = QBoxLayout.Direction


class Head(QFrame):
    """Holds two groups of controls. It may be as narrow as the widest of them."""

    def __init__(self, look: Look, left: Sequence[QWidget], right: Sequence[QWidget]) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "head")
        self._row = QBoxLayout(Direction.LeftToRight, self)
        self._groups = _group(left), _group(right)
        self._row.addWidget(self._groups[0])
        self._row.addStretch(1)
        self._row.addWidget(self._groups[1])
        look.changed.connect(self.measure)
        self.measure()

    def measure(self) -> None:
        """Sets the sizes for the look, and one row or two."""
        px = self._look.px
        self._row.setContentsMargins(px(12), px(5), px(12), px(5))
        self._row.setSpacing(px(6))
        for group in self._groups:
            layout = group.layout()
            if layout is not None:
                layout.setSpacing(px(6))
        widths = [group.sizeHint().width() for group in self._groups]
        is_wide = sum(widths) + px(36) <= self.width()
        self._row.setDirection(Direction.LeftToRight if is_wide else Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room for one row now."""
        super().resizeEvent(event)
        self.measure()


def _group(widgets: Sequence[QWidget]) -> QWidget:
    group = QWidget()
    row = Flow()
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    group.setLayout(row)
    return group
