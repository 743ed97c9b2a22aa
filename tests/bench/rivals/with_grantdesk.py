"""grantdesk itself: tagged, PDF/A-3a and PDF/UA-1, with the application inside, a code on the first page."""

from hashlib import sha256
from typing import Any

from bench.rivals.data import Content, Maker
from grantdesk.outline import block as kinds
from grantdesk.pdf import Attachment, Marks, printed
from grantdesk.words.language import Language

MEDIA = "application/zip"


def maker() -> Maker:
    """It has nothing to read before but its fonts, which it keeps."""
    return made


def made(content: Content) -> bytes:
    """The document; putting the outline together from plain data is counted, though the program begins with one."""
    outline = outlined(content)
    return printed(outline, Language(outline.language), marks(content), enclosed(content))


def outlined(content: Content) -> kinds.Outline:
    """The outline that the content was written from."""
    about = {
        name: getattr(content, name)
        for name in ("title", "applicant", "call", "language", "identity", "saved")
    }
    return kinds.Outline(**about, blocks=tuple(map(_block, content.blocks)))


def marks(content: Content) -> Marks:
    """What ties the paper to the application."""
    return Marks("grantdesk", digest=sha256(content.enclosed.read_bytes()).hexdigest())


def enclosed(content: Content) -> list[Attachment]:
    """The application."""
    data = content.enclosed.read_bytes()
    return [Attachment("application.grant", MEDIA, "The application itself", "Source", data)]


def _block(data: Any) -> kinds.Block:
    fields = {name: _frozen(value) for name, value in data.items() if name != "kind"}
    if data["kind"] == "Grid":
        fields["columns"] = tuple(kinds.Column(**column) for column in data["columns"])
    found: kinds.Block = getattr(kinds, data["kind"])(**fields)
    return found


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
