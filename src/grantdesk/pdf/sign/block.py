"""What is seen where somebody has signed electronically: the name, the moment, and what it is."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from grantdesk.files.places import resource
from grantdesk.pdf.file.canvas import Bookmark, Canvas, Spot
from grantdesk.pdf.file.document import Document
from grantdesk.pdf.file.metadata import Metadata
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.file.writer import Writer
from grantdesk.pdf.letters.plain import line, shortened
from grantdesk.pdf.look import ACCENT, LABEL, SMALL
from grantdesk.pdf.page import elided

PAD = 4.0
MOST = 200


def block(width: float, height: float, lines: Sequence[str]) -> bytes:
    """A page of that size in points, to be laid over the place: the first line in the weight of a label."""
    canvas = Canvas(Writer())
    canvas.turn(width, height)
    canvas.draw(f"q {ACCENT} RG 1.2 w {PAD / 2:.2f} 1 m {PAD / 2:.2f} {height - 1:.2f} l S Q")
    y = height + 1
    for style, text in zip((LABEL, SMALL, SMALL), lines, strict=False):
        y -= style.leading * 0.8
        fitting = elided(shortened(line(text), MOST), style, width - 3 * PAD)
        canvas.text([fitting], style, 2 * PAD, y)
    canvas.bookmarks.append(Bookmark(1, "–", Spot(0, height)))
    root = Element("Document")
    said = Metadata("–", "–", "–", "–", "en", datetime(2026, 1, 1, tzinfo=UTC))
    return Document(canvas, root, said, _profile()).file()


@cache
def _profile() -> bytes:
    return resource("color", "sRGB.icc").read_bytes()
