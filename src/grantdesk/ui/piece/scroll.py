"""A page that scrolls: one calm column, as wide as one reads well, in the middle."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QVBoxLayout,
    QWidget,
)

from grantdesk.ui.piece.scene import Scene

READABLE = 680
"""The width of a column, at a text size of 100 %."""
KINDS = (QComboBox, QAbstractSpinBox, QAbstractSlider)


class Scroll(QScrollArea):
    """`column` takes the widgets of the page. The wheel scrolls and never changes an answer."""

    def __init__(self, scene: Scene, width: int = READABLE, margin: int = 24) -> None:
        super().__init__()
        self._scene, self._width, self._margin = scene, width, margin
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet, self._middle = QWidget(), QWidget()
        self.column = QVBoxLayout(self._middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout(self._sheet)
        self._row.addStretch(1)
        self._row.addWidget(self._middle, 1000)
        self._row.addStretch(1)
        self.setWidget(self._sheet)
        self._calm = Calm(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        self._middle.installEventFilter(self)
        self._tabbed = QTimer(self, singleShot=True, interval=0)  # what is left may show a message first
        self._tabbed.timeout.connect(self._reach)
        self._measure()
        scene.look.changed.connect(self._measure)

    @property
    def is_settled(self) -> bool:
        """Has it seen everything that stands in it?"""
        return not self._soon.isActive()

    def bring(self, widget: QWidget) -> None:
        """Scrolls until a widget in the page is seen whole, with some room around it; of one that is higher than what
        can be seen, its caret or its cell."""
        room, view, bar = self._scene.look.px(64), self.viewport().height(), self.verticalScrollBar()
        caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        if widget.height() + 2 * room <= view:
            top = widget.mapTo(self._sheet, QPoint(0, 0)).y()
            bar.setValue(min(max(bar.value(), top + widget.height() + room - view), top - room))
        elif isinstance(caret, QRect | QRectF):
            middle = widget.mapTo(self._sheet, QRectF(caret).center().toPoint())
            self.ensureVisible(middle.x(), middle.y(), 0, min(room, view // 2))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Where Tab goes to is seen whole, not only its caret."""
        moved = super().focusNextPrevChild(forward)
        self._tabbed.start()
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices that something new stands in the page."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._soon.start()
        return False

    def minimumSizeHint(self) -> QSize:
        """As narrow as what stands in it; of what is high some is enough."""
        px, least = self._scene.look.px, self._sheet.minimumSizeHint()
        return QSize(least.width() + px(14), min(least.height(), px(160)))

    def _reach(self) -> None:
        widget = QApplication.focusWidget()
        if widget is not None and self._sheet.isAncestorOf(widget):
            self.bring(widget)

    def _settle(self) -> None:
        self._calm.calm_all(self._middle)

    def _measure(self) -> None:
        px = self._scene.look.px
        self._middle.setMaximumWidth(px(self._width))
        self._row.setContentsMargins(px(self._margin), px(self._margin), px(self._margin), px(self._margin))
        self._row.setSpacing(0)
        self.verticalScrollBar().setSingleStep(px(24))


class Calm(QObject):
    """Lets the wheel through to the page, wherever the focus is not in the control under the mouse."""

    def calm(self, *widgets: QWidget) -> None:
        """Calms these controls."""
        for widget in widgets:
            if not isinstance(widget, QScrollBar):
                widget.removeEventFilter(self)  # the same twice is once
                widget.installEventFilter(self)

    def calm_all(self, below: QWidget) -> None:
        """Calms every control in a widget that a wheel can change."""
        for kind in KINDS:
            self.calm(*below.findChildren(kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes a wheel event on to what the control stands in."""
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        event.ignore()
        return True
