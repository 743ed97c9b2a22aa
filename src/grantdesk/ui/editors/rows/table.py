"""A table that is filled in: a grid where its rows can be read side by side, otherwise cards."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Attachment, Choice, Several, TableNode
from grantdesk.model.order import rows
from grantdesk.model.path import Path
from grantdesk.outline.kind.table import is_wide
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.card.cards import Cards
from grantdesk.ui.editors.rows.spread import Spread
from grantdesk.ui.field.editor import Editor, Make
from grantdesk.words.phrase import Phrase, counted, phrase

MANY = 300
"""Rows of which nobody reads card after card, and for which as many cards would be made: a grid takes any number."""


class TableEditor(Editor):
    """Edits the rows of a table: {row id: {pos, column: answer}}."""

    def __init__(self, desk: Desk, node: TableNode, path: Path, make: Make) -> None:
        super().__init__(desk, node, path)
        self.table = desk.session.form.call.tables[node.table]
        self.body: Spread | Cards
        if self._is_wide(node):
            self.body = Cards(desk, node, path, make)
        else:
            self.body = Spread(desk, node, path)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
        desk.session.changed.connect(self._count)

    def main(self) -> QWidget:
        """The cells or cards, or the button that makes the first."""
        return self.body.main()

    def concerns(self, path: Path) -> bool:
        """The answers below, the rows that are chosen from, and what it works out."""
        tables = [each.rows_of for each in self.table.columns if isinstance(each, Choice | Several)]
        return super().concerns(path) or path[0] in tables

    def refresh(self) -> None:
        """Shows the rows that the session has."""
        self.body.refresh()

    def speak(self) -> None:
        """Says everything anew in the language of the window."""
        self.body.refresh()
        self.body.draw()
        self.counted.emit()

    def draw(self) -> None:
        """Takes colours and sizes anew."""
        self.body.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows in which cells or cards something is wrong."""
        self.body.mark(findings)

    def reveal(self, path: Path) -> None:
        """Stands in the cell or opens the card of a place."""
        self.body.reveal(path)

    def counter(self) -> str:
        """How many rows there are, and how many there may be."""
        n, least, most = len(rows(self.answer)), self.table.least, self.table.most
        there = counted("{n} row", "{n} rows", n=n)
        return self.desk.say(_bounded(there, least, most))

    def _is_wide(self, node: TableNode) -> bool:
        dossier = self.desk.session.dossier(self.desk.speech.language)
        if any(isinstance(each, Attachment) for each in self.table.columns):
            return True  # a cell holds no files
        return len(rows(self.answer)) <= MANY and is_wide(dossier, node)

    def _count(self, paths: frozenset[Path]) -> None:
        if any(len(path) <= len(self.path) + 1 and self.concerns(path) for path in paths):
            self.counted.emit()


def _bounded(there: Phrase, least: int, most: int) -> Phrase:
    if least == most:
        return phrase("{rows}; {most} are needed", rows=there, most=most)
    if least:
        return phrase("{rows}; at least {least}, at most {most}", rows=there, least=least, most=most)
    return phrase("{rows}; at most {most}", rows=there, most=most)
