"""One person at a time: a small file beside the application's says who has it open.

It is advice, not force: it does not cross machines by a sync client, and whoever ignores it is stopped by the stamp
when they save.
"""

import contextlib
import json
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from grantdesk.files.disk import host
from grantdesk.files.disk.atomic import sweep
from grantdesk.files.disk.real import real
from grantdesk.files.trouble import LockedByOther
from grantdesk.words.phrase import Phrase, phrase

LONG: Final = timedelta(hours=24)  # after which a lock of another computer is probably left over
_BEFORE, _AFTER = ".~lock.", "#"  # as office programs call theirs; sync clients leave these alone
_MOST = 4096
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_PROGRAM = "grantdesk"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open, as far as the lock file tells."""

    owner: str
    host: str
    pid: int
    since: datetime
    token: str

    @property
    def is_here(self) -> bool:
        """Is it this very process?"""
        return (self.host, self.pid) == (host.name(), os.getpid())


@dataclass(frozen=True, slots=True)
class Lock:
    """A taken lock. `token` is empty, and `notice` says why, where the folder takes no lock file."""

    path: Path
    token: str
    notice: Phrase | None = None

    @classmethod
    def take(cls, path: Path, owner: str, now: datetime, over: bool = False) -> "Lock":
        """Locks the file at path for `owner`. LockedByOther if somebody else has it, unless `over` takes it from them.

        The lock of a dead process of this computer is taken over without a word, and what its saving left is swept.
        """
        lock = beside(path)
        sweep(real(path))
        with contextlib.suppress(FileExistsError):
            return _made(lock, owner, now)
        there = holder(lock)
        if there and not over and not _dead(there):
            stale = there.host != host.name() and now - there.since > LONG
            raise LockedByOther(path, there.owner, there.host, there.since, stale)
        with contextlib.suppress(OSError):
            lock.unlink()
        with contextlib.suppress(FileExistsError):
            return _made(lock, owner, now)
        return cls(lock, "", _unlocked())  # somebody was quicker, or it cannot be removed

    def release(self) -> None:
        """Gives the file free, if the lock is still this one."""
        there = holder(self.path) if self.token else None
        if there and there.token == self.token:
            with contextlib.suppress(OSError):
                self.path.unlink()


def beside(path: Path) -> Path:
    """Where the lock of a file stands."""
    found = real(path)
    return found.with_name(_BEFORE + found.name + _AFTER)


def holder(lock: Path) -> Holder | None:
    """Who holds the lock file; None if there is none. One that cannot be read is somebody's too."""
    try:
        number = os.open(lock, os.O_RDONLY | _NO_LINK)
    except FileNotFoundError:
        return None
    except OSError:
        return _somebody(0)
    try:
        return _said(json.loads(os.read(number, _MOST)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return _somebody(os.fstat(number).st_mtime)
    finally:
        os.close(number)


def _somebody(since: float) -> Holder:
    """Nobody knows who, since a moment in seconds after 1970."""
    try:
        moment = datetime.fromtimestamp(since, UTC)
    except (ValueError, OverflowError, OSError):  # no year of ours
        moment = datetime.fromtimestamp(0, UTC)
    return Holder("?", "?", 0, moment, "")


def _said(said: Any) -> Holder:
    """ValueError, TypeError or KeyError if it is not what a lock says."""
    owner, computer, token, pid = said["owner"], said["host"], said["token"], said["pid"]
    since = datetime.fromisoformat(said["since"])
    texts = all(isinstance(text, str) and len(text) < 200 for text in (owner, computer, token))
    if not texts or type(pid) is not int or since.tzinfo is None:
        raise ValueError("no lock")
    return Holder(owner, computer, pid, since, token)


def _dead(there: Holder) -> bool:
    return there.host == host.name() and there.pid > 0 and not host.runs(there.pid)


def _made(lock: Path, owner: str, now: datetime) -> Lock:
    """FileExistsError if there is one already, be it a link that leads nowhere."""
    token = secrets.token_hex(8)
    said = {
        "owner": owner,
        "host": host.name(),
        "pid": os.getpid(),
        "since": now.isoformat(),
        "program": _PROGRAM,
    }
    try:
        number = os.open(lock, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o666)
    except FileExistsError:
        raise
    except OSError:
        return Lock(lock, "", _unlocked())
    try:
        with os.fdopen(number, "wb") as file:
            file.write(json.dumps({**said, "token": token}).encode())
    except OSError:
        lock.unlink(missing_ok=True)
        return Lock(lock, "", _unlocked())
    return Lock(lock, token)


def _unlocked() -> Phrase:
    return phrase("Others cannot see that you have this file open: its folder takes no lock.")
