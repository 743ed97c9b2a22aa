"""What is wrong with an answer, or worth a look, said beside it: a shape, the words, and where it is below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.place import joined, steps_below
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.link import Link
from grantdesk.ui.piece.picture import Picture

SHAPES = {
    "error": ("circle-alert", "error"),
    "warning": ("triangle-alert", "warning"),
    "advice": ("lightbulb", "warning"),
}
"""The icon of a severity and its colour."""


class Message(QWidget):
    """One finding beside the question at `path`; the words are those of the list of findings.

    Signals: `followed(path)` when somebody wants to be led to a place below.
    """

    followed = Signal(object)

    def __init__(self, desk: Desk, finding: Finding, path: Path) -> None:
        super().__init__()
        self._desk, self.finding, self._path = desk, finding, path
        self._shape = Picture(desk, *SHAPES[finding.severity], 16)
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setProperty("role", "message" if finding.severity == "error" else "advice")
        self.place: Link | None = None
        self._row = QHBoxLayout(self)
        self._lay_out()
        self.speak()
        self.draw()

    def speak(self) -> None:
        """Says it in the language of the window."""
        self.text.setText(self._desk.say(self.finding.phrase))
        if self.place is not None:
            self.place.tell(self._below())

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self._row.setSpacing(self._desk.look.px(8))

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.text)
        if len(self.finding.path) > len(self._path):
            self.place = Link()
            self.place.clicked.connect(self._follow)
            words.addWidget(self.place)
        row.addLayout(words, 1)

    def _below(self) -> str:
        """The way from the question to the place."""
        names = self._desk.session.dossier(self._desk.speech.language).names
        return self._desk.say(joined(steps_below(names, self._path, self.finding.path)))

    def _follow(self) -> None:
        self.followed.emit(self.finding.path)
