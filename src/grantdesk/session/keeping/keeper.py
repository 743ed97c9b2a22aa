"""Keeps one open application: saves it to its file, notices who else writes there, and never loses an edit."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from grantdesk.files.disk.real import real, whole
from grantdesk.files.grant import Grant, revised
from grantdesk.files.reading import Opened
from grantdesk.files.recovery.left import Left
from grantdesk.files.trouble import ChangedOnDisk
from grantdesk.model.tree import Answers
from grantdesk.session.application import PROGRAM
from grantdesk.session.keeping.place import Clock, Place, now
from grantdesk.session.keeping.rhythm import Rhythm
from grantdesk.session.keeping.saving import Move, Save, Saved
from grantdesk.session.keeping.standing import Standing
from grantdesk.session.session import Session
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

ANOTHER = phrase("Another application lies in its place now. Open it in a window of its own.")


class Keeper(Standing):
    """Everything that happens to the file of one session.

    Signals: `saved` when the file on the disk is this application; `troubled(Trouble)` when something could not be
    done; `noticed(tuple of phrases)` when something is worth telling though it went well; `changed_outside` once for
    each time that somebody else wrote the file; `kept` when unsaved work lies in recovery; `turned` when what a status
    line shows is another.
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
        super().__init__(session, place, clock, called)
        self._clock, self._rhythm = clock, Rhythm(self)
        self.is_closed = self._is_quiet = self._again = False
        self.session.changed.connect(self.shelter)
        self._rhythm.due.connect(self._save_quietly)
        self._recovery.kept.connect(self.kept)
        self._recovery.kept.connect(self.turned)
        self._recovery.exposed.connect(self.noticed)
        self._file.written.connect(self._saved)
        self._file.loaded.connect(self._loaded)
        self._file.failed.connect(self._failed)
        self._file.vanished.connect(self.shelter)
        self._file.calmed.connect(self.shelter)
        self._file.changed.connect(self.turned)
        self._file.changed.connect(self.changed_outside)

    def save(self, over: bool = False) -> None:
        """Saves to the file it came from; `saved` or `troubled` tells what became of it. `over` replaces what
        somebody else wrote there. ValueError if it has no place yet, or is only read."""
        place = self._file.place
        if place is None or self.session.read_only:
            raise ValueError("there is no place to save to")
        if self.is_saving:
            self._again = True
        elif self.is_saved and not over:
            self.look()
            self.saved.emit()
        else:
            grant = self._revised()
            expect = None if over else place.stamp
            self._start(Save(grant, place, expect, self._recovery.before(grant.revision, place.path)).done)

    def save_as(self, path: Path) -> None:
        """Saves to another place, and works on there."""
        if self.path and real(path) == real(self.path):
            self.save()
        else:
            grant, path = self._revised(), whole(path)
            before = self._recovery.before(grant.revision, path)
            self._start(Move(grant, path, self._clock(), before).done)

    def finish(self) -> bool:
        """Waits for the save that is on its way: is everything on the disk now?"""
        self._file.finish()
        return self.is_saved

    def save_and_wait(self) -> bool:
        """Saves and waits for it, before the window closes: is everything on the disk now? ValueError as in `save`."""
        if not self.finish():
            self.save()
        return self.finish()

    def rest(self) -> None:
        """The person turns a page, or leaves the window: a good moment to save."""
        if self.may_save_quietly:
            self._rhythm.rest()

    def look(self) -> None:
        """Looks whether somebody else wrote the file: when the window comes to the front, for one."""
        if not self.is_closed:
            self._file.look()

    def reload(self) -> None:
        """Takes the version on the disk over, as one undoable step."""
        self._file.load()

    def shelter(self) -> None:
        """Keeps aside what is not saved: after each edit, and when it came from elsewhere and is saved nowhere."""
        if self.is_closed or self.session.read_only:
            return
        if self.is_saved:
            self._recovery.settle()
            self._rhythm.stop()
        else:
            self._recovery.stir()
            if self.may_save_quietly:
                self._rhythm.stir()
        self.turned.emit()

    def secure(self) -> None:
        """Keeps what is unsaved aside now, and waits for it: the program may end at any moment."""
        if self.would_lose and not self.is_closed:
            self._recovery.secure()

    def take_over(self, left: Left) -> None:
        """This work was left behind, and is forgotten as soon as it lies here, in recovery or in the file."""
        self._recovery.instead = left

    def discard(self) -> None:
        """The person does not want what is unsaved: it is forgotten when the keeper closes."""
        self._is_discarded = True

    def close(self) -> None:
        """Ends: what is unsaved, and was not discarded, stays in recovery and is offered at the next start."""
        if self.is_closed:
            return
        self._rhythm.stop()
        self._file.finish()
        self._recovery.close(keep=self.would_lose)
        self.is_closed = True
        self._file.close()
        self.session.stack.clear()
        for part in (self._file, self._recovery, self._rhythm):
            part.deleteLater()  # now, in this thread, and not when Python tidies up

    def _revised(self) -> Grant:
        return revised(self.session.grant, self.session.answers, PROGRAM, self._clock())

    def _save_quietly(self) -> None:
        if self.may_save_quietly and not self.is_saving:
            self._is_quiet = True
            self.save()

    def _start(self, job: Callable[[], Saved]) -> None:
        self._rhythm.begin()
        self._file.save(job)
        self.turned.emit()

    def _saved(self, saved: Saved) -> None:
        self.session.rebase(saved.grant)
        self._stand_on(saved.grant.answers, saved.notices)
        self.saved.emit()
        if self._again and not self.is_saving:
            self._again = False
            if not self.is_saved:
                self.save()

    def _loaded(self, found: Opened) -> None:
        if self.session.may_load(found.grant):
            self.session.load(found.grant, phrase("Load the version from the disk"))
            self._stand_on(found.grant.answers, found.notices)
        else:
            self._failed(Trouble(ANOTHER))

    def _stand_on(self, written: Answers, notices: tuple[Phrase, ...]) -> None:
        """The file holds these answers now; what was edited meanwhile is still to be saved."""
        self._written, self.trouble, self._is_quiet = written, None, False
        if self.is_saved:
            self._written = self.session.answers  # the same object: comparing costs nothing then
            self.session.stack.setClean()
        self.shelter()
        if notices:
            self.noticed.emit(notices)
        self.turned.emit()

    def _failed(self, error: Exception) -> None:
        """Tells of trouble, once if nobody asked for what failed. What is no trouble goes to the crash handler."""
        quiet = self._is_quiet and type(error) is type(self.trouble)
        self._is_quiet = self._again = False
        if not isinstance(error, Trouble):
            raise error
        self.trouble = error
        if isinstance(error, ChangedOnDisk):
            self.look()
        self.shelter()
        if not quiet:
            self.troubled.emit(error)
        self.turned.emit()
