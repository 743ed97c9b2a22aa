"""The first page: what this is, whose, for which call, when it was saved, and what is in it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from grantdesk.outline.block import Entry, Outline
from grantdesk.pdf.code import spelled
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken, evened
from grantdesk.pdf.letters.plain import line, shortened
from grantdesk.pdf.look import EYEBROW, HEIGHT, LABEL, MEASURE, QUESTION, SUBTITLE, TITLE, TOP
from grantdesk.pdf.page import Marks, foot, is_day, saved
from grantdesk.pdf.piece.contents import NUMBERS, Pointer
from grantdesk.pdf.piece.piece import Break, Gap, Piece, stacked
from grantdesk.pdf.piece.text import Text, Title
from grantdesk.pdf.story.form import set_entries
from grantdesk.pdf.story.heading import Place, set_heading
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

FEW = 3  # headings that need no contents
MANY = 70  # headings of the third level are left out of longer contents
LONGEST, LONGEST_NUMBER = 300, 8  # characters of a title, and of its number, that the contents repeat
APART = 14.0  # between the contents and what follows on the same page
# Above the title, between headings in the contents, from line to line of these: at most, and at least where the
# contents then fit on the first page; as much of what is between the two as they leave.
HIGH, LOW = 46.0, 6.0
WIDE, TIGHT = 5.0, 1.0
LOOSE, CLOSE = 15.0, 13.0
AIRS = (1.0, 0.75, 0.5, 0.25, 0.0)
NUMBER, INDENT = 20.0, 44.0  # where titles of the second level and numbers and titles of the third stand


def set_front(
    outline: Outline, places: Sequence[Place], language: Language, marks: Marks, root: Element
) -> Iterator[Piece]:
    """The title and what belongs to it, and the contents: as close as they must be to fit on one page together."""
    title = list(_set_title(outline, language, marks, root))
    contents = list(set_contents(places, language, root))
    room = HEIGHT - TOP - foot(marks)
    ways = ([Gap(_between(LOW, HIGH, air)), *title, *_aired(contents, air)] for air in AIRS)
    yield from next((way for way in ways if stacked(way) <= room), [Gap(HIGH), *title, *contents])


def _aired(contents: Sequence[Piece], air: float) -> Iterator[Piece]:
    for piece in contents:
        if isinstance(piece, Pointer):
            style = replace(piece.style, leading=_between(CLOSE, LOOSE, air))
            piece = replace(piece, style=style, before=min(piece.before, _between(TIGHT, WIDE, air)))
        yield piece


def _between(least: float, most: float, air: float) -> float:
    return least + (most - least) * air


def _set_title(outline: Outline, language: Language, marks: Marks, root: Element) -> Iterator[Piece]:
    if outline.call:
        call = line(outline.call)
        yield Text(lines=broken(call, EYEBROW, MEASURE), style=EYEBROW, element=root.add("P"), after=8.0)
    title = line(outline.title)
    yield Title(
        lines=evened(title, TITLE, MEASURE),
        style=TITLE,
        element=root.add("H1", lang=outline.lang),
        after=4.0 if outline.about else 22.0,
        level=1,
        number="",
        key="title",
        said=title,
    )
    if outline.about:
        about = broken(line(outline.about), SUBTITLE, MEASURE)
        yield Text(lines=about, style=SUBTITLE, element=root.add("P"), after=18.0)
    facts = (
        (phrase("Applicant"), outline.applicant),
        (phrase("Identifier"), outline.identity),
        (phrase("Date") if is_day(outline) else phrase("Saved"), saved(outline, language, marks)),
        (phrase("Check code"), spelled(marks.digest, " ")),
    )
    told = root.add("Div")
    yield from set_entries([Entry(language.say(label), text) for label, text in facts if text], told)


def set_contents(places: Sequence[Place], language: Language, root: Element) -> Iterator[Piece]:
    """A list of the headings with their pages, unless they are few; what follows does not stand on the first page."""
    if len(places) <= FEW:
        return
    said = language.say(phrase("Contents"))
    yield from set_heading(Place(2, "", said, "contents"), root)
    contents = root.add("TOC")
    deepest = 3 if sum(place.level == 3 for place in places) <= MANY else 2
    shown = [place for place in places if place.level <= deepest]
    indent = max(INDENT, *(_end(place) for place in shown if place.level > 2), 0.0)
    for place in shown:
        pointer = _pointer(place, contents.add("TOCI").add("Reference").add("Link"), indent)
        yield replace(pointer, after=APART) if place is shown[-1] else pointer
    yield Break(cover=True)


def _end(place: Place) -> float:
    """Where the title of the third level may begin, after its number."""
    return NUMBER + LABEL.width(shortened(place.number, LONGEST_NUMBER)) + 6


def _pointer(place: Place, element: Element, indent: float) -> Pointer:
    top = place.level == 2
    style = QUESTION if top else LABEL
    left, room = (0.0, NUMBER) if top else (NUMBER, indent - NUMBER)
    number = shortened(place.number, LONGEST_NUMBER)
    text_left = left + (max(style.width(number) + 6, room) if number else 0.0)
    text = shortened(place.text, LONGEST)
    return Pointer(
        lines=broken(text, style, MEASURE - text_left - NUMBERS),
        style=style,
        element=element,
        width=MEASURE,
        number=number,
        number_left=left,
        text_left=text_left,
        key=place.key,
        said=f"{number} {text}" if number else text,
        before=WIDE if top else 0.0,
    )
