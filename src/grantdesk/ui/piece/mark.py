"""How far something is: by a shape and a word, or as a bar with a name for who cannot see it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, Rate, phrase

if TYPE_CHECKING:  # for start-up: the page where one begins shows bars, and knows no rules
    from grantdesk.rules.progress import State

SHAPES: "dict[State, tuple[str, str]]" = {
    "not_started": ("circle", "mute"),
    "in_work": ("circle-dashed", "warning"),
    "to_fix": ("circle-alert", "error"),
    "done": ("circle-check", "ok"),
}
"""The icon of a state and the role of its colour. The shapes differ too: nothing is told by colour alone."""
SAID: "dict[State, Phrase]" = {
    "not_started": phrase("not started"),
    "in_work": phrase("in work"),
    "to_fix": phrase("to fix"),
    "done": phrase("done"),
}
WHOLE = 10_000


class Mark(QWidget):
    """A shape, and in words how it stands; other words than those of the state may be given."""

    def __init__(self, scene: Scene, state: "State" = "not_started", said: Phrase | None = None) -> None:
        super().__init__()
        self._picture = Picture(scene, *SHAPES[state])
        self._label = Label(scene, said or SAID[state], "mute")
        self._label.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scene.look.px(6))
        row.addWidget(self._picture)
        row.addWidget(self._label, 1, Qt.AlignmentFlag.AlignVCenter)

    def stand(self, state: "State", said: Phrase | None = None) -> None:
        """Shows another state from now on."""
        self._picture.draw(*SHAPES[state])
        self._label.show_said(said or SAID[state])


class Bar(QProgressBar):
    """A share in basis points, 0 to 10 000."""

    def __init__(self, scene: Scene, share: int = 0) -> None:
        super().__init__()
        self._scene = scene
        self.setRange(0, WHOLE)
        self.setTextVisible(False)
        self.show_share(share)
        scene.speech.changed.connect(self._speak)

    def show_share(self, share: int) -> None:
        """Another share from now on. What is not all is never shown as all."""
        self.setValue(max(0, min(share, WHOLE)))
        wear(self, "state", "done" if share >= WHOLE else "")
        self._speak()

    def _speak(self) -> None:
        rounded = self.value() // 100 * 100
        self.setAccessibleName(self._scene.say(phrase("{share} answered", share=Rate(rounded))))
