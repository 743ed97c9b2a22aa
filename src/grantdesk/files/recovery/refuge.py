"""Where one open document keeps its unsaved work while its process lives."""

import contextlib
import os
import secrets
import shutil
import threading
from pathlib import Path

from grantdesk.files import canon, places
from grantdesk.files.container.content import Content
from grantdesk.files.disk.alive import Alive
from grantdesk.files.recovery.record import Record, written
from grantdesk.files.result import put
from grantdesk.files.trouble import from_system

NAME = "recovery.json"


class Refuge:
    """A folder of its own, made when it is first needed. The methods may be called from any thread."""

    def __init__(self, application: str) -> None:
        token = f"{os.getpid()}-{secrets.token_hex(4)}"
        self.folder = places.state() / "recovery" / application / token
        self._alive: Alive | None = None
        self._last = 0
        self._lock = threading.Lock()

    def keep(self, record: Record, number: int) -> bool:
        """Keeps the record and its call; False if one with a higher number has been kept already. FileTrouble."""
        with self._lock:
            if number <= self._last:
                return False
            try:
                self._open()
                self._hold_call(record.grant.call)
                put(self.folder / NAME, written(record))
            except OSError as error:
                raise from_system(self.folder, error, writing=True) from error
            self._last = number
            return True

    def hold(self, content: Content) -> None:
        """Keeps the bytes of a content, once. FileTrouble."""
        target = self.folder / content.sha256
        try:
            with self._lock:
                self._open()
            if not target.exists():
                _copy(content, target)
        except OSError as error:
            raise from_system(self.folder, error, writing=True) from error

    def clear(self, number: int) -> None:
        """As of this number nothing is unsaved. What cannot be removed stays."""
        with self._lock:
            if number > self._last:
                self._last = number
                with contextlib.suppress(OSError):
                    (self.folder / NAME).unlink(missing_ok=True)

    def close(self, keep: bool) -> None:
        """The document closes; what is kept now waits for the next start."""
        with self._lock:
            if self._alive:
                self._alive.end()
            if not keep:
                remove(self.folder)

    def _open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._alive is None:
            self._alive = Alive(self.folder)

    def _hold_call(self, call: bytes) -> None:
        target = self.folder / canon.digest(call)
        if not target.exists():
            put(target, call)


def remove(folder: Path) -> None:
    """Removes a folder of unsaved work, and the one around it if it was the last; what cannot be removed stays."""
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        folder.parent.rmdir()


def _copy(content: Content, target: Path) -> None:
    temp = target.with_name(f"{content.sha256[:16]}.{secrets.token_hex(4)}.tmp")
    try:
        with temp.open("xb") as file:
            for piece in content.chunks():
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        temp.replace(target)
    except BaseException:
        temp.unlink(missing_ok=True)
        raise
