"""The structure tree: what each piece of a page is (a heading, a cell, a list item), in reading order.

The tree is built from the document before anything is drawn; drawing only adds where an element's content stands.
Only standard types of ISO 32000-1, 14.8.4 are used, so there is no role map.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from grantdesk.pdf.file.objects import array, reference, string
from grantdesk.pdf.file.writer import Writer


class Content(NamedTuple):
    """A marked part of a page: the page's index from 0, and the number of the mark on it."""

    page: int
    mark: int


class Annotation(NamedTuple):
    """A link or a field that belongs to an element: the page's index, and the number of the annotation's object."""

    page: int
    number: int


Kid: TypeAlias = "Element | Content | Annotation"
# An empty cell stays, so that every row of a table has as many cells as the others.
KEPT = frozenset({"TD", "TH"})


@dataclass(slots=True, eq=False)
class Element:
    """One element. `attributes` are written as they are ("<</O/Table/Scope/Row>>"); `number` is given at the end."""

    kind: str
    parent: "Element | None" = None
    lang: str = ""
    alt: str = ""
    attributes: str = ""
    kids: list[Kid] = field(default_factory=list)
    number: int = 0

    def add(self, kind: str, lang: str = "", alt: str = "", attributes: str = "") -> "Element":
        """A new last child."""
        child = Element(kind, self, lang, alt, attributes)
        self.kids.append(child)
        return child


@dataclass(slots=True)
class Tree:
    """A tree ready to be written: the root element, the pages' objects, who owns each mark and each annotation."""

    root: Element
    pages: Sequence[int]
    marks: Sequence[Sequence[Element]]
    owners: Sequence[Element]

    def written(self, writer: Writer) -> int:
        """The number of the structure tree's root. Annotation n has the key len(pages) + n in the parent tree."""
        top = writer.reserve()
        _prune(self.root)
        elements = list(_walk(self.root))
        for element in elements:
            element.number = writer.reserve()
        for element in elements:
            writer.put(element.number, self._element(element, top))
        parents = writer.add(b"<</Nums[%s]>>" % b"\n".join(self._parents()))
        key = len(self.pages) + len(self.owners)
        entries = (self.root.number, parents, key)
        writer.put(top, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % entries)
        return top

    def _parents(self) -> Iterator[bytes]:
        for key, marks in enumerate(self.marks):
            yield b"%d%s" % (key, array(reference(owner.number) for owner in marks))
        for key, owner in enumerate(self.owners, len(self.pages)):
            yield b"%d %s" % (key, reference(owner.number))

    def _element(self, element: Element, top: int) -> bytes:
        parent = element.parent.number if element.parent else top
        parts = [b"<</Type/StructElem/S/%s/P %d 0 R" % (element.kind.encode(), parent)]
        page = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
        if page is not None:
            parts.append(b"/Pg %d 0 R" % self.pages[page])
        if element.kids:
            kids = [self._kid(kid, page) for kid in element.kids]
            parts.append(b"/K " + (kids[0] if len(kids) == 1 else array(kids)))
        if element.lang:
            parts.append(b"/Lang" + string(element.lang))
        if element.alt:
            parts.append(b"/Alt" + string(element.alt))
        if element.attributes:
            parts.append(b"/A" + element.attributes.encode())
        return b"".join([*parts, b">>"])

    def _kid(self, kid: Kid, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return reference(kid.number)
        if isinstance(kid, Annotation):
            return b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % (self.pages[kid.page], kid.number)
        if kid.page == page:
            return b"%d" % kid.mark
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self.pages[kid.page], kid.mark)


def _prune(element: Element) -> bool:
    """Drops what nothing was drawn for. Is anything left of the element itself?"""
    element.kids = [kid for kid in element.kids if not isinstance(kid, Element) or _prune(kid)]
    return bool(element.kids) or element.kind in KEPT


def _walk(root: Element) -> Iterator[Element]:
    """The elements in reading order."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))
