"""What is asked of the person: in calm dialogs of our own, and files and folders in those of the system."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.preferences import Preferences
from grantdesk.ui.desk.ask import ENDINGS, Kind, Option, Question
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
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
ROLES = {"main": "primary", "plain": "plain", "danger": "danger"}
WIDE = 520


class Dialogs:
    """Asks in dialogs over the window `over`. Which folder was used for what is remembered."""

    def __init__(self, scene: Scene, preferences: Preferences) -> None:
        self._scene, self._preferences = scene, preferences
        self.over: QWidget | None = None

    def choose(self, question: Question) -> str:
        """The id of the option; empty if the person closed the dialog."""
        dialog = QuestionDialog(self._scene, question, self.over)
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def tell(self, said: Phrase, detail: Phrase | None = None) -> None:
        """Tells something that the person must have seen."""
        self.choose(Question(said, (Option("ok", phrase("Close"), "main"),), detail))

    def file_to_open(self, kind: Kind, formats: Sequence[str] = ()) -> Path | None:
        """A file that is there."""
        dialog = self._dialog(kind, formats)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog, kind)

    def file_to_save(self, kind: Kind, suggested: Path) -> Path | None:
        """Where to write; the system's dialog has asked whether something may be replaced.

        It asks about the name as it was typed. So the ending is put there by us, and not by Qt, which some systems'
        dialogs do not tell of it; and where that makes it the name of another file, we ask.
        """
        dialog = self._dialog(kind, (suggested.suffix.removeprefix("."),))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if self._folder(kind) is None:
            dialog.setDirectory(str(suggested.parent))
        dialog.selectFile(suggested.name)
        path = self._answer(dialog, kind)
        if path is None or path.suffix.lower() == suggested.suffix.lower():
            return path
        whole = path.with_name(path.name + suggested.suffix)
        return whole if not QFileInfo.exists(str(whole)) or self._may_replace(whole) else None

    def _may_replace(self, path: Path) -> bool:
        said = phrase("“{file}” is there already. Replace it?", file=path.name)
        keep, replace = (
            Option("keep", phrase("Keep it"), "main"),
            Option("replace", phrase("Replace"), "danger"),
        )
        return self.choose(Question(said, (keep, replace))) == replace.id

    def folder(self) -> Path | None:
        """A folder that is there."""
        dialog = self._dialog("application", ())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return self._answer(dialog, "application")

    def _dialog(self, kind: Kind, formats: Sequence[str]) -> QFileDialog:
        dialog = QFileDialog(self.over)
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


class QuestionDialog(QDialog):
    """One question with its options as buttons, the main one last. `chosen` is the id of the one that was chosen."""

    def __init__(self, scene: Scene, question: Question, over: QWidget | None) -> None:
        super().__init__(over)
        self.chosen = ""
        self.setWindowTitle("grantdesk")
        self.setAccessibleName(scene.say(question.said))
        px = scene.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(22), px(24), px(20))
        column.setSpacing(px(10))
        column.addWidget(Label(scene, question.said, "section"))
        if question.detail is not None:
            self.setAccessibleDescription(scene.say(question.detail))
            column.addWidget(Label(scene, question.detail))
        column.addSpacing(px(10))
        buttons = [self._button(scene, option) for option in question.options]
        column.addLayout(_row(buttons, px(WIDE), px(8)))
        Fit(self, scene.look, WIDE + 48)

    def _button(self, scene: Scene, option: Option) -> Button:
        button = Button(scene, option.said, role=ROLES[option.tone])
        button.clicked.connect(lambda: self._choose(option.id))
        if option.tone == "main":
            button.setDefault(True)
            button.setFocus()
        return button

    def _choose(self, id_: str) -> None:
        self.chosen = id_
        self.accept()


def _row(buttons: Sequence[Button], width: int, gap: int) -> QHBoxLayout | QVBoxLayout:
    """The buttons beside each other, the main one at the end; below each other if they are too wide for that."""
    placed = sorted(buttons, key=lambda button: button.isDefault())
    needed = sum(button.sizeHint().width() + gap for button in buttons)
    layout: QHBoxLayout | QVBoxLayout
    if needed > width:
        layout = QVBoxLayout()
        placed.reverse()
    else:
        layout = QHBoxLayout()
        layout.addStretch(1)
    layout.setSpacing(gap)
    for button in placed:
        layout.addWidget(button)
    return layout


def center(dialog: QDialog, over: QWidget | None) -> None:
    """Puts a dialog in the upper middle of a window."""
    if over is not None:
        corner = over.mapToGlobal(over.rect().topLeft())
        left = corner.x() + (over.width() - dialog.width()) // 2
        dialog.move(max(left, 0), corner.y() + over.height() // 10)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
