"""A line for files that somebody chooses: what they are for, their names, a button to choose, one to take them back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.label import Label, bare
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase


class Chosen(QFrame):
    """`none` is said while nothing is chosen.

    Signals: `wanted` when a file shall be chosen; `cleared` when what was chosen shall be forgotten.
    """

    wanted = Signal()
    cleared = Signal()

    def __init__(self, scene: Scene, said: Phrase, none: Phrase, choose: Phrase) -> None:
        super().__init__()
        self._scene, self._said, self._none = scene, said, none
        self.label, self.names = Label(scene, said, "label"), Label(scene, none, "mute")
        self.button = Button(scene, choose, "folder-open")
        self.clear = Tool(scene, phrase("Take it back"), "x", named=False)
        self.clear.hide()
        self._lines, self._row = QVBoxLayout(), QHBoxLayout(self)
        self._lines.addWidget(self.label)
        self._lines.addWidget(self.names)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self.clear)
        self._row.addWidget(self.button)
        self.button.clicked.connect(self.wanted)
        self.clear.clicked.connect(self.cleared)
        for signal in (scene.look.changed, scene.speech.changed):
            signal.connect(self._measure)
        self._measure()

    def show_files(self, files: Sequence[Path]) -> None:
        """Shows the names of these; their folders are in the tip."""
        self.names.show_said(bare(", ".join(file.name for file in files)) if files else self._none)
        self.names.use("" if files else "mute")
        self.names.setToolTip(tip("\n".join(map(str, files))))
        self.clear.setVisible(bool(files))
        self._measure()

    def _measure(self) -> None:
        px = self._scene.look.px
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(10))
        self._lines.setSpacing(px(2))
        told = f"{self._scene.say(self._said)}: {self.names.text()}"
        for button in (self.button, self.clear):
            button.setAccessibleDescription(told)
