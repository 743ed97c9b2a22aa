"""A process beside this one, for work in Python that would be felt while somebody types: one thing after another."""

import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

NICE = 5  # how far it steps back behind the window


class Aside(QObject):
    """Is begun when something is first wanted of it, and ended by `rest`.

    Signals: `ended(future)` is the way back from the process and of no use to others.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: dict[Future[Any], tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self.ended.connect(self._answer)

    def start(
        self, job: Callable[[], Any], then: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        """Does a job that can be pickled, with a result that can be. What it raises goes to `failed`, and NotThere if
        the process could not be begun or has died."""
        try:
            self._pool = self._pool or ProcessPoolExecutor(1, get_context("spawn"), _step_back)
            future = self._pool.submit(job)
        except (OSError, ImportError, NotImplementedError, BrokenProcessPool):
            self.rest()
            failed(NotThere())
            return
        self._waiting[future] = (then, failed)
        future.add_done_callback(self._tell)

    def rest(self) -> None:
        """Ends the process; what is not answered yet never will be."""
        self._waiting.clear()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _tell(self, future: "Future[Any]") -> None:
        """From another thread, perhaps when nobody is there any more to be told."""
        if isValid(self):
            self.ended.emit(future)

    def _answer(self, future: "Future[Any]") -> None:
        if future not in self._waiting:
            return
        then, failed = self._waiting.pop(future)
        error = future.exception()
        if isinstance(error, BrokenProcessPool):
            self.rest()
            failed(NotThere())
        elif isinstance(error, Exception):
            failed(error)
        elif error is not None:
            raise error
        else:
            then(future.result())


class NotThere(Exception):
    """There is no such process."""


def _step_back() -> None:
    if hasattr(os, "nice"):
        os.nice(NICE)
