"""Builds ZIP files byte by byte, also such as no honest program writes; and takes good ones apart."""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass
class Raw:
    """An entry as it shall stand in the file; what is None is worked out honestly."""

    name: str
    data: bytes = b""
    method: int = 8
    packed: bytes | None = None
    size: int | None = None
    crc: int | None = None
    flags: int = 0
    system: int = 0
    mode: int = 0
    extra: bytes = b""
    local_name: str | None = None
    offset: int | None = None
    hidden: bool = False
    """The central record alone: no local header, no bytes."""

    def bytes_in_file(self) -> bytes:
        if self.packed is not None:
            return self.packed
        if self.method != 8:
            return self.data
        stream = zlib.compressobj(6, zlib.DEFLATED, -15)
        return stream.compress(self.data) + stream.flush()

    def numbers(self) -> tuple[int, int, int]:
        crc = zlib.crc32(self.data) if self.crc is None else self.crc
        return crc, len(self.bytes_in_file()), len(self.data) if self.size is None else self.size


def zipped(entries: Iterable[Raw], tail: bytes = b"", **end: int) -> bytes:
    """The ZIP file; `end` overrides numbers of the end record: count, here, size, start, comment, disk."""
    body, table = b"", b""
    for e in (entries := list(entries)):
        name = e.name.encode("utf-8")
        local = (e.name if e.local_name is None else e.local_name).encode("utf-8")
        offset = len(body) if e.offset is None else e.offset
        head = (20, e.flags, e.method, 0, 33, *e.numbers())
        if not e.hidden:
            body += struct.pack("<4s5H3L2H", b"PK\3\4", *head, len(local), len(e.extra)) + local + e.extra
            body += e.bytes_in_file()
        rest = (len(name), 0, 0, 0, 0, e.mode << 16, offset)
        table += struct.pack("<4s2B5H3L5H2L", b"PK\1\2", 20, e.system, *head, *rest) + name
    n = len(entries)
    told = {"disk": 0, "here": n, "count": n, "size": len(table), "start": len(body), "comment": 0} | end
    numbers = (told["disk"], told["disk"], told["here"], told["count"], told["size"], told["start"])
    return body + table + struct.pack("<4s4H2LH", b"PK\5\6", *numbers, told["comment"]) + tail


def parts(raw: bytes) -> dict[str, bytes]:
    """The entries of a good file, by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def raws(entries: Mapping[str, bytes]) -> list[Raw]:
    """The entries as the program writes them: the mimetype and contents stored, all else deflated."""
    return [Raw(name, data, 0 if name == "mimetype" or "/" in name else 8) for name, data in entries.items()]


def sealed(found: Mapping[str, bytes], /, **manifest: Any) -> bytes:
    """The file with these entries and a manifest that fits them, in which the given keys are replaced."""
    told = json.loads(found["manifest.json"])
    names = [name for name in found if name not in ("mimetype", "manifest.json")]
    told["entries"] = {name: listed(found[name]) for name in names}
    if "call.json" in found:
        told["call"]["digest"] = listed(found["call.json"])["sha256"]
    told = {key: value for key, value in (told | manifest).items() if value is not ...}
    return zipped(raws({**found, "manifest.json": json.dumps(told).encode()}))


def listed(data: bytes) -> dict[str, Any]:
    return {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
