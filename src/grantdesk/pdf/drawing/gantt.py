"""Work packages over the months of a project: bars under an axis, and a diamond for what is a moment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum

from grantdesk.outline.block import Bar
from grantdesk.pdf.drawing.figure import AREA, LABELS, Figure, label_lines
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import ACCENT, AXIS, CHART, CHART_STRONG, HAIR, INK, MEASURE, SHADE

HEAD, PAD, THICK, STEP = 18.0, 3.5, 8.0, 9.0
Ticks = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Line:
    """A bar with its label in lines."""

    bar: Bar
    label: list[str]

    @property
    def height(self) -> float:
        """The height of its line in the chart."""
        return len(self.label) * CHART.leading + 2 * PAD

    @property
    def begins(self) -> bool:
        """Do the lines after it belong to it?"""
        return self.bar.depth == 0


def lines(bars: Sequence[Bar]) -> list[Line]:
    """The bars as lines of a chart."""
    return [Line(bar, label_lines(bar.label, _style(bar), LABELS - _indent(bar))) for bar in bars]


class Gantt(Figure):
    """Some lines of a chart of so many months, under its axis."""

    def __init__(self, element: Element, lines: Sequence[Line], months: int, ticks: Ticks) -> None:
        super().__init__(element, HEAD + fsum(line.height for line in lines))
        self._lines = lines
        self._months = max(months, 1)
        self._ticks = ticks

    def paint(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the axis, then line by line."""
        self._axis(canvas, left, top)
        y = top - HEAD
        for line in self._lines:
            indent = _indent(line.bar)
            canvas.text(line.label, _style(line.bar), left + indent, y - PAD - CHART.rise)
            canvas.draw(" ".join(self._bar(line.bar, left + AREA, y - PAD - CHART.leading / 2)))
            y -= line.height

    def _x(self, month: float) -> float:
        return min(max(month, 0), self._months) / self._months * (MEASURE - AREA)

    def _axis(self, canvas: Canvas, left: float, top: float) -> None:
        foot, free = top - self.height, left
        strokes = [f"q {HAIR} RG 0.5 w"]
        for month, text in self._ticks:
            x = left + AREA + self._x(month)
            strokes.append(f"{x:.2f} {foot:.2f} m {x:.2f} {top - HEAD + 4:.2f} l S")
            width = AXIS.width(text)
            start = min(x, left + MEASURE - width)
            if start >= free:  # what has no room is not written over its neighbour
                canvas.text([text], AXIS, start, top - AXIS.rise)
                free = start + width + 4
        strokes.append(f"{left:.2f} {top - HEAD + 2:.2f} m {left + MEASURE:.2f} {top - HEAD + 2:.2f} l S Q")
        canvas.draw(" ".join(strokes))

    def _bar(self, bar: Bar, left: float, y: float) -> Iterator[str]:
        start, end = left + self._x(bar.start), left + self._x(bar.end)
        if bar.mark or bar.end <= bar.start:
            half = THICK / 2
            x = min(start, left + MEASURE - AREA - half)
            yield f"q {INK} rg {x:.2f} {y + half:.2f} m {x + half:.2f} {y:.2f} l {x:.2f} {y - half:.2f} l"
            yield f"{x - half:.2f} {y:.2f} l f Q"
        elif bar.depth:
            yield f"q {SHADE} rg {ACCENT} RG 0.8 w {start:.2f} {y - 3:.2f} {end - start:.2f} 6 re B Q"
        else:
            yield f"q {ACCENT} rg {start:.2f} {y - THICK / 2:.2f} {end - start:.2f} {THICK} re f Q"


def _indent(bar: Bar) -> float:
    return min(bar.depth, 3) * STEP


def _style(bar: Bar) -> Style:
    return CHART if bar.depth or bar.mark else CHART_STRONG
