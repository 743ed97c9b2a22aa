"""Questions and answers, notes and places to sign: what a printed form is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from grantdesk.outline.block import Entry, Listing, Note, Prose, Signature
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean, line, shortened
from grantdesk.pdf.look import (
    ADVICE,
    BODY,
    ERROR,
    FAINT,
    INFO,
    LABEL,
    MEASURE,
    QUESTION,
    SMALL,
    SUBHEAD,
    WARNING,
)
from grantdesk.pdf.piece.entry import ANSWERS, LABELS, Question
from grantdesk.pdf.piece.entry import PAD as ENTRY_PAD
from grantdesk.pdf.piece.note import INSET, PAD, Remark
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.row import Cell, Row
from grantdesk.pdf.piece.signing import Field, Line, Lines
from grantdesk.pdf.piece.table import WHOLE
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.setting import BULLET, items, paragraph, paragraphs
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

LONGEST = 300  # characters of what is told of a place to sign
TONES = {"info": INFO, "advice": ADVICE, "warning": WARNING, "error": ERROR}


def set_entry(block: Entry, parent: Element) -> Question:
    """One paragraph of two spans, so that it is read in one go: the question, then the answer."""
    element = parent.add("P")
    style = BODY if block.answered else FAINT
    label = broken(clean(block.label), LABEL, LABELS)
    label[-1] += " "  # keeps the two apart when text is copied
    width = MEASURE - ANSWERS
    answer = broken(clean(block.text), style, width)
    cells = [
        Cell(label, LABEL, element.add("Span"), 0.0, LABELS),
        Cell(answer, style, element.add("Span", lang=block.lang), ANSWERS, width),
    ]
    return Question(Row(cells, ENTRY_PAD))


def set_entries(blocks: Sequence[Entry], parent: Element) -> Iterator[Piece]:
    """Entries that follow each other, as one form; neither the first nor the last one stands alone on a page."""
    for at, block in enumerate(blocks, 1):
        piece = set_entry(block, parent)
        piece.keep = at in (1, len(blocks) - 1) and at < len(blocks)
        if at == 1:
            piece.before = 8.0
        if at == len(blocks):
            piece.after, piece.last = 14.0, True
        yield piece


def set_prose(block: Prose, parent: Element) -> Iterator[Piece]:
    """The question in a line of its own, then the paragraphs and lists of the answer."""
    yield from _question(block.label, parent)
    style = BODY if block.answered else FAINT
    for text in block.paragraphs:
        yield from paragraphs(text, style, parent, block.lang)


def set_listing(block: Listing, parent: Element) -> Iterator[Piece]:
    """The question in a line of its own, then the list; "–" if nothing is in it."""
    yield from _question(block.label, parent)
    if block.items:
        yield from items([(BULLET, clean(item)) for item in block.items], BODY, parent, block.lang)
    else:
        yield paragraph("–", FAINT, parent)


def set_note(block: Note, parent: Element) -> Iterator[Piece]:
    """The text in a box of its tone. What only informs is about what follows, and stays with it."""
    lines = broken(clean(block.text), BODY, MEASURE - INSET - PAD)
    text = Text(lines=lines, style=BODY, element=parent.add("P"))
    remark = Remark(text, TONES[block.tone], block.tone)
    remark.keep = block.tone == "info" and remark.height <= WHOLE
    yield remark


def set_explained(block: Note, parent: Element) -> Iterator[Piece]:
    """The text in small letters, right under the table that it explains."""
    said = paragraph(block.text, SMALL, parent)
    said.after = 14.0
    yield said


def set_signature(block: Signature, parent: Element, language: Language, number: int) -> Iterator[Piece]:
    """Who signs for whom, what is promised, and lines to write on; a line for the name if it is not known.

    The line for the signature is a place for an electronic one too, called by its number in the document.
    """
    group = parent.add("Div")
    yield from _kept(block.organisation, group)
    if block.role:
        role = paragraph(block.role, LABEL, group)
        role.keep = True
        yield role
    for piece in paragraphs(block.promise, BODY, group):
        piece.keep = True
        yield piece
    if block.name:
        entry = set_entry(Entry(language.say(phrase("Name in print")), block.name), group)
        entry.keep = True
        yield entry
    said = language.say(phrase("Signature"))
    lines = [Line(language.say(phrase("Place and date")), group.add("P")), Line(said, group.add("P"))]
    told = shortened(line(" – ".join(filter(None, (said, block.organisation, block.role)))), LONGEST)
    lines[1] = replace(lines[1], field=Field(group.add("Form"), f"Signature{number}", told))
    if not block.name:
        lines.append(Line(language.say(phrase("Name in print")), group.add("P")))
    yield Lines(lines)


def _question(label: str, parent: Element) -> Iterator[Piece]:
    if label:
        piece = paragraph(label, QUESTION, parent)
        piece.before, piece.after, piece.keep = 10.0, 2.0, True
        yield piece


def _kept(text: str, parent: Element) -> Iterator[Piece]:
    piece = paragraph(text, SUBHEAD, parent)
    piece.before, piece.after, piece.keep = 18.0, 1.0, True
    yield piece
