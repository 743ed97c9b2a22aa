"""The whole document: its structure tree and its pieces, block by block in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import assert_never

from grantdesk.model.path import ROOT, Path
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
    explains,
)
from grantdesk.pdf.file.raster import Picture
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.look import BOTTOM, HEIGHT, TOP
from grantdesk.pdf.page import Marks
from grantdesk.pdf.piece.piece import Piece, stacked
from grantdesk.pdf.piece.table import SMALL
from grantdesk.pdf.story.blank import set_blank
from grantdesk.pdf.story.chart import set_chart
from grantdesk.pdf.story.form import (
    set_entries,
    set_explained,
    set_listing,
    set_note,
    set_prose,
    set_signature,
)
from grantdesk.pdf.story.front import set_front
from grantdesk.pdf.story.grid import set_grid
from grantdesk.pdf.story.heading import Place, places, set_heading
from grantdesk.pdf.story.image import set_image
from grantdesk.words.language import Language

LONG = 600  # characters of an answer that stands beside its question
LOW = 60.0  # a piece that is no higher than this stays with the remark after it
UNDER = 5.0  # between a table and what explains it
SHEET = HEIGHT - TOP - BOTTOM - 60  # on a page, under a heading


class Story:
    """Sets one outline, with the pictures of its images by their digests. `root` is the structure tree, complete when
    all pieces were asked for."""

    def __init__(
        self,
        outline: Outline,
        language: Language,
        marks: Marks,
        pictures: Mapping[str, Picture] | None = None,
    ) -> None:
        self.root = Element("Document")
        self._outline = outline
        self._language = language
        self._marks = marks
        self._pictures = pictures or {}
        self._sections = [self.root]
        self._section: Path = ROOT  # the section of the call that is being set, and the level of its heading
        self._level = 0
        self._signatures = 0
        self._signing = sum(isinstance(block, Signature) for block in outline.blocks)
        self._places = places(outline.blocks, outline.title)

    def pieces(self) -> Iterator[Piece]:
        """The first page, the contents, then block by block; entries that follow each other stand together."""
        places = list(self._places.values())
        yield from set_front(self._outline, places, self._language, self._marks, self.root)
        for formed, group in groupby(enumerate(self._outline.blocks), lambda pair: _short(pair[1])):
            if formed:
                numbered = [(at, block) for at, block in group if isinstance(block, Entry)]
                entries = [entry for _, entry in numbered]
                pieces = self._remarked(set_entries(entries, self._sections[-1]), numbered[-1][0])
                yield from map(self._placed, pieces, [entry.at for entry in entries])
            else:
                for at, block in group:
                    if isinstance(block, Heading):
                        self._begin(block)
                    for piece in self._remarked(self._set(block, at), at):
                        yield self._placed(piece, _at(block))

    def _begin(self, heading: Heading) -> None:
        """A section of the call begins here, or the one before has ended."""
        if heading.section or heading.level <= self._level:
            self._section, self._level = heading.section, heading.level

    def _remarked(self, pieces: Iterator[Piece], at: int) -> Sequence[Piece]:
        """The pieces of a block, of which the last one stays with a remark about the same place or a picture there,
        unless it is high, and with what explains it."""
        found = list(pieces)
        match self._outline.blocks[at : at + 2]:
            case (Grid() as grid, Note() as note) if explains(note, grid):
                found[-1].keep, found[-1].after = found[-1].height <= SMALL, UNDER
            case (Note(), Entry()):  # it heads them
                found[-1].keep = True
            case (Signature(), Signature()):  # those that fit on one sheet stay on one
                found[-1].keep = self._signing * (stacked(found) + found[-1].after) <= SHEET
            case (block, Note(at=place) | Image(at=place)) if place == _at(block) != ROOT and not isinstance(
                block, Note | Image
            ):
                if found and found[-1].height <= LOW:
                    found[-1].keep = True
        return found

    def _placed(self, piece: Piece, at: Path) -> Piece:
        piece.at, piece.section = at, self._section
        return piece

    def _set(self, block: Block, at: int) -> Iterator[Piece]:
        section, place = self._sections[-1], self._places.get(at)
        match block:
            case Heading():
                return self._set_heading(place) if place else iter(())
            case Entry():
                return set_prose(
                    Prose(block.label, (block.text,), block.at, block.lang, block.answered), section
                )
            case Prose():
                return set_prose(block, section)
            case Listing():
                return set_listing(block, section)
            case Grid():
                return set_grid(block, section)
            case Chart():
                return set_chart(block, section)
            case Image():
                return set_image(block, self._pictures.get(block.digest), section, self._language)
            case Note():
                before = self._outline.blocks[at - 1] if at else None
                return (set_explained if explains(block, before) else set_note)(block, section)
            case Signature():
                self._signatures += 1
                return set_signature(block, section, self._language, self._signatures)
            case Blank():
                return set_blank(block, section)
            case _:
                assert_never(block)

    def _set_heading(self, place: Place) -> Iterator[Piece]:
        """Opens a section within the one of the level above."""
        del self._sections[place.level - 1 :]
        self._sections.append(self._sections[-1].add("Sect"))
        return set_heading(place, self._sections[-1])


def _at(block: Block) -> Path:
    return ROOT if isinstance(block, Chart) else block.at


def _short(block: Block) -> bool:
    """Does the block stand in a form, its question beside its answer? A long answer takes the whole measure."""
    return isinstance(block, Entry) and len(block.text) <= LONG
