"""A grid of the outline as a table: columns that fit, on a page in landscape or in several tables if they must."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import fsum

from grantdesk.outline.block import Column, Grid
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean
from grantdesk.pdf.look import CAPTION, FAINT, MEASURE, QUESTION, TURNED_MEASURE, cell
from grantdesk.pdf.piece.columns import PAD, Extent, eased, extents, groups, squeezed, widths
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.row import Cell, Row
from grantdesk.pdf.piece.table import Table
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.setting import paragraph

SMALLEST = 7.0
UPRIGHT, TURNED = (9.5, 9.0, 8.5, 8.0), (9.0, 8.5, 8.0, 7.5, SMALLEST)
MANY = 6  # from so many columns on a table may take a page in landscape
HIGH = 160.0  # a head that is higher than this is not repeated
COLUMN, ROW = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set: the size of its text, its columns and their widths in points, and whether the page turns."""

    size: float
    columns: Sequence[Column]
    widths: Sequence[float]
    turned: bool = False

    def row(
        self, texts: Sequence[str], elements: Sequence[Element], *, strong: bool, foot: bool = False
    ) -> Row:
        """A row of clean texts."""
        style = cell(self.size, strong=strong)
        pad = PAD * self.size
        lefts = accumulate(self.widths, initial=0.0)
        cells = [
            Cell(
                broken(text, style, width - 2 * pad),
                style,
                element,
                left + pad,
                width - 2 * pad,
                column.numeric,
            )
            for text, element, column, width, left in zip(
                texts, elements, self.columns, self.widths, lefts, strict=False
            )
        ]
        return Row(cells, round(0.36 * self.size, 2), foot)


def set_grid(grid: Grid, parent: Element) -> Iterator[Piece]:
    """The pieces of a grid. One without rows is a paragraph, since a table must have some."""
    if not grid.columns or not grid.rows + grid.foot:
        yield from _empty(grid, parent)
        return
    grid = _cleaned(grid)
    found = extents(grid.columns, grid.rows, grid.foot)
    setting = _fitting(grid.columns, found)
    if setting:
        yield from _table(grid, setting, parent)
    else:
        yield from _grouped(grid, found, parent)


def _empty(grid: Grid, parent: Element) -> Iterator[Piece]:
    label = paragraph(grid.caption, QUESTION, parent)
    label.keep, label.before, label.after = True, 8.0, 0.0
    yield label
    yield paragraph("–", FAINT, parent)


def _cleaned(grid: Grid) -> Grid:
    columns = tuple(replace(column, label=clean(column.label)) for column in grid.columns)
    rows, foot = (tuple(tuple(map(clean, row)) for row in part) for part in (grid.rows, grid.foot))
    return replace(grid, caption=clean(grid.caption), columns=columns, rows=rows, foot=foot)


def _fitting(columns: Sequence[Column], found: Sequence[Extent]) -> Setting | None:
    """The first that cuts no word, from the largest size down, and with ease before without.

    A table of few columns stays upright at any price.
    """
    sizes = [(size, MEASURE) for size in UPRIGHT]
    if len(columns) >= MANY:
        sizes += [(size, TURNED_MEASURE) for size in TURNED]
    for wished in (eased(found, columns), found):
        for size, measure in sizes:
            fitted = widths(wished, columns, measure / size)
            if fitted:
                return _scaled(size, columns, fitted, measure > MEASURE)
    if len(columns) >= MANY:
        return None
    return _scaled(SMALLEST, columns, _forced(found, columns, MEASURE / SMALLEST))


def _scaled(size: float, columns: Sequence[Column], fitted: Sequence[float], turned: bool = False) -> Setting:
    return Setting(size, columns, [width * size for width in fitted], turned)


def _forced(found: Sequence[Extent], columns: Sequence[Column], room: float) -> list[float]:
    return widths(found, columns, room) or widths(squeezed(found, room), columns, room) or []


def _grouped(grid: Grid, found: Sequence[Extent], parent: Element) -> Iterator[Piece]:
    """Several tables, each with the cells that name the rows."""
    room = TURNED_MEASURE / SMALLEST
    heads = max(1, min(grid.row_heads, 2))
    parts = groups(found, heads, room)
    for number, part in enumerate(parts, 1):
        columns = tuple(grid.columns[at] for at in part)
        fitted = _forced([found[at] for at in part], columns, room)
        rows, foot = (tuple(tuple(row[at] for at in part) for row in rows) for rows in (grid.rows, grid.foot))
        caption = f"{grid.caption} ({number}/{len(parts)})"
        one = replace(grid, caption=caption, columns=columns, rows=rows, foot=foot, row_heads=heads)
        yield from _table(one, _scaled(SMALLEST, columns, fitted, turned=True), parent)


def _table(grid: Grid, setting: Setting, parent: Element) -> Iterator[Piece]:
    element = parent.add("Table")
    measure = fsum(setting.widths)
    if grid.caption:
        caption = Text(
            lines=broken(grid.caption, CAPTION, measure), style=CAPTION, element=element.add("Caption")
        )
        caption.before, caption.after, caption.keep, caption.turned = 10.0, 4.0, True, setting.turned
        yield caption
    top = element.add("THead").add("TR")
    labels = [column.label for column in grid.columns]
    head = setting.row(labels, [top.add("TH", attributes=COLUMN) for _ in labels], strong=True)
    rows = list(_rows(grid, setting, element))
    if head.height > HIGH:
        yield Table(None, [head, *rows], measure, setting.turned)
    else:
        yield Table(head, rows, measure, setting.turned)


def _rows(grid: Grid, setting: Setting, table: Element) -> Iterator[Row]:
    body = table.add("TBody", lang=grid.lang)
    # A table must have a body; where there are only sums, they are it.
    foot = table.add("TFoot", lang=grid.lang) if grid.rows else body
    for group, rows, strong in ((body, grid.rows, False), (foot, grid.foot, True)):
        for texts in rows:
            row = group.add("TR")
            heads = [row.add("TH", attributes=ROW) for _ in texts[: grid.row_heads]]
            elements = [*heads, *(row.add("TD") for _ in texts[grid.row_heads :])]
            yield setting.row(texts, elements, strong=strong, foot=strong)
