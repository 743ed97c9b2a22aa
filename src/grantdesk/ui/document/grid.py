"""Tables of a document: answers beside their labels, grids with their heads and sums, remarks in a box."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from PySide6.QtGui import QFontMetricsF, QImage, QTextTable

from grantdesk.model.path import Path
from grantdesk.outline.block import Entry, Grid, Note
from grantdesk.ui.chart.table import shared
from grantdesk.ui.document.pen import Pen, insert_picture, write_cell, write_link
from grantdesk.ui.document.style import PADDING

LABEL, ANSWER, CHANGE, ICON = 34.0, 54.0, 12.0, 5.0
BODY, SMALL = 14.0, 12.0
MANY = 7  # columns; with more of them the text is smaller
LOOKS = {
    "info": ("info", "accent", "info_back"),
    "advice": ("lightbulb", "warning", "warning_back"),
    "warning": ("triangle-alert", "warning", "warning_back"),
    "error": ("circle-alert", "error", "error_back"),
}
"""By the tone of a note: its icon, the role of the icon and that of the ground."""
Drawn: TypeAlias = tuple[tuple[QFontMetricsF, list[str]], ...]
"""Texts, with the measures of the letters in which they are drawn."""
Leads: TypeAlias = Callable[[Path], bool]
"""Is there a field for the place?"""


def write_entries(pen: Pen, entries: Sequence[Entry], leads: Leads) -> None:
    """Labels on the left, answers on the right; at the end of a line the way back to the field."""
    style = pen.style
    table = pen.table(len(entries), (LABEL, ANSWER, *([CHANGE] if pen.change else [])))
    cell = style.cell(line="line")
    for n, entry in enumerate(entries):
        for column in range(table.columns()):
            table.cellAt(n, column).setFormat(cell)
        write_cell(table, (n, 0), entry.label, style.text("label"), entry.at)
        write_cell(table, (n, 1), entry.text, style.text("body" if entry.answered else "faint"))
        if pen.change and leads(entry.at):
            cursor = table.cellAt(n, 2).firstCursorPosition()
            cursor.setBlockFormat(style.side(right=True))
            write_link(cursor, style, pen.change, entry.at)


def write_grid(pen: Pen, grid: Grid) -> None:
    """The labels of the columns, the rows, the sums; numbers stand to the right."""
    rows = [*grid.rows, *grid.foot]
    table = pen.table(len(rows) + 1, _widths(pen, grid))
    format_ = table.format()
    format_.setHeaderRowCount(1)
    table.setFormat(format_)
    _write_row(pen, grid, table, 0)
    for n in range(1, len(rows) + 1):
        _write_row(pen, grid, table, n)


def _widths(pen: Pen, grid: Grid) -> list[int]:
    """How wide the columns are, so that their longest words are not broken; only the longest texts are measured."""
    size = SMALL if len(grid.columns) > MANY else BODY
    strong = QFontMetricsF(pen.style.font(size, bold=True))
    plain = QFontMetricsF(pen.style.font(size))
    pad = pen.style.px(2 * PADDING) + 2
    least, wish = [], []
    for n, column in enumerate(grid.columns):
        drawn = (
            (strong, [column.label, *(row[n] for row in grid.foot)]),
            (plain, [row[n] for row in grid.rows]),
        )
        least.append(_longest(drawn, pad, str.split))
        wish.append(_longest(drawn, pad, lambda text: [text]))
    return shared(least, wish, round(pen.width))


def _longest(drawn: Drawn, pad: float, cut: Callable[[str], list[str]]) -> int:
    """The width of the longest piece of the texts."""
    pieces = (
        (metrics, max((each for text in texts for each in cut(text)), key=len, default=""))
        for metrics, texts in drawn
    )
    return math.ceil(max(metrics.horizontalAdvance(piece) for metrics, piece in pieces) + pad)


def _write_row(pen: Pen, grid: Grid, table: QTextTable, n: int) -> None:
    """A row of a grid; row 0 are the labels."""
    style, sums = pen.style, n > len(grid.rows)
    strong = sums or n == 0
    cell = (
        style.cell(ground="nav")
        if n == 0
        else style.cell(line="line", top="field_line" if _first(grid, n) else "")
    )
    letters = style.text("strong" if strong else "body")
    if len(grid.columns) > MANY:
        letters.setFont(style.font(SMALL, strong))
    for column, text in enumerate(_cells(grid, n)):
        place = table.cellAt(n, column)
        place.setFormat(cell)
        cursor = place.firstCursorPosition()
        if grid.columns[column].numeric:
            cursor.setBlockFormat(style.side(right=True))
        cursor.insertText(text, letters)


def _cells(grid: Grid, n: int) -> Iterator[str]:
    if n == 0:
        return (column.label for column in grid.columns)
    return iter([*grid.rows, *grid.foot][n - 1])


def _first(grid: Grid, n: int) -> bool:
    """Is it the first of the sums?"""
    return n == len(grid.rows) + 1


def write_note(pen: Pen, note: Note, leads: Leads) -> None:
    """A remark with its icon on a ground of its tone."""
    icon, ink, ground = LOOKS[note.tone]
    style = pen.style
    table = pen.table(1, (ICON, 100 - ICON))
    for column in range(2):
        table.cellAt(0, column).setFormat(style.cell(ground=ground))
    image = _icon(pen, icon, ink)
    insert_picture(table.cellAt(0, 0).firstCursorPosition(), pen.document, image, f"icon:{icon}:{ink}", "")
    cursor = write_cell(table, (0, 1), note.text, style.text(), note.at)
    if pen.change and leads(note.at):
        cursor.insertText("   ", style.text())
        write_link(cursor, style, pen.change, note.at)


def _icon(pen: Pen, icon: str, ink: str) -> QImage:
    style = pen.style
    return style.look.pixmap(icon, ink, 18 * style.zoom / 100, style.ratio).toImage()
