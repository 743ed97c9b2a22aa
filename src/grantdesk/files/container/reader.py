"""The entries of a ZIP file made by a stranger: every number is doubted, nothing is unpacked beyond what was promised.

Stricter than ZIP: no comment, nothing before the first entry or after the end record, no ZIP64, no encryption, no
links, no two names that a careless disk could take for one, no entry inside another.
"""

import stat
import zlib
from collections.abc import Iterator
from dataclasses import replace

from grantdesk.files.container import entry as e
from grantdesk.files.container.entry import Entry
from grantdesk.files.container.source import PIECE, Source
from grantdesk.files.trouble import Damaged, Refused
from grantdesk.words.phrase import phrase

_HIDDEN = 1 | 1 << 6 | 1 << 13  # encrypted; strongly so; with a masked directory
_KNOWN_SYSTEMS_WITH_MODES = (3, 19)  # Unix, macOS


def directory(source: Source) -> dict[str, Entry]:
    """The entries by name, in the order in which they stand in the file. Damaged or Refused."""
    count, size, start = _end(source)
    raw = source.read(start, size)
    found: dict[str, Entry] = {}
    at = 0
    for _ in range(count):
        entry, at = _central(source, raw, at)
        if entry.name.casefold() in found:
            raise Refused(source.path, phrase("two of its entries have one name"))
        found[entry.name.casefold()] = entry
    if at != size:
        raise Damaged(source.path, phrase("its table of contents is broken"))
    if sum(entry.size for entry in found.values()) > e.TOTAL:
        raise Refused(
            source.path, phrase("it would unpack to more than {mib} MiB", mib=str(e.TOTAL // e.MIB))
        )
    return _apart(source, sorted(found.values(), key=lambda entry: entry.offset), start)


def _end(source: Source) -> tuple[int, int, int]:
    """Number of entries, size and offset of the table of contents."""
    if source.size < e.END.size:
        raise Damaged(source.path, phrase("its end is missing"))
    raw = source.read(source.size - e.END.size, e.END.size)
    sign, disk, first, here, count, size, start, comment = e.END.unpack(raw)
    if sign != e.END_SIGN or comment:
        raise Damaged(source.path, phrase("its end is missing"))
    if count > e.ENTRIES or size > e.ENTRIES * 400:
        raise Refused(source.path, phrase("it has more than {n} entries", n=str(e.ENTRIES)))
    if disk or first or here != count or start + size != source.size - e.END.size:
        raise Damaged(source.path, phrase("its table of contents is broken"))
    return count, size, start


def _central(source: Source, raw: bytes, at: int) -> tuple[Entry, int]:
    """The entry whose central record begins at `at`, and where the next record begins."""
    if len(raw) - at < e.CENTRAL.size:
        raise Damaged(source.path, phrase("its table of contents is broken"))
    fields = e.CENTRAL.unpack_from(raw, at)
    sign, _, system, _, flags, method, _, _, crc, packed, size, name, extra, comment, _, _, mode, offset = (
        fields
    )
    start = at + e.CENTRAL.size
    if sign != e.CENTRAL_SIGN or start + name + extra + comment > len(raw):
        raise Damaged(source.path, phrase("its table of contents is broken"))
    entry = Entry(raw[start : start + name].decode("latin-1"), method, crc, packed, size, offset, offset)
    _check(source, entry, flags, mode >> 16 if system in _KNOWN_SYSTEMS_WITH_MODES else 0)
    return entry, start + name + extra + comment


def _check(source: Source, entry: Entry, flags: int, mode: int) -> None:
    """Refused or Damaged unless the entry is an ordinary one; `mode` is that of Unix, or 0."""
    if not e.is_safe(entry.name):
        raise Refused(source.path, phrase("one of its entries has a name that could lead out of its folder"))
    if stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refused(source.path, phrase("{name} in it is a link or a device", name=entry.name))
    if flags & _HIDDEN:
        raise Refused(source.path, phrase("{name} in it is encrypted", name=entry.name))
    if entry.method not in (e.STORED, e.DEFLATED):
        raise Refused(source.path, phrase("{name} in it is packed in an unusual way", name=entry.name))
    if entry.size > e.largest(entry.name) or e.is_bomb(entry.packed, entry.size):
        raise Refused(source.path, phrase("{name} in it is too large", name=entry.name))
    if entry.method == e.STORED and entry.packed != entry.size:
        raise Damaged(source.path, phrase("its table of contents is broken"))


def _apart(source: Source, entries: list[Entry], start: int) -> dict[str, Entry]:
    """The entries with their ends; none may reach into the next one, nor into the table that begins at `start`."""
    ends = [*(entry.offset for entry in entries), start][1:]
    found = {}
    for entry, end in zip(entries, ends, strict=True):
        if entry.offset + e.LOCAL.size + len(entry.name) + entry.packed > end:
            raise Refused(source.path, phrase("two of its entries lie in each other"))
        found[entry.name] = replace(entry, end=end)
    return found


def unpacked(source: Source, entry: Entry) -> bytes:
    """All the bytes of an entry. Damaged if they are not what the table of contents promises."""
    return b"".join(pieces(source, entry))


def pieces(source: Source, entry: Entry) -> Iterator[bytes]:
    """The bytes of an entry in order, never more than its size. Damaged, at the end too: trust them only then."""
    crc = size = 0
    for piece in _inflated(source, entry) if entry.method == e.DEFLATED else _stored(source, entry):
        crc, size = zlib.crc32(piece, crc), size + len(piece)
        yield piece
    if (crc, size) != (entry.crc, entry.size):
        raise _broken(source, entry)


def _stored(source: Source, entry: Entry) -> Iterator[bytes]:
    start = _start(source, entry)
    for offset in range(0, entry.packed, PIECE):
        yield source.read(start + offset, min(PIECE, entry.packed - offset))


def _inflated(source: Source, entry: Entry) -> Iterator[bytes]:
    stream, left = zlib.decompressobj(-zlib.MAX_WBITS), entry.size
    for packed in _stored(source, entry):
        full = True
        while full:
            most = min(left + 1, PIECE)  # one more than promised, to see that it is not there
            try:
                data = stream.decompress(packed, most)
            except zlib.error as error:
                raise _broken(source, entry) from error
            packed, left, full = stream.unconsumed_tail, left - len(data), len(data) == most
            if left < 0 or stream.unused_data:
                raise _broken(source, entry)
            yield data
    if not stream.eof:
        raise _broken(source, entry)


def _start(source: Source, entry: Entry) -> int:
    """Where the bytes of the entry begin: behind its local header, which must say the same as the table."""
    head = source.read(entry.offset, e.LOCAL.size)
    sign, _, flags, method, _, _, _, _, _, name, extra = e.LOCAL.unpack(head)
    start: int = entry.offset + e.LOCAL.size + name + extra
    if sign != e.LOCAL_SIGN or flags & _HIDDEN or method != entry.method or start + entry.packed > entry.end:
        raise _broken(source, entry)
    if source.read(entry.offset + e.LOCAL.size, name) != entry.name.encode("latin-1"):
        raise _broken(source, entry)
    return start


def _broken(source: Source, entry: Entry) -> Damaged:
    return Damaged(source.path, phrase("{name} in it is broken", name=entry.name))
