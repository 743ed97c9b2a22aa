"""The running program: Qt's application, the office of its windows, and the guard behind them."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from grantdesk import __version__
from grantdesk.app.office.ahead import OPENING, WORKING, loading
from grantdesk.app.office.ending import Ending
from grantdesk.app.office.guard import Guard
from grantdesk.app.office.idle import Idle
from grantdesk.app.office.office import Office
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.session.work import PAUSE
from grantdesk.ui.dialog.native import Native
from grantdesk.ui.look.look import STYLE, Look
from grantdesk.ui.piece.scene import Stage


class Application(QApplication):
    """Signals: `file_dropped(path)` when the system hands a file over, as macOS does."""

    file_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__([*sys.argv[:1], "-style", STYLE])
        self.setApplicationName("grantdesk")
        self.setApplicationVersion(__version__)
        self.setDesktopFileName("grantdesk")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_dropped.emit(Path(event.file()))
            return True
        return super().event(event)


class Manner:
    """Keeps language and look as the person has chosen them; what the command line says holds until they choose."""

    def __init__(self, stage: Stage, preferences: Preferences, lang: str | None, look: str | None) -> None:
        self._stage, self._preferences = stage, preferences
        self._chosen = self._now()
        self._follows = look is None
        if look is None:
            stage.look.follow(preferences)
        else:
            stage.look.use(look, preferences.value.text)
        stage.speech.use(lang or preferences.spoken)
        preferences.changed.connect(self._follow)

    def _now(self) -> tuple[str, str, int]:
        value = self._preferences.value
        return value.language, value.look, value.text

    def _follow(self) -> None:
        before, self._chosen = self._chosen, self._now()
        if before[0] != self._chosen[0]:
            self._stage.speech.use(self._preferences.spoken)
        if before[1:] != self._chosen[1:] and not self._follows:
            self._follows = True
            self._stage.look.follow(self._preferences)


def run(files: Sequence[Path], lang: str | None, look: str | None) -> None:
    """Opens the files, or the page where one begins, and stays until the last window is closed."""
    gc.enable()  # whoever starts the program may have it off until here
    PAUSE.begin()
    app = Application()
    preferences = Preferences(app)
    stage = Stage(Speech("en", app), Look(app, is_styled=True))
    manner = Manner(stage, preferences, lang, look)
    office = Office(app, stage, preferences)
    guard, ending = guarded(office), ended(office, app)
    app.file_dropped.connect(office.open)
    begin(office, files)
    Idle(office, [PAUSE.end, *loading(OPENING), office.offer_unsaved, *loading(WORKING)])
    native = Native(app, stage.speech)
    try:
        if not office.has_ended:
            app.exec()
    finally:
        office.close()
        ending.remove()
        guard.remove()
        del manner, native


def begin(office: Office, files: Sequence[Path]) -> None:
    """Opens the files, or the page where one begins. What is wrong with a file may be told meanwhile, and the program
    may be ended meanwhile."""
    office.open_all(files)
    if not office.windows and not office.has_ended:
        office.show_start()


def guarded(office: Office) -> Guard:
    """The guard of an office, in place."""

    def show(report: str, file: Path | None) -> None:
        from grantdesk.app.office.fault import tell  # for start-up: faults are rare

        tell(office, report, file)

    guard = Guard(office.keep, show)
    guard.install()
    return guard


def ended(office: Office, app: QApplication) -> Ending:
    """What hears that the system wants the program to end, in place."""
    app.commitDataRequest.connect(office.secure)
    ending = Ending()
    ending.wanted.connect(office.end)
    ending.install()
    return ending
