"""Files that are no applications, whole: read, and written as safely as the application itself."""

from pathlib import Path
from typing import BinaryIO

from grantdesk.files.container.source import Source
from grantdesk.files.disk import atomic
from grantdesk.files.disk.real import real
from grantdesk.files.trouble import Foreign, NotDone, from_system
from grantdesk.words.phrase import phrase

LARGEST = 700 * 2**20  # bytes: a print with the largest application in it that is taken out of one


def got(path: Path) -> bytes:
    """All of a file, if it is one, and no larger than what is made here. NotAllowed, Missing, NotDone."""
    try:
        source = Source(path)
    except Foreign as trouble:  # it need not be an application
        raise NotDone(path, False, phrase("it is a folder or a device")) from trouble
    if source.size > LARGEST:
        raise NotDone(path, False, phrase("it is too large"))
    return source.read(0, source.size)


def put(path: Path, data: bytes) -> None:
    """Puts data at path; whatever was there stays until all of it is on the disk.

    NoSpace, NotAllowed, Missing, NotDone.
    """

    def write(file: BinaryIO) -> None:
        file.write(data)

    def verify(written: Path) -> None:
        if written.read_bytes() != data:
            raise NotDone(path, True, phrase("what was written does not read as it should"))

    target = real(path)
    try:
        if target.exists() and not target.is_file():
            raise NotDone(path, True, phrase("it is a folder or a device"))
        atomic.put(target, write, verify, lambda: None)
    except OSError as error:
        raise from_system(path, error, writing=True) from error
