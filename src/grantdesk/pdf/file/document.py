"""A drawn canvas as a file: pages, fonts, links, bookmarks, structure and the claims of conformance."""

from collections.abc import Sequence
from dataclasses import dataclass

from grantdesk.pdf.file.attachment import Attachment, attached
from grantdesk.pdf.file.bookmarks import destination, outlined
from grantdesk.pdf.file.canvas import Canvas, Field, Link, Page
from grantdesk.pdf.file.font import embedded
from grantdesk.pdf.file.metadata import Metadata, intent
from grantdesk.pdf.file.objects import array, numbers, reference, string
from grantdesk.pdf.file.raster import drawable
from grantdesk.pdf.file.structure import Element, Tree

PRINTED = 4  # the flag of an annotation that is printed with its page
LOCKED = 128  # and of one that nobody moves


@dataclass(frozen=True, slots=True)
class Document:
    """What is drawn, what it is, what the file says of itself, the colour profile (ICC), and the files in it."""

    canvas: Canvas
    root: Element
    metadata: Metadata
    profile: bytes
    attachments: Sequence[Attachment] = ()

    def file(self) -> bytes:
        """The finished file. Every link leads somewhere: KeyError if its key was never arrived at."""
        writer = self.canvas.writer
        self.canvas.finish()
        pages = [writer.reserve() for _ in self.canvas.pages]
        placed = [(at, each) for at, page in enumerate(self.canvas.pages) for each in page.annotations]
        marks = [page.marks for page in self.canvas.pages]
        structure = Tree(self.root, pages, marks, [each.owner for _, each in placed]).written(writer)
        for key, (at, each) in enumerate(placed, len(pages)):
            body = (
                self._link(each, key, pages) if isinstance(each, Link) else self._field(each, key, pages[at])
            )
            writer.put(each.number, body)
        catalog = writer.add(self._catalog(self._pages(pages), structure, pages))
        return writer.file(catalog, writer.add(self.metadata.info()))

    def _pages(self, pages: Sequence[int]) -> int:
        writer = self.canvas.writer
        root = writer.reserve()
        faces = self.canvas.case.faces.values()
        fonts = [b"/%s %d 0 R" % (codes.label.encode(), embedded(codes, writer)) for codes in faces]
        common = b"/Parent %d 0 R/Resources<</Font<<%s>>%s>>/Tabs/S" % (
            root,
            b"".join(fonts),
            self._drawables(),
        )
        for key, (number, page) in enumerate(zip(pages, self.canvas.pages, strict=True)):
            code = writer.stream(b"", "\n".join(page.code).encode("latin-1"))
            own = b"/StructParents %d/Contents %d 0 R%s" % (key, code, _own(page))
            writer.put(number, b"<</Type/Page%s%s>>" % (common, own))
        writer.put(root, b"<</Type/Pages/Count %d/Kids%s>>" % (len(pages), array(map(reference, pages))))
        return root

    def _drawables(self) -> bytes:
        """What the pages may draw beside text; nothing where there are no pictures."""
        found = self.canvas.rasters.items()
        drawn = [
            b"/%s %d 0 R" % (label.encode(), drawable(each, self.canvas.writer)) for each, label in found
        ]
        return b"/XObject<<%s>>" % b"".join(drawn) if drawn else b""

    def _link(self, link: Link, key: int, pages: Sequence[int]) -> bytes:
        target = destination(self.canvas.spots[link.key], pages)
        return b"<</Type/Annot/Subtype/Link/Rect%s/Border[0 0 0]/F %d/StructParent %d/Contents%s/Dest%s>>" % (
            numbers(link.box),
            PRINTED,
            key,
            string(link.text),
            target,
        )

    def _field(self, field: Field, key: int, page: int) -> bytes:
        """A place to sign, still empty: whoever signs puts an appearance in place of this one."""
        width, height = field.box.right - field.box.left, field.box.top - field.box.bottom
        box = numbers((0, 0, width, height))
        empty = self.canvas.writer.stream(b"/Type/XObject/Subtype/Form/BBox%s/Resources<<>>" % box, b"")
        return (
            b"<</Type/Annot/Subtype/Widget/FT/Sig/T%s/TU%s/Rect%s/F %d/P %d 0 R/StructParent %d/AP<</N %d 0 R>>>>"
            % (
                string(field.name),
                string(field.label),
                numbers(field.box),
                PRINTED | LOCKED,
                page,
                key,
                empty,
            )
        )

    def _form(self) -> dict[bytes, bytes]:
        """What the catalog says of the places to sign; nothing where there are none."""
        fields = [each for page in self.canvas.pages for each in page.annotations if isinstance(each, Field)]
        if not fields:
            return {}
        return {b"AcroForm": b"<</Fields%s/SigFlags 1>>" % array(reference(each.number) for each in fields)}

    def _catalog(self, root: int, structure: int, pages: Sequence[int]) -> bytes:
        writer = self.canvas.writer
        entries = {
            b"Pages": reference(root),
            b"Lang": string(self.metadata.language),
            b"MarkInfo": b"<</Marked true>>",
            b"StructTreeRoot": reference(structure),
            b"Metadata": reference(self.metadata.xmp(writer)),
            b"OutputIntents": array([intent(writer, self.profile)]),
            b"ViewerPreferences": b"<</DisplayDocTitle true>>",
            b"PageLabels": b"<</Nums[0<</S/D>>]>>",
            b"Outlines": reference(outlined(self.canvas.bookmarks, pages, writer)),
            b"PageMode": b"/UseOutlines",
            **self._form(),
            **attached(writer, self.attachments, self.metadata.moment),
        }
        return b"<</Type/Catalog%s>>" % b"".join(b"/%s %s" % entry for entry in entries.items())


def _own(page: Page) -> bytes:
    box = b"/MediaBox" + numbers((0, 0, page.width, page.height))
    if not page.annotations:
        return box
    return box + b"/Annots" + array(reference(each.number) for each in page.annotations)
