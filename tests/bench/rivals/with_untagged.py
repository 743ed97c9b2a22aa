"""grantdesk's own layout without all that makes it a tagged, archival file: what conformance costs."""

from bench.rivals.data import Content, Maker
from bench.rivals.with_grantdesk import marks, outlined
from grantdesk.pdf.file.canvas import Box, Canvas, Decoration
from grantdesk.pdf.file.font import embedded
from grantdesk.pdf.file.objects import array, numbers, reference
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.flow import Flow
from grantdesk.pdf.page import Paper
from grantdesk.pdf.story.story import Story
from grantdesk.words.language import Language


class NoElement(Element):
    """Stands for every element."""

    def add(self, kind: str, lang: str = "", alt: str = "", attributes: str = "") -> Element:
        """Itself."""
        return self


class PlainCanvas(Canvas):
    """Draws the same without marks, links and places to sign."""

    def begin(self, element: Element) -> None:
        """Nothing is marked."""

    def decorate(self, kind: Decoration) -> None:
        """Nothing is marked."""

    def end(self) -> None:
        """Nothing was marked."""

    def link(self, owner: Element, box: Box, text: str, key: str) -> None:
        """There are none."""

    def field(self, owner: Element, box: Box, name: str, label: str) -> None:
        """There are none."""


class PlainStory(Story):
    """The same pieces, without a tree."""

    def __init__(self, *given: object) -> None:
        super().__init__(*given)  # type: ignore[arg-type]
        self.root = NoElement("Document")
        self._sections = [self.root]


def maker() -> Maker:
    """As for the tagged one."""
    return made


def made(content: Content) -> bytes:
    """Pages and fonts; no structure, metadata, colour profile, bookmarks or files."""
    outline, canvas = outlined(content), PlainCanvas(Writer())
    language, told = Language(outline.language), marks(content)
    pieces = list(PlainStory(outline, language, told).pieces())
    Flow(canvas, Paper(canvas, outline, language, told)).run(pieces)
    return _file(canvas)


def _file(canvas: Canvas) -> bytes:
    canvas.finish()
    writer, pages = canvas.writer, canvas.pages
    root = writer.reserve()
    faces = canvas.case.faces.values()
    fonts = b"".join(b"/%s %d 0 R" % (codes.label.encode(), embedded(codes, writer)) for codes in faces)
    numbered = []
    for page in pages:
        code = writer.stream(b"", "\n".join(page.code).encode("latin-1"))
        box = numbers((0, 0, page.width, page.height))
        entries = (root, fonts, code, box)
        numbered.append(
            writer.add(
                b"<</Type/Page/Parent %d 0 R/Resources<</Font<<%s>>>>/Contents %d 0 R/MediaBox%s>>" % entries
            )
        )
    writer.put(root, b"<</Type/Pages/Count %d/Kids%s>>" % (len(pages), array(map(reference, numbered))))
    catalog = writer.add(b"<</Type/Catalog/Pages %s>>" % reference(root))
    return writer.file(catalog, writer.add(b"<<>>"))
