"""The letters of a page and where each of them stands, so that text can be pointed at, marked, found and copied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

NEAR = 0.6  # of its height: a letter that overlaps the line so far stands in it
GAP = 24.0  # points between words of one line; what is farther away is another column


@dataclass(frozen=True, slots=True)
class Letters:
    """`text` in reading order, and for each letter its box: points from the upper left corner of the page."""

    text: str
    boxes: Sequence[QRectF]

    def at(self, point: QPointF) -> int:
        """The index of the letter at a point, or of the one that is nearest to it; -1 on an empty page."""
        seen = [n for n, box in enumerate(self.boxes) if box.width() > 0]
        within = [n for n in seen if self.boxes[n].contains(point)]
        if within:  # the smallest: the mark of a draft lies across everything
            return min(within, key=lambda n: self.boxes[n].width() * self.boxes[n].height())
        return min(seen, key=lambda n: _distance(self.boxes[n], point), default=-1)

    def said(self, start: int, end: int) -> str:
        """The text from a letter to the one before `end`, in lines as they stand on the page."""
        return self.text[start:end].replace("\r\n", "\n")

    def bars(self, start: int, end: int) -> list[QRectF]:
        """What a marker would paint over the letters from `start` to the one before `end`: a bar for each line."""
        found: list[QRectF] = []
        for box in self.boxes[start:end]:
            if box.width() <= 0:
                continue
            if found and _goes_on(found[-1], box):
                found[-1] = found[-1].united(box)
            else:
                found.append(QRectF(box))
        return found


def matches(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a text, whatever their case and wherever a line ends between them."""
    parts = words.split()
    if parts:
        pattern = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
        yield from (found.span() for found in pattern.finditer(text))


def _goes_on(bar: QRectF, box: QRectF) -> bool:
    """Does a letter stand in the line of a bar, right after it?"""
    overlap = min(bar.bottom(), box.bottom()) - max(bar.top(), box.top())
    return overlap > NEAR * min(bar.height(), box.height()) and -1 < box.left() - bar.right() + 1 < GAP


def _distance(box: QRectF, point: QPointF) -> float:
    """How far a point is from a box; upwards and downwards count more, since one reads along lines."""
    across = max(box.left() - point.x(), 0.0, point.x() - box.right())
    along = max(box.top() - point.y(), 0.0, point.y() - box.bottom())
    return across + 8 * along
