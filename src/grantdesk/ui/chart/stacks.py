"""Stacked bars: one line a stack, a pattern a series, and what each line adds up to."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from grantdesk.outline.block import Stack, Stacks
from grantdesk.ui.chart.drawing import Drawing, Label, Mark
from grantdesk.ui.chart.pattern import fill
from grantdesk.ui.look.look import Look

PAD, THICK, SWATCH, APART, NEAR = 8.0, 20.0, 13.0, 20.0, 7.0
LABELS, NARROW, WIDE, LEAST = 0.27, 80.0, 240.0, 60.0


class StacksDrawing(Drawing):
    """A chart of stacked bars laid out, its legend above it."""

    def __init__(self, stacks: Stacks, look: Look, font: QFont, width: float) -> None:
        super().__init__(look, font, width)
        self._stacks = stacks
        labels = min(max(width * LABELS, self.px(NARROW)), self.px(WIDE))
        self._legend: list[tuple[float, float, Label]] = []
        top = self._place_legend() + self.px(PAD)
        self._rows = [
            (self.label(s.label, labels), self.label(s.total, width, strong=True)) for s in stacks.stacks
        ]
        widest = max((label.width for label, _ in self._rows), default=0.0)
        self._area = min(labels, widest) + self.px(12)
        self._tops: list[float] = []
        for stack, (label, total) in zip(stacks.stacks, self._rows, strict=True):
            height = self._height(label, total)
            self._tops.append(top)
            self._place(stack, top + height / 2)
            top += height
        self.height = top + 1

    def paint(self, painter: QPainter) -> None:
        """Draws the legend, then line by line."""
        for n, (x, y, label) in enumerate(self._legend):
            side = self.px(SWATCH)
            fill(painter, self.look, QRectF(x, y + (label.leading - side) / 2, side, side), n)
            painter.setPen(self.look.color("text"))
            label.draw(painter, x + side + self.px(NEAR), y)
        marks = iter(self.marks)
        for stack, (label, total), top in zip(self._stacks.stacks, self._rows, self._tops, strict=True):
            self.line(painter, "line", (0, top, self.width, top))
            middle = top + self._height(label, total) / 2
            painter.setPen(self.look.color("text"))
            label.draw(painter, 0, middle - label.height / 2)
            end = self._area + sum(stack.values) * self._scale
            total.draw(painter, end + self.px(NEAR), middle - total.height / 2)
            for series, value in enumerate(stack.values):
                if value > 0:
                    fill(painter, self.look, next(marks).rect, series)

    def _height(self, label: Label, total: Label) -> float:
        return max(label.height, self.px(THICK), total.height) + 2 * self.px(PAD)

    def _place_legend(self) -> float:
        """Names one after the other, in rows; how high all of it is."""
        x = y = 0.0
        side = self.px(SWATCH) + self.px(NEAR)
        for name in self._stacks.series:
            label = self.label(name, self.width - side)
            if x and x + side + label.width > self.width:
                x, y = 0.0, y + label.leading * 1.3
            self._legend.append((x, y, label))
            if len(label.lines) > 1:
                x, y = 0.0, y + label.height
            else:
                x += side + label.width + self.px(APART)
        last = self._legend[-1] if self._legend else None
        return last[1] + last[2].height if last else 0.0

    def _place(self, stack: Stack, middle: float) -> None:
        x, half = self._area, self.px(THICK) / 2
        for n, value in enumerate(stack.values):
            if value > 0:
                rect = QRectF(x, middle - half, value * self._scale, 2 * half)
                self.marks.append(Mark(rect, f"{stack.label}. {self._stacks.series[n]}: {_said(stack, n)}"))
                x = rect.right()

    @property
    def _scale(self) -> float:
        """The length of one unit: the longest bar ends where the widest sum still has room."""
        totals = max((total.width for _, total in self._rows), default=0.0)
        most = max((sum(stack.values) for stack in self._stacks.stacks), default=0)
        return max(self.width - self._area - totals - self.px(NEAR) - 2, self.px(LEAST)) / max(most, 1)


def _said(stack: Stack, n: int) -> str:
    return stack.said[n] if n < len(stack.said) else str(stack.values[n])
