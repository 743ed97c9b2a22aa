"""Faults of the program while a window is open: the work is kept first, then the person is told, and it goes on."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler

LOG = logging.getLogger("grantdesk.qt")
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Keep = Callable[[], object]
Show = Callable[[str, Path | None], None]


class Guard(QObject):
    """Stands behind everything from `install` to `remove`. `keep` makes the work safe, `show` shows the report and
    where it was put. The same fault is shown once: one that comes with every key would not let anybody work on."""

    def __init__(self, keep: Keep, show: Show) -> None:
        super().__init__()
        self._keep, self._show = keep, show
        self._known: set[str] = set()
        self._busy = False

    def install(self) -> None:
        """From now on, faults come here."""
        self._before = sys.excepthook
        sys.excepthook = self.meet
        qInstallMessageHandler(heard)

    def remove(self) -> None:
        """As it was before."""
        sys.excepthook = self._before
        qInstallMessageHandler(None)

    def meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """A fault that nobody expected."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        from grantdesk.app.crash import report, written  # for start-up: faults are rare

        where = _where(trace)
        told = report(error)
        if self._busy or where in self._known:
            LOG.error("again: %s", where)
            return
        self._known.add(where)
        self._busy = True
        try:
            self._make_safe()
            self._show(told, written(error))
        finally:
            self._busy = False

    def _make_safe(self) -> None:
        """A second fault, while the work is made safe, is no reason not to tell of the first."""
        try:
            self._keep()
        except Exception as error:  # whatever it is
            from grantdesk.app.crash import report  # for start-up: as above

            LOG.error("while keeping the work: %s", report(error))


def heard(kind: QtMsgType, _context: QMessageLogContext, text: str | None) -> None:
    """What Qt has to say goes into the log."""
    LOG.log(LEVELS.get(kind, logging.WARNING), "%s", text)


def _where(trace: TracebackType | None) -> str:
    """The last place of a trace."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
