"""Keeps one open application: saves it to its file, notices who else writes there, and never loses an edit."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from grantdesk.files.disk.real import real, whole
from grantdesk.files.grant import Grant, revised
from grantdesk.files.reading import Opened
from grantdesk.files.recovery.left import Left
from grantdesk.files.trouble import ChangedOnDisk
from grantdesk.model.tree import Answers, same
from grantdesk.session.application import PROGRAM
from grantdesk.session.keeping.file import File
from grantdesk.session.keeping.place import Clock, Place, file_name, name_of, now
from grantdesk.session.keeping.recovery import Recovery
from grantdesk.session.keeping.rhythm import Rhythm
from grantdesk.session.keeping.saving import Move, Save, Saved
from grantdesk.session.keeping.state import State, moment
from grantdesk.session.session import Session
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

ANOTHER = phrase("Another application lies in its place now. Open it in a window of its own.")


class Keeper(QObject):
    """Everything about the file of one session. `trouble` is what the last save failed of, None after one that did
    not.

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
        """`called` names an application that has no place and no title yet."""
        super().__init__()
        self.session, self._clock, self._called = session, clock, called
        self.trouble: Trouble | None = None
        self.is_closed = self._is_discarded = self._is_quiet = self._again = False
        self._written: Answers | None = session.answers if place else None
        self._file, self._rhythm = File(place, self), Rhythm(self)
        self._recovery = Recovery(session, lambda: self.path, clock, self)
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

    @property
    def path(self) -> Path | None:
        """Where the application lies; None if it was never saved."""
        return self._file.path

    @property
    def suggested(self) -> str:
        """A name for the file, without a folder, from the project's title."""
        return file_name(name_of(self.session) or self._called)

    @property
    def saved_at(self) -> datetime | None:
        """When the file was last written, as it says itself; None if there is none."""
        return moment(self.session.base.saved) if self.path else None

    @property
    def is_saved(self) -> bool:
        """Is the file on the disk what is in the window?"""
        if self._written is None or self.is_gone:
            return False
        return same(self._written, self.session.answers)

    @property
    def is_saving(self) -> bool:
        """Is a save on its way?"""
        return self._file.is_saving

    @property
    def is_foreign(self) -> bool:
        """Did somebody else write the file since it was read or written here?"""
        return self._file.is_foreign

    @property
    def is_gone(self) -> bool:
        """Is the file not in its place any more, or not to be read?"""
        return self._file.is_gone

    @property
    def is_safe(self) -> bool:
        """Is every edit on the disk, in the file or in recovery?"""
        return self.is_saved or self._recovery.is_kept

    @property
    def was_overtaken(self) -> bool:
        """Did the last save stop because somebody else had written the file?"""
        return isinstance(self.trouble, ChangedOnDisk)

    @property
    def would_lose(self) -> bool:
        """Would closing lose anything? A new application in which nothing was done yet is nothing to lose."""
        if self.session.read_only or self.is_saved or self._is_discarded:
            return False
        return self.path is not None or bool(self.session.answers)

    @property
    def may_save_quietly(self) -> bool:
        """Is there anything to save, without asking? Not over what is not ours, nor where the file is gone."""
        at_peace = self.path is not None and not self.is_foreign and not self.is_gone
        return at_peace and not self.session.read_only and not self.is_saved

    @property
    def state(self) -> Phrase:
        """Where the work is, in a few words for a status line."""
        if self.session.read_only:
            return phrase("Open to be read")
        state = State(self._file, self.saved_at, self.is_saved, self._recovery.is_kept, bool(self.trouble))
        return state.said

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
        again, self._again = self._again, False
        if again and not self.is_saved and not self.is_saving:
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
