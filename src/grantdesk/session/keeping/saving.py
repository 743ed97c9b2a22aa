"""What is done to the file, away from the window: written, moved, looked at. Everything here waits for the disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grantdesk.files import writing
from grantdesk.files.container.stamp import Stamp, stamped
from grantdesk.files.disk import host
from grantdesk.files.disk.lock import Lock, beside, holder
from grantdesk.files.grant import Grant
from grantdesk.files.trouble import FileTrouble, LockedByOther, Missing, from_system
from grantdesk.session.keeping.place import Place
from grantdesk.words.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that is on the disk: the application as it stands there, where, and what to tell about it."""

    grant: Grant
    place: Place
    notices: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Save:
    """A save that was asked for. `expect` is the stamp of what may be replaced; None: whatever is there may go.

    `before` is done first, in the same thread, so that the work is safe whatever becomes of the save.
    """

    grant: Grant
    place: Place
    expect: Stamp | None
    before: Callable[[], None]

    def done(self) -> Saved:
        """Saves. FileTrouble, as `writing.write` raises; the file is then as it was."""
        self.before()
        written = writing.write(self.grant, self.place.path, self.expect)
        return Saved(self.grant, replace(self.place, stamp=written.stamp), written.notices)


@dataclass(frozen=True, slots=True)
class Move:
    """A save to another place, whose lock is taken first. `now` is when."""

    grant: Grant
    path: Path
    now: datetime
    before: Callable[[], None]

    def done(self) -> Saved:
        """Saves there. LockedByOther if somebody has that file open; FileTrouble."""
        self.before()
        lock = claimed(self.path, self.now)
        try:
            written = writing.write(self.grant, self.path)
        except BaseException:
            lock.release()
            raise
        notices = (lock.notice,) if lock.notice else ()
        return Saved(self.grant, Place(self.path, written.stamp, lock), (*notices, *written.notices))


def taken(path: Path, now: datetime, over: bool = False) -> Lock:
    """The lock of a file, for whoever works here. LockedByOther; FileTrouble if the disk fails."""
    try:
        return Lock.take(path, host.owner(), now, over)
    except OSError as error:
        raise from_system(path, error, writing=True) from error


def claimed(path: Path, now: datetime) -> Lock:
    """The lock of a file that is to be written anew. LockedByOther; FileTrouble as well if it is open in a window."""
    try:
        return taken(path, now)
    except LockedByOther as trouble:
        there = holder(beside(path))
        if there is None or not there.is_here:
            raise
        said = phrase("“{file}” is open in a window. Choose another name.", file=path.name)
        raise FileTrouble(path, said) from trouble


def looked(path: Path, seen: Stamp) -> Stamp | None:
    """The stamp of the file as it is now; `seen` itself while it is unchanged. None if it is not there or cannot be
    read, which a save will tell."""
    try:
        found = path.stat()
        if (found.st_mtime_ns, found.st_size) == (seen.changed, seen.size):
            return seen
        return stamped(path)
    except (Missing, OSError, FileTrouble):
        return None
