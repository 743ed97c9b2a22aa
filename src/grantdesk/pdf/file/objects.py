"""The few kinds of PDF objects that are written more than once: text strings, dates, references, arrays."""

from collections.abc import Iterable
from datetime import UTC, datetime

LONGEST = 8000
"""Characters of a text string at the most: it must not have more than 32 767 bytes (6.1.13)."""


def string(text: str) -> bytes:
    """A text string: literal if it is printable ASCII, else UTF-16 with a byte order mark."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(%s)" % escaped.encode()
    return wide(text)


def wide(text: str) -> bytes:
    """A text string in UTF-16 with a byte order mark."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def date(moment: datetime) -> bytes:
    """A date string in UTC."""
    return b"(D:%sZ)" % moment.astimezone(UTC).strftime("%Y%m%d%H%M%S").encode()


def reference(number: int) -> bytes:
    """A reference to the object of that number."""
    return b"%d 0 R" % number


def array(items: Iterable[bytes]) -> bytes:
    """Objects in a row."""
    return b"[%s]" % b" ".join(items)


def numbers(values: Iterable[float]) -> bytes:
    """An array of numbers, in hundredths at the finest."""
    return array(b"%g" % round(value, 2) for value in values)
