"""Keeps one open application: saves it to its file, watches that nobody else does, and never loses an edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from grantdesk.files import reading
from grantdesk.files.grant import Grant, revised
from grantdesk.files.reading import Opened
from grantdesk.files.trouble import ChangedOnDisk
from grantdesk.model.tree import Answers, same
from grantdesk.session.application import PROGRAM
from grantdesk.session.keeping.place import Clock, Place, file_name, name_of, now
from grantdesk.session.keeping.recovery import Recovery
from grantdesk.session.keeping.rhythm import Rhythm
from grantdesk.session.keeping.saving import Move, Save, Saved
from grantdesk.session.keeping.state import State, moment
from grantdesk.session.keeping.watch import Watch
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble


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
        self.is_closed = self._is_discarded = self._quiet = False
        self._running, self._next = 0, list[bool]()
        self._place = place
        self._written: Answers | None = session.answers if place else None
        self._work = Work(self)
        self._watch = Watch(self._work, self)
        self._recovery = Recovery(session, lambda: self.path, clock, self)
        self._rhythm = Rhythm(self)
        self._connect()

    def _connect(self) -> None:
        self._rhythm.due.connect(self._save_quietly)
        self._watch.changed.connect(self.changed_outside)
        self._watch.changed.connect(self.turned)
        self._watch.calmed.connect(self.shelter)
        self._watch.vanished.connect(self.shelter)
        self._recovery.kept.connect(self.kept)
        self.session.changed.connect(self.shelter)
        self._watch.use(self._place)

    @property
    def path(self) -> Path | None:
        """Where the application lies; None if it was never saved."""
        return self._place.path if self._place else None

    @property
    def saved_at(self) -> datetime | None:
        """When the file was last written, as it says itself; None if there is none."""
        return moment(self.session.base.saved) if self._place else None

    @property
    def is_foreign(self) -> bool:
        """Did somebody else write the file since it was read or written here?"""
        return self._watch.is_foreign

    @property
    def suggested(self) -> str:
        """A name for the file, without a folder, from the project's title."""
        return file_name(name_of(self.session) or self._called)

    @property
    def is_saved(self) -> bool:
        """Is the file on the disk what is in the window?"""
        if self._written is None or self._watch.is_gone:
            return False
        return same(self._written, self.session.answers)

    @property
    def is_saving(self) -> bool:
        """Is a save on its way?"""
        return self._running > 0

    @property
    def would_lose(self) -> bool:
        """Would closing lose anything? A new application in which nothing was done yet is nothing to lose."""
        if self.session.read_only or self.is_saved or self._is_discarded:
            return False
        return self._place is not None or bool(self.session.answers)

    @property
    def state(self) -> Phrase:
        """Where the work is, in a few words for a status line."""
        return State(
            self.saved_at,
            self.is_saved,
            is_kept=self._recovery.is_kept,
            is_saving=self.is_saving,
            is_foreign=self.is_foreign,
            is_gone=self._watch.is_gone,
            has_failed=self.trouble is not None,
            read_only=self.session.read_only,
        ).said

    def save(self, over: bool = False) -> None:
        """Saves to the file it came from; `saved` or `troubled` tells what became of it. `over` replaces what
        somebody else wrote there. ValueError if it has no place yet, or is only read."""
        if self._place is None or self.session.read_only:
            raise ValueError("there is no place to save to")
        if self.is_saving:
            self._next = [over or any(self._next)]
        elif self.is_saved and not over:
            self.look()
            self.saved.emit()
        else:
            expect = None if over else self._place.stamp
            grant = self._revised()
            self._start(Save(grant, self._place, expect, self._recovery.before(grant.revision)).done)

    def save_as(self, path: Path) -> None:
        """Saves to another place, and works on there."""
        if self._place and path.resolve() == self._place.path.resolve():
            self.save()
            return
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
        if self._may_save_quietly():
            self._rhythm.rest()

    def look(self) -> None:
        """Looks whether somebody else wrote the file: when the window comes to the front, for one."""
        if not self.is_closed:
            self._watch.look()

    def reload(self) -> None:
        """Takes the version on the disk over, as one undoable step."""
        if self._place:
            self._work.start(partial(reading.read, self._place.path, True), self._reloaded, self._fail)

    def shelter(self) -> None:
        """Keeps aside what is not saved: after each edit, and when it came from elsewhere and is saved nowhere."""
        if self.is_closed:
            return
        if self.is_saved:
            self._recovery.settle()
            self._rhythm.stop()
        else:
            self._recovery.stir()
            if self._may_save_quietly():
                self._rhythm.stir()
        self.turned.emit()

    def take_over(self, forget: Callable[[], None]) -> None:
        """Calls `forget` as soon as the work lies here, in recovery or in the file, and need not lie elsewhere."""
        self._recovery.instead = forget

    def discard(self) -> None:
        """The person does not want what is unsaved: it is forgotten when the keeper closes."""
        self._is_discarded = True

    def close(self) -> None:
        """Ends: what is unsaved, and was not discarded, stays in recovery and is offered at the next start."""
        if self.is_closed:
            return
        self._rhythm.stop()
        self._watch.use(None)
        self._work.close()
        self._recovery.close(keep=self.would_lose)
        if self._place:
            self._place.leave()
        self.is_closed = True
        self.session.stack.clear()

    def _revised(self) -> Grant:
        return revised(self.session.grant, self.session.answers, PROGRAM, self.clock())

    def _may_save_quietly(self) -> bool:
        """May it be saved without asking? Not where there is nothing to save, somebody else's work would be in the
        way, or the file is gone, and so was perhaps meant to be."""
        at_peace = not self.is_foreign and not self._watch.is_gone
        return self._place is not None and at_peace and not self.session.read_only and not self.is_saved

    def _save_quietly(self) -> None:
        if self._may_save_quietly():
            self._quiet = True
            self.save()

    def _start(self, job: Callable[[], Saved]) -> None:
        self._running += 1
        self._rhythm.begin()
        self._work.start(job, self._done, self._fail_saving)
        self.turned.emit()

    def _done(self, saved: Saved) -> None:
        if self._place and self._place.lock is not saved.place.lock:
            self._place.leave()
        self._stand_on(saved.place)
        self.session.rebase(saved.grant)
        self._settle(saved.grant.answers)
        self._end_saving()
        if saved.notices:
            self.noticed.emit(saved.notices)
        self.saved.emit()
        self.turned.emit()

    def _stand_on(self, place: Place) -> None:
        self._place, self.trouble = place, None
        self._watch.use(place)

    def _settle(self, written: Answers) -> None:
        """The file holds these answers now; what was edited meanwhile is still to be saved."""
        self._written = written
        if self.is_saved:
            self._written = self.session.answers  # the same object: comparing costs nothing then
            self.session.stack.setClean()
            self._recovery.settle()
        else:
            self.shelter()

    def _end_saving(self) -> None:
        self._running -= 1
        self._quiet = False
        if not self._running and self._next:
            over = self._next.pop()
            if over or not self.is_saved:
                self.save(over)

    def _fail_saving(self, error: Exception) -> None:
        quiet = self._quiet and type(error) is type(self.trouble)
        self._next.clear()
        self._end_saving()
        self._fail(error, quiet)

    def _fail(self, error: Exception, quiet: bool = False) -> None:
        """Tells of trouble, once if nobody asked for what failed. What is no trouble goes to the crash handler."""
        if not isinstance(error, Trouble):
            raise error
        self.trouble = error
        if isinstance(error, ChangedOnDisk):
            self.look()
        if self._may_save_quietly():
            self._rhythm.stir()
        if not quiet:
            self.troubled.emit(error)
        self.turned.emit()

    def _reloaded(self, found: Opened) -> None:
        if self._place is None:
            return
        if not self.session.may_load(found.grant):
            said = phrase("Another application lies in its place now. Open it in a window of its own.")
            self._fail(Trouble(said))
            return
        self.session.load(found.grant, phrase("Load the version from the disk"))
        self._stand_on(replace(self._place, stamp=found.stamp))
        self._settle(found.grant.answers)
        if found.notices:
            self.noticed.emit(found.notices)
        self.turned.emit()
