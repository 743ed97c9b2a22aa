"""The structure tree: what each piece of a page is (a heading, a cell, a list item), in reading order.

The tree is built from the document before anything is drawn; drawing only adds where an element's content stands.
Only standard types of ISO 32000-1, 14.8.4 are used, so there is no role map.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from grantdesk.pdf.file.objects import string
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
NEXT = "\n"


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
        elements: list[Element] = []
        _keep(self.root, elements)
        for number, element in enumerate(elements, top + 1):  # as the writer will give them out
            element.number = number
        for element in elements:
            writer.add(self._element(element, top))
        parents = writer.add(f"<</Nums[{NEXT.join(self._parents())}]>>".encode())
        key = len(self.pages) + len(self.owners)
        entries = (self.root.number, parents, key)
        writer.put(top, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % entries)
        return top

    def _parents(self) -> Iterator[str]:
        for key, marks in enumerate(self.marks):
            yield f"{key}[{' '.join([f'{owner.number} 0 R' for owner in marks])}]"
        for key, owner in enumerate(self.owners, len(self.pages)):
            yield f"{key} {owner.number} 0 R"

    def _element(self, element: Element, top: int) -> bytes:
        # As text, which Python puts together faster than bytes: there are tens of thousands of elements.
        parent = element.parent.number if element.parent else top
        said = f"<</Type/StructElem/S/{element.kind}/P {parent} 0 R{self._inside(element.kids)}"
        if element.lang:
            said += f"/Lang{string(element.lang).decode()}"
        if element.alt:
            said += f"/Alt{string(element.alt).decode()}"
        if element.attributes:
            said += f"/A{element.attributes}"
        return f"{said}>>".encode()

    def _inside(self, kids: Sequence[Kid]) -> str:
        """The entries of an element for its page, which is that of its first content, and for what is in it."""
        if len(kids) == 1 and isinstance(kids[0], Content):  # most are such
            return f"/Pg {self.pages[kids[0].page]} 0 R/K {kids[0].mark}"
        page, said = -1, []
        for kid in kids:
            if isinstance(kid, Element):
                said.append(f"{kid.number} 0 R")
                continue
            page = kid.page if page < 0 else page
            if isinstance(kid, Annotation):
                said.append(f"<</Type/OBJR/Pg {self.pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
            elif kid.page == page:
                said.append(str(kid.mark))
            else:
                said.append(f"<</Type/MCR/Pg {self.pages[kid.page]} 0 R/MCID {kid.mark}>>")
        entry = f"/Pg {self.pages[page]} 0 R" if page >= 0 else ""
        if not said:
            return entry
        return f"{entry}/K {said[0]}" if len(said) == 1 else f"{entry}/K [{' '.join(said)}]"


def _keep(element: Element, found: list[Element]) -> bool:
    """Adds the elements in reading order, and drops what nothing was drawn for. Is anything left of the element?"""
    place, kids = len(found), element.kids
    found.append(element)
    if len(kids) != 1 or isinstance(kids[0], Element):  # most have one content
        element.kids = [kid for kid in kids if not isinstance(kid, Element) or _keep(kid, found)]
    if element.kids or element.kind in KEPT:
        return True
    del found[place:]
    return False
