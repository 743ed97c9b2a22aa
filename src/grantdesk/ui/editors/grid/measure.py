"""Sizes in a grid: columns share the width as what stands in them wants it, rows are as high as their texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QTableView

from grantdesk.ui.editors.grid.head import ColumnHead, RowHead
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.paint import Brush
from grantdesk.ui.editors.grid.sheet.sheet import Sum
from grantdesk.ui.look.look import Look

LOOKED_AT = 60
"""Rows that are looked at to find how wide a column wants to be."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The least width of a column, the width at which its texts stand on one line, and its share of what is left."""

    least: int
    whole: int
    share: float


def shared(width: int, wishes: Sequence[Wish]) -> list[int]:
    """The widths of columns that share a width: each at least its least, then up to its whole, the rest by shares."""
    sizes = [wish.least for wish in wishes]
    sizes = _grown(sizes, width, [max(0, wish.whole - wish.least) for wish in wishes])
    left = width - sum(sizes)
    total = sum(wish.share for wish in wishes)
    if left > 0 and total:
        parts = [int(left * wish.share / total) for wish in wishes]
        parts[-1] += left - sum(parts)
        sizes = [size + part for size, part in zip(sizes, parts, strict=True)]
    return sizes


def _grown(sizes: Sequence[int], width: int, wanted: Sequence[int]) -> list[int]:
    """Grown by what each wants, or in proportion to it where there is not enough."""
    left, all_wanted = width - sum(sizes), sum(wanted)
    if left <= 0 or not all_wanted:
        return list(sizes)
    factor = min(1.0, left / all_wanted)
    return [size + int(want * factor) for size, want in zip(sizes, wanted, strict=True)]


class Measure:
    """The sizes of one grid, remembered as long as what stands there is the same."""

    def __init__(self, look: Look, model: GridModel) -> None:
        self._look, self._model = look, model
        self._heights: dict[str, tuple[object, int]] = {}
        self._widths: list[int] = []
        self._marked: frozenset[str] = frozenset()

    def columns(self, view: QTableView, head: ColumnHead, brush: Brush) -> None:
        """Gives the columns their widths."""
        foot = self._model.sheet.foot()
        wishes = [
            self._wish(column, head, brush, foot[column : column + 1])
            for column in range(self._model.columnCount())
        ]
        widths = shared(self._room(view, brush), wishes)
        if widths != self._widths:
            self._heights.clear()
        self._widths = widths
        for column, width in enumerate(widths):
            if view.columnWidth(column) != width:
                view.setColumnWidth(column, width)
        head.fit()

    def rows(self, view: QTableView, head: RowHead, brush: Brush) -> None:
        """Gives the rows their heights; those that are as they were keep theirs."""
        known, sheet = self._heights, self._model.sheet
        plain, marked = brush.height(1), self._model.marks.rows
        if head.defaultSectionSize() != plain:
            head.setDefaultSectionSize(plain)
        for row in range(self._model.rowCount()):
            ghost = self._model.is_ghost(row)
            key = self._model.key(row)
            state = None if ghost else sheet.state(key)
            had = known.get(key)
            if had is None or had[0] is not state or key in self._marked or key in marked:
                lines = 1 if ghost else max(self._lines(key, row, brush), head.lines(row))
                known[key] = had = (state, brush.height(lines))
            if view.rowHeight(row) != had[1]:
                view.setRowHeight(row, had[1])
        self._marked = marked

    def _room(self, view: QTableView, brush: Brush) -> int:
        """The width for columns; that of the scroll bar is left free beforehand where there will be one."""
        beside = view.verticalHeader().width() if self._model.sheet.named else 0
        scrolls = self._model.rowCount() * brush.height(1) > self._look.px(self._model.sheet.seen)
        bar = view.verticalScrollBar()
        taken = bar.sizeHint().width() if scrolls or bar.isVisible() else 0
        return view.width() - 2 * view.frameWidth() - beside - taken

    def forget(self) -> None:
        """Language, font or look are others."""
        self._heights.clear()
        self._widths = []

    def _lines(self, key: str, row: int, brush: Brush) -> int:
        model, most = self._model, 1
        for column, each in enumerate(model.sheet.columns()):
            if not each.numeric and column < len(self._widths):
                # one less: the line between columns
                text = model.sheet.shown(key, column)
                width = brush.room(self._widths[column] - 1, model.worst(row, column), text)
                most = max(most, len(brush.breaking.lines(text, width)))
        return most

    def _wish(self, column: int, head: ColumnHead, brush: Brush, foot: Sequence[Sum]) -> Wish:
        sheet, px = self._model.sheet, self._look.px
        each, metrics = sheet.columns()[column], brush.breaking.metrics
        texts = [sheet.shown(key, column) for key in self._model.keys[:LOOKED_AT]]
        edge = 2 * brush.pad + 2
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0) + edge
        word = max(
            (metrics.horizontalAdvance(max(text.split(), key=len, default="")) for text in texts), default=0
        )
        longest = max([longest, *(head.wide(below.text) + edge for below in foot)])
        words = head.words(column)
        if each.numeric:
            return Wish(max(words, longest, px(48)), max(words, longest, px(90)), each.wish)
        least = max(words, min(longest, px(110)), min(word + edge, px(118)), px(64))
        return Wish(least, max(least, min(longest, px(420))), each.wish * 2)


def height(view: QTableView, head: ColumnHead, most: int) -> int:
    """How high a grid is whose rows take at most so much at once; what is longer scrolls."""
    rows = view.model().rowCount()
    shown = min(sum(view.rowHeight(row) for row in range(rows)), most)
    bar = view.horizontalScrollBar()
    wide = sum(view.columnWidth(column) for column in range(view.model().columnCount()))
    scrolls = bar.sizeHint().height() if wide > view.viewport().width() > 0 else 0
    return head.height() + shown + scrolls + 2 * view.frameWidth()


def _longest(text: str) -> str:
    """The longest word; one with hyphens can be broken at them."""
    return max(text.replace("-", "- ").split(), key=len, default="")
