"""Notices that somebody else wrote the file: from the system, where it tells, and by looking."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from grantdesk.files.container.stamp import Stamp
from grantdesk.session.keeping.place import Place
from grantdesk.session.keeping.saving import looked
from grantdesk.session.work import Work

CALM_MS = 200


class Watch(QObject):
    """Watches one file. `is_foreign`: somebody else wrote it since it was read or written here. `is_gone`: it is not
    there any more, or cannot be read.

    A file that is replaced is lost to the system's watch: the folder is watched too, and the file again at every stir.

    Signals: `changed` once for each time that somebody else wrote it; `vanished` when it is gone; `calmed` when it is
    again what it was.
    """

    changed = Signal()
    calmed = Signal()
    vanished = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.is_foreign = False
        self.is_gone = False
        self._work = work
        self._place: Place | None = None
        self._theirs: Stamp | None = None
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)

    def use(self, place: Place | None) -> None:
        """Watches this file from now on, as it was just read or written; None: nothing."""
        moved = (place and place.path) != (self._place and self._place.path)
        self._place, self._theirs = place, place.stamp if place else None
        self.is_foreign = self.is_gone = False
        if moved:
            if old := [*self._watcher.files(), *self._watcher.directories()]:
                self._watcher.removePaths(old)
            self._calm.stop()
            self._hold()

    def look(self) -> None:
        """Looks, away from the window; what is being written now is written first."""
        self._hold()
        if self._place:
            path, seen = self._place.path, self._place.stamp
            self._work.start(partial(looked, path, seen), partial(self._told, path), _not_looked)

    def _stir(self) -> None:
        self._calm.start()

    def _hold(self) -> None:
        """Watches what is there: a file that was replaced, a folder that came back."""
        if self._place is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._place.path, self._place.path.parent):
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))

    def _told(self, path: Path, found: Stamp | None) -> None:
        if self._place is None or self._theirs is None or path != self._place.path:
            return  # meanwhile it was saved elsewhere
        was_gone, was_foreign = self.is_gone, self.is_foreign
        self.is_gone = found is None
        if found is None:
            if not was_gone:
                self.vanished.emit()
        elif found.same(self._place.stamp):
            self._theirs, self.is_foreign = found, False
            if was_gone or was_foreign:
                self.calmed.emit()
        elif not found.same(self._theirs):
            self._theirs, self.is_foreign = found, True
            self.changed.emit()


def _not_looked(error: Exception) -> None:
    """`looked` answers whatever it finds: anything else is a fault of the program."""
    raise error
