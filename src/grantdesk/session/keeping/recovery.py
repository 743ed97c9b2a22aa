"""Keeps every edit aside within a second, on threads of its own, until it is saved: no edit waits for an attachment."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from grantdesk.files.grant import moment
from grantdesk.files.recovery.left import Left, forget
from grantdesk.files.recovery.record import Record
from grantdesk.files.recovery.refuge import Refuge
from grantdesk.files.trouble import Damaged
from grantdesk.session.keeping.place import Clock, name_of
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

SOON = 0.3  # seconds from the first edit until it is written
AGAIN_MS = 5_000  # after recovery could not be written
GAP = 0.7  # from the beginning of one writing to that of the next; no edit waits longer

EXPOSED = phrase(
    "What you do cannot be kept safe between two saves: this computer’s disk may be full, or your own folder cannot be "
    "written to. Save often until that is put right."
)

Where = Callable[[], Path | None]


class Recovery(QObject):
    """The recovery of one session. `trouble` is why nothing can be kept, None while all is well. `instead` is the
    work that was restored: it is forgotten as soon as it lies here or in the file.

    Signals: `kept` when the answers of a moment are on the disk; `exposed(sentences)` once for each time that
    nothing can be kept any more.
    """

    kept = Signal()
    exposed = Signal(object)

    def __init__(self, session: Session, where: Where, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self.trouble: Trouble | None = None
        self.instead: Left | None = None
        self._edits = self._safe = 0
        self._session, self._where, self._clock = session, where, clock
        self._refuge = Refuge(session.base.id)
        self._work, self._carrier, self._numbers = Work(self), Work(self), count(1)
        self._coming, self._held, self._begun, self._hitch = "", set[str](), 0.0, False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._keep)

    @property
    def is_kept(self) -> bool:
        """Is every edit on the disk, in the file or in recovery, with what is attached?"""
        return self._safe == self._edits and self._is_whole

    @property
    def _is_whole(self) -> bool:
        """Did everything that was asked for go well?"""
        return not self._carrier.busy and not self._hitch

    def stir(self) -> None:
        """Something was edited: it is written soon."""
        self._edits += 1
        if not self._timer.isActive():
            wait = max(SOON, self._begun + GAP - monotonic())
            self._timer.start(round(min(wait, GAP) * 1000))

    def settle(self) -> None:
        """Nothing is unsaved any more."""
        self._timer.stop()
        self._safe, self._coming = self._edits, ""
        self._forget()
        self._work.start(partial(self._refuge.clear, next(self._numbers)), failed=self._failed)

    def before(self, coming: str, path: Path) -> Callable[[], None]:
        """What to do before the revision `coming` is written at path: after a crash it is then known as our own."""
        self._coming = coming
        record = self._record()
        record = record if record.path else replace(record, path=path)
        return partial(_tried, partial(self._refuge.keep, record, next(self._numbers)))

    def secure(self) -> None:
        """Writes what is unsaved now, and waits until it is written."""
        self._timer.stop()
        self._keep()
        self._work.finish()
        self._carrier.finish()

    def close(self, keep: bool) -> None:
        """Ends; with `keep` what is unsaved now waits for the next start."""
        self._timer.stop()
        if keep and not self.is_kept:
            self._keep()
        self._work.close()
        self._carrier.close()
        self._refuge.close(keep)

    def _record(self) -> Record:
        session = self._session
        grant = replace(session.base, answers=session.answers, attachments=dict(session.attachments))
        record = Record(grant, self._where(), moment(self._clock()), name_of(session), self._coming)
        return replace(record, instead=self.instead.folder.name) if self.instead else record

    def _keep(self) -> None:
        record, edits = self._record(), self._edits
        self._begun, self._hitch = monotonic(), False
        keep = partial(self._refuge.keep, record, next(self._numbers))
        self._work.start(keep, lambda _: self._told(edits), self._failed)
        contents = {content.sha256: content for content in record.contents()}
        for key in contents.keys() - self._held:
            self._held.add(key)
            self._carrier.start(partial(self._refuge.hold, contents[key]), self._carried, self._dropped)

    def _told(self, edits: int) -> None:
        self._safe = max(self._safe, edits)
        self._rest()
        self.kept.emit()

    def _carried(self, _: object = None) -> None:
        self._rest()
        self.kept.emit()

    def _rest(self) -> None:
        """When nothing is on its way any more, what was restored lies here too."""
        if self._is_whole and not self._work.busy:
            self.trouble = None
            self._forget()

    def _dropped(self, error: Exception) -> None:
        """What is broken in the file itself is no better anywhere else."""
        if isinstance(error, Damaged):
            self._carried()
        else:
            self._failed(error)

    def _forget(self) -> None:
        instead, self.instead = self.instead, None
        if instead:
            forget(instead)

    def _failed(self, error: Exception) -> None:
        """Where nothing can be kept the state line says so; the work goes on."""
        if not isinstance(error, Trouble):
            raise error
        was_well, self.trouble, self._hitch = self.trouble is None, error, True
        self._held.clear()
        if was_well:
            self.exposed.emit((EXPOSED,))
        if not self._timer.isActive():
            self._timer.start(AGAIN_MS)


def _tried(job: Callable[[], object]) -> None:
    """A save does not fail because there is no place for recovery."""
    try:
        job()
    except Trouble:
        return
