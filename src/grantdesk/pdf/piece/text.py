"""Paragraphs, headings and list items: lines of one style, split between lines, never with one line alone."""

from dataclasses import dataclass, replace

from grantdesk.pdf.file.canvas import Bookmark, Canvas
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.plain import shortened
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import ACCENT
from grantdesk.pdf.piece.piece import Piece

ALONE = 2  # the fewest lines that stand by themselves on a page
LONGEST_BOOKMARK = 200


def fewest(lines: int) -> int:
    """How many lines a paragraph may begin with at the foot of a page."""
    return ALONE if lines >= 2 * ALONE else lines


def taken(lines: int, leading: float, room: float) -> int:
    """How many of the lines go into the room when a paragraph is split: 0 if it cannot be split there."""
    fitting = min(int((room + 0.01) / leading), lines - ALONE)
    return fitting if fitting >= ALONE else 0


@dataclass(kw_only=True)
class Text(Piece):
    """Broken lines that belong to one element, set in by `indent`."""

    lines: list[str]
    style: Style
    element: Element
    indent: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    turned: bool = False

    @property
    def height(self) -> float:
        """All of it."""
        return len(self.lines) * self.style.leading

    @property
    def least(self) -> float:
        """Two lines, or three if one would be left alone."""
        return fewest(len(self.lines)) * self.style.leading

    def split(self, room: float) -> "tuple[Text, Text] | None":
        """Two lines stay on either side."""
        count = taken(len(self.lines), self.style.leading, room)
        return self._parts(count) if count else None

    def _parts(self, count: int) -> "tuple[Text, Text]":
        first = replace(self, lines=self.lines[:count], after=0.0, keep=False)
        return first, self._rest(self.lines[count:])

    def _rest(self, lines: list[str]) -> "Text":
        return replace(self, lines=lines, before=0.0)

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it, marked."""
        canvas.begin(self.element)
        canvas.text(self.lines, self.style, left + self.indent, top - self.style.rise)
        canvas.end()


@dataclass(kw_only=True)
class Item(Text):
    """An item of a list, with its mark to the left."""

    mark: str
    mark_element: Element

    def _rest(self, lines: list[str]) -> "Text":
        return Text(
            lines=lines,
            style=self.style,
            element=self.element,
            indent=self.indent,
            after=self.after,
            keep=self.keep,
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws the mark and the text, each for its element."""
        canvas.begin(self.mark_element)
        right = left + self.indent - self.style.width(" ") * 2
        canvas.text_right([self.mark], self.style, right, top - self.style.rise)
        canvas.end()
        super().draw(canvas, left, top)


@dataclass(kw_only=True)
class Title(Text):
    """A heading: a number in the accent's colour, and the place that bookmarks and contents lead to."""

    level: int
    number: str
    key: str
    said: str

    def _rest(self, lines: list[str]) -> "Text":
        return Text(
            lines=lines,
            style=self.style,
            element=self.element,
            indent=self.indent,
            after=self.after,
            keep=True,
        )

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draws it, and tells where it stands."""
        spot = canvas.arrive(self.key, top + 6)
        said = f"{self.number} {self.said}" if self.number else self.said
        canvas.bookmarks.append(Bookmark(self.level, shortened(said, LONGEST_BOOKMARK), spot))
        if self.number:
            canvas.begin(self.element)
            canvas.text([f"{self.number} "], replace(self.style, colour=ACCENT), left, top - self.style.rise)
            canvas.end()
        super().draw(canvas, left, top)
