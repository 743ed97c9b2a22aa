"""A line of the contents: a title that leads to its page, dots, and the page's number, which comes when it is known."""

from dataclasses import dataclass

from grantdesk.pdf.file.canvas import Box, Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import RULE
from grantdesk.pdf.piece.piece import Piece

NUMBERS = 30.0  # the width that is kept free for the numbers of pages


@dataclass(kw_only=True)
class Pointer(Piece):
    """All of it is one link, `said` is what the link tells of itself."""

    lines: list[str]
    style: Style
    element: Element
    width: float
    number: str
    number_left: float
    text_left: float
    key: str
    said: str
    before: float = 0.0
    after: float = 0.0

    @property
    def height(self) -> float:
        """All of it."""
        return len(self.lines) * self.style.leading

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the text for the link, the dots as decoration."""
        y = top - self.style.rise
        foot = y - (len(self.lines) - 1) * self.style.leading
        right = left + self.width
        canvas.begin(self.element)
        if self.number:
            canvas.text([f"{self.number} "], self.style, left + self.number_left, y)
        canvas.text(self.lines, self.style, left + self.text_left, y)

        def numbered() -> None:
            canvas.text_right([f" {canvas.spots[self.key].page + 1}"], self.style, right, foot)

        canvas.late(numbered)
        canvas.end()
        self._dots(
            canvas, left + self.text_left + self.style.width(self.lines[-1]) + 5, right - NUMBERS + 4, foot
        )
        canvas.link(self.element, Box(left, top - self.height, right, top), self.said, self.key)

    def _dots(self, canvas: Canvas, left: float, right: float, y: float) -> None:
        # From the right, so that the dots of all lines stand under each other.
        line = f"{right:.2f} {y:.2f} m {min(left, right):.2f} {y:.2f} l"
        canvas.decorate("Layout")
        canvas.draw(f"q {RULE} RG 0.7 w 1 J [0 4] 0 d {line} S Q")
        canvas.end()
