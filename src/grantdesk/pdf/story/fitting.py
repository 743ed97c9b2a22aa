"""How a table is fitted to a page: upright if it can be, then in landscape, in several tables if it must be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import fsum
from typing import TypeAlias

from grantdesk.outline.block import Column, Grid
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken, evened
from grantdesk.pdf.look import BOTTOM, HEIGHT, MEASURE, TOP, TURNED_MEASURE, WIDTH, cell
from grantdesk.pdf.piece.columns import (
    PAD,
    Extent,
    eased,
    extents,
    groups,
    leads,
    squeezed,
    tightened,
    widths,
)
from grantdesk.pdf.piece.row import Cell, Row

SMALLEST = 7.0
UPRIGHT, TURNED = (9.5, 9.0, 8.5, 8.0), (9.0, 8.5, 8.0, 7.5, SMALLEST)
CUT = UPRIGHT[2:]  # the sizes of a table whose words are cut rather than set smaller
MANY = 6  # from so many columns on a table may take a page in landscape
FEW = 8  # rows that are not worth a page in landscape, and what is left empty before it and after it
PARTS = 3  # upright tables that are rather read than one in landscape
LONGEST = 40  # rows that might still go on one page
ABOVE = 60.0  # what the heading and the caption of a table take
TALL, WIDE = (
    HEIGHT - TOP - BOTTOM - ABOVE,
    WIDTH - TOP - BOTTOM - ABOVE,
)  # its room on a page, upright and turned

Way: TypeAlias = tuple[Sequence[Extent], Sequence[float], float]
"""The extents of the columns, the sizes to try, and the measure of the page."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: the size of its text, its columns and their widths in points, and whether the page turns."""

    size: float
    columns: Sequence[Column]
    widths: Sequence[float]
    leads: Sequence[float]
    turned: bool = False

    def row(
        self, texts: Sequence[str], elements: Sequence[Element], *, strong: bool, foot: bool = False
    ) -> Row:
        """A row of clean texts: of the head, if it is strong and no foot."""
        style, lined = cell(self.size, strong=strong), evened if strong and not foot else broken
        pad = PAD * self.size
        lefts = accumulate(self.widths, initial=0.0)
        cells = [
            Cell(
                lined(text, style, width - lead - pad),
                style,
                element,
                left + lead,
                width - lead - pad,
                column.numeric,
            )
            for text, element, column, width, lead, left in zip(
                texts, elements, self.columns, self.widths, self.leads, lefts, strict=False
            )
        ]
        return Row(cells, round(0.36 * self.size, 2), foot)

    def height(self, grid: Grid) -> float:
        """How high a table of clean texts is."""
        elements = [Element("TD")] * len(self.columns)
        heads = [column.label for column in self.columns]
        above = self.row(heads, elements, strong=True).height
        rows = [self.row(row, elements, strong=False).height for row in grid.rows]
        below = [self.row(row, elements, strong=True, foot=True).height for row in grid.foot]
        return fsum([above, *rows, *below])


@dataclass(frozen=True, slots=True)
class Parted:
    """A table in several, each with the `heads` first columns: which columns they have, and how they are set."""

    heads: int
    parts: Sequence[Sequence[int]]
    size: float
    turned: bool = False


def fitting(grid: Grid, found: Sequence[Extent]) -> Setting | Parted:
    """What no page can hold is parted. What has few rows is parted rather than turned, into not too many; and so is
    what a turned page cannot hold, however small, if upright ones can."""
    setting, heads = _whole(grid, found), max(1, min(grid.row_heads, 2))
    if setting is None or setting.turned:
        upright = Parted(heads, groups(found, heads, MEASURE / UPRIGHT[-1]), UPRIGHT[-1])
        if len(grid.rows) <= FEW and len(upright.parts) <= PARTS:
            return upright
        if setting and len(grid.rows) <= LONGEST and setting.height(grid) > WIDE:
            closer = _closer(grid, found, setting.size)
            if closer is None and len(upright.parts) <= PARTS and _is_low(grid, upright):
                return upright
            return closer or setting
    return setting or Parted(heads, groups(found, heads, TURNED_MEASURE / SMALLEST), SMALLEST, turned=True)


def _closer(grid: Grid, found: Sequence[Extent], size: float) -> Setting | None:
    """The largest of the smaller sizes at which all of it stands on one turned page."""
    sizes = TURNED[TURNED.index(size) + 1 :]
    fitted = ((each, forced(found, grid.columns, TURNED_MEASURE / each)) for each in sizes)
    settings = (scaled(each, grid.columns, wide, turned=True) for each, wide in fitted)
    return next((setting for setting in settings if setting.height(grid) <= WIDE), None)


def _is_low(grid: Grid, parted: Parted) -> bool:
    """Does each part stand on one page?"""
    parts = (narrowed(grid, part) for part in parted.parts)
    return all(part_setting(part, parted).height(part) <= TALL for part in parts)


def narrowed(grid: Grid, part: Sequence[int]) -> Grid:
    """The grid with some of its columns."""
    columns = tuple(grid.columns[at] for at in part)
    rows, foot = (tuple(tuple(row[at] for at in part) for row in rows) for rows in (grid.rows, grid.foot))
    return replace(grid, columns=columns, rows=rows, foot=foot)


def part_setting(grid: Grid, parted: Parted) -> Setting:
    """How a part of a grid is set."""
    measure = TURNED_MEASURE if parted.turned else MEASURE
    fitted = forced(extents(grid.columns, grid.rows, grid.foot), grid.columns, measure / parted.size)
    return scaled(parted.size, grid.columns, fitted, parted.turned)


def _whole(grid: Grid, found: Sequence[Extent]) -> Setting | None:
    """The first way that fits, from the largest size down; None if none does.

    A table of few columns stays upright at any price, though words are cut.
    """
    columns = grid.columns
    for wished, sizes, measure in _ways(grid, found):
        for size in sizes:
            fitted = widths(wished, columns, measure / size)
            if fitted:
                return scaled(size, columns, fitted, measure > MEASURE)
    if len(columns) >= MANY:
        return None
    return scaled(UPRIGHT[-1], columns, forced(found, columns, MEASURE / UPRIGHT[-1]))


def _ways(grid: Grid, found: Sequence[Extent]) -> Iterator[Way]:
    """The extents, sizes and measures to try: with ease before without, and no word cut if that can be helped."""
    ease, many, few = eased(found, grid.columns), len(grid.columns) >= MANY, len(grid.rows) <= FEW
    yield ease, UPRIGHT, MEASURE
    if many and not few:
        yield ease, TURNED, TURNED_MEASURE
    yield found, UPRIGHT, MEASURE
    if few or not many:
        yield tightened(found, grid.columns), CUT, MEASURE
    if many:
        yield found, TURNED, TURNED_MEASURE


def scaled(size: float, columns: Sequence[Column], fitted: Sequence[float], turned: bool = False) -> Setting:
    """Widths in ems as a setting."""
    before = [lead * size for lead in leads(columns)]
    return Setting(size, columns, [width * size for width in fitted], before, turned)


def forced(found: Sequence[Extent], columns: Sequence[Column], room: float) -> list[float]:
    """Widths that fill the room, though words are cut."""
    return widths(found, columns, room) or widths(squeezed(found, room), columns, room) or []
