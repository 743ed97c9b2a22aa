"""Sizes in a grid: columns share the width as what stands in them wants it, rows are as high as their texts."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QTableView

from grantdesk.ui.editors.grid.head import FEW, ColumnHead, RowHead
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.paint import Brush
from grantdesk.ui.editors.grid.sheet.sheet import Sum
from grantdesk.ui.look.look import Look

LOOKED_AT = 60
"""Rows that are looked at to find how wide a column wants to be."""
MANY = 1000
"""Rows of which only those are measured that are seen."""


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
        self._heights: dict[str, tuple[object, bool, int]] = {}
        self._widths: list[int] = []

    def columns(self, view: QTableView, head: ColumnHead, brush: Brush) -> None:
        """Gives the columns their widths."""
        widths = shared(self._room(view, brush), self._wishes(head, brush))
        if widths != self._widths:
            self._heights.clear()
        self._widths = widths
        for column, width in enumerate(widths):
            if view.columnWidth(column) != width:
                view.setColumnWidth(column, width)
        head.fit()

    def rows(self, view: QTableView, head: RowHead, brush: Brush, around: int | None = None) -> None:
        """Gives the rows their heights; those that are as they were keep theirs. Of very many it gives them only to
        those that are seen, or that will be when the one `around` which they stand is."""
        plain = brush.height(1)
        if head.defaultSectionSize() != plain:
            head.setDefaultSectionSize(plain)
        for row in self._near(view, brush, around):
            height = self._height(row, head, brush)
            if view.rowHeight(row) != height:
                view.setRowHeight(row, height)

    def _near(self, view: QTableView, brush: Brush, around: int | None) -> range:
        count = self._model.rowCount()
        if not self.is_long:
            return range(count)
        fits = max(view.height(), self._look.px(self._model.sheet.seen)) // brush.height(1) + 2
        first = max(view.rowAt(0), 0) if around is None else max(around - fits, 0)
        return range(first, min((first if around is None else around) + fits, count))

    @property
    def is_long(self) -> bool:
        """Are there so many rows that only some are measured?"""
        return self._model.rowCount() > MANY

    def _height(self, row: int, head: RowHead, brush: Brush) -> int:
        model = self._model
        key, ghost = model.key(row), model.is_ghost(row)
        state, is_marked = None if ghost else model.sheet.state(key), key in model.marks.rows
        had = self._heights.get(key)
        if had is None or had[0] is not state or is_marked or had[1]:
            lines = max(self._lines(row, brush), 1 if ghost else head.lines(row))
            self._heights[key] = had = (state, is_marked, brush.height(lines))
        return had[2]

    def _wishes(self, head: ColumnHead, brush: Brush) -> list[Wish]:
        """What the columns want; of very many the first and the last two, whose names are the longest where they are
        numbered, stand for those between them."""
        foot, count = self._model.sheet.foot(), self._model.columnCount()
        if count <= FEW:
            return [self._wish(column, head, brush, foot[column : column + 1]) for column in range(count)]
        few = (*range(FEW), count - 2, count - 1)
        wishes = [self._wish(column, head, brush, foot[column : column + 1]) for column in few]
        like = Wish(max(each.least for each in wishes), max(each.whole for each in wishes), wishes[0].share)
        return [*[like] * (count - 1), wishes[-1]]

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

    def _lines(self, row: int, brush: Brush) -> int:
        model, most = self._model, 1
        for column in model.sheet.wordy():
            if column < len(self._widths):
                # one less: the line between columns
                text, mark = model.text(row, column), model.worst(row, column)
                width = brush.room(self._widths[column] - 1, mark, text)
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
    shown = min(view.verticalHeader().length(), most)
    bar = view.horizontalScrollBar()
    wide = view.horizontalHeader().length()
    scrolls = bar.sizeHint().height() if wide > view.viewport().width() > 0 else 0
    return head.height() + shown + scrolls + 2 * view.frameWidth()


def _longest(text: str) -> str:
    """The longest word; one with hyphens can be broken at them."""
    return max(text.replace("-", "- ").split(), key=len, default="")
