"""What the windows of an application have in common, whether one works in them or reads."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from grantdesk.model.path import Path
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk


class ApplicationWindow(QMainWindow):
    """A window with one application in it.

    Signals: `closed` when it is closed for good.
    """

    closed = Signal()

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__()
        self.desk, self.keeper = desk, keeper
        self.setWindowIcon(desk.look.icon("grantdesk-file"))

    def go(self, path: Path) -> None:
        """Brings a place in the answers to the eye."""
        raise NotImplementedError
