"""An outline as plain text, to be read in a terminal, compared and searched."""

from collections.abc import Iterator
from typing import assert_never

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
from grantdesk.outline.column import INSET, columned, hung, wrapped
from grantdesk.outline.fact.label import labelled
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.typed import clean

WIDTH = 100
RULES = {1: "=", 2: "=", 3: "-", 4: "~"}  # below a heading of a level; deeper ones have dots
LINE = "_" * 40


def text(outline: Outline, width: int = WIDTH) -> str:
    """The whole outline in lines of at most `width` characters; only a word that is longer makes a longer line.

    Nothing invisible stands in it that could deceive a reader or move the cursor of a terminal.
    """
    return clean("\n".join(Writer(outline, width).lines())) + "\n"


class Writer:
    """Writes one outline. It remembers the grids that it has written, so that a chart does not repeat one."""

    def __init__(self, outline: Outline, width: int) -> None:
        self.outline, self.width = outline, width
        self.language = Language(outline.language)
        self.written: set[Grid] = set()

    def lines(self) -> Iterator[str]:
        """Line by line."""
        yield from self._front()
        before: Block | None = None
        for block in self.outline.blocks:
            if isinstance(block, Heading) and block.level == 1:
                continue  # the front has said it
            if isinstance(block, Heading) and block.level == 2:
                yield ""
            if not (isinstance(block, Entry) and isinstance(before, Entry)):
                yield ""
            yield from self._block(block, before)
            before = block

    def _front(self) -> Iterator[str]:
        outline, language = self.outline, self.language
        if outline.draft:
            yield f"*** {outline.draft} ***"
            yield ""
        yield from self._heading(Heading(1, outline.title))
        yield ""
        if outline.about:
            yield from wrapped(outline.about, self.width)
        yield from wrapped(outline.call, self.width)
        saved = language.moment(outline.saved, zone=True)
        facts = (
            (phrase("Applicant"), outline.applicant),
            (phrase("Identifier"), outline.identity),
            (phrase("Saved"), saved),
        )
        for label, fact in facts:
            if fact:
                yield from self._fact(label, fact)

    def _block(self, block: Block, before: Block | None) -> Iterator[str]:
        match block:
            case Heading():
                return self._heading(block)
            case Entry(label=label, text=said):
                return hung(labelled(label, said), self.width)
            case Prose():
                return self._prose(block)
            case Listing():
                return self._listing(block)
            case Grid():
                return self._grid(block)
            case Chart():
                return self._chart(block)
            case Image():
                return hung(block.alt, self.width)
            case Note():
                return self._note(block, before)
            case Signature():
                return self._signature(block)
            case Blank():
                return self._blank(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[str]:
        lines = wrapped(f"{block.number} {block.text}".strip(), self.width)
        yield from lines
        yield RULES.get(block.level, ".") * max(map(len, lines))

    def _prose(self, block: Prose) -> Iterator[str]:
        if not block.answered:
            yield from hung(labelled(block.label, " ".join(block.paragraphs)), self.width)
            return
        yield from wrapped(labelled(block.label), self.width)
        for n, paragraph in enumerate(block.paragraphs):
            if n:
                yield ""
            yield from hung(paragraph, self.width, INSET)

    def _listing(self, block: Listing) -> Iterator[str]:
        yield from wrapped(labelled(block.label), self.width)
        for item in block.items:
            yield from hung(item, self.width, "  - ")

    def _grid(self, block: Grid) -> Iterator[str]:
        if block.caption:
            yield from wrapped(block.caption, self.width)
            yield ""
        yield from columned(block, self.width)
        self.written.add(block)

    def _chart(self, block: Chart) -> Iterator[str]:
        """What the drawing shows, and its table if that has not been there yet."""
        yield from hung(f"{block.caption}: {block.alt}", self.width)
        if block.table not in self.written:
            yield ""
            yield from columned(block.table, self.width)

    def _note(self, block: Note, before: Block | None) -> Iterator[str]:
        mark = "(i) " if block.tone == "info" else "(!) "
        return hung(block.text, self.width, "" if explains(block, before) else mark)

    def _signature(self, block: Signature) -> Iterator[str]:
        yield from wrapped(block.organisation, self.width)
        for said in filter(None, (block.role, block.promise)):
            yield from hung(said, self.width, INSET)
        yield from self._fact(phrase("Name in print"), block.name or LINE)
        yield from self._fact(phrase("Place and date"), LINE)
        yield from self._fact(phrase("Signature"), LINE)

    def _blank(self, block: Blank) -> Iterator[str]:
        yield from wrapped(labelled(block.label), self.width)
        if block.help:
            yield from hung(block.help, self.width, INSET)
        for option in block.options:
            yield from hung(option, self.width, "  [ ] ")
        yield from [LINE] * block.lines

    def _fact(self, label: Phrase, fact: str) -> Iterator[str]:
        return hung(f"{self.language.say(label)}: {fact}", self.width)
