"""Makes the pages anew while somebody looks at them: in the background, after each pause, the latest only."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from grantdesk.model.path import Path
from grantdesk.rules.length import is_limited
from grantdesk.session.handing.exporting import Printing, Wish, printing
from grantdesk.session.paper.printing import Print, length, pages
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.language import Language

PAUSE = 450  # ms without an edit: while somebody types, nothing is made

Make = Callable[[Printing, Wish], Any]
"""Makes something of an application that is frozen, in the background."""


def made(job: Printing, wish: Wish) -> Print:
    """The pages of an application that is frozen, as they are wished."""
    return pages(job.application, Language(wish.language), wish.empty, wish.profile, wish.partner)


def limited(session: Session, work: Work, language: str, parent: QObject) -> "Making | None":
    """Has the session measured on paper, in a language, after each pause; None where the call limits no pages."""
    if not is_limited(session.form):
        return None
    making = Making(session, work, lambda job, wish: length(job.application, Language(wish.language)), parent)
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

    def __init__(self, session: Session, work: Work, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._work, self._make = session, work, make
        self.wish = Wish("fi")
        self.is_stale, self.is_running, self._is_watched = True, False, False
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
        job, wish, make = printing(self._session), self.wish, self._make
        self._work.start(lambda: make(job, wish), self._done, self._fail)

    def _done(self, result: Any) -> None:
        if isValid(self) and self._is_current():
            self.finished.emit(result)

    def _fail(self, error: Exception) -> None:
        if isValid(self) and self._is_current():
            self.failed.emit(error)

    def _is_current(self) -> bool:
        """Is this still what is wanted? If not, that is made now, unless somebody is at work: then after the pause."""
        self.is_running = False
        if self.is_stale and self._is_watched and not self._pause.isActive():
            self._start()
        return not self.is_stale and not self.is_running
