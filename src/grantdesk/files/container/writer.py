"""Writes a ZIP file in which equal content is equal bytes: no clock, no platform, one way to pack."""

import zlib
from collections.abc import Iterable
from typing import BinaryIO, TypeAlias

from grantdesk.files.container import entry as e
from grantdesk.files.container.content import Content
from grantdesk.files.container.entry import Entry

Item: TypeAlias = "tuple[str, bytes | Content]"

_VERSION = 20  # of ZIP: what deflate needs
_TIME, _DATE = 0, 1 << 5 | 1  # midnight, 1 January 1980: ZIP's first moment
_LEVEL = 6


def pack(file: BinaryIO, items: Iterable[Item]) -> None:
    """Writes the items in their order: bytes deflated (but for the mimetype), Content as it is.

    Raises what the file and the Contents raise; then what was written is worth nothing.
    """
    entries = [_put(file, name, data) for name, data in items]
    start = file.tell()
    for entry in entries:
        file.write(_central(entry) + entry.name.encode("ascii"))
    size = file.tell() - start
    file.write(e.END.pack(e.END_SIGN, 0, 0, len(entries), len(entries), size, start, 0))


def _put(file: BinaryIO, name: str, data: bytes | Content) -> Entry:
    offset = file.tell()
    if isinstance(data, Content):
        file.seek(e.LOCAL.size + len(name), 1)
        crc = 0
        for piece in data.chunks():
            crc = zlib.crc32(piece, crc)
            file.write(piece)
        entry = Entry(name, e.STORED, crc, data.size, data.size, offset, file.tell())
        file.seek(offset)
        file.write(_local(entry) + name.encode("ascii"))
        file.seek(entry.end)
        return entry
    packed, method = _deflated(name, data)
    entry = Entry(name, method, zlib.crc32(data), len(packed), len(data), offset, 0)
    file.write(_local(entry) + name.encode("ascii") + packed)
    return entry


def _deflated(name: str, data: bytes) -> tuple[bytes, int]:
    """The bytes as they shall stand in the file. What would look like a bomb to a reader is stored."""
    if name == e.MIMETYPE:
        return data, e.STORED
    stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = stream.compress(data) + stream.flush()
    return (data, e.STORED) if e.is_bomb(len(packed), len(data)) else (packed, e.DEFLATED)


def _local(entry: Entry) -> bytes:
    numbers = entry.crc, entry.packed, entry.size, len(entry.name), 0
    return e.LOCAL.pack(e.LOCAL_SIGN, _VERSION, 0, entry.method, _TIME, _DATE, *numbers)


def _central(entry: Entry) -> bytes:
    numbers = entry.crc, entry.packed, entry.size, len(entry.name), 0, 0, 0, 0, 0, entry.offset
    return e.CENTRAL.pack(e.CENTRAL_SIGN, _VERSION, 0, _VERSION, 0, entry.method, _TIME, _DATE, *numbers)
