"""What matrices and indicators share: an editor that is a grid."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.ui.field.editor import Editor


class GridEditor(Editor):
    """Edits the answers of a sheet in a grid."""

    def __init__(self, desk: Desk, node: AnyNode, path: Path, sheet: Sheet) -> None:
        super().__init__(desk, node, path)
        self.grid = Grid(desk, sheet)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.grid)

    def main(self) -> QWidget:
        """The cells."""
        return self.grid.view

    def refresh(self) -> None:
        """Shows the answers that the session has."""
        self.grid.refresh()

    def speak(self) -> None:
        """Says everything anew in the language of the window."""
        self.grid.refresh()
        self.grid.draw()

    def draw(self) -> None:
        """Takes colours and sizes anew."""
        self.grid.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows in which cells something is wrong."""
        self.grid.mark(findings)

    def reveal(self, path: Path) -> None:
        """Stands in the cell of a place."""
        self.grid.reveal(path)
