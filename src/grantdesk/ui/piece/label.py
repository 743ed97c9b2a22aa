"""Texts that say themselves anew. They are always plain: what somebody typed is never read as markup."""

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Fact, Phrase, Texts, quoted

Said = Phrase | Texts | str
"""What a label shows; a str is shown as it is, in every language."""
Tone: TypeAlias = Literal["", "ok", "info", "warning", "error"]


BARE = Texts("{it}", "{it}", "{it}")


def bare(fact: Fact) -> Phrase:
    """A value by itself, as each language writes it."""
    return quoted(BARE, it=fact)


class Label(QLabel):
    """Wraps its words. `role` is what the style sheet knows: title, section, label, help, mute, message, figure …"""

    def __init__(self, scene: Scene, said: Said = "", role: str = "") -> None:
        super().__init__()
        self._scene, self._said = scene, said
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if role:
            self.setProperty("role", role)
        self._speak()
        scene.speech.changed.connect(self._speak)

    def show_said(self, said: Said) -> None:
        """Says something else from now on."""
        if said != self._said:
            self._said = said
            self._speak()

    def use(self, role: str) -> None:
        """Looks like another role from now on."""
        wear(self, "role", role)

    def let_select(self) -> None:
        """Lets a person mark and copy the text, by mouse and by keys: for what is an answer or a figure."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def name(self, control: QWidget) -> None:
        """Is the label of a control, to the eye and to a screen reader."""
        self.setBuddy(control)

    def _speak(self) -> None:
        self.setText(self._said if isinstance(self._said, str) else self._scene.say(self._said))


class Caption(Label):
    """The words beside a tick, in as many lines as they need: they are its name, and a click on them is one on it."""

    def __init__(self, scene: Scene, said: Said, box: QCheckBox) -> None:
        self._box = box
        super().__init__(scene, said)

    def beside(self) -> QHBoxLayout:
        """The tick with its words."""
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self, 1)
        return row

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: the button was let go, which is a click if it is still over the words."""
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self._box.click()

    def _speak(self) -> None:
        super()._speak()
        self._box.setAccessibleName(self.text())


class Badge(Label):
    """A short remark on a coloured ground: "Closes in 5 days". The words say all; the colour only helps the eye.

    `tone` gives the ground its colour; empty is grey."""

    def __init__(self, scene: Scene, said: Said = "", tone: Tone = "") -> None:
        super().__init__(scene, said, "chip")
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.tone(tone)

    def tone(self, tone: Tone) -> None:
        """Another ground from now on."""
        wear(self, "tone", tone)
