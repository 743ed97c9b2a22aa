"""A chart laid out in a width: what is drawn where, and what each of its bars says."""

from abc import ABC, abstractmethod
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from grantdesk.ui.look.look import Look

MOST_LINES = 3
TEXT, SMALL = 13.0, 12.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar, or a part of one, that somebody may point at, and what it says."""

    rect: QRectF
    said: str


@dataclass(frozen=True, slots=True)
class Label:
    """A text broken into lines for a width; a long one ends in "…", since it only points to what stands elsewhere."""

    lines: tuple[str, ...]
    font: QFont

    @property
    def leading(self) -> float:
        """From line to line."""
        return QFontMetricsF(self.font).lineSpacing()

    @property
    def height(self) -> float:
        """All of it."""
        return len(self.lines) * self.leading

    @property
    def width(self) -> float:
        """The widest line."""
        return max((QFontMetricsF(self.font).horizontalAdvance(line) for line in self.lines), default=0.0)

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draws it in the pen of the painter."""
        painter.setFont(self.font)
        rise = QFontMetricsF(self.font).ascent()
        for n, line in enumerate(self.lines):
            painter.drawText(QPointF(left, top + rise + n * self.leading), line)


class Drawing(ABC):
    """A chart laid out. `marks` are in the order in which one walks through them."""

    def __init__(self, look: Look, font: QFont, width: float) -> None:
        self.look, self.font, self.width = look, font, width
        self.marks: list[Mark] = []
        self.height = 0.0

    @abstractmethod
    def paint(self, painter: QPainter) -> None:
        """Draws all of it from (0, 0)."""

    def px(self, size: float) -> float:
        """A length in the size of text that the person wants."""
        return float(self.look.px(size))

    def label(self, text: str, width: float, size: float = TEXT, strong: bool = False) -> Label:
        """A text as lines of a width."""
        font = QFont(self.font)
        font.setPixelSize(self.look.px(size))
        font.setBold(strong)
        return Label(_broken(text, font, width), font)

    def line(self, painter: QPainter, role: str, ends: tuple[float, float, float, float]) -> None:
        """A thin line in the colour of a role."""
        painter.setPen(QPen(self.look.color(role), 1.0))
        painter.drawLine(QPointF(*ends[:2]), QPointF(*ends[2:]))

    def ring(self, painter: QPainter, mark: Mark) -> None:
        """Shows which mark has the focus."""
        gap = self.px(3)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.look.color("text"), self.px(2)))
        painter.drawRoundedRect(mark.rect.adjusted(-gap, -gap, gap, gap), gap, gap)


def _broken(text: str, font: QFont, width: float) -> tuple[str, ...]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        if len(lines) == MOST_LINES - 1:
            rest = text[start:].replace("\n", " ")
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + length].rstrip())
    layout.endLayout()
    return tuple(lines)
