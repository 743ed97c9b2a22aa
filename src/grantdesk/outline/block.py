"""What a reader meets, in order and in one language: heading, entry, prose, list, grid, chart, image, note.

Blocks hold finished text, never mark-up: whatever stands in them is drawn letter by letter. `at` is the place in the
answers that a block reads (the way back to its field), `lang` the language of an answer where it is not the
document's own ("fi", "sv", "en"; empty: the document's).
"""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from grantdesk.model.path import ROOT, Path

MARK = "*"
"""After an amount or a sum that is not settled; a note below the grid says what it means."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title, and no level is skipped on the way down.

    `section` is what begins here, if it is a section of the call: its id, then the row id of the partner in whose part
    it stands.
    """

    level: int
    text: str
    number: str = ""
    at: Path = ROOT
    section: Path = ROOT


@dataclass(frozen=True, slots=True)
class Entry:
    """A question and its short answer: "Alkamispäivä: 1.9.2027"."""

    label: str
    text: str
    at: Path = ROOT
    lang: str = ""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Prose:
    """A question and its long answer; paragraphs are separated by line breaks in each text of `paragraphs`."""

    label: str
    paragraphs: tuple[str, ...]
    at: Path = ROOT
    lang: str = ""
    answered: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of short texts under a label (several choices, attachments)."""

    label: str
    items: tuple[str, ...]
    at: Path = ROOT
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid. `share` is its wish for width beside the others; numbers stand to the right."""

    label: str
    share: float = 1.0
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. Every row has as many cells as there are columns; the first `row_heads` cells of a row name it.

    `foot` rows are sums. `lang` as above, for all the cells.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    foot: tuple[tuple[str, ...], ...] = ()
    row_heads: int = 0
    at: Path = ROOT
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a Gantt chart: months from the project's first month (0) to `end`, which is not included.

    Bars are of whole months; a `mark` is a moment, which may be within a month.
    """

    label: str
    start: float
    end: float
    depth: int = 0
    mark: bool = False


@dataclass(frozen=True, slots=True)
class Gantt:
    """Work packages over the project's months; `ticks` are (month, text) of the axis."""

    bars: tuple[Bar, ...]
    months: int
    ticks: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar of a stacked chart: values beside `series`, and their sum as it is said ("139 480 €").

    `said` are the values as they are said, for whoever points at one.
    """

    label: str
    values: tuple[int, ...]
    total: str
    said: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Stacks:
    """Horizontal stacked bars; series are told apart by pattern and place, not by colour alone."""

    series: tuple[str, ...]
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure: what is drawn, what it shows in words (`alt`), and the same as a table for whoever cannot see it."""

    caption: str
    alt: str
    drawing: Gantt | Stacks
    table: Grid


@dataclass(frozen=True, slots=True)
class Image:
    """A picture among the attachments: the digest of its file, and what can be said of it to whoever cannot see it."""

    caption: str
    alt: str
    digest: str
    at: Path = ROOT
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A remark to the reader: a finding, guidance of the call, or what the mark that it begins with means in the grid
    before it ("* The amount so far")."""

    text: str
    tone: Literal["info", "advice", "warning", "error"] = "info"
    at: Path = ROOT


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: the organisation, the role of the signatory, the name if it is known, and what is promised."""

    organisation: str
    role: str
    name: str = ""
    promise: str = ""
    at: Path = ROOT


@dataclass(frozen=True, slots=True)
class Blank:
    """A question to be answered by hand: so many lines to write on, and a box to tick before each of `options`."""

    label: str
    help: str = ""
    lines: int = 0
    options: tuple[str, ...] = ()
    at: Path = ROOT


def is_marked(grid: Grid) -> bool:
    """Has any number of the grid the mark?"""
    numeric = [at for at, column in enumerate(grid.columns) if column.numeric]
    return any(row[at].endswith(MARK) for row in (*grid.rows, *grid.foot) for at in numeric)


def explains(note: Note, before: "Block | None") -> bool:
    """Does a note tell what the mark in the grid before it means?"""
    return note.text.startswith(MARK) and isinstance(before, Grid) and is_marked(before)


Block: TypeAlias = Heading | Entry | Prose | Listing | Grid | Chart | Image | Note | Signature | Blank


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document to read or print, in `language`.

    `applicant`, `call` and `identity` (application id and revision) stand on every page; `saved` is the moment of the
    revision as ISO text in UTC ("2026-11-24T10:15:00Z"), or a day alone ("2026-11-24"): the only date that a printed
    page takes its dates from. While `draft` is not empty it is the word that marks each page ("LUONNOS"). `lang` is the
    language of the title where it is not the document's own. `about` tells what of the application this is where it is
    not all of it.
    """

    title: str
    applicant: str
    call: str
    language: str
    identity: str
    saved: str
    blocks: tuple[Block, ...] = field(default=())
    draft: str = ""
    lang: str = ""
    about: str = ""
