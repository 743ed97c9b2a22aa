"""Writes what is made from an application: a PDF, a packed call. As safely as the application itself."""

import os
from pathlib import Path
from typing import BinaryIO

from grantdesk.files.disk import atomic
from grantdesk.files.trouble import NotDone, from_system
from grantdesk.words.phrase import phrase


def put(path: Path, data: bytes) -> None:
    """Puts data at path; whatever was there stays until all of it is on the disk.

    NoSpace, NotAllowed, Missing, NotDone.
    """
    real = Path(os.path.realpath(path))
    if real.exists() and not real.is_file():
        raise NotDone(path, True, phrase("it is a folder or a device"))

    def write(file: BinaryIO) -> None:
        file.write(data)

    def verify(written: Path) -> None:
        if written.read_bytes() != data:
            raise NotDone(path, True, phrase("what was written does not read as it should"))

    try:
        atomic.put(real, write, verify, lambda: None)
    except OSError as error:
        raise from_system(path, error, writing=True) from error
