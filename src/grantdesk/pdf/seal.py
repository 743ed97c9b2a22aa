"""Whether a printed file is still as it was made: its identifier is a digest of all objects, which stand before it.

This finds what happens by accident or by another program. It is no signature: whoever knows how can make another file.
"""

import re
from hashlib import sha256
from typing import Any, Literal, TypeAlias

Seal: TypeAlias = Literal["whole", "added", "altered"]
"""As it was made; as it was made, with something added at the end, as signing does; or not as it was made."""
_END = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n")
_ID = re.compile(rb"/ID\[<([0-9a-f]{32})><\1>\]")
_HEAD = 4096
_MOST = 50


def seal(data: bytes) -> Seal:
    """What became of a printed file."""
    for n, end in enumerate(_END.finditer(data)):
        if n >= _MOST:
            break
        if _holds(data, int(end[1]), end.start()):
            return "whole" if end.end() == len(data) else "added"
    return "altered"


def _holds(data: bytes, table: int, end: int) -> bool:
    """Does the identifier in the table that stands at `table` tell of what stands before it?"""
    if not 0 < table < end:
        return False
    named = _ID.search(data, table, min(table + _HEAD, end))
    return named is not None and sha256(data[:table]).hexdigest()[:32].encode() == named[1]


def reads_alike(one: bytes, other: bytes) -> bool:
    """Do the pages of two files say the same, letter by letter? What is added to a file can change what its pages say;
    signatures, which lie over the pages, do not."""
    from pypdfium2 import PdfDocument, PdfiumError  # for start-up: only who checks a file reads one

    try:
        with PdfDocument(one) as first, PdfDocument(other) as second:
            if len(first) != len(second):
                return False
            return all(_text(first[at]) == _text(second[at]) for at in range(len(first)))
    except PdfiumError:
        return False


def _text(page: Any) -> str:
    return str(page.get_textpage().get_text_range())
