"""What somebody drags into a window and lets go there."""

from pathlib import Path

from PySide6.QtCore import QMimeData

from grantdesk.ui.desk.ask import is_of


def dropped(data: QMimeData) -> list[Path]:
    """The files of this computer in what is dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def openable(data: QMimeData) -> list[Path]:
    """Those that are applications, or PDFs that may have one inside."""
    return [path for path in dropped(data) if is_of(path, "document")]
