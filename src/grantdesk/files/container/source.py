"""An open file that keeps its bytes while somebody reads them now and then, whatever happens to its name."""

import os
import stat
import threading
import weakref
from pathlib import Path

from grantdesk.files.trouble import Damaged, Foreign, Missing, NotDone, from_system
from grantdesk.words.phrase import phrase

_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
PIECE = 2**20


class Source:
    """A file opened for reading. `size` is in bytes; it is closed when nobody refers to it any more.

    A file that is replaced on POSIX lives on for whoever has it open. Where that does not help (Windows, which does not
    replace an open file; a file written in place) `detach` copies the bytes aside, and reading goes on from there.
    """

    def __init__(self, path: Path) -> None:
        """Opens the file. Missing, NotAllowed or NotDone; Foreign if it is no ordinary file."""
        self.path = path
        self._lock = threading.Lock()
        self._apart = False
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # asked first: opening a device may do something
                raise Foreign(path, phrase("it is a folder or a device"))
            self._use(os.open(path, _FLAGS))
        except OSError as error:
            raise from_system(path, error, writing=False) from error
        except ValueError as error:  # a name that no file can have
            raise Missing(path) from error
        found = os.fstat(self._file)
        self.size, self.changed = found.st_size, found.st_mtime_ns

    def _use(self, file: int) -> None:
        self._file = file
        self._close = weakref.finalize(self, os.close, file)

    def read(self, offset: int, count: int) -> bytes:
        """`count` bytes from `offset`. Damaged if the file has become shorter; NotDone if the disk fails."""
        with self._lock:
            try:
                os.lseek(self._file, offset, os.SEEK_SET)
                pieces, left = [], count
                while left and (piece := os.read(self._file, left)):
                    pieces.append(piece)
                    left -= len(piece)
            except OSError as error:
                raise from_system(self.path, error, writing=False) from error
        if left:
            raise Damaged(self.path, phrase("its end is missing"))
        return b"".join(pieces)

    def detach(self) -> None:
        """Copies the bytes to a nameless file, which disappears with the program, and reads from it from now on.

        NotDone if there is no room for the copy; then nothing has changed.
        """
        if self._apart:
            return
        import tempfile  # 8 ms that most runs need not take

        try:
            with tempfile.TemporaryFile() as aside:
                for offset in range(0, self.size, PIECE):
                    aside.write(self.read(offset, min(PIECE, self.size - offset)))
                aside.flush()
                with self._lock:
                    self._close()
                    self._use(os.dup(aside.fileno()))
                    self._apart = True
        except OSError as error:
            raise NotDone(self.path, False, error.strerror or "") from error
