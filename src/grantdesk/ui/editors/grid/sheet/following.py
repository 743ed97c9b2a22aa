"""The rows of a grid as Qt wants to be told of them: they go, take another order and come, one after the other."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from grantdesk.ui.editors.grid.sheet.ghost import GHOST, swapped

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Following(QAbstractTableModel):
    """Has `_rows` by their keys and so many columns as `_width` says; `_follow` turns the rows into others."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[str] = []
        self._width = 0

    @property
    def keys(self) -> Sequence[str]:
        """The rows that are there, without the one that is not real yet."""
        return self._rows[:-1] if self._rows[-1:] == [GHOST] else self._rows

    def key(self, row: int) -> str:
        """The key of a row, GHOST for the one that is not real yet."""
        return self._rows[row]

    def is_ghost(self, row: int) -> bool:
        """Is it the row that is not real yet?"""
        return self._rows[row] == GHOST

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Qt: the rows, with the one that is not real yet."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Qt: the columns."""
        return 0 if parent.isValid() else self._width

    def _follow(self, wanted: list[str]) -> None:
        if wanted == self._rows:
            return
        self._rows, staying = swapped(self._rows, wanted), set(wanted)
        for row in reversed(range(len(self._rows))):
            if self._rows[row] not in staying:
                self.beginRemoveRows(NOWHERE, row, row)
                del self._rows[row]
                self.endRemoveRows()
        there = set(self._rows)
        self._arrange([key for key in wanted if key in there])
        self._insert(wanted)

    def _arrange(self, order: list[str]) -> None:
        if order == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        old, before = self.persistentIndexList(), self._rows
        self._rows = order
        places = {key: row for row, key in enumerate(order)}
        new = [self.index(places[before[index.row()]], index.column()) for index in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _insert(self, wanted: list[str]) -> None:
        known = set(self._rows)
        row = 0
        while row < len(wanted):
            end = row
            while end < len(wanted) and wanted[end] not in known:
                end += 1
            if end > row:
                self.beginInsertRows(NOWHERE, row, end - 1)
                self._rows[row:row] = wanted[row:end]
                self.endInsertRows()
            row = max(end, row + 1)
