"""The window of one application: put together from its parts, named after it, and closed without loss."""

from base64 import b64decode, b64encode
from binascii import Error

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.dropped import openable
from grantdesk.ui.window.application import ApplicationWindow
from grantdesk.ui.window.deed.command import Commands
from grantdesk.ui.window.deed.doors import Doors
from grantdesk.ui.window.deed.handing import Handing
from grantdesk.ui.window.deed.looking import Looking
from grantdesk.ui.window.deed.moving import Moving
from grantdesk.ui.window.deed.saving import Saving
from grantdesk.ui.window.deed.table import Parts, table
from grantdesk.ui.window.deed.view import View
from grantdesk.ui.window.deed.viewing import Viewing
from grantdesk.ui.window.frame.header import Header
from grantdesk.ui.window.frame.status import Status
from grantdesk.ui.window.part.body import Body
from grantdesk.ui.window.part.cover import Cover
from grantdesk.ui.window.part.middle import Middle
from grantdesk.ui.window.part.strip import Strip
from grantdesk.ui.window.part.title import name
from grantdesk.words.phrase import counted, phrase

PLACE = "window"
WIDE, HIGH = 1280, 860
FRAME = 44
"""So much of the screen's height is left to what the system puts above a window."""
LEAST_WIDE, LEAST_HIGH = 640, 420


class Window(ApplicationWindow):
    """Everything that one application needs. Closing it saves what is unsaved, or asks."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        super().__init__(desk, keeper)
        self.doors = Doors(desk.ask, self)
        self.strip = Strip(desk)
        self.handing = Handing(desk, keeper, self.strip, self)
        self.middle = Middle(desk, self._last_page)
        self.moving = Moving(desk, self.middle, self)
        self.saving = Saving(desk, keeper, self.strip, self)
        self.body = Body(desk, self.moving.navigator, self.middle, self.moving.findings)
        self.cover = Cover(desk, self.body)
        self.looking = Looking(desk, self.body, self.cover, self.moving)
        self.viewing = Viewing(desk, self.cover, self.body, self.handing, self.moving)
        parts = Parts(
            *(
                desk,
                self.doors,
                self.saving,
                self.handing,
                self.moving,
                self.looking,
                self.viewing,
                self.body,
            ),
            View(desk),
        )
        self.commands = self.looking.commands = Commands(desk, table(parts), self)
        self.header = Header(desk, self.commands)
        self.status = Status(desk, self.saving, self.commands)
        self.setAcceptDrops(True)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._arrange()
        self._connect()
        self._place()
        self._rename()
        self.moving.start()

    def go(self, path: tuple[str, ...]) -> None:
        """Brings a place in the answers to the eye, with the focus in it."""
        self.moving.go(path)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back to the window sees at once whether the file was changed meanwhile, and what time it is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeper.look()
            if self.header.countdown:
                self.header.countdown.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes files of applications."""
        if openable(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens them, each in a window of its own."""
        event.acceptProposedAction()
        self.doors.files_wanted.emit(openable(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.saving.may_close():
            self._remember()
            self.keeper.close()
            event.accept()
            self.closed.emit()
        else:
            event.ignore()

    def _last_page(self) -> QWidget:
        return self.viewing.last_page()

    def _arrange(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.strip, self.cover, self.status):
            column.addWidget(widget, int(widget is self.cover))
        self.setCentralWidget(whole)
        self.setMinimumSize(LEAST_WIDE, LEAST_HIGH)

    def _connect(self) -> None:
        desk, stir = self.desk, self._soon.start
        self._soon.timeout.connect(self._follow)
        for signal in (desk.session.changed, self.keeper.turned, self.keeper.saved, self.keeper.kept):
            signal.connect(stir)
        for signal in (desk.attention.turned, desk.speech.changed, desk.preferences.changed):
            signal.connect(stir)
        self.handing.wanted.connect(self.moving.go)
        self.middle.turned.connect(self.keeper.rest)
        self.middle.turned.connect(self.body.close_drawers)
        self.middle.onward.connect(self._go_on)
        self.moving.findings.chosen.connect(self.body.close_drawers)
        self.body.folded.connect(self._fold)
        self.header.pages.clicked.connect(self.body.show_pages)
        self.header.issues.clicked.connect(self.body.show_issues)
        self.header.menu.aboutToShow.connect(self.commands.refresh)
        self.doors.end_wanted.connect(self.close)
        self._fold()

    def _go_on(self) -> None:
        """From the foot of a page, which says that it saves too."""
        if self.saving.may_go_on():
            self.moving.next_page()

    def _follow(self) -> None:
        """Catches up with what happened since: once for however much did."""
        self._rename()
        self.commands.refresh()
        self.status.refresh()
        self._fold()

    def _fold(self) -> None:
        n = len(self.desk.attention.shown)
        self.header.pages.setVisible(self.body.is_pages_folded)
        self.header.issues.setVisible(self.body.is_issues_folded)
        said = counted("Issue ({n})", "Issues ({n})", n=n) if n else phrase("Issues")
        self.header.issues.setText(self.desk.say(said))
        self.header.issues.setToolTip(self.header.issues.text())  # where there is no room for all of it
        self.header.fit()

    def _rename(self) -> None:
        path = self.keeper.path
        self.setWindowFilePath(str(path) if path else "")
        self.setWindowTitle(f"{self.desk.say(name(self.desk.session))}[*] – grantdesk")
        self.setWindowModified(not self.keeper.is_saved and not self.desk.session.read_only)

    def _place(self) -> None:
        """Where it stood last; else in a good size for the screen."""
        try:
            told = b64decode(self.desk.preferences.value.places.get(PLACE, ""), validate=True)
        except (Error, ValueError):
            told = b""
        if not told or not self.restoreGeometry(QByteArray(told)):
            room = self.screen().availableGeometry()
            px = self.desk.look.px
            self.resize(min(px(WIDE), room.width()), min(px(HIGH), room.height() - px(FRAME)))

    def _remember(self) -> None:
        geometry = b64encode(self.saveGeometry().data()).decode()
        places = {**self.desk.preferences.value.places, PLACE: geometry}
        self.desk.preferences.change(places=places)
        self.body.remember()
