"""The file of one open application: written and read away from the window, one thing after another, and watched."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from grantdesk.files import reading
from grantdesk.files.reading import Opened
from grantdesk.session.keeping.place import Place
from grantdesk.session.keeping.saving import Saved
from grantdesk.session.keeping.watch import Watch
from grantdesk.session.work import Work


class File(QObject):
    """Where the application lies, if it lies anywhere yet: `place`.

    Signals: `written(Saved)` and `loaded(Opened)` when that is done; `failed(exception)` when anything is not;
    `changed` once for each time that somebody else wrote it; `vanished` when it is gone, `calmed` when it is again
    what it was.
    """

    written = Signal(object)
    loaded = Signal(object)
    failed = Signal(object)
    changed = Signal()
    vanished = Signal()
    calmed = Signal()

    def __init__(self, place: Place | None, parent: QObject) -> None:
        super().__init__(parent)
        self.place = place
        self._work = Work(self)
        self._watch = Watch(self._work, self)
        self._saves = 0
        self._watch.changed.connect(self.changed)
        self._watch.vanished.connect(self.vanished)
        self._watch.calmed.connect(self.calmed)
        self._watch.use(place)

    @property
    def path(self) -> Path | None:
        """Where it lies; None if it was never saved."""
        return self.place.path if self.place else None

    @property
    def is_saving(self) -> bool:
        """Is a save on its way?"""
        return self._saves > 0

    @property
    def is_foreign(self) -> bool:
        """Did somebody else write it since it was read or written here?"""
        return self._watch.is_foreign

    @property
    def is_gone(self) -> bool:
        """Is it not there any more, or not to be read?"""
        return self._watch.is_gone

    def save(self, job: Callable[[], Saved]) -> None:
        """Does the job, which writes it here or elsewhere."""
        self._saves += 1
        self._work.start(job, self._written, self._not_written)

    def load(self) -> None:
        """Reads what lies there now."""
        if self.place:
            self._work.start(partial(reading.read, self.place.path, True), self._loaded, self.failed.emit)

    def look(self) -> None:
        """Looks whether somebody else wrote it."""
        self._watch.look()

    def finish(self) -> None:
        """Waits until everything is done and told."""
        self._work.finish()

    def close(self) -> None:
        """The same, and gives the file free."""
        self._watch.use(None)
        self._work.close()
        if self.place:
            self.place.leave()

    def _written(self, saved: Saved) -> None:
        self._saves -= 1
        if self.place and self.place.lock is not saved.place.lock:
            self.place.leave()
        self._use(saved.place)
        self.written.emit(saved)

    def _not_written(self, error: Exception) -> None:
        self._saves -= 1
        self.failed.emit(error)

    def _loaded(self, found: Opened) -> None:
        if self.place:
            self._use(replace(self.place, stamp=found.stamp))
            self.loaded.emit(found)

    def _use(self, place: Place) -> None:
        self.place = place
        self._watch.use(place)
