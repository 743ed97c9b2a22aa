"""What a print says of the answers, page by page of the window, read from its tagged text; and the law that it says
what the window shows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff

from grantdesk.outline.block import Heading, Outline
from grantdesk.session.handing.exporting import Wish, printing
from grantdesk.ui.window.window import Window
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from onscreen import Sight, sights
from pdf.expected import PARTED, Line, expected, joined, squashed, told
from pdf.reading import Read, tree

NUMBER = re.compile(r"\d+(\.\d+)*")
Place = tuple[int, str]
"""The partner by its place among the partners, 0 for what is common; the title of the section without spaces."""
ASIDE = (phrase("In brief"), phrase("Signatures"))
"""What repeats answers in front and at the end; tests/outline/test_front.py and test_document.py look at it."""
PARTS = phrase("Details of each partner")
AMOUNTS = (
    *(phrase("Costs"), phrase("Costs by year"), phrase("Costs by line and partner")),
    *(phrase("Financing"), phrase("Financing by year"), phrase("Financing by source and partner")),
)
"""Tables of what was worked out: the window has them as figures and in charts."""
LINES = (phrase("Cost item"), phrase("Source of financing"))
SO_FAR = phrase("{mark} The amount so far: an answer that it rests on is still missing.", mark="*")


def is_printed(window: Window) -> bool:
    """Does a print made now say what the pages show, each answer with its label and in its place, and nothing else?"""
    seen = list(sights(window))
    language = window.desk.speech.language
    paper = _Paper(window, language)
    said = paper.read()
    for sight in seen:
        place = sight.partner, squashed(sight.title)
        if sight.partner:
            assert paper.partners[sight.partner - 1].endswith(squashed(sight.owner)), place
        found = said.pop(place, [])
        wanted = list(_wanted(sight, found, language))
        assert found == wanted, f"{place}: {_told(wanted, found)}"
    assert not any(said.values()), f"on no page: {said}"
    return True


def _told(seen: Sequence[Line], found: Sequence[Line]) -> str:
    """Where the two differ."""
    sides = (["\t".join(line) for line in lines] for lines in (seen, found))
    return "\n".join(unified_diff(*sides, "on the screen", "on paper", lineterm=""))


def _wanted(sight: Sight, found: Sequence[Line], language: Language) -> Iterator[Line]:
    """The lines of a page; a figure that the print has in a table of amounts is not said again."""
    for block in sight.blocks:
        heading = Heading(2, "")
        outline = Outline("", "", "", language.code, "", "", (heading, block))
        lines = [_line(each) for each in expected(outline)[1:]]
        if block not in sight.totals or lines[0] in found:
            yield from lines


def _line(line: Line) -> Line:
    """A line; a heading without its number, a cell that names others as any cell."""
    kind, text = line
    return ("TD", text) if kind == "TH" else (kind, NUMBER.sub("", text, count=1) if kind == "H" else text)


class _Paper:
    """Reads a print of what the window has, in its language. `partners` are the headings of their parts."""

    def __init__(self, window: Window, language: Language) -> None:
        say, node = language.say, window.desk.session.form.partners
        self.partners: list[str] = []
        self.data = printing(window.desk.session).pdf(Wish(language.code))
        self.aside = {squashed(say(each)) for each in ASIDE}
        self.parts, self.so_far = squashed(say(PARTS)), squashed(say(SO_FAR))
        self.amounts = {squashed(say(each)) for each in AMOUNTS}
        self.lines = {squashed(say(each)) for each in LINES}
        if node:
            self.lines.add(squashed(language.pick(node.label)))

    def read(self) -> dict[Place, list[Line]]:
        """What stands in the sections, by their places; lines before any of them have a place without a title."""
        found: dict[Place, list[Line]] = defaultdict(list)
        for section in tree(self.data).kids:
            title = _title(section) if section.kind == "Sect" else ""
            if title == self.parts:
                for place, member in enumerate(section.kids[1:], 1):
                    self.partners.append(_title(member))
                    for own in member.kids[1:]:
                        found[place, _title(own)] += self._said(own.kids[1:])
            elif title and title not in self.aside:
                found[0, title] += self._said(section.kids[1:])
        return found

    def _said(self, kids: Iterable[Read]) -> list[Line]:
        """The lines of these, without drawings and without what was worked out."""
        kept = Read("Document", kids=[Read("TOC"), *self._kept(kids)])
        return [_line(line) for line in told(kept) if line != ("P", self.so_far)]

    def _kept(self, kids: Iterable[Read]) -> Iterator[Read]:
        for kid in joined([*kids]):
            if kid.kind == "Sect":
                yield replace(kid, kids=[*self._kept(kid.kids)])
            elif kid.kind != "Figure" and not self._has_amounts(kid):
                yield kid

    def _has_amounts(self, kid: Read) -> bool:
        captions, heads = kid.all("Caption"), kid.all("TH")
        said = PARTED.sub("", squashed(captions[0].whole())) if captions else ""
        return said in self.amounts and squashed(heads[0].whole()) in self.lines


def _title(section: Read) -> str:
    return _line(("H", squashed(section.kids[0].whole())))[1]
