"""A stranger's picture, opened within bounds: a few plain formats, in memory, nothing larger than a scanner makes."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from logging import CRITICAL, getLogger
from warnings import catch_warnings, simplefilter

from grantdesk.words.phrase import phrase

FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP", "GIF")  # none that runs another program, as PostScript does
LARGEST = 200 * 2**20  # bytes
MOST = 120_000_000  # pixels of a picture: A3 at 600 dpi has 70 million, a telephone's camera up to 108
LONGEST = 40_000  # pixels of a side: the length of a table at 600 dpi
PIECES = 1_000_000  # in which a picture is read; an honest one of the largest size has some ten thousand

WHY = {
    "large": phrase("it is too large"),
    "kind": phrase("it is of no kind that is known here"),
    "damaged": phrase("it is damaged"),
    "long": phrase("it takes too long, or too much memory"),
}


class Unreadable(Exception):
    """A picture that cannot be looked at; `why` names the reason, one of WHY."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Bounded(BytesIO):
    """A picture's bytes, read in so many pieces: a file made of millions of empty ones would keep us for minutes."""

    pieces = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes. OSError after too many pieces."""
        self.pieces += 1
        if self.pieces > PIECES:
            raise OSError("too many pieces")
        return super().read(size)


def sized(width: float, height: float) -> None:
    """Is it small enough to be unpacked? Unreadable."""
    if width * height > MOST or max(width, height) > LONGEST:
        raise Unreadable("large")


@contextmanager
def looking() -> Iterator[None]:
    """Whatever the libraries raise while they look at a picture is Unreadable; what they log and warn of is not told,
    for it is told by what they raise, or does not matter."""
    from PIL import Image, UnidentifiedImageError  # for start-up, and because few people need it

    getLogger("PIL").setLevel(CRITICAL + 1)
    try:
        with catch_warnings():
            simplefilter("ignore")
            yield
    except Unreadable:
        raise
    except Image.DecompressionBombError as error:
        raise Unreadable("large") from error
    except UnidentifiedImageError as error:
        raise Unreadable("kind") from error
    except MemoryError as error:
        raise Unreadable("long") from error
    except Exception as error:  # there is no end to what broken pictures make them raise
        raise Unreadable("damaged") from error
