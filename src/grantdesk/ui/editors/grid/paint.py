"""How a cell is drawn: its text on a few lines, what is wrong with it, and where one stands."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPolygonF, QTextLayout, QTextOption

from grantdesk.ui.editors.grid.sheet.folding import folded
from grantdesk.ui.look.look import Look

LONG = 8
"""Letters of a word that may be too long for a cell."""
KEPT = 4000
"""Broken texts that are remembered."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A cell to be drawn. `mark` is "error", "warning" or nothing; `tone` "", "ghost", "read" or "closed"."""

    text: str
    right: bool = False
    mark: str = ""
    tone: str = ""
    selected: bool = False
    current: bool = False


class Breaking:
    """Breaks texts into the lines of a cell, at most so many, and remembers them."""

    def __init__(self, font: QFont, most: int) -> None:
        self.font, self.metrics, self._most = font, QFontMetrics(font), most
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def lines(self, text: str, width: int) -> tuple[str, ...]:
        """The lines; the last ends in … where there was more."""
        if "\n" not in text and (len(text) < 4 or self.metrics.horizontalAdvance(text) <= width):
            return (text,)
        key = (text, width)
        if key not in self._known:
            if len(self._known) > KEPT:
                self._known.clear()
            self._known[key] = self._broken(text, width)
        return self._known[key]

    def _broken(self, text: str, width: int) -> tuple[str, ...]:
        found: list[str] = []
        paragraphs = text.split("\n")
        while paragraphs and len(found) <= self._most:
            found += self._paragraph(paragraphs.pop(0), width, self._most + 1 - len(found))
        if len(found) > self._most or paragraphs:
            last = found[self._most - 1].rstrip() + "…"
            found[self._most - 1 :] = [self.metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)]
        return tuple(found)

    def _paragraph(self, text: str, width: int, most: int) -> list[str]:
        if any(self.metrics.horizontalAdvance(word) > width for word in text.split() if len(word) > LONG):
            return folded(text, lambda part: self.metrics.horizontalAdvance(part) <= width)[:most]
        layout = QTextLayout(text[: width * (most + 1)], self.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        found: list[str] = []
        while len(found) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            found.append(text[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return found or [""]


class Brush:
    """Draws cells in a look, at its size of text."""

    def __init__(self, look: Look, font: QFont, most: int) -> None:
        self.breaking = Breaking(font, most)
        self._look = look
        self.pad, self.gap = look.px(6), look.px(7)
        self._icon, self._beside = look.px(14), look.px(14) + look.px(4)

    def room(self, width: int, mark: str, text: str) -> int:
        """How wide a text may be in a cell of a width: beside the mark, if its words have room there."""
        return max(20, width - 2 * self.pad - (self._beside if self.is_beside(width, mark, text) else 0))

    def is_beside(self, width: int, mark: str, text: str) -> bool:
        """Does a mark stand beside the text? Else it is a corner of the cell, so that nothing of the text is cut."""
        free = width - 2 * self.pad - self._beside
        return bool(mark) and all(
            self.breaking.metrics.horizontalAdvance(word) <= free for word in text.split()
        )

    def height(self, lines: int) -> int:
        """How high a row of so many lines is."""
        return lines * self.breaking.metrics.height() + 2 * self.gap

    def draw(self, painter: QPainter, rect: QRect, cell: Drawn) -> None:
        """Draws a cell."""
        look = self._look
        painter.save()
        painter.fillRect(rect, look.color(_ground(cell)))
        room = QRect(rect).adjusted(self.pad, 0, -self.pad, 0)
        beside = self.is_beside(rect.width(), cell.mark, cell.text)
        if cell.mark:
            self._draw_mark(painter, rect, cell.mark, beside)
        if beside:
            room.setLeft(room.left() + self._beside)
        self._draw_text(painter, room, cell)
        if cell.current:
            painter.setPen(QPen(look.color("accent"), max(2, look.px(2))))
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    def _draw_text(self, painter: QPainter, room: QRect, cell: Drawn) -> None:
        metrics = self.breaking.metrics
        ink = {"ghost": "accent", "closed": "faint", "read": "text"}.get(cell.tone, "text")
        painter.setPen(self._look.color(ink))
        lines = self.breaking.lines(cell.text, max(20, room.width()))
        top = room.top() + max(self.gap, (room.height() - len(lines) * metrics.height()) // 2)
        for line in lines:
            left = room.left()
            if cell.right:
                left = room.right() + 1 - metrics.horizontalAdvance(line)
            painter.drawText(QPointF(left, top + metrics.ascent()), line)
            top += metrics.height()

    def _draw_mark(self, painter: QPainter, rect: QRect, mark: str, beside: bool) -> None:
        look, worst = self._look, "error" if mark == "error" else "warning"
        if beside:
            at = QPoint(rect.left() + self.pad, rect.center().y() - self._icon // 2)
            look.paint(painter, at, "circle-alert" if worst == "error" else "triangle-alert", worst, 14)
        else:
            corner, size = QPointF(rect.topLeft()), float(look.px(9))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(worst))
            painter.drawPolygon(QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)]))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if worst == "error":
            painter.setPen(QPen(look.color("error"), max(1, look.px(1.5))))
            painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -1.5, -1.5))


def _ground(cell: Drawn) -> str:
    if cell.selected:
        return "selected"
    if cell.mark == "error":
        return "error_back"
    return "bg" if cell.tone in ("read", "closed") else "field"
