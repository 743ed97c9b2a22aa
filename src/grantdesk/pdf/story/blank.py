"""A question to be answered by hand: its help, boxes to tick, lines to write on."""

from collections.abc import Iterator

from grantdesk.outline.block import Blank
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.plain import clean
from grantdesk.pdf.look import BODY, FAINT, QUESTION
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.ruled import Ruled
from grantdesk.pdf.story.setting import items, paragraph, paragraphs

BOX = "☐"


def set_blank(block: Blank, parent: Element) -> Iterator[Piece]:
    """All of it; the question is kept with what follows."""
    label = paragraph(block.label, QUESTION, parent)
    label.before, label.after, label.keep = 12.0, 2.0, True
    yield label
    for piece in paragraphs(block.help, FAINT, parent):
        piece.keep = True
        yield piece
    if block.options:
        yield from items([(BOX, clean(option)) for option in block.options], BODY, parent)
    if block.lines:
        yield Ruled(block.lines)
