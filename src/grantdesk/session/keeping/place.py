"""Where an application lies on the disk, and who may write it there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from grantdesk.files.container.stamp import Stamp
from grantdesk.files.disk.lock import Lock
from grantdesk.model.tree import at
from grantdesk.session.session import Session

SUFFIX = ".grant"
MOST = 300  # characters of a name in a list
LONGEST = 60  # characters of a file's name
OTHERWISE = "grantdesk"  # where nothing of a title is left

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


def name_of(session: Session) -> str:
    """The title of the project, empty while it has none."""
    title = at(session.answers, (session.form.call.parts.title,))
    return title.strip()[:MOST] if isinstance(title, str) else ""


def file_name(title: str) -> str:
    """A name that every system takes for a file called `title`: "Sähköbussit.grant"."""
    plain = re.sub(r'[\x00-\x1f\x7f<>:"/\\|?*“”]+', " ", title)
    words = " ".join(plain.split())[:LONGEST].strip(" .")
    return f"{words or OTHERWISE}{SUFFIX}"
