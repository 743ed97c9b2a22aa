"""How a file looked when it was last seen, to notice that somebody else has written it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from grantdesk.files.container.source import Source

_ENDS = 2**16


@dataclass(frozen=True, slots=True)
class Stamp:
    """`changed` is the time of the last change in ns, `size` in bytes, `digest` the SHA-256 of both ends of the file.

    The ends are enough: the manifest stands at the front with the digests of everything, the table of contents with
    the checksums at the back; and it takes no longer for a file with 40 MiB of attachments.
    """

    changed: int
    size: int
    digest: str

    def same(self, other: "Stamp") -> bool:
        """Is it the same content? A file that was only touched, or copied by a sync client, is."""
        return (self.size, self.digest) == (other.size, other.digest)


def stamp(source: Source) -> Stamp:
    """The stamp of an open file."""
    ends = source.read(0, min(_ENDS, source.size))
    ends += source.read(max(0, source.size - _ENDS), min(_ENDS, source.size))
    return Stamp(source.changed, source.size, hashlib.sha256(ends).hexdigest())


def stamped(path: Path) -> Stamp:
    """The stamp of the file at path. Missing, NotAllowed, NotDone or Foreign if it cannot be opened."""
    return stamp(Source(path))
