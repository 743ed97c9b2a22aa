"""Files that wait to be opened, one after another: between two of them every window answers."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer


class Queue(QObject):
    """Opens what is in it by `open_`, while nothing else is done. One that asks something holds up the others."""

    def __init__(self, open_: Callable[[Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_
        self._waiting: deque[Path] = deque()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.open_next)

    @property
    def is_empty(self) -> bool:
        """Does no file wait?"""
        return not self._waiting

    def add(self, paths: Iterable[Path]) -> None:
        """These are to be opened too."""
        self._waiting.extend(paths)
        self._soon.start()

    def open_next(self) -> None:
        """Opens the one that has waited longest; the next one soon after."""
        self._soon.stop()
        if self._waiting:
            self._open(self._waiting.popleft())
            self._soon.start()

    def clear(self) -> None:
        """None of them is to be opened any more."""
        self._waiting.clear()
