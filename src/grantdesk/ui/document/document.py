"""An outline as a document on the screen: plain text in headings, pairs, paragraphs, tables and pictures."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from itertools import groupby
from time import monotonic
from typing import assert_never

from PySide6.QtGui import QTextDocument

from grantdesk.model.path import ROOT, Path
from grantdesk.outline.block import (
    Blank,
    Block,
    Chart,
    Entry,
    Grid,
    Heading,
    Image,
    Listing,
    Note,
    Outline,
    Prose,
    Signature,
    explains,
)
from grantdesk.ui.chart.view import laid, painted
from grantdesk.ui.document.grid import Leads, write_entries, write_grid, write_note
from grantdesk.ui.document.image import Images, fitted
from grantdesk.ui.document.pen import Pen
from grantdesk.ui.document.style import Style
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.writing import parsed_moment

LISTED = re.compile(r" *(?:([-•*–])|(\d{1,3}[.)])) +(?=\S)")
BULLET, INDENT = "•", 20.0
RULE = "_" * 36


@dataclass(frozen=True, slots=True)
class Stop:
    """A heading that one can go to; `place` is where it stands, in characters."""

    level: int
    text: str
    place: int


@dataclass(slots=True, eq=False)
class Made:
    """A document with its headings. It must be kept as long as a view shows it."""

    document: QTextDocument
    stops: list[Stop] = field(default_factory=list)


def _nowhere(path: Path) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is made: its formats, the width of its pictures in pixels, the word of the way back to a field
    (none, if it is empty), to which places it leads, the zone in which moments are told, and the images that were
    attached."""

    style: Style
    width: float = 720.0
    change: str = ""
    leads: Callable[[Path], bool] = _nowhere
    zone: tzinfo = UTC
    images: Images = field(default_factory=dict)


class Making:
    """A document that is being made, piece by piece, so that nobody has to wait for all of it."""

    def __init__(self, outline: Outline, manner: Manner) -> None:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.result = Made(document)
        self._steps = _Writer(outline, manner, self.result).write()

    def go_on(self, seconds: float = float("inf")) -> bool:
        """Works for about so long. Is it done?"""
        until = monotonic() + seconds
        return all(monotonic() <= until for _ in self._steps)


def made(outline: Outline, manner: Manner) -> Made:
    """The document of an outline, at once."""
    making = Making(outline, manner)
    making.go_on()
    return making.result


class _Writer:
    """Writes one outline. It remembers the grids that it has written, so that a chart does not repeat one."""

    def __init__(self, outline: Outline, manner: Manner, result: Made) -> None:
        self.outline, self.manner, self.result = outline, manner, result
        self.style, self.language = manner.style, Language(outline.language)
        self.pen = Pen(result.document, self.style, manner.width, manner.change)
        self.written: set[Grid] = set()
        self._before: Block | None = None

    @property
    def leads(self) -> Leads:
        """Is there a field for a place?"""
        return self.manner.leads

    def write(self) -> Iterator[None]:
        """Writes all of it, a block or some short answers at a time."""
        self._front()
        blocks = [each for each in self.outline.blocks if not (isinstance(each, Heading) and each.level == 1)]
        for is_entry, some in groupby(blocks, lambda block: isinstance(block, Entry)):
            if is_entry:
                write_entries(self.pen, [each for each in some if isinstance(each, Entry)], self.leads)
                self._before = None
                yield
            else:
                for block in some:
                    self._block(block)
                    self._before = block
                    yield
        self.pen.done()

    def _front(self) -> None:
        outline, style = self.outline, self.style
        self.pen.paragraph(outline.call, style.block(0, 4), style.text("label"))
        if outline.draft:
            self.pen.add(f"   {outline.draft}", style.text("draft"))
        self._heading(Heading(1, outline.title))
        when = parsed_moment(outline.saved)
        saved = self.language.moment(when.astimezone(self.manner.zone), zone=True) if when else ""
        facts = (
            (phrase("Applicant"), outline.applicant),
            (phrase("Identifier"), outline.identity),
            (phrase("Saved"), saved),
        )
        entries = [Entry(self.language.say(label), text) for label, text in facts if text]
        if entries:
            write_entries(self.pen, entries, _nowhere)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Entry():
                write_entries(self.pen, [block], self.leads)
            case Prose():
                self._prose(block)
            case Listing():
                self._label(block.label, block.at)
                self._lines([(BULLET, item) for item in block.items])
            case Grid():
                self._grid(block)
            case Chart():
                self._chart(block)
            case Image():
                self._image(block)
            case Note() if explains(block, self._before):
                self.pen.paragraph(block.text, self.style.block(4, 10), self.style.text("small"))
            case Note():
                write_note(self.pen, block, self.leads)
            case Signature():
                self._signature(block)
            case Blank():
                self._blank(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> None:
        said = f"{block.number}  {block.text}".strip()
        form, letters = self.style.heading(block.level)
        self.pen.paragraph(said, form, letters, block.at)
        self.result.stops.append(Stop(block.level, said, self.pen.place - len(said)))

    def _blank(self, block: Blank) -> None:
        self._label(block.label, block.at)
        letters = self.style.text("faint")
        if block.help:
            self.pen.paragraph(block.help, self.style.block(0, 7), letters)
        self._lines([("☐", option) for option in block.options])
        for _ in range(block.lines):
            self.pen.paragraph(RULE, self.style.block(0, 7), letters)

    def _label(self, label: str, at: Path) -> None:
        if label:
            self.pen.paragraph(label, self.style.block(12, 3), self.style.text("strong"), at)
            self._way(at)

    def _way(self, at: Path) -> None:
        if at != ROOT and self.leads(at):
            self.pen.add_link(at)

    def _prose(self, block: Prose) -> None:
        self._label(block.label, block.at)
        letters = self.style.text("body" if block.answered else "faint")
        for text in block.paragraphs:
            for mark, line in _marked(text):
                if mark:
                    self._lines([(mark, line)])
                else:
                    self.pen.paragraph(line, self.style.block(0, 7), letters)

    def _lines(self, items: Sequence[tuple[str, str]]) -> None:
        """Items of a list, each behind its mark."""
        for mark, text in items:
            self.pen.paragraph(f"{mark}\u2002{text}", self.style.block(0, 3, INDENT), self.style.text())

    def _grid(self, block: Grid) -> None:
        if block.caption:
            self.pen.paragraph(block.caption, self.style.block(14, 2), self.style.text("strong"), block.at)
            self._way(block.at)
        write_grid(self.pen, block)
        self.written.add(block)

    def _chart(self, block: Chart) -> None:
        style = self.style
        self.pen.paragraph(block.caption, style.block(18, 2), style.text("caption"))
        drawing = laid(block, style.look, style.font(14.0), self.manner.width)
        self.pen.picture(painted(drawing, style.ratio), block.alt)
        self.pen.paragraph(block.alt, style.block(0, 6), style.text("small"))
        if block.table not in self.written:
            write_grid(self.pen, block.table)

    def _image(self, block: Image) -> None:
        style, image = self.style, self.manner.images.get(block.digest)
        if image is None:
            return
        self.pen.paragraph(block.caption, style.block(12, 2), style.text("caption"), block.at)
        if isinstance(image, Phrase):
            write_note(self.pen, Note(self.language.say(image), "warning", block.at), self.leads)
        else:
            self.pen.picture(fitted(image, self.manner.width, style.zoom / 100, style.ratio), block.alt)

    def _signature(self, block: Signature) -> None:
        style = self.style
        self.pen.paragraph(block.organisation, style.block(18, 1), style.text("strong"), block.at)
        self._way(block.at)
        for text, kind in ((block.role, style.text("label")), (block.promise, style.text())):
            if text:
                self.pen.paragraph(text, style.block(0, 4), kind)
        said = (
            (phrase("Name in print"), block.name),
            (phrase("Place and date"), ""),
            (phrase("Signature"), ""),
        )
        write_entries(
            self.pen, [Entry(self.language.say(label), text or RULE) for label, text in said], _nowhere
        )


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a text; those that look like items of a list with their mark."""
    for line in text.split("\n"):
        if line.strip():
            found = LISTED.match(line)
            yield (found[2] or BULLET, line[found.end() :]) if found else ("", line)
