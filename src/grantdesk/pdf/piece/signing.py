"""Lines to write on by hand: the place and date, the signature, the name in print. One of them may be signed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from grantdesk.pdf.file.canvas import Box, Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.look import MEASURE, RULE, SMALL
from grantdesk.pdf.piece.piece import Piece

ROOM, SPACE, BETWEEN = 38.0, 4.0, 28.0  # to write in, from line to label, between two lines side by side


@dataclass(frozen=True, slots=True)
class Field:
    """A place for an electronic signature over a line: its element, its name and what is told of it."""

    element: Element
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its label under it."""

    label: str
    element: Element
    field: Field | None = None


class Lines(Piece):
    """Lines two by two."""

    after = 18.0

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    @property
    def height(self) -> float:
        """All of it."""
        return (len(self._lines) + 1) // 2 * (ROOM + SPACE + SMALL.leading)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the lines as decoration, the labels, and the places to sign."""
        width = (MEASURE - BETWEEN) / 2
        for at, line in enumerate(self._lines):
            x = left + at % 2 * (width + BETWEEN)
            y = top - ROOM - at // 2 * (ROOM + SPACE + SMALL.leading)
            canvas.decorate("Layout")
            canvas.draw(f"q {RULE} RG 0.7 w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S Q")
            canvas.end()
            canvas.begin(line.element)
            canvas.text([line.label], SMALL, x, y - SPACE - SMALL.rise)
            canvas.end()
            if line.field:
                box = Box(x, y + 1, x + width, y + ROOM - 2)
                canvas.field(line.field.element, box, line.field.name, line.field.label)
