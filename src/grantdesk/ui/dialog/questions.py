"""What is asked of the person: in calm dialogs of our own, and files and folders in those of the system.

For start-up: nothing is asked before there is a window, so the dialogs are loaded when something is.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QWidget

from grantdesk.session.preferences import Preferences
from grantdesk.ui.desk.ask import Kind, Option, Question
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

if TYPE_CHECKING:
    from grantdesk.ui.dialog.files import Files


class Dialogs:
    """Asks in dialogs over the window `over`."""

    def __init__(self, scene: Scene, preferences: Preferences) -> None:
        self._scene, self._preferences = scene, preferences
        self.over: QWidget | None = None

    def choose(self, question: Question) -> str:
        """The id of the option; empty if the person closed the dialog."""
        from grantdesk.ui.dialog.question import QuestionDialog

        dialog = QuestionDialog(self._scene, question, self.over)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def tell(self, said: Phrase, detail: Phrase | None = None) -> None:
        """Tells something that the person must have seen."""
        self.choose(Question(said, (Option("ok", phrase("Close"), "main"),), detail))

    def file_to_open(self, kind: Kind, formats: Sequence[str] = ()) -> Path | None:
        """A file that is there."""
        return self._files.to_open(self.over, kind, formats)

    def file_to_save(self, kind: Kind, suggested: Path) -> Path | None:
        """Where to write; whether something may be replaced was asked.

        The system's dialog asks about the name as it was typed. So the ending is put there by us, and not by Qt, which
        some systems' dialogs do not tell of it; and where that makes it the name of another file, we ask.
        """
        path = self._files.to_save(self.over, kind, suggested)
        if path is None or path.suffix.lower() == suggested.suffix.lower():
            return path
        whole = path.with_name(path.name + suggested.suffix)
        return whole if not QFileInfo.exists(str(whole)) or self._may_replace(whole) else None

    def folder(self) -> Path | None:
        """A folder that is there."""
        return self._files.folder(self.over)

    @cached_property
    def _files(self) -> "Files":
        from grantdesk.ui.dialog.files import Files

        return Files(self._scene, self._preferences)

    def _may_replace(self, path: Path) -> bool:
        said = phrase("“{file}” is there already. Replace it?", file=path.name)
        keep, replace = (
            Option("keep", phrase("Keep it"), "main"),
            Option("replace", phrase("Replace"), "danger"),
        )
        return self.choose(Question(said, (keep, replace))) == replace.id
