"""Patterns that tell the series of a chart apart without colour: grounds, and lines in several directions."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from grantdesk.ui.look.look import Look

GAP = 5.0
# The role of the ground, that of the lines, and their directions in steps over and up; the same as on paper.
PATTERNS: tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...] = (
    ("accent", "accent", ()),
    ("selected", "accent", ((1, 1),)),
    ("mute", "mute", ()),
    ("nav", "text", ((1, -1),)),
    ("panel", "accent", ((0, 1),)),
    ("selected", "text", ((1, 0),)),
    ("panel", "mute", ((1, 1), (1, -1))),
    ("panel", "text", ()),
)


def fill(painter: QPainter, look: Look, rect: QRectF, series: int) -> None:
    """Fills a rectangle for a series, counted from 0; after the last pattern the first comes again."""
    ground, ink, directions = PATTERNS[series % len(PATTERNS)]
    painter.save()
    painter.fillRect(rect, look.color(ground))
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(look.color(ink), 1.0))
    gap = float(look.px(GAP))
    painter.drawLines([line for direction in directions for line in _lines(rect, direction, gap)])
    painter.restore()
    painter.setPen(QPen(look.color(ink), 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _lines(rect: QRectF, direction: tuple[int, int], gap: float) -> Iterator[QLineF]:
    over, up = direction
    width, height = rect.width(), rect.height()
    if not over:
        for n in range(1, int(width / gap) + 1):
            yield QLineF(rect.left() + n * gap, rect.top(), rect.left() + n * gap, rect.bottom())
    elif not up:
        for n in range(1, int(height / gap) + 1):
            yield QLineF(rect.left(), rect.top() + n * gap, rect.right(), rect.top() + n * gap)
    else:
        start, end = (rect.bottom(), rect.top()) if up > 0 else (rect.top(), rect.bottom())
        for n in range(int((width + height) / gap) + 1):
            x = rect.left() - height + n * gap
            yield QLineF(x, start, x + height, end)
