"""Lines to type into when one signs: what each is for, help below it, and secrets that nobody sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase

SECRET = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
)


class Entry(QFrame):
    """`line` is where one types."""

    def __init__(self, scene: Scene, said: Phrase, help_: Phrase | None = None) -> None:
        super().__init__()
        self._scene = scene
        self.line, self.label = QLineEdit(), Label(scene, said, "label")
        self.label.name(self.line)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.label)
        self._column.addWidget(self.line)
        if help_ is not None:
            self._column.addWidget(Label(scene, help_, "help"))
            self.line.setAccessibleDescription(scene.say(help_))
        self._measure()
        scene.look.changed.connect(self._measure)

    @property
    def text(self) -> str:
        """What was typed, without blanks around it."""
        return self.line.text().strip()

    def _measure(self) -> None:
        self._column.setSpacing(self._scene.look.px(3))


class Secret(Entry):
    """A passphrase or a PIN. It is handed out once, and is gone from here then."""

    def __init__(self, scene: Scene, said: Phrase, help_: Phrase | None = None) -> None:
        super().__init__(scene, said, help_)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(SECRET)

    def taken(self) -> str:
        """What was typed, exactly; the line is empty afterwards, and cannot be undone."""
        text = self.line.text()
        self.line.setText("")
        return text
