"""Unsaved work that was left behind: its process ended without saving it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from grantdesk.files import canon, places
from grantdesk.files.canon import Flaw
from grantdesk.files.container.content import Content
from grantdesk.files.container.entry import APPLICATION, ATTACHMENTS, CALL, largest
from grantdesk.files.container.source import PIECE, Source
from grantdesk.files.disk.alive import is_alive
from grantdesk.files.recovery.record import Record, read
from grantdesk.files.recovery.refuge import NAME, remove
from grantdesk.files.trouble import FileTrouble

MOST: Final = 200  # folders that are looked at
LARGEST: Final = 6 * largest(APPLICATION)  # its texts are in ASCII: a letter takes six bytes instead of two


@dataclass(frozen=True, slots=True)
class Left:
    """Unsaved work, and the folder where it lies."""

    folder: Path
    record: Record


def left_behind() -> list[Left]:
    """The unsaved work of processes that are gone, latest first. What cannot be read is passed over.

    Work that was restored, and then left behind again before it could be forgotten, is there once.
    """
    found = [each for folder in _folders() if (each := _left(folder))]
    over = {each.record.instead for each in found}
    for each in found:
        if each.folder.name in over:
            forget(each)
    rest = [each for each in found if each.folder.name not in over]
    return sorted(rest, key=lambda each: each.record.moment, reverse=True)


def forget(left: Left) -> None:
    """Removes it; what cannot be removed stays."""
    remove(left.folder)


def _folders() -> Iterator[Path]:
    """Where work may have been left, latest first."""
    found = [
        folder for application in _within(places.state() / "recovery") for folder in _within(application)
    ]
    latest = sorted(found, key=lambda folder: (_kept(folder), folder), reverse=True)
    yield from (folder for folder in latest[:MOST] if not is_alive(folder))


def _within(folder: Path) -> list[Path]:
    """The folders in a folder; none if it cannot be read."""
    try:
        return [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return []


def _kept(folder: Path) -> int:
    """When something was kept there last, in ns."""
    try:
        return (folder / NAME).stat().st_mtime_ns
    except OSError:
        return 0


def _left(folder: Path) -> Left | None:
    if not (folder / NAME).exists():  # all was saved, and the process ended before it could tidy up
        remove(folder)
        return None
    try:
        raw = _bytes(folder / NAME, LARGEST)
        return Left(folder, read(raw, partial(_call, folder), partial(_content, folder)))
    except (FileTrouble, Flaw, OSError, ValueError, RecursionError):
        return None


def _call(folder: Path, sha256: str) -> bytes:
    call = _bytes(folder / sha256, largest(CALL))
    if canon.digest(call) != sha256:
        raise ValueError("another call")
    return call


def _bytes(path: Path, most: int) -> bytes:
    source = Source(path)
    if source.size > most:
        raise ValueError("too large")
    return source.read(0, source.size)


def _content(folder: Path, sha256: str) -> Content | None:
    """A content that lies beside the record, None if its bytes are not all there."""
    try:
        source = Source(folder / sha256)
    except FileTrouble:
        return None
    if source.size > largest(ATTACHMENTS):
        return None
    content = Content(sha256, source.size, partial(_pieces, source), source)
    try:
        for _ in content.chunks():
            pass
    except FileTrouble:
        return None
    return content


def _pieces(source: Source) -> Iterator[bytes]:
    for offset in range(0, source.size, PIECE):
        yield source.read(offset, min(PIECE, source.size - offset))
