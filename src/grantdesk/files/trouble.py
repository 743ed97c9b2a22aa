"""What goes wrong with files, each as one sentence that says what can be done next.

FileTrouble               a file that cannot be read or written as asked; `path` is the file
├── Missing               there is no such file or folder
├── NotAllowed            the account may not read or write it
├── NoSpace               the disk is full
├── NotDone               the system refused for another reason, which it names
├── Foreign               a file of another kind
├── Damaged               ours, but not whole: `grantdesk rescue` saves what is left
├── Refused               it breaks a limit that protects the computer
├── TooNew                it needs a newer grantdesk
├── Unfit                 answers that no file may hold, found before anything was written
├── ChangedOnDisk         somebody else wrote it since it was opened
├── LockedByOther         somebody else has it open
├── HalfWritten           written in place, and interrupted: both versions lie elsewhere
└── BadCallFile           a file of a call that is no TOML or JSON, with its line
"""

import errno
import os
from datetime import datetime
from pathlib import Path

from grantdesk.words.clock import here
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_BARRED = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}


def shown(path: Path) -> str:
    """The path as text that any screen can show, even where its name is not UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


class FileTrouble(Trouble):
    """A file that cannot be read or written as asked. `path` is the file."""

    def __init__(self, path: Path, said: Phrase) -> None:
        super().__init__(said)
        self.path = path


class Missing(FileTrouble):
    """There is no such file, or no such folder to write into."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, phrase("“{file}” is not there. Check the name and the drive.", file=shown(path))
        )


class NotAllowed(FileTrouble):
    """The account may not read or write the file."""

    def __init__(self, path: Path, writing: bool) -> None:
        if writing:
            said = phrase(
                "You have no permission to save “{file}”. Save a copy in another folder.", file=shown(path)
            )
        else:
            said = phrase(
                "You have no permission to read “{file}”. Ask its owner for permission or a copy.",
                file=shown(path),
            )
        super().__init__(path, said)


class NoSpace(FileTrouble):
    """The disk is full; what stood on it before is still there."""

    def __init__(self, path: Path) -> None:
        said = phrase(
            "The disk is full: “{file}” was not saved, and its earlier version is untouched. "
            "Make room, or save a copy on another disk.",
            file=shown(path),
        )
        super().__init__(path, said)


class NotDone(FileTrouble):
    """The system refused for a reason of its own, quoted in its own language."""

    def __init__(self, path: Path, writing: bool, reason: str | Phrase) -> None:
        if writing:
            said = phrase(
                "“{file}” was not saved: {reason}. Try again, or save a copy in another folder.",
                file=shown(path),
                reason=reason,
            )
        else:
            said = phrase("“{file}” cannot be read: {reason}.", file=shown(path), reason=reason)
        super().__init__(path, said)


class Foreign(FileTrouble):
    """A file of another kind."""

    def __init__(self, path: Path, what: Phrase) -> None:
        said = phrase(
            "“{file}” is not an application of grantdesk: {what}. Choose a file that ends in .grant.",
            file=shown(path),
            what=what,
        )
        super().__init__(path, said)


class Damaged(FileTrouble):
    """One of ours, but not whole."""

    def __init__(self, path: Path, what: Phrase) -> None:
        said = phrase(
            "“{file}” is damaged: {what}. “grantdesk rescue” saves what is left into a new file; "
            "earlier versions are among the backups.",
            file=shown(path),
            what=what,
        )
        super().__init__(path, said)


class Refused(FileTrouble):
    """It breaks a limit that protects the computer: too many entries, a path that leads out, a bomb."""

    def __init__(self, path: Path, what: Phrase) -> None:
        said = phrase(
            "“{file}” was not opened, to protect your computer: {what}. Ask whoever sent it for a new copy.",
            file=shown(path),
            what=what,
        )
        super().__init__(path, said)


class TooNew(FileTrouble):
    """It needs a newer grantdesk: `needs` is the format that a reader must know."""

    def __init__(self, path: Path, needs: int) -> None:
        said = phrase(
            "“{file}” was made by a newer grantdesk (format {needs}). Update grantdesk to work on it; "
            "until then it can only be looked at.",
            file=shown(path),
            needs=str(needs),
        )
        super().__init__(path, said)
        self.needs = needs


class Unfit(FileTrouble):
    """Answers that no file may hold; found before anything was written. `place` is the dotted path."""

    def __init__(self, path: Path, place: str, what: Phrase) -> None:
        said = phrase(
            "“{file}” was not saved, because of {place}: {what}. Change that and save again.",
            file=shown(path),
            place=place,
            what=what,
        )
        super().__init__(path, said)
        self.place = place


class ChangedOnDisk(FileTrouble):
    """Somebody else wrote the file since it was opened here."""

    def __init__(self, path: Path) -> None:
        said = phrase(
            "“{file}” was changed by somebody else since you opened it, and was not overwritten. "
            "Save a copy, or open it again and merge the two.",
            file=shown(path),
        )
        super().__init__(path, said)


class LockedByOther(FileTrouble):
    """Somebody else has the file open. `stale`: so long ago, on another computer, that it is probably over."""

    def __init__(self, path: Path, owner: str, host: str, since: datetime, stale: bool) -> None:
        local = here(since)
        if stale:
            said = phrase(
                "“{file}” was opened by {owner} on {host} as long ago as {since} and never closed. "
                "If nobody is working on it, take it over.",
                file=shown(path),
                owner=owner,
                host=host,
                since=local,
            )
        else:
            said = phrase(
                "“{file}” has been open by {owner} on {host} since {since}. Look at it without changing it, "
                "or ask them to close it.",
                file=shown(path),
                owner=owner,
                host=host,
                since=local,
            )
        super().__init__(path, said)
        self.owner, self.host, self.since, self.stale = owner, host, since, stale


class HalfWritten(FileTrouble):
    """Writing in place was interrupted and the old content could not be put back; `new` and `old` are whole copies."""

    def __init__(self, path: Path, new: Path, old: Path) -> None:
        said = phrase(
            "“{file}” was interrupted while it was written and is not whole. Your work is safe in “{new}”, "
            "the earlier version in “{old}”.",
            file=shown(path),
            new=shown(new),
            old=shown(old),
        )
        super().__init__(path, said)
        self.new, self.old = new, old


class BadCallFile(FileTrouble):
    """A file of a call that cannot be read. `line` counts from 1; 0 where there is none."""

    def __init__(self, path: Path, line: int, what: Phrase) -> None:
        if line:
            said = phrase("{file}, line {line}: {what}.", file=shown(path), line=str(line), what=what)
        else:
            said = phrase("{file}: {what}.", file=shown(path), what=what)
        super().__init__(path, said)
        self.line = line


def from_system(path: Path, error: OSError, writing: bool) -> FileTrouble:
    """The trouble that stands for an error of the operating system."""
    if error.errno in _FULL:
        return NoSpace(path)
    if error.errno in _BARRED:
        return NotAllowed(path, writing)
    if error.errno in _GONE:
        return Missing(path)
    return NotDone(path, writing, error.strerror or type(error).__name__)
