"""Numbers for each pair of a row and a column of two other tables, with totals on both sides."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from grantdesk.call.terms.node import AnyNode, Matrix
from grantdesk.model.path import Path
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
        heads = [
            Column(dossier.say(each.short), dossier.say(each.full), numeric=True)
            for each in self.across.values()
        ]
        self._columns = (*heads, Column(dossier.say(phrase("Sum")), numeric=True))
        self._ids = (*self.across, SUM)

    def keys(self) -> Sequence[str]:
        """The rows, in their order."""
        return list(self.rows)

    def columns(self) -> Sequence[Column]:
        """The columns by their short names; the tip has the whole name."""
        return self._columns

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
        return self._said(self._sum([row], self.across))

    def foot(self) -> Sequence[Sum]:
        """The totals of the columns, and of everything."""
        sums = [self._sum(self.rows, [each]) for each in self.across]
        known = [each for each in sums if each is not None]
        return [Sum(self._said(each)) for each in (*sums, sum(known) if known else None)]

    def says(self, row: str, column: int) -> Phrase:
        """A change of a pair."""
        return phrase("Change “{field}”", field=self._matrix.label)

    def _sum(self, rows: Iterable[str], across: Iterable[str]) -> int | None:
        """What is there in these rows and columns; None where nobody has written a number yet."""
        given, across = self.desk.session.answers.get(self.path[0]), tuple(across)
        found: list[int] = []
        for row in rows:
            cells = given.get(row) if isinstance(given, dict) else None
            if isinstance(cells, dict):
                found += [n for each in across if (n := whole(cells.get(each))) is not None]
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
