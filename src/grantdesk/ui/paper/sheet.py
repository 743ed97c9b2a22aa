"""One page of paper on the screen: white, with a thin edge, drawn when it comes into sight; its text can be marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

from grantdesk.ui.look.look import Look
from grantdesk.ui.paper.text.letters import Letters
from grantdesk.ui.paper.text.marking import NOTHING, Span

EDGE = 1
FOUND, HERE, MARKED = 70, 150, 90
"""How strongly what is found, the place gone to, and marked text are coloured."""
BAR, BESIDE = 3.0, 30.0  # points: how wide the bar beside the answer in focus is, and how far from the edge


class Sheet(QLabel):
    """A page; `scale` are its pixels for a point. Screen readers take it for a graphic with its text as description.

    Signals: `reached` when the mouse comes over it; `picked(QPointF)` when it was clicked at a point of the paper;
    `pressed` when a click or marking begins; `dragged(QPointF, QPointF)` while text is marked, from a point of the
    sheet to another, which may be outside of it.
    """

    reached = Signal()
    picked = Signal(object)
    pressed = Signal()
    dragged = Signal(object, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._picture = QPixmap()
        clear = QPixmap(1, 1)
        clear.fill(Qt.GlobalColor.transparent)
        self.setPixmap(clear)
        self.setMouseTracking(True)
        self.scale, self.is_fresh = 1.0, False
        self.letters: Letters | None = None
        self.marks: Span = NOTHING
        self.hits: Sequence[tuple[int, int]] = ()
        self.here: tuple[int, int] | None = None
        self.answers: Sequence[tuple[float, float]] = ()  # from where to where the answer in focus goes
        self.links: Sequence[tuple[float, float]] = ()  # the same of all that lead to the form
        self._pressed: QPointF | None = None
        self._is_marking = False

    @property
    def is_drawn(self) -> bool:
        """Is there a picture, be it one that is out of date?"""
        return not self._picture.isNull()

    @property
    def is_pressed(self) -> bool:
        """Is the mouse held down that was pressed on it?"""
        return self._pressed is not None

    def show_picture(self, image: QImage) -> None:
        """The picture of the page as it is."""
        image.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture, self.is_fresh = QPixmap.fromImage(image), True
        self.update()

    def age(self) -> None:
        """The page may be another one: its picture stays until there is a new one, its letters do not."""
        self.is_fresh, self.letters, self.marks = False, None, NOTHING
        self.hits, self.here = (), None

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins, or marking."""
        event.ignore()  # the pages take the focus
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._is_marking = event.position(), False
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks text from where the button was pressed on."""
        if self._pressed is None:
            self._point(event.position())
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._is_marking = self._is_marking or far
        if self._is_marking:
            self.dragged.emit(self._pressed, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Text is marked, or the page was clicked."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if not self._is_marking:
            self.picked.emit(event.position() / self.scale)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the paper, what is on it, and what is marked."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.is_drawn:
            self._paint_picture(painter)
        self._paint_marks(painter)
        painter.setPen(self._look.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -EDGE, -EDGE))
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        """Pixel by pixel; only one that is not of this size is stretched, which blurs it, until there is a new one."""
        if abs(self._picture.deviceIndependentSize().width() - self.width()) <= 1:
            painter.drawPixmap(QPointF(), self._picture)
        else:
            painter.drawPixmap(self.rect(), self._picture)

    def _paint_marks(self, painter: QPainter) -> None:
        for top, bottom in self.answers:
            painter.fillRect(self._drawn(QRectF(BESIDE, top, BAR, bottom - top)), self._look.color("accent"))
        for start, end in self.hits:
            is_here = (start, end) == self.here
            self._fill(painter, start, end, "warning" if is_here else "accent", HERE if is_here else FOUND)
        self._fill(painter, *self.marks, "accent", MARKED)

    def _fill(self, painter: QPainter, start: int, end: int, role: str, strength: int) -> None:
        color = QColor(self._look.color(role))
        color.setAlpha(strength)
        for bar in self.letters.bars(start, end) if self.letters else ():
            painter.fillRect(self._drawn(bar), color)

    def _drawn(self, box: QRectF) -> QRectF:
        return QRectF(
            box.x() * self.scale, box.y() * self.scale, box.width() * self.scale, box.height() * self.scale
        )

    def _point(self, at: QPointF) -> None:
        """A hand where a click leads to the form."""
        y = at.y() / self.scale
        leads = any(top <= y < bottom for top, bottom in self.links)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
