"""What takes files that are dragged over it and dropped."""

from collections.abc import Sequence
from pathlib import Path as File

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.dropped import dropped
from grantdesk.ui.field.editor import Editor


class Dropping(Editor):
    """An editor that files are dropped on: a copy is taken, whatever the program that they come from offers."""

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        super().__init__(desk, node, path)
        self.setAcceptDrops(not desk.session.read_only)

    def light(self, is_over: bool) -> None:
        """Shows that files can be dropped here."""
        raise NotImplementedError

    def take(self, files: Sequence[File]) -> None:
        """Takes the files that were dropped."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer are welcome, nothing else is."""
        if dropped(event.mimeData()):
            self.light(True)
            self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if dropped(event.mimeData()):
            self._accept(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.light(False)
        files = dropped(event.mimeData())
        if files:
            self._accept(event)
            self.take(files)

    def _accept(self, event: QDropEvent) -> None:
        """Never a move: the file stays where it is."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
