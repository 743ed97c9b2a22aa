"""How one open application stands: where it lies, whether it is saved, and who else wrote it."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from grantdesk.files.trouble import ChangedOnDisk
from grantdesk.model.tree import Answers, same
from grantdesk.session.keeping.file import File
from grantdesk.session.keeping.place import Clock, Place, file_name, name_of
from grantdesk.session.keeping.recovery import Recovery
from grantdesk.session.keeping.state import State, moment
from grantdesk.session.session import Session
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble


class Standing(QObject):
    """What can be asked of the file and the recovery of a session; what changes them is the keeper's. `trouble` is what
    the last save failed of, None after one that did not."""

    def __init__(self, session: Session, place: Place | None, clock: Clock, called: str) -> None:
        """`called` names an application that has no place and no title yet."""
        super().__init__()
        self.session, self._called = session, called
        self.trouble: Trouble | None = None
        self._is_discarded = False
        self._written: Answers | None = session.answers if place else None
        self._file = File(place, self)
        self._recovery = Recovery(session, lambda: self.path, clock, self)

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
