"""Tells whether the process that made a folder still runs, though its number may be somebody else's by now.

A living process holds a file of the folder locked; the system lets go of it when the process ends, however it ends.
"""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from grantdesk.files.disk import host

NAME = "alive"


class Alive:
    """A sign of life in a folder, as long as it is held. The name of the folder begins with the process's number."""

    def __init__(self, folder: Path) -> None:
        """OSError if no file can be made there."""
        self._file: BinaryIO | None = (folder / NAME).open("wb")
        self.is_sure = _held(self._file)

    def end(self) -> None:
        """Lets go."""
        if self._file:
            self._file.close()
            self._file = None


def is_alive(folder: Path) -> bool:
    """Does the process still run that made this folder? Where files take no lock, its number decides."""
    try:
        with (folder / NAME).open("r+b") as file:
            free = _held(file)
    except FileNotFoundError:
        return _runs(folder)
    except OSError:
        return True
    return not free and (_locks(folder) or _runs(folder))


def _runs(folder: Path) -> bool:
    pid = folder.name.partition("-")[0]
    return pid.isdecimal() and host.MAY_ASK and host.runs(int(pid))


def _locks(folder: Path) -> bool:
    """Do files take locks there at all?"""
    trial = folder / f"{NAME}.{os.getpid()}"
    try:
        with trial.open("wb") as file:
            return _held(file)
    except OSError:
        return True
    finally:
        with contextlib.suppress(OSError):
            trial.unlink()


def _held(file: BinaryIO) -> bool:
    """Locks an open file until it is closed; False if somebody else has it, or it cannot be locked."""
    try:
        if sys.platform == "win32":
            import msvcrt  # there is none elsewhere

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # there is none on Windows

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
