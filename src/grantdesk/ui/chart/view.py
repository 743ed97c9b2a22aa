"""A chart on the screen: drawn crisp at every size, its values shown to the pointer and to the keyboard."""

from typing import assert_never

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from grantdesk.outline.block import Chart, Gantt, Stacks
from grantdesk.ui.chart.drawing import Drawing
from grantdesk.ui.chart.gantt import GanttDrawing
from grantdesk.ui.chart.stacks import StacksDrawing
from grantdesk.ui.look.look import Look
from grantdesk.ui.look.tip import tip

MARGIN, NARROWEST = 6, 300
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


def laid(chart: Chart, look: Look, font: QFont, width: float) -> Drawing:
    """The chart laid out in a width."""
    match chart.drawing:
        case Gantt():
            return GanttDrawing(chart, chart.drawing, look, font, width)
        case Stacks():
            return StacksDrawing(chart.drawing, look, font, width)
        case _:
            assert_never(chart.drawing)


def painted(drawing: Drawing, ratio: float) -> QImage:
    """The chart as a picture with a clear ground, for a ratio of pixels."""
    size = QSize(round(drawing.width * ratio), round(drawing.height * ratio))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.paint(painter)
    painter.end()
    return image


class ChartView(QLabel):
    """Shows one chart. It is a label with a picture to screen readers, so that they call it a graphic; the words of
    the chart describe it. Arrows walk from bar to bar.

    Signals: `pointed(text)` when another bar is pointed at or has the focus; empty for none.
    """

    pointed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._chart: Chart | None = None
        self._drawing: Drawing | None = None
        self._at = -1
        clear = QPixmap(1, 1)
        clear.fill(Qt.GlobalColor.transparent)
        self.setPixmap(clear)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._lay)

    @property
    def at(self) -> str:
        """What the bar says that is pointed at; empty for none."""
        return self._drawing.marks[self._at].said if self._drawing and self._at >= 0 else ""

    def show_chart(self, chart: Chart) -> None:
        """Shows a chart in place of the one before."""
        self._chart = chart
        self.setAccessibleName(chart.caption)
        self.setAccessibleDescription(chart.alt)
        self._lay()

    def hasHeightForWidth(self) -> bool:
        """The higher, the narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all that is drawn."""
        if self._chart is None:
            return 0
        room = max(width, NARROWEST) - 2 * MARGIN
        if self._drawing is None or round(self._drawing.width) != room:
            self._drawing = laid(self._chart, self._look, self.font(), room)
        return round(self._drawing.height) + 2 * MARGIN

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        width = max(self.width(), NARROWEST)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, so that it never makes a page wide."""
        return QSize(NARROWEST, self.heightForWidth(max(self.width(), NARROWEST)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows from the width, whatever the layouts around it make of that."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the chart, and a ring around the bar that has the focus."""
        self.heightForWidth(self.width())
        if self._drawing is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(MARGIN, MARGIN)
        self._drawing.paint(painter)
        if self.hasFocus() and self._at >= 0:
            self._drawing.ring(painter, self._drawing.marks[self._at])
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go from bar to bar."""
        last = len(self._drawing.marks) - 1 if self._drawing else -1
        key = Qt.Key(event.key())
        if last < 0 or key not in (*STEPS, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            return
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        self._point(ends[key] if key in ends else min(max(self._at + STEPS[key], 0), last))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first bar has the focus, if none had it."""
        super().focusInEvent(event)
        if self._drawing and self._drawing.marks:
            self._point(max(self._at, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No bar is pointed at any more."""
        super().focusOutEvent(event)
        self._point(-1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Points at what is under the pointer."""
        if self._drawing:
            place = event.position() - QPoint(MARGIN, MARGIN).toPointF()
            marks = self._drawing.marks
            self._point(
                next((n for n, mark in enumerate(marks) if mark.rect.contains(place)), -1), spoken=False
            )
        self.setToolTip(tip(self.at))

    def leaveEvent(self, event: QEvent) -> None:
        """Points at nothing any more, unless the keyboard does."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(-1)

    def visible_rect(self) -> QRect:
        """Where the bar is that is pointed at, for whoever scrolls to it."""
        if not self._drawing or self._at < 0:
            return self.rect()
        return self._drawing.marks[self._at].rect.toAlignedRect().translated(MARGIN, MARGIN)

    def _point(self, n: int, spoken: bool = True) -> None:
        if n != self._at:
            self._at = n
            self.update()
            self.pointed.emit(self.at)
            if spoken and self.at:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.at))

    def _lay(self) -> None:
        self._drawing = None
        if self._chart is not None:
            self.setFixedHeight(self.heightForWidth(self.width()))
        self._at = -1
        self.updateGeometry()
        self.update()
