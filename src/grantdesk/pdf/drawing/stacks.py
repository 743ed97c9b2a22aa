"""Stacked bars: one line a stack, a pattern a series, and what each line adds up to."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from grantdesk.outline.block import Stack
from grantdesk.pdf.drawing.figure import AREA, Figure, label_lines
from grantdesk.pdf.drawing.pattern import filled
from grantdesk.pdf.file.canvas import Box, Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.plain import line
from grantdesk.pdf.look import CHART, CHART_STRONG, HAIR, MEASURE

PAD, THICK, SWATCH, ROW = 5.0, 12.0, 10.0, 16.0


@dataclass(frozen=True, slots=True)
class Layer:
    """A stack with its label in lines."""

    stack: Stack
    label: list[str]

    @property
    def height(self) -> float:
        """The height of its line in the chart."""
        return len(self.label) * CHART.leading + 2 * PAD

    @property
    def begins(self) -> bool:
        """Every line stands by itself."""
        return True


def layers(stacks: Sequence[Stack]) -> list[Layer]:
    """The stacks as lines of a chart."""
    return [Layer(stack, label_lines(stack.label, CHART)) for stack in stacks]


@dataclass(frozen=True, slots=True)
class Legend:
    """The series by their names, each at its place: (x, row, name)."""

    places: tuple[tuple[float, int, str], ...]

    @property
    def height(self) -> float:
        """All of it."""
        return (self.places[-1][1] + 1) * ROW + 6 if self.places else 0.0


def legend(series: Sequence[str]) -> Legend:
    """Names one after the other, in rows."""
    places: list[tuple[float, int, str]] = []
    x, row = 0.0, 0
    for name in map(line, series):
        (said, *more) = label_lines(name, CHART, MEASURE - SWATCH - 6)
        said = said.rstrip() + ("…" if more else "")
        width = SWATCH + 5 + CHART.width(said) + 16
        if x and x + width > MEASURE:
            x, row = 0.0, row + 1
        places.append((x, row, said))
        x += width
    return Legend(tuple(places))


class Stacks(Figure):
    """Some lines of a chart whose longest bar, in all of its parts, is `most`."""

    def __init__(self, element: Element, layers: Sequence[Layer], legend: Legend, most: int) -> None:
        super().__init__(element, legend.height + fsum(layer.height for layer in layers))
        self._layers = layers
        self._legend = legend
        self._most = max(most, 1)

    def paint(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the legend, then line by line."""
        for at, (x, row, name) in enumerate(self._legend.places):
            y = top - row * ROW
            canvas.draw(filled(Box(left + x, y - SWATCH - 1, left + x + SWATCH, y - 1), at))
            canvas.text([name], CHART, left + x + SWATCH + 5, y - CHART.rise - 1)
        y = top - self._legend.height
        totals = max((CHART_STRONG.width(layer.stack.total) for layer in self._layers), default=0.0)
        longest = max(MEASURE - AREA - totals - 8, 60.0)
        for layer in self._layers:
            self._layer(canvas, layer, Box(left, y - layer.height, left + MEASURE, y), longest)
            y -= layer.height

    def _layer(self, canvas: Canvas, layer: Layer, box: Box, longest: float) -> None:
        canvas.text(layer.label, CHART, box.left, box.top - PAD - CHART.rise)
        middle = box.top - PAD - CHART.leading / 2
        x = box.left + AREA
        for series, value in enumerate(layer.stack.values):
            if value > 0:
                width = (
                    value / self._most * longest
                )  # in this order: a value may be more than a float can hold
                canvas.draw(filled(Box(x, middle - THICK / 2, x + width, middle + THICK / 2), series))
                x += width
        canvas.draw(
            f"q {HAIR} RG 0.5 w {box.left:.2f} {box.bottom:.2f} m {box.right:.2f} {box.bottom:.2f} l S Q"
        )
        canvas.text(
            [line(layer.stack.total)],
            CHART_STRONG,
            x + 6,
            middle - CHART.leading / 2 + CHART.leading - CHART.rise,
        )
