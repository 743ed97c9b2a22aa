"""Takes the application out of a printed file, which may come from anybody: found by bytes, unpacked within bounds.

A stream with a file in it never stands inside an object stream, so it is found in the file as it is. Other programs may
have written the file anew meanwhile (signed, linearised, repacked): then the stream may be deflated.
"""

import re
from itertools import islice
from typing import NamedTuple
from zlib import decompressobj
from zlib import error as ZlibError  # noqa: N812 - a class is called like one

from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

LARGEST = 600 * 2**20
CANDIDATES = 200  # places that are looked at
TRIES = 3  # of those that begin as ours do, how many are unpacked: each takes time and room
START = b"PK\x03\x04"
KIND_AT = 38
_KIND = re.compile(rb"/Type\s*/EmbeddedFile\b")
_LOCKED = re.compile(rb"/Encrypt\s+\d+\s+\d+\s+R")
_OPENED = re.compile(rb"stream\r?\n")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(\s+\d+\s+R)?")
_HEAD = 4096


class NothingEnclosed(Trouble):
    """A PDF without an application in it, something that is no PDF at all, or one that nobody can look into."""

    def __init__(self, locked: bool = False) -> None:
        if locked:
            said = phrase("This PDF is locked with a password. Ask whoever sent it for one that is not.")
        else:
            said = phrase(
                "There is no application in this PDF. Ask whoever sent it for the .grant file itself."
            )
        super().__init__(said)


def enclosed(data: bytes, mimetype: bytes) -> bytes:
    """The application in a printed file, byte for byte as it was put there. NothingEnclosed if there is none.

    `mimetype` is what our files say at their beginning. What is found is a stranger's: it is read as any file is.
    """
    places = islice(_KIND.finditer(data), CANDIDATES)
    streams = (stream for place in places if (stream := _stream(data, place.start(), mimetype)))
    for stream in islice(streams, TRIES):
        if (raw := stream.content(data)) is not None:
            return raw
    raise NothingEnclosed(_LOCKED.search(data) is not None)


class _Stream(NamedTuple):
    """Where a stream begins that begins as ours do, and the dictionary before it."""

    start: int
    head: bytes

    def content(self, data: bytes) -> bytes | None:
        """All of it, unpacked; None if it cannot be unpacked, or is too large."""
        raw = data[self.start : self.start + _length(data, self.head, self.start)]
        return _unpacked(raw, LARGEST) if b"/FlateDecode" in self.head else raw


def _stream(data: bytes, place: int, mimetype: bytes) -> _Stream | None:
    """The stream whose dictionary is at place; None if there is none, or another file is in it."""
    opened = _OPENED.search(data, place, place + _HEAD)
    if opened is None:
        return None
    first = data.rfind(b" obj", max(0, place - _HEAD), place)
    head = data[max(first, 0) : opened.start()]
    begun = data[opened.end() : opened.end() + _HEAD]
    if b"/FlateDecode" in head:
        begun = _begun(begun)
    is_ours = begun.startswith(START) and begun.startswith(mimetype, KIND_AT)
    return _Stream(opened.end(), head) if is_ours else None


def _begun(packed: bytes) -> bytes:
    """How it begins, unpacked; nothing if it cannot be."""
    try:
        return decompressobj().decompress(packed, _HEAD)
    except ZlibError:
        return b""


def _unpacked(packed: bytes, most: int) -> bytes | None:
    """All of it; None if it cannot be unpacked, is cut off, or is larger."""
    unpacker = decompressobj()
    try:
        raw = unpacker.decompress(packed, most)
    except ZlibError:
        return None
    return raw if unpacker.eof else None


def _length(data: bytes, head: bytes, start: int) -> int:
    """How long the stream is that begins at start: as its dictionary says, or else up to the word that ends it."""
    said = _LENGTH.search(head)
    if said and not said[2]:
        return min(int(said[1]), LARGEST)
    if said:
        there = re.search(rb"(?<!\d)%s\s+\d+\s+obj\s+(\d{1,10})" % said[1], data)
        if there:
            return min(int(there[1]), LARGEST)
    end = data.find(b"endstream", start)
    return (end if end >= 0 else len(data)) - start
