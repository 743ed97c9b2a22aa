"""A grid of the outline as a table, or as several."""

from collections.abc import Iterator
from dataclasses import replace
from math import fsum

from grantdesk.outline.block import Grid
from grantdesk.pdf.file.structure import Element
from grantdesk.pdf.letters.lines import broken
from grantdesk.pdf.letters.plain import clean
from grantdesk.pdf.look import CAPTION, FAINT, QUESTION
from grantdesk.pdf.piece.columns import extents
from grantdesk.pdf.piece.piece import Piece
from grantdesk.pdf.piece.row import Row
from grantdesk.pdf.piece.table import Table
from grantdesk.pdf.piece.text import Text
from grantdesk.pdf.story.fitting import Parted, Setting, fitting, narrowed, part_setting
from grantdesk.pdf.story.setting import paragraph

HIGH = 160.0  # a head that is higher than this is not repeated
COLUMN, ROW = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"


def set_grid(grid: Grid, parent: Element) -> Iterator[Piece]:
    """The pieces of a grid. One without rows is a paragraph, since a table must have some."""
    if not grid.columns or not grid.rows + grid.foot:
        yield from _empty(grid, parent)
        return
    grid = _cleaned(grid)
    found = extents(grid.columns, grid.rows, grid.foot)
    way = fitting(grid, found)
    if isinstance(way, Parted):
        yield from _grouped(grid, way, parent)
    else:
        yield from _table(grid, way, parent)


def _empty(grid: Grid, parent: Element) -> Iterator[Piece]:
    label = paragraph(grid.caption, QUESTION, parent)
    label.keep, label.before, label.after = True, 8.0, 0.0
    yield label
    yield paragraph("–", FAINT, parent)


def _cleaned(grid: Grid) -> Grid:
    columns = tuple(replace(column, label=clean(column.label)) for column in grid.columns)
    rows, foot = (tuple(tuple(map(clean, row)) for row in part) for part in (grid.rows, grid.foot))
    return replace(grid, caption=clean(grid.caption), columns=columns, rows=rows, foot=foot)


def _grouped(grid: Grid, several: Parted, parent: Element) -> Iterator[Piece]:
    """Several tables, each with the cells that name the rows."""
    for number, part in enumerate(several.parts, 1):
        caption = f"{grid.caption} ({number}/{len(several.parts)})".strip()
        one = replace(narrowed(grid, part), caption=caption, row_heads=several.heads)
        yield from _table(one, part_setting(one, several), parent)


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
