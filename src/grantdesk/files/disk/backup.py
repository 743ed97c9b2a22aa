"""Earlier versions of a file, in the person's own folder: all of the latest ones, fewer the older they are."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from grantdesk.files import places

LATEST: Final = 10  # whatever their age
HOURLY: Final = timedelta(days=1)  # for so long one is kept of each hour,
DAILY: Final = timedelta(days=31)  # and for so long one of each day
ROOM: Final = (
    2**30
)  # bytes that the backups of one application may take; the latest few stay whatever they take
FEW: Final = 3
_MOMENT: Final = re.compile(r"\d{8}T\d{6}Z")


@dataclass(frozen=True, slots=True)
class Version:
    """Which version lies in a file: the application's id, when it was saved (as in the file), and its revision."""

    application: str
    saved: str
    revision: str


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup as it is judged: its name, when its version was saved, and its size in bytes."""

    name: str
    moment: datetime
    size: int = 0


def folder(application: str) -> Path:
    """Where the backups of an application lie."""
    return places.data() / "backups" / application


def backups(application: str) -> list[Path]:
    """The backups of an application, latest first."""
    return sorted(folder(application).glob("*.grant"), reverse=True)


def saved_at(path: Path) -> datetime | None:
    """When the version in a backup was saved, as its name says; None if it says nothing."""
    try:
        return datetime.fromisoformat(path.name.partition("-")[0])
    except ValueError:
        return None


def kept(versions: Iterable[Backup], now: datetime) -> list[Backup]:
    """Those of the versions that stay, latest first: the latest ones, the last of each hour of a day and of each day
    of a month before `now`; and of these as many as there is room for."""
    by_age = sorted(versions, key=lambda each: (each.moment, each.name), reverse=True)
    seen: set[str] = set()
    found: list[Backup] = []
    for n, each in enumerate(by_age):
        spans = _spans(each.moment, now)
        if n < LATEST or spans - seen:
            found.append(each)
        seen |= spans
    return _within(found)


def _spans(moment: datetime, now: datetime) -> set[str]:
    """The hour and the day that a version may stand for."""
    spans = {moment.strftime("%Y-%m-%d")} if now - moment <= DAILY else set()
    return spans | {moment.strftime("%Y-%m-%dT%H")} if now - moment <= HOURLY else spans


def _within(versions: list[Backup]) -> list[Backup]:
    room = ROOM
    for n, each in enumerate(versions):
        room -= each.size
        if room < 0 and n >= FEW:
            return versions[:n]
    return versions


def keep(path: Path, version: Version, now: datetime | None = None) -> None:
    """Makes the file at path a backup, unless its revision is one already, and thins the older ones out as of `now`,
    the moment of the latest one if it is not given.

    OSError if that fails.
    """
    target = folder(version.application) / f"{_compact(version.saved)}-{version.revision}.grant"
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(path, target)
    _thin(version.application, now)


def _thin(application: str, now: datetime | None) -> None:
    paths = backups(application)
    dated = [(path, moment) for path in paths if (moment := saved_at(path))]
    if len(dated) == len(paths):
        found = [Backup(path.name, moment, path.stat().st_size) for path, moment in dated]
        stay = {each.name for each in kept(found, now or max(each.moment for each in found))}
    else:  # files that could not be read when they were kept, and tell no moment
        stay = {path.name for path in paths[:LATEST]}
    for path in paths:
        if path.name not in stay:
            path.unlink(missing_ok=True)


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
