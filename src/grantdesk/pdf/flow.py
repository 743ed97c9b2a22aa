"""The paginator: puts pieces one under the other, and opens pages as they are needed."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from grantdesk.model.path import Path
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.piece.piece import Break, Piece

AHEAD = 60  # how many pieces are looked at that shall stay with each other
ROUNDING = 0.01


class Area(NamedTuple):
    """Where text goes on a page: its left edge, its top and its foot, in points from the lower left corner."""

    left: float
    top: float
    bottom: float


class Strip(NamedTuple):
    """What stands where: a place in the answers and a section, each ROOT if it is none; the page's index, and from
    where to where on it, in points from its upper edge."""

    at: Path
    section: Path
    page: int
    top: float
    bottom: float


class Sheets(Protocol):
    """Opens pages."""

    def open(self, turned: bool) -> Area:
        """Goes on on a new page, in landscape or not."""


class Flow:
    """Where the next piece goes. A piece is drawn as soon as its place is known, so nothing is laid out twice.

    `strips` tell where everything that belongs to a section or a place in the answers went.
    """

    def __init__(self, canvas: Canvas, sheets: Sheets) -> None:
        self._canvas = canvas
        self._sheets = sheets
        self.strips: list[Strip] = []
        self._turned = False
        self._pages = 0
        self._space = 0.0
        self._area = Area(0.0, 0.0, 0.0)
        self._y = 0.0

    def run(self, pieces: Sequence[Piece]) -> None:
        """Draws all pieces, of which there is one at least, from the top of a new page on."""
        turns = _turns(pieces)
        self._open(turns[0])
        for at, (piece, turned) in enumerate(zip(pieces, turns, strict=True)):
            if isinstance(piece, Break):
                if not self._fresh and not (piece.cover and self._pages > 1):
                    self._open(turned)
                continue
            if turned != self._turned or (not self._fresh and self._needed(pieces, at) > self._room):
                self._open(turned)
            self._place(piece)

    @property
    def _fresh(self) -> bool:
        return self._y == self._area.top

    @property
    def _room(self) -> float:
        return self._y - self._area.bottom

    def _open(self, turned: bool) -> None:
        self._area = self._sheets.open(turned)
        self._turned = turned
        self._pages += 1
        self._y = self._area.top
        self._space = 0.0

    def _needed(self, pieces: Sequence[Piece], at: int) -> float:
        """The room for a piece with all that it is kept with; if that is more than a page, with the next one only."""
        page = self._area.top - self._area.bottom
        needed, space, first = 0.0, self._space, 0.0
        for piece in pieces[at : at + AHEAD]:
            needed += max(space, piece.before)
            least = needed + piece.least
            if not piece.keep or least > page:
                return least if least <= page else first
            needed += piece.height
            first = first or least
            space = piece.after
        return needed

    def _place(self, piece: Piece) -> None:
        """Draws a piece, and what is left of it on the pages after this one."""
        if not self._fresh:
            self._y -= max(self._space, piece.before)
        at, section = piece.at, piece.section
        while piece.height > self._room + ROUNDING:
            parts = piece.split(self._room)
            if parts:
                self._draw(parts[0], at, section)
                piece = parts[1]
            elif self._fresh:
                break  # it cannot be helped
            self._open(self._turned)
        self._draw(piece, at, section)

    def _draw(self, piece: Piece, at: Path, section: Path) -> None:
        piece.draw(self._canvas, self._area.left, self._y)
        if at or section:
            edge, page = self._canvas.pages[-1].height, self._pages - 1
            self.strips.append(Strip(at, section, page, edge - self._y, edge - self._y + piece.height))
        self._y -= piece.height
        self._space = piece.after


def _turns(pieces: Sequence[Piece]) -> list[bool]:
    """Whether each piece goes to a page in landscape, itself or with what it is kept with."""
    turns: list[bool] = []
    for piece in reversed(pieces):
        turns.append(turns[-1] if piece.keep and turns else piece.turned)
    return turns[::-1]
