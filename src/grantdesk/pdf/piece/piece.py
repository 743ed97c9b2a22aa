"""A piece of the page, as the paginator sees it, and the space between pieces."""

from abc import ABC, abstractmethod
from collections.abc import Iterable

from grantdesk.model.path import ROOT, Path
from grantdesk.pdf.file.canvas import Canvas


class Piece(ABC):
    """Made for a given width. Lengths are points, `top` is a height on the page, measured from its lower edge.

    `before` and `after` are the space that it wishes (of two neighbours the wider wish holds), `keep` says that it
    stays on the page of what follows, `turned` that it needs a page in landscape. `at` is the place in the answers that
    it shows, `section` the section that it stands in, as a heading of the outline has it.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    turned: bool = False
    at: Path = ROOT
    section: Path = ROOT

    @property
    @abstractmethod
    def height(self) -> float:
        """All of it."""

    @property
    def least(self) -> float:
        """The smallest part that it may begin with at the foot of a page."""
        return self.height

    def split(self, room: float) -> "tuple[Piece, Piece] | None":
        """Two parts of which the first is at most `room` high; None if it cannot be split there."""
        return None

    @abstractmethod
    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it, marked."""


def stacked(pieces: Iterable[Piece]) -> float:
    """How high pieces are under each other from the top of a page on, with the space between them."""
    height, space = 0.0, 0.0
    for at, piece in enumerate(pieces):
        height += (max(space, piece.before) if at else 0.0) + piece.height
        space = piece.after
    return height


class Gap(Piece):
    """Empty space."""

    def __init__(self, height: float) -> None:
        self._height = height

    @property
    def height(self) -> float:
        """All of it."""
        return self._height

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Nothing is drawn."""


class Break(Gap):
    """The rest of the page stays empty; a `cover` break only does so on the first page of all."""

    keep = True  # the page that it opens is turned if what follows needs it

    def __init__(self, cover: bool = False) -> None:
        super().__init__(0.0)
        self.cover = cover
