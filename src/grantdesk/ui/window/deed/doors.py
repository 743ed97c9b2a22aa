"""What a window asks of whoever has opened it: other windows, and its own end."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from grantdesk.ui.desk.ask import Ask


class Doors(QObject):
    """Signals: `start_wanted` for the page where one begins; `file_wanted(path)` to open a file, `files_wanted(paths)`
    to open several; `reading_wanted(path)` to open one only to read it; `end_wanted` to close this window;
    `leave_wanted` to close all of them."""

    start_wanted = Signal()
    file_wanted = Signal(object)
    files_wanted = Signal(object)
    reading_wanted = Signal(object)
    end_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask

    def start(self) -> None:
        """To where one begins."""
        self.start_wanted.emit()

    def open(self) -> None:
        """Asks for a file and opens it."""
        path = self._ask.file_to_open("document")
        if path is not None:
            self.file_wanted.emit(path)

    def read(self, path: Path) -> None:
        """Opens a file to read it."""
        self.reading_wanted.emit(path)

    def close(self) -> None:
        """Closes this window."""
        self.end_wanted.emit()

    def leave(self) -> None:
        """Closes all windows."""
        self.leave_wanted.emit()
