"""A file that comes with the answers: its name and its content, as base64 or as plain text."""

import base64
import hashlib
from typing import Any

from grantdesk.call.entry.misfit import Unfit
from grantdesk.call.entry.value import short, told
from grantdesk.words.phrase import phrase

KEYS = frozenset({"id", "name", "type", "content", "text"})
LONGEST_NAME = 200
_OFFICE = "application/vnd.openxmlformats-officedocument."
TYPES = {
    "pdf": "application/pdf",
    "docx": _OFFICE + "wordprocessingml.document",
    "xlsx": _OFFICE + "spreadsheetml.sheet",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain",
}


def media_type(name: str) -> str:
    """The media type of a file by its name; what is not known is only bytes."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def attached(data: Any) -> tuple[dict[str, Any], bytes]:
    """{"name": …, "content": …} as an entry of the answers, without its place in the order, and the bytes."""
    if not isinstance(data, dict):
        raise Unfit(phrase("A file is an object with a name and a content."))
    if odd := [key for key in data if key not in KEYS]:
        raise Unfit(phrase("The call asks nothing called “{name}” here.", name=told(odd[0])))
    name = short(data.get("name"))
    if not 0 < len(name) <= LONGEST_NAME or set(name) & set("/\\") or name.strip(".") == "":
        raise Unfit(phrase("“{name}” is no name for a file.", name=told(name)))
    content = _content(data)
    entry = {
        "name": name,
        "type": short(data.get("type", media_type(name))),
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
    }
    return entry, content


def _content(data: dict[str, Any]) -> bytes:
    content, text = data.get("content"), data.get("text")
    if (content is None) == (text is None):
        raise Unfit(phrase("A file has either a content, as base64, or a text."))
    try:
        if isinstance(text, str):
            return text.encode()
        if isinstance(content, str):
            return base64.b64decode("".join(content.split()), validate=True)
    except ValueError:  # no base64, or half of a character
        pass
    raise Unfit(phrase("The content of the file cannot be read: write it as base64, or as a text."))
