"""A grid as Qt reads it: rows that come, go and move with the answers, and what is wrong in which cell."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Patch
from grantdesk.rules.finding import Finding
from grantdesk.session.translation import keeping
from grantdesk.ui.editors.grid.sheet.following import NOWHERE, Following, Index
from grantdesk.ui.editors.grid.sheet.ghost import GHOST
from grantdesk.ui.editors.grid.sheet.marks import Marks
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.ui.editors.grid.sheet.translations import Translations
from grantdesk.ui.look.tip import tip
from grantdesk.words.phrase import Phrase, phrase

Role = Qt.ItemDataRole
LONG, NAME = 60, 30
"""Characters that any cell shows, and those of a name that stands beside a row."""


class GridModel(Following):
    """Shows a sheet. `marks` are the findings to be shown.

    Signals: `turned` after the rows and cells have become those of other answers.
    """

    turned = Signal()

    def __init__(self, sheet: Sheet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet, self.session = sheet, sheet.desk.session
        self.marks, self.translations = Marks(), Translations(sheet)
        self._rows, self._width = self._wanted(), len(sheet.columns())
        self._seen = (self.session.answers, sheet.desk.speech.language)
        self.session.changed.connect(self.refresh)

    def place(self, index: Index) -> Path:
        """Where the answer of a cell stands; the place of the whole grid for a row that is not real yet."""
        key = self._rows[index.row()]
        return self.sheet.place(key, index.column()) if key != GHOST else self.sheet.path

    def find(self, path: Path) -> QModelIndex:
        """The cell of a place at or below it; the first of the row for the place of a row; none for any other."""
        depth = len(self.sheet.path)
        if len(path) <= depth or path[:depth] != self.sheet.path or path[depth] not in self._rows:
            return NOWHERE
        key = path[depth]
        cells = (at for at in range(self._width) if self.sheet.place(key, at) == path[: depth + 2])
        return self.index(self._rows.index(key), next(cells, 0))

    def worst(self, row: int, column: int) -> str:
        """How bad what is to be told of a cell is: "error", "warning" …; of the row as a whole for the column -1."""
        worst = self.marks.worst(self._marked(row, column)) if self.marks.rows else ""
        return worst or ("warning" if self.is_stale(row, column) else "")

    def is_stale(self, row: int, column: int) -> bool:
        """Has the text that a cell translates changed since?"""
        return not self.is_ghost(row) and self.translations.is_stale(self._rows[row], column)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Other findings are to be shown."""
        marks = Marks(findings, len(self.sheet.path))
        if marks != self.marks:
            self.marks = marks
            self._tell(self.dataChanged)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self._rows) - 1))

    def type(self, index: Index, text: str, typing: bool = False) -> Path:
        """Answers a cell with what was typed; gives its place. A row that is not real yet becomes so."""
        read = self.sheet.read(self._rows[index.row()], index.column(), text)
        return self.give(index, read.value, typing)

    def give(self, index: Index, value: Answer | None, typing: bool = False) -> Path:
        """The same with an answer."""
        key, column = self._rows[index.row()], index.column()
        patch: Patch
        if key != GHOST:
            place = self.sheet.place(key, column)
            patch = {place: value}
        elif value is None:
            return self.sheet.path
        else:
            patch, keys = self.sheet.added([{column: value}])
            place = self.sheet.place(keys[0], column)
        self.edit(patch, self.sheet.says(key, column), place, typing)
        return place

    def edit(self, patch: Patch, said: Phrase, place: Path, typing: bool = False) -> None:
        """One undoable step; translations keep with them what they are written against."""
        if self.sheet.translations:
            patch = keeping(self.session.form, self.session.answers, patch)
        self.session.edit(patch, said, place, place if typing else None)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.session.read_only:
            return flags
        asks = self.sheet.asks(self._rows[index.row()], index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if asks else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """Qt: a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.EditRole:
                return self.sheet.written(self._rows[row], column) if not self.is_ghost(row) else ""
            case Role.ToolTipRole:
                return tip(self.told(row, column) or self._long(row, column))
            case Role.AccessibleDescriptionRole:
                return self.told(row, column)
            case Role.AccessibleTextRole:
                return self._spoken(row, column)
            case Role.TextAlignmentRole:
                right = self.sheet.columns()[column].numeric
                return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Qt: a text for a cell."""
        if not index.isValid() or role != Role.EditRole or not isinstance(value, str):
            return False
        if not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.type(index, value)
        return True

    def headerData(self, section: int, direction: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """Qt: what stands above and beside the cells."""
        if direction == Qt.Orientation.Vertical:
            return self._beside(section, role) if 0 <= section < len(self._rows) else None
        if not 0 <= section < self._width:
            return None
        column = self.sheet.columns()[section]
        match role:
            case Role.DisplayRole:
                return column.title
            case Role.AccessibleTextRole:
                needed = phrase("{field} (required)", field=column.title)
                return self.sheet.desk.say(needed) if column.needed else column.title
            case Role.ToolTipRole:
                return tip(column.help)
            case Role.AccessibleDescriptionRole:
                return column.help
            case _:
                return None

    def is_closed(self, row: int, column: int) -> bool:
        """Does a condition hide what is asked in a cell? What stands there is kept, and neither seen nor heard."""
        key, sheet = self._rows[row], self.sheet
        return key != GHOST and not sheet.asks(key, column) and sheet.node(key, column) is not None

    def text(self, row: int, column: int) -> str:
        """What a cell shows."""
        key = self._rows[row]
        if key != GHOST:
            return "" if self.is_closed(row, column) else self.sheet.shown(key, column)
        return self.sheet.desk.say(phrase("Add a row")) if column == 0 else ""

    def told(self, row: int, column: int) -> str:
        """What is wrong in a cell, in words."""
        found = [each.phrase for each in self.marks.at(self._marked(row, column))]
        if self.is_stale(row, column):
            found.append(self.translations.said(column))
        return "\n".join(map(self.sheet.desk.say, found))

    def refresh(self, *_: object) -> None:
        """Shows the answers that the session has."""
        seen = (self.session.answers, self.sheet.desk.speech.language)
        if self._seen[0] is seen[0] and self._seen[1] == seen[1]:
            return
        self._seen = seen
        self.sheet.turn()
        if self._width != len(self.sheet.columns()):
            self.beginResetModel()
            self._rows, self._width = self._wanted(), len(self.sheet.columns())
            self.endResetModel()
        else:
            self._follow(self._wanted())
            self._tell(self.dataChanged)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, max(0, len(self._rows) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, self._width - 1))
        self.turned.emit()

    def _wanted(self) -> list[str]:
        sheet = self.sheet
        ghost = sheet.growing and sheet.room() > 0 and not self.session.read_only
        return [*sheet.keys(), *([GHOST] if ghost else [])]

    def _tell(self, changed: Any) -> None:
        if self._rows and self._width:
            changed.emit(self.index(0, 0), self.index(len(self._rows) - 1, self._width - 1))

    def _spoken(self, row: int, column: int) -> str:
        text, told = self.text(row, column), self.told(row, column)
        if self.worst(row, column) != "error":
            return text
        return self.sheet.desk.say(phrase("{answer} – error: {message}", answer=text, message=told))

    def _marked(self, row: int, column: int) -> Path:
        key = self._rows[row]
        return (*self.sheet.path, key) if column < 0 or key == GHOST else self.sheet.place(key, column)

    def _long(self, row: int, column: int) -> str:
        """A text that its cell may not show whole."""
        text = self.text(row, column)
        return text if len(text) > LONG else ""

    def _beside(self, row: int, role: int) -> Any:
        match role:
            case Role.DisplayRole | Role.AccessibleTextRole:
                return self.sheet.name(self._rows[row]) if not self.is_ghost(row) else "+"
            case Role.ToolTipRole:
                name = "" if self.is_ghost(row) else self.sheet.name(self._rows[row])
                return tip(self.told(row, -1) or (name if len(name) > NAME else ""))
            case Role.AccessibleDescriptionRole:
                return self.told(row, -1)
            case _:
                return None
