"""Earlier versions of a file, in the person's own folder: the latest ones, by count."""

import os
from dataclasses import dataclass
from pathlib import Path

from grantdesk.files import places

KEPT = 10


@dataclass(frozen=True, slots=True)
class Version:
    """Which version lies in a file: the application's id, when it was saved (as in the file), and its revision."""

    application: str
    saved: str
    revision: str


def folder(application: str) -> Path:
    """Where the backups of an application lie."""
    return places.data() / "backups" / application


def backups(application: str) -> list[Path]:
    """The backups of an application, latest first."""
    return sorted(folder(application).glob("*.grant"), reverse=True)


def keep(path: Path, version: Version, count: int = KEPT) -> None:
    """Makes the file at path a backup, unless its revision is one already, and lets go of all but the latest `count`.

    OSError if that fails.
    """
    target = folder(version.application) / f"{_compact(version.saved)}-{version.revision}.grant"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, target)
    for old in backups(version.application)[count:]:
        old.unlink(missing_ok=True)


def _compact(saved: str) -> str:
    return saved.replace("-", "").replace(":", "")


def _copy(path: Path, target: Path) -> None:
    temp = target.with_suffix(f".{os.getpid()}.tmp")
    try:
        with path.open("rb") as source, temp.open("wb") as copy:
            while piece := source.read(2**20):
                copy.write(piece)
        temp.replace(target)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
