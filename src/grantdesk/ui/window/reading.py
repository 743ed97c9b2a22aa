"""The window in which an application is only read: by choice, since somebody else has it open, since it is newer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.reader.reader import Reader
from grantdesk.ui.window.application import ApplicationWindow
from grantdesk.ui.window.deed.handing import Handing
from grantdesk.ui.window.part.strip import Strip, Way
from grantdesk.ui.window.part.title import name
from grantdesk.words.phrase import Phrase, phrase

WIDE, HIGH = 1180, 860
CLOSE_KEYS = ("Ctrl+W", "Ctrl+Q")


class ReadingWindow(ApplicationWindow):
    """Nothing in it can be changed.

    Signals: `copy_wanted` to work on a copy of it; `over_wanted` to take it over from whoever has it open.
    """

    copy_wanted = Signal()
    over_wanted = Signal()

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__(desk, keeper)
        self.strip, self.reader = Strip(desk), Reader(desk)
        self.handing = Handing(desk, keeper, self.strip, self)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.reader, 1)
        self.setCentralWidget(whole)
        self.resize(desk.look.px(WIDE), desk.look.px(HIGH))
        self.reader.comparing.connect(self.handing.compare)
        self.reader.proving.connect(self.handing.prove)
        self.handing.wanted.connect(self.reader.come_to)
        for keys, deed in (
            (CLOSE_KEYS, self.close),
            (("Ctrl+E",), self._export),
            (("Ctrl+P",), self._print),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(deed)
            self.addAction(action)
        desk.speech.changed.connect(self._rename)
        self.reader.page.setFocus()
        self._rename()

    def explain(self, reason: Phrase, may_copy: bool, may_take_over: bool) -> None:
        """Tells why it can only be read, and what else there is to do."""
        ways = [Way(phrase("Open a copy to edit"), self.copy_wanted.emit)] if may_copy else []
        if may_take_over:
            ways.append(Way(phrase("Take it over"), self.over_wanted.emit))
        self.strip.show_about("reading", "info", reason, ways)

    def go(self, path: Path) -> None:
        """Brings a place of the answers into sight."""
        self.reader.come_to(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keeper.close()
        super().closeEvent(event)
        self.closed.emit()

    def _export(self) -> None:
        self.handing.export(self.reader.reading.language.code)

    def _print(self) -> None:
        self.handing.print(self.reader.reading.language.code)

    def _rename(self) -> None:
        said = phrase("{name}, to be read", name=name(self.desk.session))
        self.setWindowTitle(f"{self.desk.say(said)} – grantdesk")
        self.setWindowFilePath(str(self.keeper.path or ""))
