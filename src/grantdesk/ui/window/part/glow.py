"""A frame around what was just brought to the eye, for a moment: after an undo one sees what it changed."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from shiboken6 import isValid

from grantdesk.ui.look.look import Look

LASTS = 900


class Glow(QWidget):
    """Lies over a widget and lets everything through. It stands still: nothing moves for those whom that disturbs."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self._over: QWidget | None = None
        self._around: list[QWidget] = []
        self._timer = QTimer(self, singleShot=True, interval=LASTS)
        self._timer.timeout.connect(self.end)
        self.hide()

    def show_over(self, widget: QWidget) -> None:
        """Frames the widget, which is in the same window, for a moment."""
        self.end()
        self._over = widget
        self._around = [*self._outwards(widget)]
        for each in self._around:
            each.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()

    def end(self) -> None:
        """No frame any more."""
        for each in self._around:
            if isValid(each):
                each.removeEventFilter(self)
        self._over, self._around = None, []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows it, and what it stands in: where a page scrolls, the whole page is moved."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif event.type() in (QEvent.Type.Hide, QEvent.Type.DeferredDelete):
            self.end()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("accent"), 3))
        radius = self._look.px(6)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)

    def _place(self) -> None:
        if self._over is not None:
            gap = self._look.px(4)
            self.setGeometry(self._seen(self._over, gap))

    def _seen(self, widget: QWidget, gap: int) -> QRect:
        """What is seen of it in the window, with a gap around it: a page that scrolls cuts it at its edges."""
        seen = QRect(widget.mapTo(self._window, QPoint()), widget.size()).adjusted(-gap, -gap, gap, gap)
        for above in self._around[1:]:
            if isinstance(above.parentWidget(), QAbstractScrollArea):
                seen &= QRect(above.mapTo(self._window, QPoint()), above.size())
        return seen

    def _outwards(self, widget: QWidget) -> Iterator[QWidget]:
        """The widget and what it stands in, up to the window."""
        each: QWidget | None = widget
        while each is not None and each is not self._window:
            yield each
            each = each.parentWidget()
