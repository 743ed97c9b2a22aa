"""Lines to write a long answer on by hand; they may go on over pages."""

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.look import MEASURE, RULE
from grantdesk.pdf.piece.piece import Piece

STEP = 24.0  # from line to line: 8.5 mm, as in a ruled exercise book


class Ruled(Piece):
    """So many lines under each other."""

    after = 12.0

    def __init__(self, lines: int) -> None:
        self._lines = lines

    @property
    def height(self) -> float:
        """All of it."""
        return self._lines * STEP

    @property
    def least(self) -> float:
        """Two lines, or the only one."""
        return min(self._lines, 2) * STEP

    def split(self, room: float) -> "tuple[Ruled, Ruled] | None":
        """Between lines, two on each side at least."""
        above = min(int(room // STEP), self._lines - 2)
        return (Ruled(above), Ruled(self._lines - above)) if above >= 2 else None

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the lines as decoration."""
        ends = (top - STEP * n for n in range(1, self._lines + 1))
        lines = " ".join(f"{left:.2f} {y:.2f} m {left + MEASURE:.2f} {y:.2f} l S" for y in ends)
        canvas.decorate("Layout")
        canvas.draw(f"q {RULE} RG 0.5 w {lines} Q")
        canvas.end()
