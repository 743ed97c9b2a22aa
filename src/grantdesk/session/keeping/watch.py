"""Notices that somebody touched a file, or its folder, where the system tells of it."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

CALM_MS = 200


class Watch(QObject):
    """Watches one file. A file that is replaced is lost to the system's watch: the folder is watched too, and the
    file again at every stir.

    Signals: `stirred` a moment after something happened to the file or beside it.
    """

    stirred = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._path: Path | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._tell)
        self._watcher.fileChanged.connect(self._calm.start)
        self._watcher.directoryChanged.connect(self._calm.start)

    def use(self, path: Path | None) -> None:
        """Watches this file from now on; None: nothing."""
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        self._path = path
        self._calm.stop()
        self._hold()

    def _hold(self) -> None:
        """Watches what is there: a file that was replaced, a folder that came back."""
        if self._path is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._path, self._path.parent):
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))

    def _tell(self) -> None:
        self._hold()
        self.stirred.emit()
