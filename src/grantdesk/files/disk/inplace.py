"""Writes over a file whose folder takes no new file: only when whole copies of both versions lie elsewhere."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from grantdesk.files.disk.atomic import Verify, Write, flush
from grantdesk.files.trouble import HalfWritten

_PIECE = 2**20


def put(path: Path, aside: Path, work: tuple[Write, Verify], before: Callable[[], None]) -> None:
    """As `atomic.put`, with work = (write, verify); the two copies lie in the folder `aside` while it is dangerous.

    HalfWritten if path is not whole any more and the old bytes could not be put back; the copies stay then.
    """
    write, verify = work
    aside.mkdir(parents=True, exist_ok=True)
    name = f"{path.name[:50]}.{secrets.token_hex(4)}"
    new, old = aside / f"{name}.new.grant", aside / f"{name}.old.grant"
    try:
        _make(new, write)
        verify(new)
        with path.open("rb") as source:
            _make(old, lambda file: _pour(source, file))
        before()
        _overwrite(path, new, old, verify)
    except HalfWritten:
        raise
    except BaseException:
        _remove(new, old)
        raise
    _remove(new, old)


def _make(path: Path, write: Write) -> None:
    with path.open("x+b") as file:
        write(file)
        flush(file)


def _overwrite(path: Path, new: Path, old: Path, verify: Verify) -> None:
    try:
        _fill(path, new)
        verify(path)
    except BaseException as error:
        try:
            _fill(path, old)
        except OSError:
            raise HalfWritten(path, new, old) from error
        raise


def _fill(path: Path, copy: Path) -> None:
    with path.open("r+b") as file, copy.open("rb") as source:
        _pour(source, file)
        file.truncate()
        flush(file)


def _pour(source: BinaryIO, target: BinaryIO) -> None:
    while piece := source.read(_PIECE):
        target.write(piece)


def _remove(*copies: Path) -> None:
    for copy in copies:
        copy.unlink(missing_ok=True)
