"""Where all windows belong to: one for each application, and the page where one begins."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from grantdesk.app.office.queue import Queue
from grantdesk.app.office.recent import remember
from grantdesk.files.disk.real import real
from grantdesk.session.preferences import Preferences
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.dialog.questions import Dialogs
from grantdesk.ui.dialog.run import put_away
from grantdesk.ui.piece.scene import Stage
from grantdesk.words.phrase import phrase

# For start-up: the page where one begins needs no application, and who opens a file no such page.
if TYPE_CHECKING:
    from grantdesk.app.office.entry.entrance import Entrance
    from grantdesk.app.office.reception import Reception
    from grantdesk.app.paper import Papers
    from grantdesk.session.earlier.left import Left
    from grantdesk.ui.start.start import Start
    from grantdesk.ui.window.application import ApplicationWindow

Asking: TypeAlias = Callable[[Stage, Preferences], Ask]
MANY = 8
"""So many files are opened without a question; more may have been dropped by mistake."""


class Office(QObject):
    """All windows speak one language and look alike. `asking` makes what asks the person; tests give another."""

    def __init__(
        self, app: QApplication, stage: Stage, preferences: Preferences, asking: Asking = Dialogs
    ) -> None:
        super().__init__(app)
        self._app, self.stage, self.preferences, self._asking = app, stage, preferences, asking
        self.windows: list[ApplicationWindow] = []
        self.papers: Papers | None = None
        self._entrance: Entrance | None = None
        self._reception: Reception | None = None
        self._queue = Queue(self.open, self)
        self.has_ended, self._work = False, Work(self)
        self.ask = asking(stage, preferences)

    @property
    def start(self) -> "Start | None":
        """The page where one begins; None if it is not there."""
        return self._reception.start if self._reception else None

    def open(self, path: Path) -> None:
        """Opens a file, or brings up the window in which it is open."""
        window = self.window_of(path)
        if window is not None:
            self.bring_up(window)
        elif path.suffix.lower() == ".pdf":
            self._papers().open(path)
        else:
            self._way_in().open(path)

    def open_all(self, paths: Sequence[Path]) -> None:
        """Opens files, the first one that can be opened at once; asks first where they are many."""
        wanted = [path for path in dict.fromkeys(paths) if self.window_of(path) is None]
        if len(wanted) > MANY and not self._agree(len(wanted)):
            return
        self._queue.add(dict.fromkeys(paths))
        while not (self._queue.is_empty or self.windows or self.has_ended):
            self._queue.open_next()

    def read(self, path: Path) -> None:
        """Opens a file only to read it."""
        self._way_in().open(path, read=True)

    def take_over(self, path: Path) -> None:
        """Opens a file to work on it, whoever has it open."""
        self._way_in().open(path, over=True)

    def prove(self) -> None:
        """Tells whether a paper belongs to an application."""
        self._papers().prove()

    def begin(self, call: str) -> None:
        """Begins an application for a call, by its id."""
        self._way_in().begin(call)

    def begin_from(self, path: Path, call: str) -> None:
        """Begins one for a call that takes over what it can from an earlier one."""
        self._way_in().begin_from(path, call)

    def restore(self, work: "Left") -> None:
        """Opens what a crash has left unsaved."""
        if self._way_in().restore(work) and self._reception is not None:
            self._reception.drop(work)

    def show_start(self) -> None:
        """Shows the page where one begins."""
        if self._reception is None:
            from grantdesk.app.office.reception import Reception  # for start-up: as above

            self._reception = Reception(self, self)
        start = self._reception.opened()
        self.ask_over(start)
        self.bring_up(start)

    def offer_unsaved(self) -> None:
        """Offers what a crash has left, if there is anything."""
        from grantdesk.session.earlier.left import left_behind  # for start-up: as above

        self._work.start(left_behind, self._offer)

    def admit(self, window: "ApplicationWindow") -> None:
        """Shows a new window; it is one of ours until it is closed."""
        self.windows.append(window)
        self._over(window.desk.ask, window)
        window.closed.connect(self._closed)
        window.show()
        remember(self.preferences, window.keeper, self.stage.speech)
        if self._reception is not None:
            self._reception.make_way()

    def leave(self) -> None:
        """Closes all windows, as far as the person agrees."""
        self._queue.clear()
        for window in list(self.windows):
            if not window.close():
                return
        self._close_start()

    def close(self) -> None:
        """Ends for good, once what is under way is done."""
        self.has_ended = True
        self._work.close()
        # what belonged to windows that are closed goes before Python ends, and not while it does
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def is_kept(self) -> bool:
        """Is everything that was done in the windows on the disk?"""
        return all(window.keeper.is_safe or not window.keeper.would_lose for window in self.windows)

    def keep(self) -> None:
        """Makes what is unsaved safe, after a fault."""
        for window in self.windows:
            window.keeper.secure()

    def secure(self) -> None:
        """Whoever works at the computer logs out: what may be saved without asking is saved, the rest is kept."""
        self.keep()
        for window in self.windows:
            if window.keeper.may_save_quietly:
                window.keeper.save_and_wait()

    def end(self) -> None:
        """The program must end now: nobody is asked, and what is in no file is offered at the next start."""
        self.has_ended = True
        self._queue.clear()
        self.secure()
        for window in list(self.windows):
            window.keeper.close()
            window.close()
        self._close_start()
        self._app.exit()

    def front(self) -> QWidget | None:
        """The window that the person works in."""
        return self._app.activeWindow() or next(iter(self.windows), self.start)

    def window_of(self, path: Path) -> "ApplicationWindow | None":
        """The window in which a file is open."""
        wanted = real(path)
        return next((w for w in self.windows if w.keeper.path and real(w.keeper.path) == wanted), None)

    def bring_up(self, window: QWidget) -> None:
        """Shows a window in front of all others."""
        window.show()
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()

    def new_ask(self) -> Ask:
        """What a new window asks the person with."""
        return self._asking(self.stage, self.preferences)

    def ask_in_front(self) -> Ask:
        """What asks the person, over the window in front."""
        return self.ask_over(self.front())

    def ask_over(self, window: QWidget | None) -> Ask:
        """What asks the person, over this window."""
        self._over(self.ask, window)
        return self.ask

    def _over(self, ask: Ask, window: QWidget | None) -> None:
        """Questions come up over a window."""
        if isinstance(ask, Dialogs):
            ask.over = window

    def _agree(self, n: int) -> bool:
        said = phrase("Open {n} files, each in a window of its own?", n=n)
        options = (Option("open", phrase("Open them"), "main"), Option("", phrase("Don’t open")))
        return self.ask_in_front().choose(Question(said, options)) == "open"

    def _offer(self, works: "Sequence[Left]") -> None:
        if works and not self.has_ended:
            self.show_start()
            if self._reception is not None:
                self._reception.offer(works)

    def _way_in(self) -> "Entrance":
        if self._entrance is None:
            from grantdesk.app.office.entry.entrance import Entrance  # for start-up: as above

            self._entrance = Entrance(self)
        return self._entrance

    def _papers(self) -> "Papers":
        from grantdesk.app.paper import Papers  # for start-up: papers are rarely opened

        if self.papers is None:
            self.papers = Papers(self, self.stage, self.preferences, self)
        self.ask_in_front()
        return self.papers

    def _closed(self) -> None:
        for window in [each for each in self.windows if each is self.sender()]:
            put_away(window)
            remember(self.preferences, window.keeper, self.stage.speech)
            self.windows.remove(window)
            window.desk.work.close()
            # by name, and here: what is left to the collector of garbage may be found by it in another thread
            for thing in (window, window.keeper, window.desk.attention, window.desk.session):
                thing.deleteLater()
        if not self.windows and self.start is not None and self.start.isHidden():
            self._close_start()
            self._app.quit()

    def _close_start(self) -> None:
        if self._reception is not None:
            self._reception.close()
