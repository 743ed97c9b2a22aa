"""Lines to write on by hand: the place and date, the signature, the name in print."""

from collections.abc import Sequence

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.look import MEASURE, RULE, SMALL
from grantdesk.pdf.piece.piece import Piece

ROOM, SPACE, BETWEEN = 38.0, 4.0, 28.0  # to write in, from line to label, between two lines side by side


class Lines(Piece):
    """Lines two by two, each with its label under it."""

    after = 18.0

    def __init__(self, labels: Sequence[tuple[str, Element]]) -> None:
        self._labels = labels

    @property
    def height(self) -> float:
        """All of it."""
        return (len(self._labels) + 1) // 2 * (ROOM + SPACE + SMALL.leading)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the lines as decoration, and the labels."""
        width = (MEASURE - BETWEEN) / 2
        for at, (label, element) in enumerate(self._labels):
            x = left + at % 2 * (width + BETWEEN)
            y = top - ROOM - at // 2 * (ROOM + SPACE + SMALL.leading)
            canvas.decorate("Layout")
            canvas.draw(f"q {RULE} RG 0.7 w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S Q")
            canvas.end()
            canvas.begin(element)
            canvas.text([label], SMALL, x, y - SPACE - SMALL.rise)
            canvas.end()
