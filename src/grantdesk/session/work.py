"""Work that would keep a person waiting, done on a thread of its own and answered in the thread that asked."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:  # for start-up: mostly nothing is to be done until a window is there
    from concurrent.futures import Future, ThreadPoolExecutor

Result = TypeVar("Result")


def ignored(_result: object) -> None:
    """Nobody waits for what comes of a job."""


def raised(error: Exception) -> None:
    """Nothing is expected to go wrong with a job: what does is a fault of the program."""
    raise error


class Pause:
    """Keeps Python's collector of garbage still while anything is done in the background.

    It runs in whichever thread happens to allocate, and would take a widget or a watcher that is in a circle of
    references apart in a thread that must not touch it. What piles up meanwhile is collected afterwards.
    """

    def __init__(self) -> None:
        self._count, self._was_on = 0, False

    def begin(self) -> None:
        """Something is begun; from the thread of the window."""
        if not self._count:
            self._was_on = gc.isenabled()
            gc.disable()
        self._count += 1

    def end(self) -> None:
        """It is done, and answered."""
        self._count -= 1
        if not self._count and self._was_on:
            gc.enable()
            gc.collect(
                0
            )  # here and now: else the next allocation does it, and a thread may still be winding up


PAUSE = Pause()  # one, as there is one collector


class Work(QObject):
    """One thread that does one thing after another, in the order they were asked for.

    Signals: `ended(future)` is the way back from the thread and of no use to others.
    """

    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: ThreadPoolExecutor | None = None
        self._is_closed = False
        self._waiting: dict[Future[Any], tuple[Callable[[Any], None], Callable[[Exception], None]]] = {}
        self.ended.connect(self._answer)

    def start(
        self,
        job: Callable[[], Result],
        then: Callable[[Result], None] = ignored,
        failed: Callable[[Exception], None] = raised,
    ) -> None:
        """Does the job. Its result goes to `then`, what it raises to `failed`, in the thread of this object.

        RuntimeError after `close`.
        """
        thread = self._begun()
        PAUSE.begin()
        future = thread.submit(job)
        self._waiting[future] = (then, failed)
        future.add_done_callback(self.ended.emit)

    @property
    def busy(self) -> bool:
        """Is anything still to be done or answered?"""
        return bool(self._waiting)

    def finish(self) -> None:
        """Waits until everything is done and answered."""
        while self._waiting:
            future = next(iter(self._waiting))
            future.exception()
            self._answer(future)

    def close(self) -> None:
        """The same, and ends the thread."""
        self.finish()
        self._is_closed = True
        if self._thread is not None:
            self._thread.shutdown()

    def _begun(self) -> "ThreadPoolExecutor":
        if self._is_closed:
            raise RuntimeError("nothing more is done after the end")
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # for start-up: as above

            self._thread = ThreadPoolExecutor(1, "grantdesk")
        return self._thread

    def _answer(self, future: "Future[Any]") -> None:
        """Answers a job once, by the signal or by `finish`, whichever comes first."""
        if future not in self._waiting:
            return
        then, failed = self._waiting.pop(future)
        PAUSE.end()
        error = future.exception()
        if isinstance(error, Exception):
            failed(error)
        elif error is not None:
            raise error
        else:
            then(future.result())
