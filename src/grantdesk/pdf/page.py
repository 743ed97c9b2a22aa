"""The page around the text: what runs above and below it, the mark of a draft, and how many pages there are."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, tzinfo
from functools import lru_cache
from itertools import accumulate
from math import atan2, cos, sin

from grantdesk.outline.block import Outline
from grantdesk.pdf.code import QUIET, SHORT, drawn, payload, spelled
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.flow import Area
from grantdesk.pdf.letters.face import SEMIBOLD, face_of
from grantdesk.pdf.letters.plain import line, shortened
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import (
    ACCENT,
    BOTTOM,
    GHOST,
    HAIR,
    HEIGHT,
    MARGIN,
    MARK,
    RUNNING,
    TOP,
    TURNED_MARGIN,
    WIDTH,
)
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

HEAD, FOOT = 40.0, 38.0  # the base lines of what runs above and below, from the edges
GHOST_WIDTH, GHOST_SIZE = 430.0, 130.0
CODE = 20 / 25.4 * 72  # the side of the code with the white around it; 15 mm of it are read from a scan
LONGEST = 24  # characters of the word that marks a draft
DAY = len("2026-11-24")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the print says beside the outline: the program and its version, the zone that moments are told in, and the
    digest of the data (64 hex digits; without one the paper is tied to nothing)."""

    program: str = "grantdesk"
    zone: tzinfo = field(default=UTC)
    digest: str = ""


def moment(outline: Outline) -> datetime:
    """The moment of the revision; without a zone it is in UTC, never in the zone of this machine."""
    found = datetime.fromisoformat(outline.saved)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def is_day(outline: Outline) -> bool:
    """Is it dated by a day alone, as a form that nobody has filled in?"""
    return len(outline.saved) == DAY


def saved(outline: Outline, language: Language, marks: Marks) -> str:
    """The same as it is said, with its zone; a day is told as one."""
    if is_day(outline):
        return language.date(moment(outline).date())
    return language.moment(moment(outline).astimezone(marks.zone), zone=True)


def foot(marks: Marks) -> float:
    """Where the text of the first page ends: above the code, if there is one."""
    return BOTTOM + CODE + 8 if marks.digest else BOTTOM


class Paper:
    """Opens the pages of one document."""

    def __init__(self, canvas: Canvas, outline: Outline, language: Language, marks: Marks) -> None:
        self._canvas = canvas
        self._language = language
        self._draft = shortened(line(outline.draft), LONGEST) if outline.draft else ""
        self._head = " · ".join(map(line, filter(None, (outline.call, outline.applicant))))
        when = saved(outline, language, marks)
        if not is_day(outline):
            when = language.say(phrase("Saved {moment}", moment=when))
        tie = [spelled(marks.digest[:SHORT])] if marks.digest else []
        self._foot = " · ".join([line(outline.identity), *tie, when])
        self._digest = marks.digest
        self._first = foot(marks)

    def open(self, turned: bool) -> Area:
        """A new A4 page."""
        width, height, margin = (HEIGHT, WIDTH, TURNED_MARGIN) if turned else (WIDTH, HEIGHT, MARGIN)
        self._canvas.turn(width, height)
        if self._draft:
            self._ghost(width, height)
        self._header(width, height, margin)
        self._footer(width, margin)
        if self._digest and len(self._canvas.pages) == 1:
            self._code(width - margin)
        return Area(margin, height - TOP, self._first if len(self._canvas.pages) == 1 else BOTTOM)

    def _code(self, right: float) -> None:
        """The code on the first page, with what it is for; both are said in the text too."""
        canvas = self._canvas
        canvas.decorate("Layout")
        canvas.draw(drawn(payload(self._digest), right - CODE, BOTTOM, CODE))
        said = self._language.say(
            phrase("The code ties this paper to its data: “grantdesk verify” tells whether they match.")
        )
        canvas.text_right([said], RUNNING, right - CODE - 10, BOTTOM + QUIET)
        canvas.end()

    def _header(self, width: float, height: float, margin: float) -> None:
        canvas, right, y = self._canvas, width - margin, height - HEAD
        first = len(canvas.pages) == 1
        room = right - margin
        canvas.decorate("Header")
        if self._draft:
            canvas.text_right([self._draft], MARK, right, y)
            room -= MARK.width(self._draft) + 16
        if first:
            canvas.draw(f"q {ACCENT} rg 0 {height - 6:.2f} {width:.2f} 6 re f Q")
        elif self._head:
            canvas.text([elided(self._head, RUNNING, room)], RUNNING, margin, y)
        canvas.end()

    def _footer(self, width: float, margin: float) -> None:
        canvas, right, number = self._canvas, width - margin, len(self._canvas.pages)
        canvas.decorate("Footer")
        canvas.draw(f"q {HAIR} RG 0.5 w {margin:.2f} {FOOT + 13:.2f} m {right:.2f} {FOOT + 13:.2f} l S Q")
        canvas.text([elided(self._foot, RUNNING, right - margin - 90)], RUNNING, margin, FOOT)

        def counted() -> None:
            said = phrase("Page {n} / {total}", n=number, total=len(canvas.pages))
            canvas.text_right([self._language.say(said)], RUNNING, right, FOOT)

        canvas.late(counted)
        canvas.end()

    def _ghost(self, width: float, height: float) -> None:
        """The word of a draft across the page, behind everything."""
        style = Style(SEMIBOLD, GHOST_SIZE, GHOST_SIZE, GHOST)
        style = replace(style, size=GHOST_SIZE * min(1.0, GHOST_WIDTH / max(style.width(self._draft), 1.0)))
        angle = atan2(height, width)
        along, rise = cos(angle), sin(angle)
        half, drop = style.width(self._draft) / 2, style.size / 3
        x = width / 2 - half * along + drop * rise
        y = height / 2 - half * rise - drop * along
        self._canvas.decorate("Watermark")
        self._canvas.text_turned(self._draft, style, (along, rise, -rise, along, x, y))
        self._canvas.end()


@lru_cache(maxsize=16)  # the same stands above and below every page
def elided(text: str, style: Style, room: float) -> str:
    """The text as far as it fits, with an ellipsis if some of it does not."""
    if style.width(text) <= room:
        return text
    widths = (face_of(style.face).widths[letter] * style.size / 1000 for letter in text)
    ends = enumerate(accumulate(widths, initial=style.width("…")))
    fitting = next(at for at, end in ends if end > room) - 1
    return text[: max(fitting, 0)].rstrip() + "…"
