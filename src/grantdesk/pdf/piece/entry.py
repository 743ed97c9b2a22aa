"""A question with its short answer beside it, under a fine line, like a line of a printed form."""

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.look import HAIR, MEASURE
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.row import Row
from grantdesk.pdf.piece.table import WHOLE

PAD = 3.5
LABELS = 158.0  # the width of the column of questions
ANSWERS = 172.0  # where the column of answers begins


class Question(Piece):
    """A row of two cells. The last one of several in a row has a line under it, too."""

    def __init__(self, row: Row, *, keep: bool = False) -> None:
        self.row = row
        self.keep = keep
        self.last = False

    @property
    def height(self) -> float:
        """All of it."""
        return self.row.height

    @property
    def least(self) -> float:
        """A short answer is not split."""
        return self.row.least if self.row.height > WHOLE else self.row.height

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Within a long answer."""
        parts = self.row.split(room) if self.row.height > WHOLE else None
        if not parts:
            return None
        below = Question(parts[1], keep=self.keep)
        below.last, below.after = self.last, self.after
        return Question(parts[0]), below

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the lines and the cells."""
        heights = (top, top - self.height) if self.last else (top,)
        lines = " ".join(f"{left:.2f} {y:.2f} m {left + MEASURE:.2f} {y:.2f} l S" for y in heights)
        canvas.decorate("Layout")
        canvas.draw(f"q {HAIR} RG 0.5 w {lines} Q")
        canvas.end()
        self.row.draw(canvas, left, top)
