"""A figure: a drawing that is one element, with words in its place for whoever cannot see it."""

from abc import ABC, abstractmethod

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import MEASURE
from grantdesk.pdf.piece.piece import Piece

LABELS = 150.0  # the width of the column of labels
AREA = LABELS + 10.0  # where the drawing begins
MOST_LINES = 3


class Figure(Piece, ABC):
    """Drawn in one mark. It is never higher than a page: what would be is drawn as several."""

    after = 14.0
    width = MEASURE

    def __init__(self, element: Element, height: float) -> None:
        self._element = element
        self._height = height

    @property
    def height(self) -> float:
        """All of it."""
        return self._height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it, and notes where it stands."""
        box = f"{left:.2f} {top - self._height:.2f} {left + self.width:.2f} {top:.2f}"
        self._element.attributes = f"<</O/Layout/Placement/Block/BBox[{box}]>>"
        canvas.begin(self._element)
        self.paint(canvas, left, top)
        canvas.end()

    @abstractmethod
    def paint(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws inside the mark."""


def label_lines(text: str, style: Style, width: float = LABELS) -> list[str]:
    """A label in a few lines; a label only points to what is written out elsewhere, so a long one may end in "…"."""
    lines = broken(clean(text), style, width)
    return (
        lines
        if len(lines) <= MOST_LINES
        else [*lines[: MOST_LINES - 1], lines[MOST_LINES - 1].rstrip() + "…"]
    )
