"""The headings of a document: their levels without gaps, their keys, and where they lead in the contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from grantdesk.outline.block import Block, Heading
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import line
from grantdesk.pdf.look import MEASURE, RANKS
from grantdesk.pdf.piece.text import Title

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A heading in its place: its level from 2 on, its clean texts, and the key of links to it."""

    level: int
    number: str
    text: str
    key: str


def places(blocks: Sequence[Block], title: str) -> dict[int, Place]:
    """The headings by their index among the blocks, without the document's own title, which is printed before them.

    A level that would leave one out is raised, since PDF/UA-1 (7.4.2) allows no gap on the way down.
    """
    found: dict[int, Place] = {}
    level = 1
    for at, block in enumerate(blocks):
        if isinstance(block, Heading) and not (block.level == 1 and block.text == title):
            level = min(max(block.level, 2), level + 1, DEEPEST)
            found[at] = Place(level, line(block.number) if block.number else "", line(block.text), f"h{at}")
    return found


def set_heading(place: Place, parent: Element) -> Iterator[Title]:
    """The heading, its lines set in after the number."""
    rank = RANKS[min(place.level - 2, len(RANKS) - 1)]
    indent = min(rank.style.width(f"{place.number}  "), MEASURE / 3) if place.number else 0.0
    yield Title(
        lines=broken(place.text, rank.style, MEASURE - indent),
        style=rank.style,
        element=parent.add(f"H{place.level}"),
        indent=indent,
        before=rank.before,
        after=rank.after,
        keep=True,
        level=place.level,
        number=place.number,
        key=place.key,
        said=place.text,
    )
