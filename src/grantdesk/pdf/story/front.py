"""The first page: what this is, whose, for which call, when it was saved, and what is in it."""

from collections.abc import Iterator, Sequence

from grantdesk.outline.block import Entry, Outline
from grantdesk.pdf.code import spelled
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import line, shortened
from grantdesk.pdf.look import EYEBROW, LABEL, MEASURE, QUESTION, TITLE
from grantdesk.pdf.page import Marks, is_day, saved
from grantdesk.pdf.piece.contents import NUMBERS, Pointer
from grantdesk.pdf.piece.piece import Break, Gap, Piece
from grantdesk.pdf.piece.text import Text, Title
from grantdesk.pdf.story.form import set_entries
from grantdesk.pdf.story.heading import Place, set_heading
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

MANY = 70  # headings of the third level are left out of longer contents
LONGEST, LONGEST_NUMBER = 300, 8  # characters of a title, and of its number, that the contents repeat
APART = 14.0  # between the contents and what follows on the same page
NUMBER, INDENT = 20.0, 44.0  # where titles of the second level and numbers and titles of the third stand


def set_front(outline: Outline, language: Language, marks: Marks, root: Element) -> Iterator[Piece]:
    """The title and what belongs to it."""
    yield Gap(46.0)
    if outline.call:
        call = line(outline.call)
        yield Text(lines=broken(call, EYEBROW, MEASURE), style=EYEBROW, element=root.add("P"), after=8.0)
    title = line(outline.title)
    yield Title(
        lines=broken(title, TITLE, MEASURE),
        style=TITLE,
        element=root.add("H1", lang=outline.lang),
        after=22.0,
        level=1,
        number="",
        key="title",
        said=title,
    )
    facts = (
        (phrase("Applicant"), outline.applicant),
        (phrase("Identifier"), outline.identity),
        (phrase("Date") if is_day(outline) else phrase("Saved"), saved(outline, language, marks)),
        (phrase("Check code"), spelled(marks.digest, " ")),
    )
    yield from set_entries([Entry(language.say(label), text) for label, text in facts if text], root)


def set_contents(places: Sequence[Place], language: Language, root: Element) -> Iterator[Piece]:
    """A list of the headings with their pages, if there are any; what follows does not stand on the first page."""
    if not places:
        return
    said = language.say(phrase("Contents"))
    yield from set_heading(Place(2, "", said, "contents"), root)
    contents = root.add("TOC")
    deepest = 3 if sum(place.level == 3 for place in places) <= MANY else 2
    shown = [place for place in places if place.level <= deepest]
    indent = max(INDENT, *(_end(place) for place in shown if place.level > 2), 0.0)
    for place in shown:
        pointer = _pointer(place, contents.add("TOCI").add("Reference").add("Link"), indent)
        pointer.after = APART if place is shown[-1] else 0.0
        yield pointer
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
        before=5.0 if top else 0.0,
    )
