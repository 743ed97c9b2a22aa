"""How large the pages are on the screen and where each of them lies, one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QRect, QSize

FULL = 96 / 72  # pixels of a screen for a point of paper, at 100 %
AROUND = 1  # pages before and after those in sight that are drawn too
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
Zoom: TypeAlias = int | Literal["width", "page"]
"""Percent, or as large as the width or the height of the view lets a page be."""


@dataclass(frozen=True, slots=True)
class Room:
    """The view, the space around the pages and between them, and the size of text, all in pixels but the last."""

    view: QSize
    margin: int
    gap: int
    swell: float = 1.0


@dataclass(frozen=True, slots=True)
class Ground:
    """`places` are the rectangles of the pages, `scales` their pixels for a point."""

    places: Sequence[QRect]
    scales: Sequence[float]
    size: QSize

    def within(self, top: int, bottom: int) -> Iterator[int]:
        """The pages of which something lies between two heights."""
        for n, place in enumerate(self.places):
            if place.bottom() >= top and place.top() <= bottom:
                yield n

    def near(self, seen: Sequence[int]) -> list[int]:
        """The pages in sight, which follow each other, then those near them."""
        if not seen:
            return []
        near = [*range(seen[-1] + 1, seen[-1] + 1 + AROUND), *range(seen[0] - AROUND, seen[0])]
        return [*seen, *(n for n in near if 0 <= n < len(self.places))]

    def at(self, y: int, seen: Sequence[int]) -> int:
        """The page in sight that covers a height, or comes next; the last of them if none does."""
        return next((n for n in seen if self.places[n].bottom() >= y), seen[-1] if seen else 0)


def laid(sizes: Sequence[tuple[float, float]], zoom: Zoom, room: Room) -> Ground:
    """The ground with pages of these sizes (in points) on it."""
    scales = [_scale(size, zoom, room) for size in sizes]
    boxes = [QSize(round(w * scale), round(h * scale)) for (w, h), scale in zip(sizes, scales, strict=True)]
    width = max([box.width() + 2 * room.margin for box in boxes] + [room.view.width()])
    places, y = [], room.margin
    for box in boxes:
        places.append(QRect((width - box.width()) // 2, y, box.width(), box.height()))
        y += box.height() + room.gap
    return Ground(places, scales, QSize(width, max(y - room.gap + room.margin, room.view.height())))


def stepped(scale: float, steps: int, swell: float) -> int:
    """The next larger zoom from a scale on, or with -1 the next smaller one."""
    now = round(scale / FULL / swell * 100)
    if steps > 0:
        return next((zoom for zoom in ZOOMS if zoom > now), ZOOMS[-1])
    return next((zoom for zoom in reversed(ZOOMS) if zoom < now), ZOOMS[0])


def _scale(size: tuple[float, float], zoom: Zoom, room: Room) -> float:
    width = max(room.view.width() - 2 * room.margin, 100) / size[0]
    height = max(room.view.height() - 2 * room.margin, 100) / size[1]
    if zoom == "width":
        return width
    return min(width, height) if zoom == "page" else zoom / 100 * FULL * room.swell
