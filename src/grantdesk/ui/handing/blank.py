"""Prints the empty form of a call: asks in which language and where to, and makes the PDF in the background."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from grantdesk.session.handing.attached import free
from grantdesk.session.handing.form import EmptyForm
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.piece.pick import TONGUES
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble


class Blank(QObject):
    """Signals: `begun` when it is being made; `written(path)` when it is there; `failed(phrase)` when it is not."""

    begun = Signal()
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, scene: Scene, ask: Ask, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._scene, self._ask, self._work = scene, ask, work

    def start(self, form: EmptyForm, folder: Path) -> None:
        """Asks, and makes it; `folder` is where it might go."""
        own = self._scene.speech.language.code
        options = tuple(Option(code, name, "main" if code == own else "plain") for code, name in TONGUES)
        detail = phrase("It has lines to write on, and boxes to tick.")
        language = self._ask.choose(
            Question(phrase("In which language shall the empty form be?"), options, detail)
        )
        if not language:
            return
        target = self._ask.file_to_save("pdf", free(folder / form.name(language)))
        if target is not None:
            self.begun.emit()
            self._work.start(partial(form.export, language, target), self._done, self._fail)

    def _done(self, target: Path) -> None:
        if isValid(self):
            self.written.emit(target)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.failed.emit(error.phrase)
