"""Reads a printed file back with pikepdf: what no validator checks, and the text of every element."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

OPERATORS = re.compile(r"BT|ET|Td|Tm|Tf|TL|Tj|T\*|rg|RG|g|[wJjdmlchfSsBWnqQ]|re|BDC|EMC|cm|Do")
LONGEST = 32_767  # bytes of a string (ISO 19005-3, 6.1.13)
PAIR = re.compile(r"<(\w{4})> <((?:\w{4})+)>")


@dataclass
class Read:
    """An element: its kind, its attributes, its own text with that of its kids, and the kids."""

    kind: str
    text: str = ""
    lang: str = ""
    alt: str = ""
    scope: str = ""
    pages: set[int] = field(default_factory=set)
    kids: list["Read"] = field(default_factory=list)

    def all(self, *kinds: str) -> list["Read"]:
        """The elements of these kinds in and under this one, in reading order."""
        own = [self] if self.kind in kinds else []
        return own + [found for kid in self.kids for found in kid.all(*kinds)]

    def whole(self) -> str:
        """The text of the element with that of its kids, in one line."""
        return " ".join((self.text + "".join(" " + kid.whole() for kid in self.kids)).split())


def tree(data: bytes) -> Read:
    """The structure tree; AssertionError where a mark is not claimed, claimed twice, or does not lead back."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        return _Reader(pdf).read()


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        self.parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
        self.marks: dict[tuple[int, int], str] = {}
        self.seen: set[tuple[int, int]] = set()
        self.annotations: list[int] = []
        self.places = {page.objgen: at for at, page in enumerate(pdf.pages)}

    def read(self) -> Read:
        for at, page in enumerate(self.pdf.pages):
            assert int(page.obj.StructParents) == at
            assert str(page.obj.Tabs) == "/S"
            self.marks.update(((at, mark), text) for mark, text in _marks(page).items())
        assert all(_fits(text) for text in self.pdf.docinfo.values())
        root = self.pdf.Root.StructTreeRoot
        found = self._element(root.K, root)
        assert self.seen == set(self.marks), "marks that no element claims"
        assert int(root.ParentTreeNextKey) == len(self.parents)
        pages = range(len(self.pdf.pages))
        told = {(at, mark) for at in pages for mark in range(len(self.parents[at]))}
        assert told == self.seen, "the parent tree tells of marks that are not there"
        assert set(self.parents) == {*pages, *self.annotations}, (
            "the parent tree tells of annotations that are not there"
        )
        drawn = [int(each.StructParent) for page in self.pdf.pages for each in page.obj.get("/Annots", [])]
        assert sorted(drawn) == sorted(self.annotations), "an annotation that is in no element, or in two"
        return found

    def _element(self, element: pikepdf.Object, parent: pikepdf.Object) -> Read:
        assert element.P.objgen == parent.objgen
        assert _fits(element.get("/Alt", pikepdf.String("")))
        read = Read(str(element.S)[1:], lang=str(element.get("/Lang", "")), alt=str(element.get("/Alt", "")))
        attributes = element.get("/A")
        read.scope = str(attributes.get("/Scope", "")) if attributes is not None else ""
        kids = element.get("/K")
        for kid in [] if kids is None else kids if isinstance(kids, pikepdf.Array) else [kids]:
            self._kid(kid, element, read)
        return read

    def _kid(self, kid: pikepdf.Object | int, element: pikepdf.Object, read: Read) -> None:
        if isinstance(kid, int):
            self._mark(self.places[element.Pg.objgen], kid, element, read)
        elif kid.get("/Type") == "/MCR":
            self._mark(self.places[kid.Pg.objgen], int(kid.MCID), element, read)
        elif kid.get("/Type") == "/OBJR":
            assert self.parents[int(kid.Obj.StructParent)].objgen == element.objgen
            assert str(kid.Obj.get("/TU") or kid.Obj.Contents)
            self.annotations.append(int(kid.Obj.StructParent))
        else:
            read.kids.append(self._element(kid, element))

    def _mark(self, page: int, mark: int, element: pikepdf.Object, read: Read) -> None:
        assert (page, mark) not in self.seen, "a mark that is claimed twice"
        self.seen.add((page, mark))
        assert self.parents[page][mark].objgen == element.objgen, "the parent tree does not lead back"
        read.text += self.marks[page, mark]
        read.pages.add(page)


def _marks(page: pikepdf.Page) -> dict[int, str]:
    """Mark -> its text, by way of ToUnicode and ActualText. Every drawing stands in a mark or an artifact."""
    letters = {str(name): _letters(font) for name, font in page.Resources.Font.items()}
    texts: dict[int, str] = {}
    mark, font, spans = -1, {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        assert OPERATORS.fullmatch(name), name
        if name == "BDC" and "/ActualText" in operands[1]:
            assert _fits(operands[1].ActualText)
            spans.append(str(operands[1].ActualText))
            if mark >= 0:
                texts[mark] += spans[-1]
        elif name == "BDC":
            assert mark == -1, "a mark in a mark"
            mark = int(operands[1].get("/MCID", -2)) if str(operands[0]) != "/Artifact" else -2
            texts.update({mark: ""} if mark >= 0 else {})
        elif name == "EMC":
            mark = mark if spans else -1
            spans = spans[:-1]
        elif name == "Tf":
            font = letters[str(operands[0])]
        elif name == "Tj":
            assert mark != -1, "text without a mark"
            assert _fits(operands[0])
            if mark >= 0 and not spans:
                texts[mark] += "".join(_decoded(bytes(operands[0]), font))
        elif name in ("S", "s", "f", "B", "Do"):
            assert mark != -1, "a drawing without a mark"
    return texts


def _fits(text: pikepdf.Object) -> bool:
    return len(bytes(text)) <= LONGEST


def _decoded(data: bytes, font: dict[int, str]) -> Iterator[str]:
    for at in range(0, len(data), 2):
        yield font[int.from_bytes(data[at : at + 2])]


def _letters(font: pikepdf.Object) -> dict[int, str]:
    return {
        int(code, 16): bytes.fromhex(letters).decode("utf-16-be")
        for code, letters in PAIR.findall(font.ToUnicode.read_bytes().decode())
    }
