"""Whether a printed file is still as it was made: its identifier is a digest of all objects, which stand before it.

This finds what happens by accident or by another program. It is no signature: whoever knows how can make another file.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Literal, TypeAlias

from grantdesk.pdf.cell import Overrun, bounded

Seal: TypeAlias = Literal["whole", "added", "altered"]
"""As it was made; as it was made, with something added at the end, as signing does; or not as it was made."""
_END = re.compile(rb"startxref\n(\d{1,12})\n%%EOF\n")
_ID = re.compile(rb"/ID\[<([0-9a-f]{32})><\1>\]")
_HEAD = 4096
_MOST = 50
_YES = b"alike"


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


def reads_alike(prints: Sequence[bytes], data: bytes) -> bool:
    """Do the pages of a file say the same as those of any of the prints, letter by letter? What is added to a file can
    change what its pages say; signatures, which lie over the pages, do not."""
    try:
        return bounded(_alike, prints, data) == _YES
    except Overrun:  # what nobody can read says nothing
        return False


def _alike(prints: Sequence[bytes], data: bytes) -> bytes:
    from pypdfium2 import PdfDocument  # for start-up: only who checks a file reads one

    with PdfDocument(data) as document:  # what it raises says no, too
        return _YES if any(_reads_as(document, each) for each in prints) else b""


def _reads_as(document: Any, print_: bytes) -> bool:
    from pypdfium2 import PdfDocument  # for start-up: as above

    with PdfDocument(print_) as other:
        if len(document) != len(other):
            return False
        return all(_text(document[at]) == _text(other[at]) for at in range(len(other)))


def _text(page: Any) -> str:
    return str(page.get_textpage().get_text_range())
