"""What ties paper to data: the digest as people read it, and as a QR code that a scan can be checked by."""

from collections.abc import Iterator
from itertools import groupby

PREFIX = "GRANTDESK:1:"
SHORT = 12  # digits of the digest at the foot of every page
QUIET = 4  # modules of white around the code (ISO/IEC 18004)
_MASK = 3  # any mask can be read; choosing the best of eight takes longer than all the rest


def spelled(digest: str, between: str = "-") -> str:
    """The digest in capitals and in groups of four, as it is printed and typed."""
    return between.join(digest[at : at + 4] for at in range(0, len(digest), 4)).upper()


def payload(digest: str) -> str:
    """What the code says."""
    return PREFIX + digest.upper()


def drawn(text: str, x: float, y: float, side: float) -> str:
    """The code as PDF operators: a square of `side` points with its white margin, from the lower left corner x, y."""
    from segno import make_qr  # for start-up: most prints of the tests and all other commands need none

    rows = [bytes(row) for row in make_qr(text, error="m", mask=_MASK, boost_error=False).matrix]
    module = side / (len(rows) + 2 * QUIET)
    boxes = (
        f"{x + (QUIET + at) * module:.3f} {y + side - (QUIET + n + 1) * module:.3f} {wide * module:.3f} {module:.3f} re"
        for n, row in enumerate(rows)
        for at, wide in _runs(row)
    )
    return f"q 0 g {' '.join(boxes)} f Q"


def _runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where dark modules stand together, and how many."""
    at = 0
    for dark, group in groupby(row):
        wide = len(list(group))
        if dark:
            yield at, wide
        at += wide
