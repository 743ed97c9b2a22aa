"""Files that are being read or written in the background, said in a line while it lasts."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from shiboken6 import isValid

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import counted
from grantdesk.words.trouble import Trouble

Result = TypeVar("Result")


class Reading(Label):
    """Signals: `failed(phrase)` with what to tell the person when something could not be done."""

    failed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "", "mute")
        self._work = desk.work
        self._files = 0
        self.hide()

    def start(self, files: int, job: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Does a job with so many files. Its result goes to `then`, unless the editor is gone by then."""
        self._count(files)

        def ended(result: Result) -> None:
            if isValid(self):
                self._count(-files)
                then(result)

        def failed(error: Exception) -> None:
            if isValid(self):
                self._count(-files)
                if not isinstance(error, Trouble):
                    raise error
                self.failed.emit(error.phrase)

        self._work.start(job, ended, failed)

    def _count(self, files: int) -> None:
        self._files += files
        self.show_said(counted("Working on {n} file …", "Working on {n} files …", n=self._files))
        self.setVisible(self._files > 0)
