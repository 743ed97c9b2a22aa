"""Keeps one open application: saves it to its file, watches that nobody else does, and never loses an edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from grantdesk.files import reading
from grantdesk.files.container.stamp import Stamp
from grantdesk.files.grant import Grant, revised
from grantdesk.files.reading import Opened
from grantdesk.files.trouble import ChangedOnDisk
from grantdesk.model.tree import Answers, same
from grantdesk.session.application import PROGRAM
from grantdesk.session.keeping.place import Clock, Place, now
from grantdesk.session.keeping.recovery import Recovery
from grantdesk.session.keeping.saving import Move, Save, Saved, looked
from grantdesk.session.keeping.state import State, moment
from grantdesk.session.keeping.watch import Watch
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

AUTOSAVE_MS = 120_000  # at the latest, while there is something to save
REST_MS = 1_000  # after the person turned a page
GAP_MS = 20_000  # between two saves that nobody asked for


class Keeper(QObject):
    """Everything about the file of one session. `path` is None until it was first saved; `trouble` is what the last
    save failed of, None after one that did not.

    Signals: `saved` when the file on the disk is this application; `troubled(Trouble)` when something could not be
    done; `noticed(tuple of phrases)` when something is worth telling though it went well; `changed_outside` once when
    somebody else wrote the file; `kept` when the unsaved work lies in recovery; `turned` when what a status line shows
    is another.
    """

    saved = Signal()
    troubled = Signal(object)
    noticed = Signal(object)
    changed_outside = Signal()
    kept = Signal()
    turned = Signal()

    def __init__(
        self, session: Session, place: Place | None = None, clock: Clock = now, called: str = ""
    ) -> None:
        """`called` names an application that has no place and no title yet."""
        super().__init__()
        self.session, self.clock, self._called = session, clock, called
        self.trouble: Trouble | None = None
        self.is_saving = self.is_foreign = self.is_closed = False
        self._quiet = self._again = False
        self._place, self._theirs = place, place.stamp if place else None
        self._begun = -float(GAP_MS)
        self._written: Answers | None = session.answers if place else None
        self._work, self._watch = Work(self), Watch(self)
        self._recovery = Recovery(session, self._where, clock, self)
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._connect()

    def _connect(self) -> None:
        self._autosave.timeout.connect(self._save_quietly)
        self._rest.timeout.connect(self._save_quietly)
        self._watch.stirred.connect(self.look)
        self._recovery.kept.connect(self.kept)
        self.session.changed.connect(self._edited)
        self._watch.use(self.path)

    @property
    def path(self) -> Path | None:
        """Where the application lies; None if it was never saved."""
        return self._place.path if self._place else None

    @property
    def saved_at(self) -> datetime | None:
        """When the file was last written, as it says itself; None if there is none."""
        return moment(self.session.base.saved) if self._place else None

    @property
    def is_saved(self) -> bool:
        """Is the file on the disk what is in the window?"""
        return self._written is not None and same(self._written, self.session.answers)

    @property
    def would_lose(self) -> bool:
        """Would closing lose anything? A new application in which nothing was done yet is nothing to lose."""
        return not self.session.read_only and not self.is_saved and self._differs()

    @property
    def state(self) -> Phrase:
        """Where the work is, in a few words for a status line."""
        return State(
            self.saved_at,
            self.is_saved,
            is_kept=self._recovery.is_kept,
            is_saving=self.is_saving,
            is_foreign=self.is_foreign,
            has_failed=self.trouble is not None,
            read_only=self.session.read_only,
        ).said

    def _differs(self) -> bool:
        return self._place is not None or bool(self.session.answers)

    def save(self, over: bool = False) -> None:
        """Saves to the file it came from; `saved` or `troubled` tells what became of it. `over` replaces what
        somebody else wrote there. ValueError if it has no place yet, or is only read."""
        if self._place is None or self.session.read_only:
            raise ValueError("there is no place to save to")
        if self.is_saving:
            self._again = True
            return
        grant = self._revised()
        expect = None if over else self._place.stamp
        self._start(Save(grant, self._place, expect, self._recovery.before(grant.revision)).done)

    def save_as(self, path: Path) -> None:
        """Saves to another place, and works on there."""
        if self._place and path.resolve() == self._place.path.resolve():
            self.save()
            return
        self._work.finish()
        grant = self._revised()
        self._start(Move(grant, path, self.clock(), self._recovery.before(grant.revision)).done)

    def save_and_wait(self) -> bool:
        """Saves and waits for it, before the window closes: is everything on the disk now?"""
        self._work.finish()
        if not self.is_saved:
            self.save()
            self._work.finish()
        return self.is_saved

    def rest(self) -> None:
        """The person turns a page, or leaves the window: a good moment to save."""
        if not self._rest.isActive() and not self.is_saved:
            since = round((monotonic() - self._begun) * 1000)
            self._rest.start(max(REST_MS, GAP_MS - since))

    def look(self) -> None:
        """Looks whether somebody else wrote the file: when the window comes to the front, for one."""
        if self._place and not self.is_closed:
            path, seen = self._place.path, self._place.stamp
            self._work.start(lambda: looked(path, seen), self._looked, self._fail)

    def reload(self) -> None:
        """Takes the version on the disk over, as one undoable step."""
        if self._place:
            path = self._place.path
            self._work.start(lambda: reading.read(path, newer=True), self._reloaded, self._fail)

    def discard(self) -> None:
        """The person does not want what is unsaved: it is forgotten when the keeper closes."""
        self._written = self.session.answers

    def close(self) -> None:
        """Ends: what is unsaved, and was not discarded, stays in recovery and is offered at the next start."""
        if self.is_closed:
            return
        self._autosave.stop()
        self._rest.stop()
        self._watch.use(None)
        self._work.close()
        self._recovery.close(keep=self.would_lose)
        if self._place:
            self._place.leave()
        self.is_closed = True
        self.session.stack.clear()

    def _revised(self) -> Grant:
        return revised(self.session.grant, self.session.answers, PROGRAM, self.clock())

    def _where(self) -> Path | None:
        return self.path

    def _edited(self) -> None:
        if self.is_closed:
            return
        if self.is_saved:
            self._recovery.settle()
        else:
            self._recovery.stir()
            if self._place and not self._autosave.isActive():
                self._autosave.start()
        self.turned.emit()

    def _save_quietly(self) -> None:
        """Saves without being asked: nothing if there is nothing to save, or somebody else's work would be in the
        way."""
        if self._place and not self.session.read_only and not self.is_saved and not self.is_foreign:
            self._quiet = True
            self.save()

    def _start(self, job: Callable[[], Saved]) -> None:
        self.is_saving, self._begun = True, monotonic()
        self._autosave.stop()
        self._rest.stop()
        self._work.start(job, self._done, self._fail_saving)
        self.turned.emit()

    def _done(self, saved: Saved) -> None:
        if self._place and self._place.lock is not saved.place.lock:
            self._place.leave()
        if self.path != saved.place.path:
            self._watch.use(saved.place.path)
        self._place, self._theirs = saved.place, saved.place.stamp
        self.trouble, self.is_foreign = None, False
        self.session.rebase(saved.grant)
        self._settle(saved.grant.answers)
        self._end_saving()
        if saved.notices:
            self.noticed.emit(saved.notices)
        self.saved.emit()
        self.turned.emit()

    def _settle(self, written: Answers) -> None:
        """The file holds these answers now; what was edited meanwhile is still to be saved."""
        self._written = written
        if self.is_saved:
            self._written = self.session.answers  # the same object: comparing costs nothing then
            self.session.stack.setClean()
            self._recovery.settle()
        else:
            self._edited()

    def _end_saving(self) -> None:
        again, self.is_saving, self._again, self._quiet = self._again, False, False, False
        if again and not self.is_saved:
            self.save()

    def _fail_saving(self, error: Exception) -> None:
        quiet = self._quiet and type(error) is type(self.trouble)
        self._again = False
        self._end_saving()
        self._fail(error, quiet)

    def _fail(self, error: Exception, quiet: bool = False) -> None:
        """Tells of trouble, once if nobody asked for what failed. What is no trouble goes to the crash handler."""
        if not isinstance(error, Trouble):
            raise error
        self.trouble = error
        if isinstance(error, ChangedOnDisk):
            self.look()
        if not self.is_saved and self._place:
            self._autosave.start()
        if not quiet:
            self.troubled.emit(error)
        self.turned.emit()

    def _looked(self, found: Stamp | None) -> None:
        if self._place is None or found is None or self._theirs is None:
            return
        if found.same(self._place.stamp):
            self._place = replace(self._place, stamp=found)
            self._theirs, self.is_foreign = found, False
        elif not found.same(self._theirs):
            self._theirs, self.is_foreign = found, True
            self.changed_outside.emit()
            self.turned.emit()

    def _reloaded(self, found: Opened) -> None:
        if self._place is None:
            return
        if not self.session.may_load(found.grant):
            self._fail(
                Trouble(phrase("Another application lies in its place now. Open it in a window of its own."))
            )
            return
        self.session.load(found.grant, phrase("Load the version from the disk"))
        self._place, self._theirs = replace(self._place, stamp=found.stamp), found.stamp
        self.trouble, self.is_foreign = None, False
        self._settle(found.grant.answers)
        if found.notices:
            self.noticed.emit(found.notices)
        self.turned.emit()
