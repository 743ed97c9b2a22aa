"""Bytes that are read when somebody wants them: attachments, and what newer programs left in the file."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grantdesk.files.container.entry import ATTACHMENTS, largest
from grantdesk.files.container.source import PIECE, Source
from grantdesk.files.trouble import Damaged, NotDone
from grantdesk.words.phrase import phrase


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes known by their SHA-256 (hex) and size. Two are equal if these are; `source` is the file they lie in."""

    sha256: str
    size: int
    pieces: Callable[[], Iterator[bytes]] = field(repr=False, compare=False)
    source: Source | None = field(default=None, repr=False, compare=False)

    def chunks(self) -> Iterator[bytes]:
        """The bytes in order. Damaged at the end if they were not those of the digest: trust them only then."""
        seen, size = hashlib.sha256(), 0
        for piece in self.pieces():
            seen.update(piece)
            size += len(piece)
            yield piece
        if (seen.hexdigest(), size) != (self.sha256, self.size):
            path = self.source.path if self.source else Path()
            raise Damaged(path, phrase("the content {name} is not what it was", name=self.sha256[:12]))

    def read(self) -> bytes:
        """All the bytes at once. Damaged if they are not those of the digest."""
        return b"".join(self.chunks())


def held(data: bytes) -> Content:
    """Content that is kept in memory."""
    return Content(hashlib.sha256(data).hexdigest(), len(data), lambda: iter((data,)))


def taken(path: Path) -> Content:
    """The content of a file that somebody attaches, copied aside: what happens to the file later does not matter.

    Missing, NotAllowed, NotDone (too large, too), or Foreign if it is no ordinary file.
    """
    source = Source(path)
    if source.size > largest(ATTACHMENTS):
        raise NotDone(path, False, phrase("it is too large"))
    source.detach()

    def pieces() -> Iterator[bytes]:
        for offset in range(0, source.size, PIECE):
            yield source.read(offset, min(PIECE, source.size - offset))

    seen = hashlib.sha256()
    for piece in pieces():
        seen.update(piece)
    return Content(seen.hexdigest(), source.size, pieces, source)
