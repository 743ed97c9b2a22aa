"""Where all windows belong to: opens and closes them, one for each application, and the page where one begins."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from grantdesk.app.office.recent import remember
from grantdesk.files.disk.real import real
from grantdesk.files.trouble import Damaged
from grantdesk.session.preferences import Preferences
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.dialog.questions import Dialogs
from grantdesk.ui.piece.scene import Stage
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

# For start-up: the page where one begins needs no application, and who opens a file no such page.
if TYPE_CHECKING:
    from grantdesk.app.paper import Papers
    from grantdesk.session.earlier.left import Left
    from grantdesk.session.opening import Opening
    from grantdesk.ui.start.start import Start
    from grantdesk.ui.window.application import ApplicationWindow

Asking: TypeAlias = Callable[[Stage, Preferences], Ask]


class Office(QObject):
    """All windows speak one language and look alike. `asking` makes what asks the person; tests give another."""

    def __init__(
        self, app: QApplication, stage: Stage, preferences: Preferences, asking: Asking = Dialogs
    ) -> None:
        super().__init__(app)
        self._app, self.stage, self.preferences, self._asking = app, stage, preferences, asking
        self.windows: list[ApplicationWindow] = []
        self.start: Start | None = None
        self.papers: Papers | None = None
        self.has_ended, self._work = False, Work(self)
        self.ask = asking(stage, preferences)

    def open(self, path: Path) -> None:
        """Opens a file, or brings up the window in which it is open."""
        window = self.window_of(path)
        if window is not None:
            bring_up(window)
        elif path.suffix.lower() == ".pdf":
            self._papers().open(path)
        else:
            self._enter_by(path)

    def read(self, path: Path) -> None:
        """Opens a file only to read it."""
        self._enter_by(path, read=True)

    def take_over(self, path: Path) -> None:
        """Opens a file to work on it, whoever has it open."""
        self._enter_by(path, over=True)

    def prove(self) -> None:
        """Tells whether a paper belongs to an application."""
        self._papers().prove()

    def begin(self, call: str) -> None:
        """Begins an application for a call, by its id."""
        from grantdesk.session import opening  # for start-up: as above

        self._enter(partial(opening.begun_for, call, self.stage.speech.language))

    def begin_from(self, path: Path, call: str) -> None:
        """Begins one for a call that takes over what it can from an earlier one."""
        from grantdesk.session import opening  # for start-up: as above

        self._enter(partial(opening.begun_from, path, call), path)

    def restore(self, work: "Left") -> None:
        """Opens what a crash has left unsaved."""
        from grantdesk.session import opening  # for start-up: as above

        window = self.window_of(work.path) if work.path else None
        if window is not None and opening.put_back(work, window.desk.session, window.keeper):
            bring_up(window)
        elif not self._enter(partial(opening.restored, work), work.path):
            return
        if self.start is not None:
            self.start.drop_unsaved(work)
            self.start.setVisible(self.start.has_unsaved)

    def show_start(self) -> None:
        """Shows the page where one begins."""
        if self.start is None:
            self.start = self._started()
        self._over(self.ask, self.start)
        bring_up(self.start)

    def offer_unsaved(self) -> None:
        """Offers what a crash has left, if there is anything."""
        from grantdesk.session.earlier.left import left_behind  # for start-up: as above

        self._work.start(left_behind, self._offer)

    def _offer(self, works: "Sequence[Left]") -> None:
        if works and not self.has_ended:
            self.show_start()
            if self.start is not None:
                self.start.offer_unsaved(works)

    def leave(self) -> None:
        """Closes all windows, as far as the person agrees."""
        for window in list(self.windows):
            if not window.close():
                return
        if self.start is not None:
            self.start.close()

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
        self.secure()
        for window in list(self.windows):
            window.keeper.close()
            window.close()
        if self.start is not None:
            self.start.close()
        self._app.exit()

    def front(self) -> QWidget | None:
        """The window that the person works in."""
        return self._app.activeWindow() or next(iter(self.windows), self.start)

    def _enter_by(self, path: Path, *, over: bool = False, read: bool = False) -> None:
        from grantdesk.session import opening  # for start-up: as above

        self._enter(partial(opening.opened, path, over=over, read=read), path)

    def _enter(self, job: "Callable[[], Opening]", path: Path | None = None) -> bool:
        """Opens by a job and shows the window; tells what went wrong otherwise. Is there a window now?"""
        try:
            opened = job()
        except Damaged as trouble:
            return self._offer_rescue(trouble, path)
        except Trouble as trouble:
            self._tell(trouble)
            return False
        if opened.is_ours and path is not None:
            opened.keeper.close()
            self._bring_up_ours(opened)
            return True
        self._show(self._window(opened))
        return True

    def _bring_up_ours(self, opened: "Opening") -> None:
        """The same application, under another name, is open in a window of ours."""
        for window in self.windows:
            if window.desk.session.base.id == opened.session.base.id:
                bring_up(window)

    def _offer_rescue(self, trouble: Damaged, path: Path | None) -> bool:
        """Nobody is left alone with a damaged file: what is left of it may be opened."""
        options = (Option("rescue", phrase("Open what is left"), "main"), Option("", phrase("Don’t open")))
        self._over(self.ask, self.front())
        if path is None or self.ask.choose(Question(trouble.phrase, options)) != "rescue":
            return False
        from grantdesk.session import opening  # for start-up: as above

        return self._enter(partial(opening.rescued, path))

    def _tell(self, trouble: Trouble) -> None:
        self._over(self.ask, self.front())
        self.ask.tell(trouble.phrase)

    def _window(self, opened: "Opening") -> "ApplicationWindow":
        from grantdesk.app.office.desk import desk  # for start-up: as above

        ask = self._asking(self.stage, self.preferences)
        made = desk(opened.session, self.stage, ask, self.preferences)
        if opened.session.read_only:
            from grantdesk.app.office.reading import reading  # for start-up: few windows are for reading

            return reading(self, made, opened)
        from grantdesk.app.office.working import working  # for start-up: as above

        return working(
            self, made, opened, partial(remember, self.preferences, opened.keeper, self.stage.speech)
        )

    def _show(self, window: "ApplicationWindow") -> None:
        self.windows.append(window)
        self._over(window.desk.ask, window)
        window.closed.connect(self._closed)
        window.show()
        remember(self.preferences, window.keeper, self.stage.speech)
        if self.start is not None and not self.start.has_unsaved:
            self.start.hide()

    def _closed(self) -> None:
        for window in [each for each in self.windows if each is self.sender()]:
            remember(self.preferences, window.keeper, self.stage.speech)
            self.windows.remove(window)
            window.desk.work.close()
            # by name, and here: what is left to the collector of garbage may be found by it in another thread
            for thing in (window, window.keeper, window.desk.attention, window.desk.session):
                thing.deleteLater()
        if not self.windows and self.start is not None and self.start.isHidden():
            self.start.close()
            self._app.quit()

    def _papers(self) -> "Papers":
        from grantdesk.app.paper import Papers  # for start-up: papers are rarely opened

        if self.papers is None:
            self.papers = Papers(self, self.stage, self.preferences, self)
        self._over(self.ask, self.front())
        return self.papers

    def window_of(self, path: Path) -> "ApplicationWindow | None":
        """The window in which a file is open."""
        wanted = real(path)
        return next((w for w in self.windows if w.keeper.path and real(w.keeper.path) == wanted), None)

    def _started(self) -> "Start":
        from grantdesk.session.stock.calls import offered  # for start-up: as above
        from grantdesk.ui.start.start import Start

        start = Start(self.stage, self.preferences, self.ask, offered())
        start.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        start.destroyed.connect(self._start_closed)
        start.chosen_file.connect(self.open)
        start.chosen_to_read.connect(self.read)
        start.chosen_call.connect(self.begin)
        start.chosen_proof.connect(self.prove)
        start.chosen_earlier.connect(self.begin_from)
        start.restored.connect(self.restore)
        start.forgotten.connect(self._forget)
        return start

    def _start_closed(self) -> None:
        self.start = None

    def _forget(self, work: "Left") -> None:
        from grantdesk.session.earlier.left import forget  # for start-up: as above

        forget(work)
        if self.start is not None:
            self.start.drop_unsaved(work)

    def ask_over(self, window: QWidget | None) -> Ask:
        """What asks the person, over this window."""
        self._over(self.ask, window)
        return self.ask

    def _over(self, ask: Ask, window: QWidget | None) -> None:
        """Questions come up over a window."""
        if isinstance(ask, Dialogs):
            ask.over = window


def bring_up(window: QWidget) -> None:
    """Shows a window in front of all others."""
    window.show()
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()
