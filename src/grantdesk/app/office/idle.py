"""What is done while nobody wants anything: it would keep the first window waiting, and the next step needs it soon."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Job = Callable[[], object]

FIRST, BETWEEN = 60, 5
"""Milliseconds until the first job, and from one to the next, in which whatever a person does is answered."""


class Idle(QObject):
    """Does jobs one after another, each when everything else is done. Each is over before a person would notice it."""

    def __init__(self, parent: QObject, jobs: Iterable[Job]) -> None:
        super().__init__(parent)
        self._jobs = deque(jobs)
        self._timer = QTimer(self, singleShot=True, interval=FIRST)
        self._timer.timeout.connect(self._do_one)
        self._timer.start()

    @property
    def is_done(self) -> bool:
        """Is nothing left to do?"""
        return not self._jobs

    def _do_one(self) -> None:
        job = self._jobs.popleft()
        if self._jobs:
            self._timer.start(BETWEEN)
        job()
