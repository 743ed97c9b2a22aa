"""Draws cells, and lets one type in them. What is typed is an answer at once; Escape brings the old one back."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from grantdesk.model.path import Path
from grantdesk.model.tree import Patch, at, same
from grantdesk.session.translation import keeping
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.chooser import Chooser
from grantdesk.ui.editors.grid.entry import LongText, answer, entry
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.paint import Brush, Drawn

Index = QModelIndex | QPersistentModelIndex
Hint = QStyledItemDelegate.EndEditHint
ENDS = {
    Qt.Key.Key_Return: (1, 0),
    Qt.Key.Key_Enter: (1, 0),
    Qt.Key.Key_Tab: (0, 1),
    Qt.Key.Key_Backtab: (0, -1),
}
"""The keys that end typing, and where they go: rows down, columns to the right."""


class CellDelegate(QStyledItemDelegate):
    """Signals: `ended(rows, columns)` when typing was ended by a key: where to go."""

    ended = Signal(int, int)

    def __init__(self, desk: Desk, model: GridModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._desk, self._model, self._view = desk, model, view
        self.brush = Brush(desk.look, view.font(), model.sheet.lines)
        self.replaces = False
        """Is what is typed first put in the place of what stands there?"""
        self._place: Path = ()
        self._before: tuple[Path, Patch] = ((), {})
        self._typed = False

    def dress(self) -> None:
        """The look or the size of text is another."""
        self.brush = Brush(self._desk.look, self._view.font(), self._model.sheet.lines)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draws a cell."""
        self.brush.draw(painter, option.rect, self._drawn(option, index))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the grid measures its rows itself."""
        return QSize(0, self.brush.height(1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: the control for a cell."""
        self.finish()
        control = entry(self._desk, self._model, index)
        control.setParent(parent)
        self._begin(index)
        cell = QPersistentModelIndex(index)
        if isinstance(control, Chooser):
            control.taken.connect(self._take)
        elif isinstance(control, LongText):
            control.edited.connect(lambda text: self._type(cell, text))
        else:
            control.textEdited.connect(lambda text: self._type(cell, text))
        name = f"{self._model.headerData(index.column(), Qt.Orientation.Horizontal)}"
        control.setAccessibleName(
            name if not isinstance(control, Chooser) else control.accessibleName() or name
        )
        return control

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: what stands there, once; afterwards the control knows better."""
        if editor.property("ready"):
            return
        editor.setProperty("ready", True)
        text = self._model.data(index, Qt.ItemDataRole.EditRole)
        if isinstance(editor, LongText):
            editor.show_text(text)
            editor.selectAll()
        elif isinstance(editor, QLineEdit) and not isinstance(editor, Chooser):
            editor.setText(text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: what was chosen; what is typed is there already."""
        if isinstance(editor, Chooser):
            value = answer(self._model, index, editor)
            if not same(value, self._model.sheet.value(self._model.key(index.row()), index.column())):
                self._note(self._model.give(index, value))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: over the cell; a longer text takes more room."""
        rect = QRect(option.rect)
        room, px = self._view.viewport().rect(), self._desk.look.px
        if isinstance(editor, LongText):
            rect.setSize(QSize(max(rect.width(), px(320)), max(rect.height(), px(120))))
        rect.setHeight(max(rect.height(), px(30)))
        rect.moveLeft(max(room.left(), min(rect.left(), room.right() - rect.width())))
        rect.moveTop(max(room.top(), min(rect.top(), room.bottom() - rect.height())))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys that end typing."""
        pressed = event.type() == QEvent.Type.KeyPress
        if (
            pressed
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QWidget)
            and self._key(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Typing is over: what is typed next is a step of its own, and what is wrong here may be said."""
        if self._place:
            place, self._place = self._place, ()
            self._desk.session.rest()
            self._desk.attention.leave(place)

    def _key(self, editor: QWidget, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            self._revert()
            self.closeEditor.emit(editor, Hint.RevertModelCache)
            return True
        if key in ENDS and not held & ~Qt.KeyboardModifier.ShiftModifier:
            rows, columns = ENDS[key]
            if rows and isinstance(editor, Chooser):
                editor.agree()
            back = rows and held & Qt.KeyboardModifier.ShiftModifier
            self._end(editor, -rows if back else rows, columns)
            return True
        arrow = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(key)
        if arrow and self.replaces and isinstance(editor, QLineEdit) and not isinstance(editor, Chooser):
            self._end(editor, arrow, 0)
            return True
        return False

    def _end(self, editor: QWidget, rows: int, columns: int) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, Hint.NoHint)
        self.ended.emit(rows, columns)

    def _take(self) -> None:
        editor = self.sender()
        if isinstance(editor, Chooser):
            self._end(editor, 0, 0)

    def _begin(self, index: Index) -> None:
        place = self._model.place(index)
        session = self._desk.session
        touched = keeping(session.form, session.answers, {place: None})
        self._before = (place, {each: at(session.answers, each) for each in touched})
        self._typed = False
        self._note(place)

    def _note(self, place: Path) -> None:
        if place != self._place:
            self._place = place
            self._desk.attention.enter(place)

    def _type(self, cell: QPersistentModelIndex, text: str) -> None:
        if cell.isValid():
            self._typed = True
            self._note(self._model.type(cell, text, typing=True))

    def _revert(self) -> None:
        """Brings back what stood there when typing began; a row that came with it goes."""
        if not self._typed:
            return
        place, before = self._before
        row = self._place[: len(self._model.sheet.path) + 1]
        patch: Patch = before if place != self._model.sheet.path else {row: None}
        said = self._model.sheet.says(row[-1], 0)
        self._desk.session.edit(patch, said, self._place, self._place)

    def _drawn(self, option: QStyleOptionViewItem, index: Index) -> Drawn:
        model, row, column = self._model, index.row(), index.column()
        state, view = option.state, self._view
        alive = view.hasFocus() or view.viewport().hasFocus()
        current = alive and view.currentIndex() == index
        if model.is_ghost(row):
            return Drawn(model.text(row, column), tone="ghost", current=current)
        is_read = model.sheet.node(model.key(row), column) is None
        tone = "read" if is_read else "closed" if model.is_closed(row, column) else ""
        return Drawn(
            model.text(row, column),
            model.sheet.columns()[column].numeric,
            model.worst(row, column),
            tone,
            bool(state & QStyle.StateFlag.State_Selected) and not current,
            current,
        )
