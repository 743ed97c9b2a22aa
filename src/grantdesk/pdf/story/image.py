"""A picture that was attached, with its caption; or a sentence in its place."""

from collections.abc import Iterator

from grantdesk.outline.block import Image, Note
from grantdesk.pdf.drawing.photo import Photo
from grantdesk.pdf.file.objects import LONGEST
from grantdesk.pdf.file.raster import Picture
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean, line, shortened
from grantdesk.pdf.look import CAPTION, MEASURE
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.form import set_note
from grantdesk.pdf.story.setting import paragraph
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase


def set_image(block: Image, picture: Picture | None, parent: Element, language: Language) -> Iterator[Piece]:
    """The caption and the picture, on one page; nothing where it is not at hand."""
    if isinstance(picture, Phrase):
        label = paragraph(block.caption, CAPTION, parent, block.lang)
        label.before, label.after, label.keep = 10.0, 0.0, True
        yield label
        yield from set_note(Note(language.say(picture), "warning", block.at), parent)
    elif picture is not None:
        element = parent.add("Figure", alt=shortened(line(block.alt), LONGEST))
        caption = broken(clean(block.caption), CAPTION, MEASURE)
        yield Text(
            lines=caption,
            style=CAPTION,
            element=element.add("Caption", lang=block.lang),
            before=10.0,
            after=6.0,
            keep=True,
        )
        yield Photo(element, picture)
