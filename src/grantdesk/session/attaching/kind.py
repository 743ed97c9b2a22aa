"""What a file is: by its name, and by its first and last bytes. Nothing in it is followed or unpacked."""

from collections.abc import Callable, Mapping

from grantdesk.call.terms.node import Attachment
from grantdesk.files.container.content import Content

HEAD, TAIL = 64 * 1024, 256 * 1024
"""Bytes of a file's beginning and end that tell what it is."""
_PACKED = b"PK\x03\x04"


def format_of(name: str) -> str:
    """The format that a name claims, "pdf" or "jpg"; empty if it claims none."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return "jpg" if ending == "jpeg" else ending


def formats(node: Attachment) -> tuple[str, ...]:
    """The formats that are allowed, as people write them."""
    return tuple(each.upper() for each in node.formats)


def is_what_it_says(kind: str, content: Content) -> bool:
    """Does a content look like the format? Only its beginning and its end are looked at, nothing in it is followed."""
    head, tail = _ends(content)
    return kind in _SIGNS and _SIGNS[kind](head, tail)


def _ends(content: Content) -> tuple[bytes, bytes]:
    """The first and the last bytes of a content."""
    head, tail = b"", b""
    for piece in content.pieces():
        head = head or piece[:HEAD]
        tail = (tail + piece)[-TAIL:]
    return head, tail


def _packs(folder: bytes) -> Callable[[bytes, bytes], bool]:
    """Of a packed document only the list at its end is read: it names what is inside."""
    return lambda head, tail: head.startswith(_PACKED) and folder in tail and b"[Content_Types].xml" in tail


def _is_text(head: bytes, tail: bytes) -> bool:
    return b"\0" not in head and b"\0" not in tail


_SIGNS: Mapping[str, Callable[[bytes, bytes], bool]] = {
    "pdf": lambda head, tail: b"%PDF-" in head[:1024],
    "docx": _packs(b"word/"),
    "xlsx": _packs(b"xl/"),
    "png": lambda head, tail: head.startswith(b"\x89PNG\r\n\x1a\n"),
    "jpg": lambda head, tail: head.startswith(b"\xff\xd8\xff"),
    "txt": _is_text,
}
