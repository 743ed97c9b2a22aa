"""The cells as one works with them: the keys of a spreadsheet, blocks, and sizes that follow what stands in them."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTableView, QWidget

from grantdesk.call.terms.node import Choice, Several, YesNo
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid import gesture
from grantdesk.ui.editors.grid.delegate import CellDelegate
from grantdesk.ui.editors.grid.head import ColumnHead, RowHead
from grantdesk.ui.editors.grid.measure import Measure, height
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.sheet.paste import Area
from grantdesk.words.refusal import Unreadable

Trigger = QAbstractItemView.EditTrigger
START = Trigger.AllEditTriggers
Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
Flag = QItemSelectionModel.SelectionFlag
Key = Qt.Key
Held = Qt.KeyboardModifier
OWN = (Key.Key_F2, Key.Key_F4)
"""Keys of a spreadsheet that the window knows too."""


class GridView(QTableView):
    """Signals: `shifted(by)` when the selected rows are to go up (-1) or down (1); `pasted(Pasted)` after a block was
    put in; `walked` when another cell is the current one."""

    shifted = Signal(int)
    pasted = Signal(object)
    walked = Signal()

    def __init__(self, desk: Desk, model: GridModel) -> None:
        super().__init__()
        self._desk, self.cells = desk, model
        self._measure = Measure(desk.look, model)
        self.setModel(model)
        self.columns, self.rows = ColumnHead(desk, model, self), RowHead(desk, model, self)
        self.setHorizontalHeader(self.columns)
        self.setVerticalHeader(self.rows)
        self.brushes = CellDelegate(desk, model, self)
        self.setItemDelegate(self.brushes)
        self.brushes.ended.connect(self._end)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(Trigger.AnyKeyPressed | Trigger.DoubleClicked | Trigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.rows.setVisible(model.sheet.named)
        self.selectionModel().currentChanged.connect(self.walked)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._bring)
        self.walked.connect(self._soon.start)
        self.verticalScrollBar().valueChanged.connect(self._fit_seen)

    @property
    def area(self) -> Area:
        """The block that is selected, or the current cell."""
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows, columns = [index.row() for index in found], [index.column() for index in found]
        row, column = max(0, min(rows)), max(0, min(columns))
        return Area(row, column, max(rows) - row + 1, max(columns) - column + 1)

    @property
    def chosen(self) -> list[str]:
        """The keys of the rows that the block is in."""
        area = self.area
        return list(self.cells.keys[area.row : area.row + area.rows])

    def choose(self, area: Area) -> None:
        """Selects a block and stands in its first cell."""
        model = self.cells
        last = min(area.row + area.rows, model.rowCount()) - 1
        end = model.index(last, area.column + area.columns - 1)
        start = model.index(area.row, area.column)
        self.selectionModel().setCurrentIndex(start, Flag.NoUpdate)
        self.selectionModel().select(QItemSelection(start, end), Flag.ClearAndSelect)

    def fit(self, widths: bool = True) -> None:
        """Sizes of heads, rows and, if wanted, columns, as what stands in them wants it."""
        brush = self.brushes.brush
        if widths:
            self.rows.fit()
            self._measure.columns(self, self.columns, brush)
        self._measure.rows(self, self.rows, brush)
        self.setFixedHeight(height(self, self.columns, self._desk.look.px(self.cells.sheet.seen)))

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Qt: brings a cell to view; of many rows those around it get their heights first, or they would push it on."""
        if self._measure.is_long:
            self._measure.rows(self, self.rows, self.brushes.brush, index.row())
            self.updateGeometries()
        super().scrollTo(index, hint)

    def dress(self) -> None:
        """Language, look or size of text are others."""
        self.brushes.dress()
        self._measure.forget()
        self.fit()
        self.viewport().update()

    def edit(self, index: Index, trigger: Trigger = START, event: QEvent | None = None) -> bool:  # type: ignore[override]
        """Qt: typing replaces what stands there; F2 and a double click go on with it."""
        self.brushes.replaces = trigger == Trigger.AnyKeyPressed
        return bool(super().edit(index, trigger, event))  # type: ignore[arg-type]

    def event(self, event: QEvent) -> bool:
        """Qt: what the window does with F2 and F4 it does not do while one stands in a cell."""
        asked = event.type() == QEvent.Type.ShortcutOverride and self.currentIndex().isValid()
        if asked and isinstance(event, QKeyEvent) and event.key() in OWN and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the keys of a spreadsheet."""
        if self.state() == QAbstractItemView.State.EditingState or not (
            self._block(event) or self._walk(event)
        ):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes to the next cell, and on from the last one."""
        if self._step_on(1 if forward else -1):
            return True
        return super().focusNextPrevChild(forward)

    def closeEditor(self, editor: QWidget, hint: CellDelegate.EndEditHint) -> None:
        """Qt: typing in a cell is over."""
        super().closeEditor(editor, hint)
        self.brushes.finish()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: somebody comes: one stands in a cell."""
        if not self.currentIndex().isValid() and self.cells.rowCount():
            first = (at for at in range(self.cells.columnCount()) if self._is_typed(self.cells.index(0, at)))
            self.setCurrentIndex(self.cells.index(0, next(first, 0)))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the block is let go of when somebody leaves for another control."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.clearSelection()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: columns share the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.isVisible():
            self.fit()

    def _fit_seen(self) -> None:
        """Of many rows those are given their height that have come to view."""
        if self._measure.is_long:
            self._measure.rows(self, self.rows, self.brushes.brush)

    def _block(self, event: QKeyEvent) -> bool:
        """What is done with a block."""
        model, area = self.cells, self.area
        if event.matches(QKeySequence.StandardKey.Copy):
            gesture.copy(model, area)
            return True
        if model.session.read_only:
            return False
        if event.matches(QKeySequence.StandardKey.Cut):
            gesture.cut(model, self._cells(), area)
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Key.Key_Delete, Key.Key_Backspace) and not event.modifiers():
            gesture.clear(model, self._cells())
        elif event.key() == Key.Key_D and event.modifiers() == Held.ControlModifier:
            gesture.fill_down(model, area)
        elif event.key() in (Key.Key_Up, Key.Key_Down) and event.modifiers() & Held.AltModifier:
            self.shifted.emit(-1 if event.key() == Key.Key_Up else 1)
        else:
            return self._answer(event)
        return True

    def paste(self) -> None:
        """Puts in the block of the clipboard."""
        done = gesture.paste(self.cells, self.area)
        if done.area.rows and done.area.columns:
            self.choose(done.area)
        self.pasted.emit(done)

    def _answer(self, event: QKeyEvent) -> bool:
        """Yes and no by one key; Space opens the options of a choice."""
        index, model = self.currentIndex(), self.cells
        if not index.isValid() or not self._is_typed(index):
            return False
        node = model.sheet.node(model.key(index.row()), index.column())
        if isinstance(node, Choice | Several | YesNo) and event.key() in (Key.Key_Space, Key.Key_F4):
            if not isinstance(node, YesNo):
                self.edit(index, Trigger.EditKeyPressed)
                return True
            said = model.sheet.value(model.key(index.row()), index.column())
            model.give(index, said is not True)
            return True
        if isinstance(node, YesNo) and event.text().strip() and not event.modifiers() & Held.ControlModifier:
            return self._yes_no(index, event.text())
        return False

    def _yes_no(self, index: QModelIndex, text: str) -> bool:
        try:
            self.cells.give(index, self._desk.speech.language.read_yes_no(text))
        except Unreadable:
            return False
        return True

    def _walk(self, event: QKeyEvent) -> bool:
        """Where one goes."""
        key, held = event.key(), event.modifiers() & ~Held.KeypadModifier
        if key in (Key.Key_Return, Key.Key_Enter) and not held & ~Held.ShiftModifier:
            self._end(-1 if held & Held.ShiftModifier else 1, 0)
        elif key == Key.Key_Tab and held == Held.ControlModifier:
            super().focusNextPrevChild(True)
        elif key in (Key.Key_Backtab, Key.Key_Tab) and held & Held.ControlModifier:
            super().focusNextPrevChild(False)
        elif key == Key.Key_End and held == Held.ControlModifier and self.cells.keys:
            self.setCurrentIndex(self.cells.index(len(self.cells.keys) - 1, self.cells.columnCount() - 1))
        else:
            return False
        return True

    def _end(self, rows: int, columns: int) -> None:
        """Goes on after a cell was typed in."""
        here = self.currentIndex()
        if columns:
            if not self._step_on(columns):
                super().focusNextPrevChild(columns > 0)
        elif rows:
            row = here.row() + rows
            if 0 <= row < self.cells.rowCount():
                self.setCurrentIndex(self.cells.index(row, here.column()))

    def _step_on(self, by: int) -> bool:
        """One cell on or back, over the ends of rows and what is only read; False at the end of the grid."""
        here, columns = self.currentIndex(), self.cells.columnCount()
        if not here.isValid() or (by > 0 and self.cells.is_ghost(here.row()) and self.cells.keys):
            return False
        end = columns * self.cells.rowCount() if by > 0 else -1
        for place in range(here.row() * columns + here.column() + by, end, by):
            index = self.cells.index(*divmod(place, columns))
            if self._is_typed(index) or self.cells.session.read_only:
                self.setCurrentIndex(index)
                return True
        return False

    def _bring(self) -> None:
        """A page that the grid is longer than scrolls along with whoever walks through it."""
        index, above = self.currentIndex(), self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea) and index.isValid() and self.hasFocus():
            cell = self.visualRect(index)
            page = above.widget() or self
            spot = self.viewport().mapTo(page, cell.center())
            above.ensureVisible(spot.x(), spot.y(), 0, cell.height() + self._desk.look.px(24))

    def _is_typed(self, index: QModelIndex) -> bool:
        return bool(self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable)

    def _cells(self) -> list[tuple[str, int]]:
        found = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        model = self.cells
        return [
            (model.key(index.row()), index.column())
            for index in found
            if index.isValid() and not model.is_ghost(index.row())
        ]
