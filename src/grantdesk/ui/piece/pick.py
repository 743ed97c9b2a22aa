"""A list that opens, to pick one of a few. The wheel does not change it, and its list looks like the rest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate

from grantdesk.ui.piece.label import bare
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.language import NAMES
from grantdesk.words.phrase import Phrase, phrase

TONGUES = tuple((code, bare(name)) for code, name in NAMES.items())
"""Languages to pick from, each in its own words."""
READ_IN = (("fi", phrase("In Finnish")), ("sv", phrase("In Swedish")), ("en", phrase("In English")))
"""The same for what is read in one."""
LOOKS = (
    ("system", phrase("As the system")),
    ("light", phrase("Light")),
    ("dark", phrase("Dark")),
    ("contrast", phrase("High contrast")),
)
"""What the window can look like."""


class Pick(QComboBox):
    """Shows options and picks by their value. Signals: `picked(value)` when the person has picked another."""

    picked = Signal(object)

    def __init__(self, scene: Scene, options: Sequence[tuple[object, Phrase]]) -> None:
        super().__init__()
        self._scene, self._options = scene, list(options)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for _, said in self._options:
            self.addItem(scene.say(said))
        scene.speech.changed.connect(self._speak)
        self.activated.connect(self._pick)

    @property
    def value(self) -> object:
        """The value that is picked."""
        return self._options[self.currentIndex()][0]

    def show_value(self, value: object) -> None:
        """Shows another value, as if nobody had picked it. ValueError for one that is not offered."""
        self.setCurrentIndex([option for option, _ in self._options].index(value))

    def try_value(self, value: object) -> None:
        """Shows another value if it is offered."""
        if value in [option for option, _ in self._options]:
            self.show_value(value)

    def offer(self, options: Sequence[tuple[object, Phrase]]) -> None:
        """Offers others from now on. What was picked stays if it is among them; else the first one is shown."""
        value = self.value
        self._options = list(options)
        self.clear()
        for option, said in self._options:
            self.addItem(self._scene.say(said))
            if option == value:
                self.setCurrentIndex(self.count() - 1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls what it stands in."""
        event.ignore()

    def _pick(self, index: int) -> None:
        self.picked.emit(self._options[index][0])

    def _speak(self) -> None:
        for index, (_, said) in enumerate(self._options):
            self.setItemText(index, self._scene.say(said))
