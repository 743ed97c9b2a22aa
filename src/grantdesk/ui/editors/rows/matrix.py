"""Numbers for each pair of a row and a column of two other tables, with totals on both sides."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, overload

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from grantdesk.call.terms.node import AnyNode, Matrix
from grantdesk.model.path import Path
from grantdesk.model.tree import EMPTY
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import NOTHING
from grantdesk.outline.fact.name import Name
from grantdesk.rules.value import whole
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.sheet import Column, Sheet, Sum
from grantdesk.ui.editors.rows.gridded import GridEditor
from grantdesk.ui.field.editor import Make
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import Phrase, phrase

SUM = "="
"""In place of a key for the column with the totals."""
NO_SUM = Sum(NOTHING)


class Heads(Sequence[Column]):
    """The columns of a matrix, each told when somebody looks at it; the last has the sums of the rows."""

    def __init__(self, dossier: Dossier, names: Iterable[Name]) -> None:
        self._dossier, self._names = dossier, (*names, Name(phrase("Sum")))
        self._told: dict[int, Column] = {}

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, at: int) -> Column: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Column]: ...
    def __getitem__(self, at: int | slice) -> Column | Sequence[Column]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        if at not in self._told:
            name, say = self._names[at], self._dossier.say
            whole_name = say(name.full) if name is not self._names[-1] else ""
            self._told[at] = Column(say(name.short), whole_name, numeric=True)
        return self._told[at]


class Pairs(Sheet):
    """A matrix: rows and columns are those of the two tables, and a last column with the sums of the rows."""

    seen = 900

    def __init__(self, desk: Desk, node: Matrix, path: Path) -> None:
        super().__init__(desk, path)
        self._matrix = node
        self._number = node.cell
        self.turn()

    def turn(self) -> None:
        """The rows and columns may be others, or be called otherwise."""
        dossier = self.dossier
        self.rows: Mapping[str, Name] = dossier.names.of(self._matrix.rows)
        self.across: Mapping[str, Name] = dossier.names.of(self._matrix.columns)
        self._ids = (*self.across, SUM)
        self._columns = Heads(dossier, self.across.values())

    def keys(self) -> Sequence[str]:
        """The rows, in their order."""
        return list(self.rows)

    def columns(self) -> Sequence[Column]:
        """The columns by their short names; the tip has the whole name."""
        return self._columns

    def wordy(self) -> Sequence[int]:
        """None: there are numbers only."""
        return ()

    def name(self, row: str) -> str:
        """What a row is called."""
        return self.dossier.say(self.rows[row].full) if row in self.rows else row

    def node(self, row: str, column: int) -> AnyNode | None:
        """A number; totals are only read."""
        return self._number if column < len(self.across) else None

    def place(self, row: str, column: int) -> Path:
        """The number of a pair."""
        return (*self.path, row, self._ids[column])

    def shown(self, row: str, column: int) -> str:
        """The number, or the total of its row."""
        if column < len(self.across):
            return super().shown(row, column)
        return self._said(self._sum(row))

    def foot(self) -> Sequence[Sum]:
        """The totals of the columns, and of everything."""
        found: dict[str, int] = {}
        for row in self.rows:
            for column, cell in self._cells(row).items():
                if column in self.across and (n := whole(cell)) is not None:
                    found[column] = found.get(column, 0) + n
        sums = [Sum(self._said(found[each])) if each in found else NO_SUM for each in self.across]
        return [*sums, Sum(self._said(sum(found.values()) if found else None))]

    def says(self, row: str, column: int) -> Phrase:
        """A change of a pair."""
        return phrase("Change “{field}”", field=self._matrix.label)

    def _cells(self, row: str) -> Mapping[str, Any]:
        """What is given in a row, by its columns; what belongs to columns that are gone is there too."""
        given = self.desk.session.answers.get(self.path[0])
        cells = given.get(row) if isinstance(given, dict) else None
        return cells if isinstance(cells, dict) else EMPTY

    def _sum(self, row: str) -> int | None:
        """What is there in a row; None where nobody has written a number yet."""
        cells = self._cells(row)
        found = [n for key, cell in cells.items() if key in self.across and (n := whole(cell)) is not None]
        return sum(found) if found else None

    def _said(self, number: int | None) -> str:
        return NOTHING if number is None else self.dossier.language.number(number, self._matrix.decimals)


class MatrixEditor(GridEditor):
    """Edits a matrix: {row id: {column id: integer}}. It leads to the tables whose rows are missing."""

    def __init__(self, desk: Desk, node: Matrix, path: Path, make: Make) -> None:
        self.sheet = Pairs(desk, node, path)
        super().__init__(desk, node, path, self.sheet)
        self._matrix = node
        self.unit = Label(desk, "", "mute")
        self.empty = self._made_empty()
        self.column.insertWidget(0, self.unit)
        self.column.addWidget(self.empty)
        self._show_state()

    def main(self) -> QWidget:
        """The cells, or the first way to what is missing."""
        return self.grid.view if self._is_there() else self.links[0]

    def refresh(self) -> None:
        """Shows the answers that the session has."""
        super().refresh()
        self._show_state()

    def speak(self) -> None:
        """Says everything anew in the language of the window."""
        super().speak()
        self._show_state()

    def _is_there(self) -> bool:
        return bool(self.sheet.rows) and bool(self.sheet.across)

    def _show_state(self) -> None:
        there = self._is_there()
        self.grid.setVisible(there)
        self.empty.setVisible(not there)
        unit = self._matrix.unit
        self.unit.setVisible(there and unit is not None)
        if unit is not None:
            self.unit.show_said(phrase("Numbers are in this unit: {unit}", unit=unit))

    def _made_empty(self) -> QFrame:
        desk, form = self.desk, self.desk.session.form
        card = QFrame()
        card.setProperty("role", "card")
        px = desk.look.px
        column, row = QVBoxLayout(card), Flow()
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        tables = [form.project.node(name) for name in (self._matrix.rows, self._matrix.columns)]
        labels = [node.label for node in tables if node is not None]
        told = phrase("Here you fill in numbers once there are rows in {tables}.", tables=tuple(labels))
        column.addWidget(Label(desk, told, "mute"))
        row.setSpacing(px(8))
        column.addLayout(row)
        self.links: list[Button] = []
        for node in tables:
            if node is not None:
                link = Button(desk, phrase("Go to “{table}”", table=node.label), "arrow-right")
                link.setObjectName(node.id)
                link.clicked.connect(self._go)
                row.addWidget(link)
                self.links.append(link)
        return card

    def _go(self) -> None:
        self.wanted.emit((self.sender().objectName(),))
