"""The rows of a table side by side: the grid, the buttons above it, and what stands there while it is empty."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import TableNode
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid import gesture
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.rows.deed.deeds import Deeds, told
from grantdesk.ui.editors.rows.deed.empty import Empty
from grantdesk.ui.editors.rows.deed.gone import Gone
from grantdesk.ui.editors.rows.deed.tools import Tools
from grantdesk.ui.editors.rows.listing import Listing
from grantdesk.words.phrase import counted, phrase


class Spread(QWidget):
    """A table as a grid."""

    def __init__(self, desk: Desk, node: TableNode, path: Path) -> None:
        super().__init__()
        self._desk = desk
        self.sheet = Listing(desk, node, path)
        self.deeds = Deeds(desk.session, path, node.label)
        self.gone, self.tools = Gone(desk), Tools(desk)
        self.grid = Grid(desk, self.sheet)
        self.empty = Empty(
            desk,
            phrase("Nothing here yet. Add rows one by one, or paste them from a spreadsheet."),
            phrase("Add the first row"),
            phrase("Paste rows"),
        )
        self._lay_out()
        self._connect()
        self._show_state()

    def main(self) -> QWidget:
        """The cells, or the button that makes the first."""
        return self.grid.view if self.grid.isVisibleTo(self) else self.empty.first

    def refresh(self) -> None:
        """Shows the answers that the session has."""
        self.grid.refresh()
        self._show_state()

    def draw(self) -> None:
        """The look, the size of text or the language is another."""
        self.grid.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows what is wrong where."""
        self.grid.mark(findings)

    def reveal(self, path: Path) -> None:
        """Stands in the cell of a place."""
        if self.sheet.keys():
            self.grid.reveal(path)
        else:
            self.empty.first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rows are pasted while there is none yet, too: the buttons that stand there take no such key."""
        if event.matches(QKeySequence.StandardKey.Paste) and self.empty.isVisible():
            self._paste()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.gone, self.empty, self.tools, self.grid):
            column.addWidget(part)

    def _connect(self) -> None:
        view = self.grid.view
        view.rows.moves = not self._desk.session.read_only
        view.rows.dropped.connect(self._drop)
        view.shifted.connect(self._shift)
        for area in (view, view.rows):
            area.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.rows.customContextMenuRequested.connect(self._open_row_menu)
        self.tools.wanted.connect(self._do)
        self.grid.walked.connect(self._allow)
        self.grid.model.turned.connect(self._show_state)
        self.empty.begun.connect(self._begin)
        self.empty.other.connect(self._paste)

    def _show_state(self) -> None:
        """An empty table says how to begin; a full one has no more room."""
        rows = bool(self.sheet.keys())
        self.empty.setVisible(not rows and not self._desk.session.read_only)
        self.tools.setVisible(rows)
        self.grid.setVisible(rows)
        self._allow()

    def _allow(self) -> None:
        keys = list(self.sheet.keys())
        chosen = [
            key for key in self.grid.view.chosen if key in keys
        ]  # the view may still show one that is gone
        may = not self._desk.session.read_only
        room = self.sheet.room()
        self.tools.allow(
            {
                "add": may and room > 0,
                "duplicate": may and bool(chosen) and room >= len(chosen),
                "up": may and bool(chosen) and chosen[0] != keys[0],
                "down": may and bool(chosen) and chosen[-1] != keys[-1],
                "delete": may and bool(chosen),
                "copy_all": bool(keys),
            }
        )

    def _do(self, deed: str) -> None:
        chosen = self.grid.view.chosen
        if deed == "add":
            self._begin()
        elif deed == "copy_all":
            gesture.copy_all(self.grid.model)
        elif deed in ("up", "down"):
            self._shift(-1 if deed == "up" else 1)
        elif deed == "duplicate" and chosen:
            self._stand_in(self.deeds.duplicate(chosen)[0])
        elif deed == "delete" and chosen:
            n = len(chosen)
            referring = self.deeds.remove(chosen)
            self.gone.tell(counted("{n} row was deleted.", "{n} rows were deleted.", n=n), told(referring))
            self.main().setFocus()

    def _begin(self) -> None:
        """Adds a row and begins to type in it."""
        key = self.deeds.add()
        self._stand_in(key)
        self.grid.view.edit(self.grid.view.currentIndex())

    def _paste(self) -> None:
        """Puts the rows of the clipboard into the table; without any it stays empty."""
        self.grid.view.paste()
        self._show_state()
        if self.sheet.keys():
            self.grid.view.setFocus()

    def _shift(self, by: int) -> None:
        column, chosen = self.grid.view.area.column, self.grid.view.chosen
        if not chosen:
            return
        self.deeds.shift(chosen, by)
        self._choose(chosen, column)

    def _drop(self, row: int) -> None:
        """The selected rows go before the row."""
        keys, chosen = list(self.sheet.keys()), self.grid.view.chosen
        above = [key for key in keys[:row] if key not in chosen]
        self.deeds.move(chosen, above[-1] if above else None)
        self._choose(chosen, 0)

    def _choose(self, chosen: Sequence[str], column: int) -> None:
        """The rows that were moved stay selected."""
        row = list(self.sheet.keys()).index(chosen[0])
        area = self.grid.view.area
        width = self.grid.model.columnCount() if len(chosen) > 1 else 1
        columns = area.columns if len(chosen) == area.rows else width
        self.grid.view.choose(type(area)(row, column, len(chosen), columns))
        self.grid.view.setFocus()

    def _stand_in(self, key: str) -> None:
        self._show_state()
        self.grid.reveal((*self.sheet.path, key))

    def _open_menu(self, at: QPoint) -> None:
        self.tools.open_menu(self.grid.view.viewport().mapToGlobal(at))

    def _open_row_menu(self, at: QPoint) -> None:
        head = self.grid.view.rows
        row = head.logicalIndexAt(at)
        if row >= 0 and not self.grid.view.selectionModel().isRowSelected(row):
            self.grid.view.selectRow(row)
        self.tools.open_menu(head.viewport().mapToGlobal(at))
