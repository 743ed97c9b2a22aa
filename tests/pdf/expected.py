"""What must stand in the structure tree of a printed outline: told from the outline alone, element by element.

A line is (kind, text). The text is without spaces, since lines are broken anywhere; kinds are P, H, LI, Caption, TH,
TD and Figure, whose text is the words in its place. Drawings and the contents have tests of their own.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

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
)
from grantdesk.pdf.file.objects import LONGEST
from grantdesk.pdf.image.album import ALBUM
from grantdesk.pdf.letters.plain import JOINERS, clean, line, shortened
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase
from pdf.reading import Read

Line = tuple[str, str]
Say = Callable[[Phrase], str]
SHORT = 600  # characters: a longer answer stands under its question
PARTED = re.compile(r"\((\d+)/(\d+)\)$")
BULLET = re.compile(r" *([-•*–]|\d{1,3}[.)]) +(?=\S)")


def told(read: Read) -> list[Line]:
    """The same out of a tree: what holds text after the contents, or where there are none after the facts, in reading
    order."""
    kids = list(read.kids)
    front = next(at for name in ("TOC", "Div") for at, kid in enumerate(kids) if kid.kind == name)
    return [*chain.from_iterable(map(_lines, kids[front + 1 :]))]


def expected(outline: Outline) -> list[Line]:
    """What `told` must give."""
    say = Language(outline.language).say
    blocks = [each for each in outline.blocks if not _title(each, outline)]
    lines = chain.from_iterable(_block(each, say) for each in blocks)
    return [(kind, squashed(text)) for kind, text in lines]


def squashed(text: str) -> str:
    """Without spaces, and without joiners: those that no letter needs are not drawn."""
    return "".join(letter for letter in clean(text) if not letter.isspace() and letter not in JOINERS)


def _title(block: Block, outline: Outline) -> bool:
    return isinstance(block, Heading) and block.level == 1 and block.text == outline.title


def _block(block: Block, say: Say) -> Iterator[Line]:
    match block:
        case Heading():
            yield "H", f"{line(block.number) if block.number else ''}\n{line(block.text)}"
        case Entry() if len(block.text) <= SHORT:
            yield "P", f"{block.label}\n{block.text}"
        case Entry():
            yield from _block(Prose(block.label, (block.text,)), say)
        case Prose():
            if block.label:
                yield "P", block.label
            yield from chain.from_iterable(map(_paragraphs, block.paragraphs))
        case Listing():
            if block.label:
                yield "P", block.label
            yield from [("LI", "•\n" + item) for item in block.items] or [("P", "–")]
        case Grid():
            yield from _grid(block)
        case Chart():
            yield "Figure", shortened(f"{line(block.caption)}. {line(block.alt)}", LONGEST)
            yield "Caption", block.caption
        case Image():
            yield from _image(block, say)
        case Note():
            yield "P", block.text
        case Blank():
            yield "P", block.label
            yield from _paragraphs(block.help)
            yield from (("LI", f"☐\n{option}") for option in block.options)
        case Signature():
            yield from _signature(block, say)


def _image(block: Image, say: Say) -> Iterator[Line]:
    picture = ALBUM.known(block.digest)
    if isinstance(picture, Phrase):
        yield from [("P", block.caption), ("P", say(picture))]
    elif picture:
        yield "Figure", shortened(line(block.alt), LONGEST)
        yield "Caption", block.caption


def _paragraphs(text: str) -> Iterator[Line]:
    for each in filter(str.strip, clean(text).split("\n")):
        found = BULLET.match(each)
        mark = (found[1] if found[1][0].isdigit() else "•") if found else ""
        yield ("LI", mark + each[found.end() :]) if found else ("P", each)


def _grid(grid: Grid) -> Iterator[Line]:
    if not grid.columns or not grid.rows + grid.foot:
        yield from [("P", grid.caption), ("P", "–")]
        return
    if grid.caption:
        yield "Caption", grid.caption
    yield from (("TH", column.label) for column in grid.columns)
    for row in grid.rows + grid.foot:
        yield from (("TH" if at < grid.row_heads else "TD", text) for at, text in enumerate(row))


def _signature(block: Signature, say: Say) -> Iterator[Line]:
    yield "P", block.organisation
    if block.role:
        yield "P", block.role
    yield from _paragraphs(block.promise)
    name = say(phrase("Name in print"))
    if block.name:
        yield "P", f"{name}\n{block.name}"
    yield "P", say(phrase("Place and date"))
    yield "P", say(phrase("Signature"))
    if not block.name:
        yield "P", name


def _lines(read: Read) -> Iterator[Line]:
    """Tables and figures that were parted are put together again."""
    if read.kind == "Figure":
        caption = squashed(read.all("Caption")[0].whole())
        parted = PARTED.search(caption)
        if not parted or parted[1] == "1":
            yield (
                "Figure",
                squashed(PARTED.sub("", read.alt.replace(parted[0], "", 1) if parted else read.alt)),
            )
            yield "Caption", PARTED.sub("", caption) if parted else caption
    elif read.kind in ("P", "LI", "Caption", "TH", "TD") or read.kind[0] == "H":
        yield read.kind[0] if read.kind[0] == "H" else read.kind, squashed(read.whole())
    else:
        yield from chain.from_iterable(map(_lines, joined(read.kids)))


def joined(kids: Sequence[Read]) -> Iterator[Read]:
    """The kids; a table in several parts is one table again."""
    whole: Read | None = None
    for kid in kids:
        caption = kid.kids[0] if kid.kind == "Table" and kid.kids[0].kind == "Caption" else None
        parted = PARTED.search(squashed(caption.whole())) if caption else None
        if not parted or caption is None:
            yield kid
            continue
        if parted[1] == "1":
            whole = kid
            caption.text = PARTED.sub("", squashed(caption.whole()))
            if not caption.text:
                kid.kids.remove(caption)
        elif whole:
            _widen(whole, kid)
        if whole and parted[1] == parted[2]:
            yield whole


def _widen(table: Read, part: Read) -> None:
    """Adds the columns of a part, but those that name the rows, to the table."""
    rows, more = table.all("TR"), part.all("TR")
    named = [max(1, min(2, sum(cell.kind == "TH" for cell in row.kids))) for row in more]
    for row, each, heads in zip(rows, more, [named[-1], *named[1:]], strict=True):
        row.kids += each.kids[heads:]
