"""A message across a page, with what one can do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

Tone: TypeAlias = Literal["info", "ok", "warning", "error"]
ICONS: dict[Tone, tuple[str, str]] = {
    "info": ("info", "accent"),
    "ok": ("circle-check", "ok"),
    "warning": ("triangle-alert", "warning"),
    "error": ("circle-alert", "error"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do, a verb: "Restore". `id` is what `chosen` tells."""

    id: str
    said: Phrase
    role: Literal["primary", "plain", "quiet", "danger"] = "plain"


class Banner(QFrame):
    """Signals: `chosen(id)` when an action was chosen; `dismissed` when the person has sent it away, which hides it."""

    chosen = Signal(str)
    dismissed = Signal()

    def __init__(self, scene: Scene, said: Phrase, detail: Phrase | None = None, tone: Tone = "info") -> None:
        super().__init__()
        self._scene = scene
        self.setProperty("role", f"card-{tone}")
        self.said, self.detail = Label(scene, said, "label"), Label(scene, detail or "")
        self._picture = Picture(scene, *ICONS[tone], size=20)
        self._lines, self._actions = QVBoxLayout(), Flow()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._lines, 1)
        for label in (self.said, self.detail):
            self._lines.addWidget(label)
        self.detail.setVisible(detail is not None)
        self._measure()
        scene.look.changed.connect(self._measure)

    def offer(self, actions: Sequence[Action]) -> None:
        """Puts buttons below the text; called once."""
        for action in actions:
            button = Button(self._scene, action.said, role=action.role)
            button.setObjectName(action.id)
            button.clicked.connect(self._choose)
            self._actions.addWidget(button)
        self._lines.addLayout(self._actions)

    def let_dismiss(self) -> None:
        """Lets the person send it away; called once."""
        close = Tool(self._scene, phrase("Close this message"), "x", named=False)
        close.clicked.connect(self._dismiss)
        self._row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def add(self, widget: QWidget) -> None:
        """Puts more below everything else."""
        self._lines.addWidget(widget)

    def button(self, action: str) -> Button:
        """The button of an action. KeyError if it is not offered."""
        found = self.findChild(Button, action)
        if not isinstance(found, Button):
            raise KeyError(action)
        return found

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def _measure(self) -> None:
        px = self._scene.look.px
        self._row.setContentsMargins(px(16), px(12), px(12), px(12))
        self._row.setSpacing(px(12))
        self._lines.setSpacing(px(6))
        self._actions.setSpacing(px(8))
        self._actions.setContentsMargins(0, px(6), 0, 0)
