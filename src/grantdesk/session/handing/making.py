"""Makes the pages anew while somebody looks at them: in the background, after each pause, the latest only."""

from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from grantdesk.model.path import Path
from grantdesk.rules.length import is_limited
from grantdesk.session.aside import Aside, NotThere
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.paper.apart import Edition, Refused, length_of, sent
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.trouble import Trouble

PAUSE = 450  # ms without an edit: while somebody types, nothing is made
FELT = 0.05  # seconds: what takes longer would be felt in typing, and is made in a process of its own

Make = Callable[[Edition], Any]
"""Makes something of an edition; a function of a module, so that another process can find it."""
Opening = Callable[[Any], Any]
"""What is done with it in the background of this process."""


def edition(session: Session, wish: Wish) -> Edition:
    """What is wished of the application as it is at this moment."""
    return Edition(
        session.grant, wish.language, wish.empty, wish.profile, wish.partner, checked=session.checked
    )


def limited(session: Session, work: Work, language: str, parent: QObject) -> "Making | None":
    """Has the session measured on paper, in a language, after each pause; None where the call limits no pages."""
    if not is_limited(session.form):
        return None
    making = Making(session, work, length_of, _as_it_is, parent)
    making.finished.connect(session.measure)
    making.want(Wish(language))
    making.watch(True)
    return making


class Making(QObject):
    """One job runs at most, and one waits. What an edit has overtaken meanwhile is not shown.

    Signals: `begun` when there is something to make; `finished(what came of it)`; `failed(exception)`.
    """

    begun = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: Session, work: Work, make: Make, opening: Opening, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._work, self._make, self._opening = session, work, make, opening
        self.wish = Wish("fi")
        self.is_stale, self.is_running, self._is_watched = True, False, False
        self._aside = Aside(self)
        self.is_apart = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._start)
        session.changed.connect(self._stir)

    def watch(self, on: bool) -> None:
        """Somebody looks at the pages, or nobody does: then they wait until somebody will."""
        self._is_watched = on
        if on and self.is_stale:
            self._start()
        elif not on:
            self._pause.stop()
            self._rest()

    def want(self, wish: Wish) -> None:
        """Other pages are wanted, at once."""
        if wish != self.wish:
            self.wish, self.is_stale = wish, True
            if self._is_watched:
                self._start()

    def _stir(self, paths: frozenset[Path]) -> None:
        if not paths:  # it was only measured
            return
        self.is_stale = True
        if self._is_watched:
            self.begun.emit()
            self._pause.start()

    def _start(self) -> None:
        self._pause.stop()
        self.begun.emit()
        if self.is_running:
            return  # what is stale is made when the job is done
        self.is_stale, self.is_running = False, True
        wanted = edition(self._session, self.wish)
        if self.is_apart and not wanted.undrawn:
            self._aside.start(partial(sent, self._make, wanted.sendable), self._open, self._fail)
        else:
            self._work.start(partial(self._timed, wanted), self._note, self._fail)

    def _timed(self, wanted: Edition) -> tuple[Any, float]:
        began = perf_counter()
        made = self._make(wanted)
        return self._opening(made), perf_counter() - began

    def _note(self, result: tuple[Any, float]) -> None:
        """Whether that took so long that it is better made apart from now on."""
        self.is_apart = self.is_apart or result[1] > FELT
        self._done(result[0])

    def _open(self, made: Any) -> None:
        if isinstance(made, Refused):
            self._fail(Trouble(made.phrase))
        elif isValid(self):
            self._work.start(partial(self._opening, made), self._done, self._fail)

    def _done(self, result: Any) -> None:
        if isValid(self) and self._is_current():
            self.finished.emit(result)

    def _fail(self, error: Exception) -> None:
        if not isValid(self):
            return
        if isinstance(error, NotThere):  # then it is made here, as slow as it is
            self.is_apart, self.is_stale = False, True
        if self._is_current():
            self.failed.emit(error)

    def _is_current(self) -> bool:
        """Is this still what is wanted? If not, that is made now, unless somebody is at work: then after the pause."""
        self.is_running = False
        if self.is_stale and self._is_watched and not self._pause.isActive():
            self._start()
        return not self.is_stale and not self.is_running

    def _rest(self) -> None:
        """Nobody looks: no process stands by, and what it was making is to be made another time."""
        if self.is_apart and self.is_running:
            self.is_running, self.is_stale = False, True
        self._aside.rest()


def _as_it_is(made: Any) -> Any:
    return made
