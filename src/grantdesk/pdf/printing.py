"""Prints an outline: sets its blocks, lets them flow over pages, and makes a file of the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from grantdesk.files.places import resource
from grantdesk.model.path import Path
from grantdesk.outline.block import Outline
from grantdesk.pdf.file.attachment import Attachment
from grantdesk.pdf.file.canvas import Canvas
from grantdesk.pdf.file.document import Document
from grantdesk.pdf.file.metadata import Metadata
from grantdesk.pdf.file.raster import Picture
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.flow import Flow, Strip
from grantdesk.pdf.letters.plain import line, shortened
from grantdesk.pdf.page import Marks, Paper, moment
from grantdesk.pdf.story.story import Story
from grantdesk.words.language import Language

LONGEST = 250  # characters of the name of a file inside
LONGEST_TITLE = 1000  # characters of what the file says of itself


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF, how many pages it has, and what stands where on them, from the first page to the last."""

    data: bytes
    pages: int
    strips: tuple[Strip, ...]

    @property
    def sections(self) -> Mapping[Path, tuple[int, int]]:
        """From which page to which each section goes: its id, then the row id of the partner whose part it is in."""
        found: dict[Path, tuple[int, int]] = {}
        for strip in self.strips:
            if strip.section:
                first, last = found.get(strip.section, (strip.page, strip.page))
                found[strip.section] = min(first, strip.page), max(last, strip.page)
        return found


def printed(
    outline: Outline,
    language: Language | None = None,
    marks: Marks | None = None,
    attachments: Sequence[Attachment] = (),
    pictures: Mapping[str, Picture] | None = None,
) -> bytes:
    """The outline as a PDF/A-3a that is also PDF/UA-1; the same outline and attachments give the same bytes.

    `pictures` are those of the outline's images by their digests; an image without one is left out.

    `language` says what the page itself has to say ("Contents"); without it the outline's own. ValueError if
    `outline.saved` is no moment in ISO form.
    """
    return laid(outline, language, marks, attachments, pictures).data


def laid(
    outline: Outline,
    language: Language | None = None,
    marks: Marks | None = None,
    attachments: Sequence[Attachment] = (),
    pictures: Mapping[str, Picture] | None = None,
) -> Print:
    """The same, with what stands where."""
    language = language or Language(outline.language)
    marks = marks or Marks()
    canvas = Canvas(Writer())
    story = Story(outline, language, marks, pictures)
    flow = Flow(canvas, Paper(canvas, outline, language, marks))
    flow.run(list(story.pieces()))
    files = [_named(each) for each in attachments]
    data = Document(canvas, story.root, _metadata(outline, marks), _profile(), files).file()
    return Print(data, len(canvas.pages), tuple(flow.strips))


def _named(attachment: Attachment) -> Attachment:
    """The same under a name, and with a description, that any reader can show."""
    name, description = (shortened(line(text), LONGEST) for text in (attachment.name, attachment.description))
    return replace(attachment, name=name, description=description)


def _metadata(outline: Outline, marks: Marks) -> Metadata:
    texts = (outline.title, outline.applicant, outline.call)
    title, author, subject = (shortened(line(text), LONGEST_TITLE) for text in texts)
    return Metadata(
        title=title,
        author=author,
        subject=subject,
        program=marks.program,
        language=outline.language,
        moment=moment(outline),
    )


@cache
def _profile() -> bytes:
    return resource("color", "sRGB.icc").read_bytes()
