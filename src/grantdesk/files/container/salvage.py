"""What can still be found in a broken ZIP file: entries by their local headers, bytes up to where they break off."""

import contextlib
import zlib
from collections.abc import Iterator

from grantdesk.files.container import entry as e
from grantdesk.files.container.content import Content
from grantdesk.files.container.entry import Entry
from grantdesk.files.container.source import PIECE, Source

_NEXT = (e.LOCAL_SIGN, e.CENTRAL_SIGN)
_SMALL = 4096
_TRIES = 10 * e.ENTRIES  # signs of headers that are looked at


def found(source: Source) -> dict[str, Entry]:
    """The entries of ours whose local headers can be found, the first of each name; nothing about them is certain.

    What lies inside an entry of sound size (an attached ZIP file, say) is not looked at.
    """
    entries: dict[str, Entry] = {}
    at = _find(source, (e.LOCAL_SIGN,), 0)
    for _ in range(_TRIES):
        if at >= source.size or len(entries) == e.ENTRIES:
            break
        entry = _local(source, at)
        if entry:
            entries.setdefault(entry.name, entry)
        at = _find(source, (e.LOCAL_SIGN,), entry.end if entry else at + 1)
    return entries


def prefix(source: Source, entry: Entry) -> bytes:
    """The bytes of an entry up to where they cannot be unpacked any more, never more than an entry may hold."""
    start = entry.end - entry.packed
    left = e.largest(entry.name)
    if entry.method == e.STORED:
        return source.read(start, min(entry.packed, left))
    pieces: list[bytes] = []
    stream = zlib.decompressobj(-zlib.MAX_WBITS)
    for offset in range(start, entry.end, _SMALL):
        packed = source.read(offset, min(_SMALL, entry.end - offset))
        before = stream.copy()
        try:
            data = stream.decompress(packed, left + 1)
        except zlib.error:
            pieces += _last(before, packed)
            break
        pieces.append(data[:left])
        left -= len(data)
        if left <= 0 or stream.eof:
            break
    return b"".join(pieces)


def content(source: Source, entry: Entry, sha256: str) -> Content:
    """The bytes of an attachment, which may not be those of the digest: read them once to know."""
    if entry.method == e.DEFLATED:
        data = prefix(source, entry)
        return Content(sha256, len(data), lambda: iter((data,)), source)

    def pieces() -> Iterator[bytes]:
        for offset in range(entry.end - entry.packed, entry.end, PIECE):
            yield source.read(offset, min(PIECE, entry.end - offset))

    return Content(sha256, entry.packed, pieces, source)


def _last(stream: "zlib._Decompress", packed: bytes) -> Iterator[bytes]:
    """What can be unpacked of a piece that breaks: byte by byte, until it does."""
    with contextlib.suppress(zlib.error):
        yield from map(stream.decompress, map(bytes, zip(packed, strict=True)))


def _local(source: Source, at: int) -> Entry | None:
    """The entry whose local header may stand at `at`; its size is believed only if another record follows."""
    if source.size - at < e.LOCAL.size:
        return None
    fields = e.LOCAL.unpack(source.read(at, e.LOCAL.size))
    _, _, _, method, _, _, crc, packed, size, length, extra = fields
    start = at + e.LOCAL.size + length + extra
    if start > source.size or method not in (e.STORED, e.DEFLATED):
        return None
    name = source.read(at + e.LOCAL.size, length).decode("latin-1")
    if not _is_ours(name):
        return None
    end = start + packed
    if not packed or end > source.size - 4 or source.read(end, 4) not in _NEXT:
        end = _find(source, _NEXT, start)
    return Entry(name, method, crc, end - start, size, at, end)


def _is_ours(name: str) -> bool:
    known = name in (e.MANIFEST, e.APPLICATION, e.CALL)
    return known or (name.startswith((e.ATTACHMENTS, *e.ROOMS)) and e.is_safe(name) and name[-1] != "/")


def _find(source: Source, signs: tuple[bytes, ...], start: int) -> int:
    """Where the first of the signs stands from `start` on; the size of the file if none does."""
    for offset in range(start, source.size, PIECE):
        piece = source.read(offset, min(PIECE + 3, source.size - offset))
        places = [at for at in map(piece.find, signs) if at >= 0]
        if places:
            return offset + min(places)
    return source.size
