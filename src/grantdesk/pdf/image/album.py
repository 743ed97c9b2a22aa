"""The pictures that were drawn anew, by the digests of their files: each is looked at once, however often it is
printed.
"""

from collections.abc import Iterable, Mapping
from json import loads
from threading import Lock
from time import monotonic
from zlib import compress

from grantdesk.files.container.content import Content
from grantdesk.files.trouble import FileTrouble
from grantdesk.pdf.cell import Overrun, bounded
from grantdesk.pdf.file.raster import Picture, Raster
from grantdesk.pdf.file.writer import LEVEL
from grantdesk.pdf.image.opening import LARGEST, WHY
from grantdesk.pdf.image.redrawing import TALLEST, WIDEST, redrawn
from grantdesk.words.phrase import Phrase, phrase

ROOM = 3 * WIDEST * TALLEST + 2**16  # bytes of one picture that comes back
KEPT = 192 * 2**20  # bytes of all that are remembered
PATIENCE = 120.0  # seconds on the clock for the pictures of one print: what is not drawn by then is not tried


class Album:
    """What is known; the oldest is forgotten where it gets too much."""

    def __init__(self) -> None:
        self._known: dict[str, Picture] = {}
        self._lock = Lock()  # windows print on threads of their own

    def known(self, digest: str) -> Picture | None:
        """What was made of a file; None if nothing was yet."""
        return self._known.get(digest)

    def keep(self, pictures: Mapping[str, Picture]) -> None:
        """Remembers what was made here, or in another process of this program."""
        with self._lock:
            for digest, picture in pictures.items():
                self._known.pop(digest, None)
                self._known[digest] = picture
            sizes = {digest: _size(picture) for digest, picture in self._known.items()}
            over = sum(sizes.values()) - KEPT
            for digest, size in sizes.items():
                if over > 0:
                    over -= size
                    del self._known[digest]

    def pictures(self, files: Iterable[Content]) -> dict[str, Picture]:
        """The pictures in the files by their digests."""
        until = monotonic() + PATIENCE
        found: dict[str, Picture] = {}
        for file in files:
            picture = self.known(file.sha256)
            if picture is None and monotonic() < until:
                picture = drawn(file)
                self.keep({file.sha256: picture})
            found[file.sha256] = picture or instead("long")
        return found


ALBUM = Album()  # one, as there is one program


def instead(why: str) -> Phrase:
    """What is said where a picture cannot be seen."""
    return phrase("The picture cannot be drawn here: {reason}.", reason=WHY[why])


def drawn(file: Content) -> Picture:
    """The picture in a file, drawn in a process of its own."""
    if file.size > LARGEST:
        return instead("large")
    try:
        return _taken(bounded(redrawn, file.read(), most=ROOM))
    except Overrun:
        return instead("long")
    except (FileTrouble, ValueError):
        return instead("damaged")


def _taken(answer: bytes) -> Picture:
    """What a process says that a stranger's file may have taken over: ValueError if it says anything else."""
    line, _, body = answer.partition(b"\n")
    match loads(line):
        case {"why": str(why)} if why in WHY:
            return instead(why)
        case {"width": int(width), "height": int(height), "grey": bool(grey), "jpeg": bool(jpeg)} if (
            0 < width <= max(WIDEST, TALLEST) >= height > 0
        ):
            if not jpeg and not _are_rows(body, width * (1 if grey else 3), height):
                raise ValueError("other rows than it says")
            return Raster(width, height, grey, jpeg, body if jpeg else compress(body, LEVEL))
        case _:
            raise ValueError("no picture and no reason")


def _are_rows(body: bytes, width: int, height: int) -> bool:
    """Are these all rows of a picture, each with the way in which it is written before it?"""
    return len(body) == (width + 1) * height and max(body[:: width + 1]) <= 4


def _size(picture: Picture) -> int:
    return len(picture.data) if isinstance(picture, Raster) else 0
