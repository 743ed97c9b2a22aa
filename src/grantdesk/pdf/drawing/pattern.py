"""Patterns that tell the series of a chart apart without colour: fillings, and lines in several directions."""

from collections.abc import Iterator

from grantdesk.pdf.file.canvas import Box
from grantdesk.pdf.look import ACCENT, INK, MUTED, SHADE, TINT, WHITE

GAP = 3.6
# What a series is filled with, the colour of its lines, and their directions in steps over and up.
PATTERNS: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...] = (
    (ACCENT, ACCENT, ()),
    (SHADE, ACCENT, ((1, 1),)),
    (MUTED, MUTED, ()),
    (TINT, INK, ((1, -1),)),
    (WHITE, ACCENT, ((0, 1),)),
    (SHADE, INK, ((1, 0),)),
    (WHITE, MUTED, ((1, 1), (1, -1))),
    (WHITE, INK, ()),
)


def filled(box: Box, series: int) -> str:
    """The operators that fill a box for a series, counted from 0; after the last pattern the first comes again."""
    ground, ink, directions = PATTERNS[series % len(PATTERNS)]
    shape = f"{box.left:.2f} {box.bottom:.2f} {box.right - box.left:.2f} {box.top - box.bottom:.2f} re"
    strokes = [stroke for direction in directions for stroke in _strokes(box, *direction)]
    hatch = f"q {shape} W n {ink} RG 0.7 w {' '.join(strokes)} S Q" if strokes else ""
    return f"q {ground} rg {shape} f {hatch} {ink} RG 0.6 w {shape} S Q"


def _strokes(box: Box, over: int, up: int) -> Iterator[str]:
    width, height = box.right - box.left, box.top - box.bottom
    if not over:
        for step in range(1, int(width / GAP) + 1):
            yield f"{box.left + step * GAP:.2f} {box.bottom:.2f} m {box.left + step * GAP:.2f} {box.top:.2f} l"
    elif not up:
        for step in range(1, int(height / GAP) + 1):
            yield f"{box.left:.2f} {box.bottom + step * GAP:.2f} m {box.right:.2f} {box.bottom + step * GAP:.2f} l"
    else:
        low, high = (box.bottom, box.top) if up > 0 else (box.top, box.bottom)
        for step in range(int((width + height) / GAP) + 1):
            x = box.left - height + step * GAP
            yield f"{x:.2f} {low:.2f} m {x + height:.2f} {high:.2f} l"
