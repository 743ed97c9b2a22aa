"""Setting of text: a clean paragraph or list item becomes an element and a piece."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean
from grantdesk.pdf.letters.style import Style
from grantdesk.pdf.look import MEASURE
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.text import Item, Text

SPACE = 7.0  # after a paragraph
INDENT = 15.0
SHORT = 2  # lines of an item that stays with its neighbour
# What people type for a list: "- ", "• ", "* ", "– ", "1. ", "2) "
_ITEM = re.compile(r" *(?:([-•*–])|(\d{1,3}[.)])) +(?=\S)")
BULLET = "•"


def paragraph(text: str, style: Style, parent: Element, lang: str = "") -> Text:
    """A paragraph over the whole measure."""
    element = parent.add("P", lang=lang)
    return Text(lines=broken(clean(text), style, MEASURE), style=style, element=element, after=SPACE)


def paragraphs(text: str, style: Style, parent: Element, lang: str = "") -> Iterator[Piece]:
    """A text whose lines are paragraphs; lines that look like items of a list become one."""
    marked = [_marked(line) for line in clean(text).split("\n") if line.strip()]
    for kind, group in groupby(marked, lambda pair: pair[0][:1].isdigit() + 2 * (pair[0] == BULLET)):
        if kind:
            yield from items(group, style, parent, lang)
        else:
            yield from (paragraph(line, style, parent, lang) for _, line in group)


def items(
    marked: Iterable[tuple[str, str]], style: Style, parent: Element, lang: str = ""
) -> Iterator[Piece]:
    """A list of (mark, clean text). Neither the first nor the last one of short items stands alone on a page."""
    pairs = list(marked)
    indent = max(INDENT, *(style.width(f"{mark}   ") for mark, _ in pairs))
    numbering = "Decimal" if pairs[0][0][:1].isdigit() else "Disc" if pairs[0][0] == BULLET else "Square"
    element = parent.add("L", lang=lang, attributes=f"<</O/List/ListNumbering/{numbering}>>")
    for at, (mark, text) in enumerate(pairs, 1):
        item = element.add("LI")
        lines = broken(text, style, MEASURE - indent)
        yield Item(
            mark=mark,
            mark_element=item.add("Lbl"),
            lines=lines,
            style=style,
            element=item.add("LBody"),
            indent=indent,
            after=SPACE if at == len(pairs) else 2.0,
            keep=at in (1, len(pairs) - 1) and at < len(pairs) and len(lines) <= SHORT,
        )


def _marked(line: str) -> tuple[str, str]:
    """The mark of an item and its text; no mark where the line is none."""
    found = _ITEM.match(line)
    return (found[2] or BULLET, line[found.end() :]) if found else ("", line)
