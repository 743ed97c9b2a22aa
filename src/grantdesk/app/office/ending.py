"""The system ends the program: by a signal, or with the session of the person at the computer."""

import os
import signal
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

NAMES = ("SIGTERM", "SIGHUP", "SIGINT")
"""A service or a script, a terminal that is closed, Ctrl+C in it."""


class Ending(QObject):
    """Hears signals from `install` to `remove`. Python alone would hear them when the window does something next, which
    may be never: so the system writes into a pipe, and Qt's event loop wakes up.

    Signals: `wanted` when the program is to end.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._hearing, self._telling = os.pipe()
        for end in (self._hearing, self._telling):
            os.set_blocking(end, False)
        self._notifier = QSocketNotifier(self._hearing, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def install(self) -> None:
        """From now on a signal ends the program in peace; one that is not to be heard, as under nohup, still is not."""
        heard = [
            number for name in NAMES if signal.getsignal(number := getattr(signal, name)) != signal.SIG_IGN
        ]
        self._before = {number: signal.signal(number, _pass) for number in heard}
        self._told_before = signal.set_wakeup_fd(self._telling, warn_on_full_buffer=False)

    def remove(self) -> None:
        """As it was before."""
        signal.set_wakeup_fd(self._told_before)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        for end in (self._hearing, self._telling):
            os.close(end)

    def _hear(self) -> None:
        os.read(self._hearing, 100)
        self.wanted.emit()


def _pass(_number: int, _frame: FrameType | None) -> None:
    """Python must have something to call, or it would not tell the pipe."""
