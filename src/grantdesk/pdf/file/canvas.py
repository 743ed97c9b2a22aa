"""Pages that are drawn on, and whose every mark belongs to an element or is decoration.

Coordinates are points from the lower left corner.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from grantdesk.pdf.file.raster import Raster
from grantdesk.pdf.file.structure import Annotation, Content, Element
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.letters.case import Case
from grantdesk.pdf.letters.face import face_of
from grantdesk.pdf.letters.style import Style

Decoration: TypeAlias = Literal["Layout", "Header", "Footer", "Watermark", "Repeated"]
ARTIFACTS: dict[Decoration, str] = {
    "Layout": "/Artifact<</Type/Layout>>BDC",
    "Header": "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
    "Footer": "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    "Watermark": "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC",
    "Repeated": "/Artifact<</Type/Pagination>>BDC",
}


class Spot(NamedTuple):
    """A place to jump to: the page's index and the height on it."""

    page: int
    y: float


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Link:
    """A link that leads to the spot of that key; `number` is its object."""

    owner: Element
    box: Box
    text: str
    key: str
    number: int


@dataclass(frozen=True, slots=True)
class Field:
    """A place to sign: its `name` (ASCII, no other has it), what is told of it, and the number of its object."""

    owner: Element
    box: Box
    name: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline beside the pages; level 1 is the outermost."""

    level: int
    title: str
    spot: Spot


@dataclass(slots=True)
class Page:
    """A page: its size, what is drawn, whose the marks are, and its links and places to sign."""

    width: float
    height: float
    code: list[str] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    annotations: list[Link | Field] = field(default_factory=list)


class Canvas:
    """Draws on the last of its pages."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.case = Case()
        self.pages: list[Page] = []
        self.bookmarks: list[Bookmark] = []
        self.spots: dict[str, Spot] = {}
        self.rasters: dict[Raster, str] = {}
        self._late: list[tuple[Page, int, Callable[[], None]]] = []
        self._code: list[str] = []
        self._open = False
        self._font = ("", 0.0)
        self._colour = ""

    def turn(self, width: float, height: float) -> None:
        """Goes on on a new page."""
        self.pages.append(Page(width, height))
        self._go(self.pages[-1].code)

    def begin(self, element: Element) -> None:
        """What is drawn until `end` is content of the element. RuntimeError inside another mark."""
        marks = self.pages[-1].marks
        self._mark(f"/{element.kind}<</MCID {len(marks)}>>BDC")
        element.kids.append(Content(len(self.pages) - 1, len(marks)))
        marks.append(element)

    def decorate(self, kind: Decoration) -> None:
        """What is drawn until `end` is no content. RuntimeError inside another mark."""
        self._mark(ARTIFACTS[kind])

    def end(self) -> None:
        """Closes the mark."""
        self._code.append("EMC")
        self._open = False

    def draw(self, operators: str) -> None:
        """Drawing in PDF's own operators, which must leave the graphics state as they found it."""
        self._code.append(operators)

    def text(self, lines: Sequence[str], style: Style, x: float, y: float) -> None:
        """Lines from the left edge x; y is the base line of the first."""
        self._paint(style)
        shown = " T* ".join([self._shown(line, style) for line in lines])
        step = f"{style.leading:g} TL " if len(lines) > 1 else ""
        self._code.append(f"BT {x:.2f} {y:.2f} Td {step}{shown} ET")

    def text_right(self, lines: Sequence[str], style: Style, right: float, y: float) -> None:
        """The same to the right edge."""
        for line in lines:
            self.text([line], style, right - style.width(line.rstrip(" ")), y)
            y -= style.leading

    def text_turned(self, text: str, style: Style, matrix: Sequence[float]) -> None:
        """One line, turned and placed by a matrix of six numbers."""
        self._paint(style)
        place = " ".join(f"{number:.4f}" for number in matrix)
        self._code.append(f"BT {place} Tm {self._shown(text, style)} ET")

    def raster(self, raster: Raster, box: Box) -> None:
        """A picture that fills the box; the same one drawn twice is one object of the file."""
        label = self.rasters.setdefault(raster, f"P{len(self.rasters) + 1}")
        width, height = box.right - box.left, box.top - box.bottom
        self._code.append(f"q {width:.2f} 0 0 {height:.2f} {box.left:.2f} {box.bottom:.2f} cm /{label} Do Q")

    def late(self, draw: Callable[[], None]) -> None:
        """Leaves a place in the drawing for what is known when all pages are there, such as their number."""
        self._late.append((self.pages[-1], len(self._code), draw))
        self._code.append("")

    def finish(self) -> None:
        """Draws what came late."""
        for page, place, draw in self._late:
            code: list[str] = []
            self._go(code)
            draw()
            page.code[place] = f"q {' '.join(code)} Q"

    def link(self, owner: Element, box: Box, text: str, key: str) -> None:
        """A link over the owner's content, outside any mark; `text` says what it leads to."""
        link = Link(owner, box, text, key, self.writer.reserve())
        self._annotate(link)

    def field(self, owner: Element, box: Box, name: str, label: str) -> None:
        """A place to sign; the owner is a Form of the structure."""
        self._annotate(Field(owner, box, name, label, self.writer.reserve()))

    def _annotate(self, annotation: Link | Field) -> None:
        self.pages[-1].annotations.append(annotation)
        annotation.owner.kids.append(Annotation(len(self.pages) - 1, annotation.number))

    def arrive(self, key: str, y: float) -> Spot:
        """Makes this height on the page the spot that links with the key lead to."""
        spot = self.spots[key] = Spot(len(self.pages) - 1, y)
        return spot

    def _go(self, code: list[str]) -> None:
        self._code = code
        self._font = ("", 0.0)
        self._colour = ""

    def _mark(self, operator: str) -> None:
        if self._open:
            raise RuntimeError("a mark inside a mark")
        self._open = True
        self._code.append(operator)

    def _paint(self, style: Style) -> None:
        if style.colour != self._colour:
            self._colour = style.colour
            self._code.append(f"{style.colour} rg")

    def _shown(self, line: str, style: Style) -> str:
        parts = []
        for label, shown, meant in self.case.strings(line, face_of(style.face)):
            part = f"({shown})Tj"
            if self._font != (label, style.size):
                self._font = (label, style.size)
                part = f"/{label} {style.size:g} Tf {part}"
            if meant:
                part = f"/Span<</ActualText<FEFF{meant.encode('utf-16-be').hex()}>>>BDC {part} EMC"
            parts.append(part)
        return " ".join(parts)
