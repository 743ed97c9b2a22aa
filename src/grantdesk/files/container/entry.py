"""One entry of a ZIP file, the records that describe it, and the limits it must keep.

The records are those of PKWARE's APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (central) and 4.3.16 (end).
"""

import re
import struct
from dataclasses import dataclass
from typing import Final

MIMETYPE: Final = "mimetype"
MANIFEST: Final = "manifest.json"
APPLICATION: Final = "application.json"
CALL: Final = "call.json"
ATTACHMENTS: Final = "attachments/"
ROOMS: Final = ("history/", "extra/")  # where newer programs may put what older ones keep unread
MAGIC: Final = b"application/vnd.grantdesk+zip"

LOCAL: Final = struct.Struct("<4s5H3L2H")
CENTRAL: Final = struct.Struct("<4s2B5H3L5H2L")
END: Final = struct.Struct("<4s4H2LH")
LOCAL_SIGN, CENTRAL_SIGN, END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
STORED, DEFLATED = 0, 8

MIB: Final = 2**20
ENTRIES: Final = 10_000
TOTAL: Final = 2048 * MIB
RATIO: Final = 200  # how much larger an entry of more than a MiB may be than its packed bytes
_SIZES: Final = {MIMETYPE: 100, MANIFEST: 4 * MIB, APPLICATION: 16 * MIB, CALL: 8 * MIB}
_OTHER_SIZE: Final = 512 * MIB
_NAME: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*/?")
_NAME_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry's bytes stand. `offset`: of its local header; `end`: where the next thing in the file begins."""

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    end: int


def is_safe(name: str) -> bool:
    """May an entry be called this? ASCII letters, digits, ".", "_", "-"; no part begins with a dot or is empty."""
    return len(name) <= _NAME_LENGTH and _NAME.fullmatch(name) is not None


def largest(name: str) -> int:
    """How many bytes an entry of this name may hold."""
    return _SIZES.get(name, _OTHER_SIZE)


def is_bomb(packed: int, size: int) -> bool:
    """Does it grow more than any honest text does?"""
    return size > MIB and size > RATIO * packed
