"""Files and folders are chosen in the dialogs of the system."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from grantdesk.session.preferences import Preferences
from grantdesk.ui.desk.ask import ENDINGS, Kind
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

NAMES: Mapping[Kind, Phrase] = {
    "application": phrase("Applications of grantdesk"),
    "document": phrase("Applications of grantdesk, also inside a PDF"),
    "pdf": phrase("PDF documents"),
    "paper": phrase("PDF documents, scans and photos"),
    "certificate": phrase("Certificates"),
    "key": phrase("Files with a key to sign with"),
    "module": phrase("Modules of cards"),
    "attachment": phrase("Files that are allowed here"),
    "text": phrase("Text files"),
}


class Files:
    """Asks for files over a window. Which folder was used for what is remembered."""

    def __init__(self, scene: Scene, preferences: Preferences) -> None:
        self._scene, self._preferences = scene, preferences

    def to_open(self, over: QWidget | None, kind: Kind, formats: Sequence[str]) -> Path | None:
        """A file that is there."""
        dialog = self._dialog(over, kind, formats)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog, kind)

    def to_save(self, over: QWidget | None, kind: Kind, suggested: Path) -> Path | None:
        """Where to write, by the name as it was typed; the system's dialog has asked whether that may be replaced."""
        dialog = self._dialog(over, kind, (suggested.suffix.removeprefix("."),))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if self._folder(kind) is None:
            dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        return self._answer(dialog, kind)

    def folder(self, over: QWidget | None) -> Path | None:
        """A folder that is there."""
        dialog = self._dialog(over, "application", ())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._answer(dialog, "application")

    def _dialog(self, over: QWidget | None, kind: Kind, formats: Sequence[str]) -> QFileDialog:
        dialog = QFileDialog(over)
        dialog.setNameFilters(filters(self._scene, kind, formats))
        if folder := self._folder(kind):
            dialog.setDirectory(str(folder))
        return dialog

    def _answer(self, dialog: QFileDialog, kind: Kind) -> Path | None:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        chosen = [Path(name) for name in dialog.selectedFiles()] if accepted else []
        dialog.deleteLater()
        if not chosen:
            return None
        folder = chosen[0] if QFileInfo(str(chosen[0])).isDir() else chosen[0].parent
        places = {**self._preferences.value.places, _key(kind): str(folder)}
        self._preferences.change(places=places)
        return chosen[0]

    def _folder(self, kind: Kind) -> Path | None:
        """The folder that was used last; None if there is none, or it is gone."""
        told = self._preferences.value.places.get(_key(kind), "")
        return Path(told) if told and QFileInfo(told).isDir() else None


def filters(scene: Scene, kind: Kind, formats: Sequence[str] = ()) -> list[str]:
    """What a file dialog offers: the files that are meant, and all others."""
    endings = " ".join(f"*.{ending}" for ending in (formats or ENDINGS[kind]) if ending)
    everything = f"{scene.say(phrase('All files'))} (*)"
    return [f"{scene.say(NAMES[kind])} ({endings})", everything] if endings else [everything]


def _key(kind: Kind) -> str:
    return f"folder.{kind}"
