"""Tables: a head that is repeated on every page, rows with fine lines between them, sums in the end."""

from collections.abc import Iterator, Sequence
from math import fsum

from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.look import HAIR, RULE, TINT
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.row import Row

WHOLE = 170.0  # a row that is no higher than this is not split, nor is a remark or an answer
SMALL = 215.0  # nor is a table that is no higher than this
COMPANY = 3  # the fewest rows after a split, if there are enough


class Table(Piece):
    """Rows of one width. `head` stands on every page that the table reaches, and is content on the first one only."""

    before = 4.0
    after = 16.0

    def __init__(self, head: Row | None, rows: Sequence[Row], width: float, turned: bool = False) -> None:
        self.head = head
        self.rows = rows
        self.width = width
        self.turned = turned
        self.again = False
        self._top = head.height if head else 0.0
        self._height = self._top + fsum(row.height for row in rows)

    @property
    def height(self) -> float:
        """All of it."""
        return self._height

    @property
    def least(self) -> float:
        """The head with two rows, or with the first one if they are high; all of a small table."""
        return self._height if self._height <= SMALL else self._top + _least(self.rows)

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Between two rows, or within a row that is high."""
        count, used = self._fitting(room)
        row = self.rows[count]
        parts = row.split(room - used) if row.height > WHOLE else None
        if parts:
            return self._parts([*self.rows[:count], parts[0]], [parts[1], *self.rows[count + 1 :]])
        # Neither a sum nor a last row stands alone on the next page.
        count -= min(max(COMPANY - (len(self.rows) - count), 0), max(count - 1, 0))
        return self._parts(self.rows[:count], self.rows[count:]) if count else None

    def _fitting(self, room: float) -> tuple[int, float]:
        """How many rows fit, and how high they are with the head. Not all do, else nothing is split."""
        count, used = 0, self._top
        while used + self.rows[count].height <= room:
            used += self.rows[count].height
            count += 1
        return count, used

    def _parts(self, first: Sequence[Row], rest: Sequence[Row]) -> tuple[Piece, Piece]:
        above, below = (Table(self.head, rows, self.width, self.turned) for rows in (first, rest))
        above.again, below.again = self.again, self.head is not None
        below.after, below.keep = self.after, self.keep
        return above, below

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws lines as decoration, and the cells."""
        canvas.decorate("Layout")
        canvas.draw(" ".join(self._lines(left, top)))
        canvas.end()
        if self.head:
            draw = self.head.repeat if self.again else self.head.draw
            draw(canvas, left, top)
        y = top - self._top
        for row in self.rows:
            row.draw(canvas, left, y)
            y -= row.height

    def _lines(self, left: float, top: float) -> Iterator[str]:
        yield "q"
        if self.head:
            yield f"{TINT} rg {left:.2f} {top - self._top:.2f} {self.width:.2f} {self._top:.2f} re f"
        yield f"{HAIR} RG 0.5 w"
        y, foot = top - self._top, False
        for at, row in enumerate(self.rows):
            if row.foot and not foot:
                yield f"{RULE} RG 0.8 w {left:.2f} {y:.2f} m {left + self.width:.2f} {y:.2f} l S {HAIR} RG 0.5 w"
                foot = True
            elif at or not self.head:
                yield f"{left:.2f} {y:.2f} m {left + self.width:.2f} {y:.2f} l S"
            y -= row.height
        yield f"{RULE} RG {left:.2f} {y:.2f} m {left + self.width:.2f} {y:.2f} l S Q"


def _least(rows: Sequence[Row]) -> float:
    two = fsum(row.height for row in rows[:2])
    if two <= WHOLE:
        return two
    return rows[0].least if rows[0].height > WHOLE else rows[0].height
