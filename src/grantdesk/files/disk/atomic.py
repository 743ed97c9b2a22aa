"""Puts a whole new file in the place of an old one: at every moment, and after any crash, one of the two is there.

A temporary file beside it, flushed, read again, renamed over the old one, the folder flushed.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from grantdesk.files.disk import host

Write: TypeAlias = Callable[[BinaryIO], None]
Verify: TypeAlias = Callable[[Path], None]

WAITS: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5)  # a sync client or virus scanner holds a file for tens of ms
FULL_SYNC: Final = (
    51 if sys.platform == "darwin" else None
)  # F_FULLFSYNC: fsync leaves macOS's bytes in the drive
SYNCS_FOLDERS: Final = os.name == "posix"
_HELD = (5, 32)  # Windows: access denied, sharing violation
_NO_NEW_FILES = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP}
_NO_FOLDER_SYNC = {errno.EACCES, errno.EPERM, errno.EINVAL, errno.ENOTSUP, errno.EBADF}
_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class NoNewFile(OSError):
    """The folder takes no new file, so that nothing can be put in place of another; nothing was written."""


def put(path: Path, write: Write, verify: Verify, before: Callable[[], None]) -> None:
    """Puts at path what `write` writes. `verify` gets the path of the temporary file, to read it again; `before` is
    called just before the old file goes.

    path must be resolved, or a link itself is replaced. The mode of an old file is kept. Whatever any of the three
    raises leaves the old file as it was; so does OSError. NoNewFile if only the place refuses.
    """
    file, temp = _temporary(path)
    try:
        with file:
            write(file)
            flush(file)
        verify(temp)
        before()
        _replace(temp, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temp.unlink()
        raise
    sync_folder(path.parent)


def _temporary(path: Path) -> tuple[BinaryIO, Path]:
    """A new file beside path, with the mode that it will need."""
    old = path.stat() if path.exists() else None
    mode = old.st_mode & 0o777 if old else 0o666
    temp = path.with_name(f"{_prefix(path)}{os.getpid()}.{host.tag()}{os.urandom(4).hex()}.tmp")
    try:
        number = os.open(temp, _FLAGS, mode)
    except OSError as error:
        if old and error.errno in _NO_NEW_FILES:
            raise NoNewFile(error.errno, error.strerror) from error
        raise
    if old and hasattr(os, "fchmod"):
        _give(number, old)
        os.fchmod(number, mode)
    return os.fdopen(number, "w+b"), temp


def _give(number: int, old: os.stat_result) -> None:
    """Gives a new file to the owner and the group of the old one, as far as one may: who could read it still can."""
    for owner in (old.st_uid, -1):
        with contextlib.suppress(OSError):
            os.fchown(number, owner, old.st_gid)
            return


def _prefix(path: Path) -> str:
    return f".{path.name[:50]}."  # names end at 255 bytes


def flush(file: BinaryIO) -> None:
    """Sees to it that the bytes are on the disk."""
    file.flush()
    _sync(file.fileno())


def _sync(number: int) -> None:
    if FULL_SYNC is None:
        os.fsync(number)
    else:
        import fcntl  # there is none on Windows

        fcntl.fcntl(number, FULL_SYNC)


def _replace(temp: Path, path: Path) -> None:
    for wait in WAITS:
        try:
            temp.replace(path)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _HELD:
                raise
            time.sleep(wait)
    temp.replace(path)


def sync_folder(folder: Path) -> None:
    """Makes a new name in the folder survive a power cut, where the system knows how."""
    if not SYNCS_FOLDERS:
        return
    try:
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def sweep(path: Path) -> None:
    """Removes what dead processes of this computer left beside path. What cannot be removed stays."""
    prefix, mine = _prefix(path), host.tag()
    with contextlib.suppress(OSError):
        for left in path.parent.iterdir():
            if left.name.startswith(prefix) and left.name.endswith(".tmp"):
                pid, _, rest = left.name.removeprefix(prefix).partition(".")
                if pid.isdecimal() and rest.startswith(mine) and not host.runs(int(pid)):
                    left.unlink(missing_ok=True)
