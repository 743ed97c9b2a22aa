"""Work packages over the months of a project: bars under an axis, and a diamond for what is a moment."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from grantdesk.outline.block import Bar, Chart, Gantt
from grantdesk.ui.chart.drawing import SMALL, Drawing, Label, Mark
from grantdesk.ui.look.look import Look

HEAD, PAD, THICK, STEP, AXIS = 26.0, 7.0, 14.0, 14.0, 6.0
LABELS, NARROW, WIDE = 0.34, 110.0, 280.0  # the share of the width for labels, and its bounds
HALF = 0.45  # of the width, at most, for a long word


class GanttDrawing(Drawing):
    """A Gantt chart laid out."""

    def __init__(self, chart: Chart, gantt: Gantt, look: Look, font: QFont, width: float) -> None:
        super().__init__(look, font, width)
        self._gantt, self._months = gantt, max(gantt.months, 1)
        different = dict.fromkeys(word for bar in gantt.bars for word in bar.label.split())
        words = (self.label(word, width, strong=True).width for word in different)
        labels = min(max(width * LABELS, self.px(NARROW)), self.px(WIDE))
        labels = max(labels, min(max(words, default=0.0), width * HALF))
        self._area = labels + self.px(12)
        self._rows: list[tuple[float, Label, Bar]] = []
        top = self.px(HEAD)
        for bar, said in zip(gantt.bars, _said(chart), strict=True):
            indent = self._indent(bar)
            label = self.label(bar.label, labels - indent, strong=not bar.depth and not bar.mark)
            height = label.height + 2 * self.px(PAD)
            self._rows.append((top, label, bar))
            self.marks.append(Mark(self._rect(bar, top + height / 2), said))
            top += height
        self.height = top + 1

    def paint(self, painter: QPainter) -> None:
        """Draws the axis, then line by line."""
        self._axis(painter)
        for (top, label, bar), mark in zip(self._rows, self.marks, strict=True):
            self.line(painter, "line", (0, top, self.width, top))
            painter.setPen(self.look.color("text"))
            label.draw(painter, self._indent(bar), top + self.px(PAD))
            self._bar(painter, bar, mark.rect)

    def _axis(self, painter: QPainter) -> None:
        free = 0.0
        for month, text in self._gantt.ticks:
            x = self._area + self._x(month)
            self.line(painter, "line", (x, self.px(HEAD) - self.px(AXIS), x, self.height))
            label = self.label(text, self.width, SMALL)
            left = min(x, self.width - label.width)
            if left >= free:  # what has no room is not written over its neighbour
                painter.setPen(self.look.color("mute"))
                label.draw(painter, left, 0)
                free = left + label.width + self.px(8)

    def _bar(self, painter: QPainter, bar: Bar, rect: QRectF) -> None:
        painter.setPen(QPen(self.look.color("accent"), 1.0))
        painter.setBrush(self.look.color("selected" if bar.depth and not bar.mark else "accent"))
        if bar.mark or bar.end <= bar.start:
            middle, half = rect.center(), rect.height() / 2
            ends = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in ends]))
        else:
            painter.drawRoundedRect(rect, self.px(3), self.px(3))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _rect(self, bar: Bar, middle: float) -> QRectF:
        start, end = (self._area + self._x(month) for month in (bar.start, bar.end))
        half = self.px(THICK) / 2
        if bar.mark or bar.end <= bar.start:
            start = min(start - half, self.width - 2 * half)
            return QRectF(start, middle - half, 2 * half, 2 * half)
        return QRectF(start, middle - half, max(end - start, 2.0), 2 * half)

    def _x(self, month: float) -> float:
        return min(max(month, 0), self._months) * (self.width - self._area - 1) / self._months

    def _indent(self, bar: Bar) -> float:
        return min(bar.depth, 3) * self.px(STEP)


def _said(chart: Chart) -> Iterator[str]:
    """What each bar says: the row of the table beside it."""
    heads = [column.label for column in chart.table.columns]
    for row in chart.table.rows:
        name, *cells = row
        yield f"{name}. " + ", ".join(
            f"{head}: {cell}" for head, cell in zip(heads[1:], cells, strict=True) if cell
        )
