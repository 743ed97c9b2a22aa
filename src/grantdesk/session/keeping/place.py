"""Where an application lies on the disk, and who may write it there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from grantdesk.files.container.stamp import Stamp
from grantdesk.files.disk.lock import Lock

Clock = Callable[[], datetime]
"""Tells the moment, in UTC."""


@dataclass(frozen=True, slots=True)
class Place:
    """A file as it was last read or written here. `lock` is None while it is only read."""

    path: Path
    stamp: Stamp
    lock: Lock | None = None

    def leave(self) -> None:
        """Gives the file free."""
        if self.lock:
            self.lock.release()


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def owner() -> str:
    """Who works here, for whoever finds the file locked."""
    try:
        return getuser()
    except (OSError, KeyError):  # an account without a name
        return "grantdesk"
