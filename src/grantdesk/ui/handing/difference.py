"""A card for a place that holds another answer in one version than in the other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.model.path import Path
from grantdesk.session.earlier.difference import Difference
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

NAME = 130  # the width of the column with the names of the two versions


class DifferenceCard(QFrame):
    """`sides` are the names of the two versions, the earlier one first; `leads`: there is a way to the place.

    Signals: `wanted(path)` when the person wants to see the place.
    """

    wanted = Signal(object)

    def __init__(
        self, scene: Scene, found: Difference, sides: tuple[Phrase, Phrase], leads: bool = True
    ) -> None:
        super().__init__()
        self._scene, self._path = scene, found.path
        self.setProperty("role", "card")
        px, column, head = scene.look.px, QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        column.setSpacing(px(4))
        head.addWidget(Label(scene, found.place, "label"), 1)
        if leads:
            go = Button(scene, phrase("Go to it"), role="link")
            go.setAccessibleDescription(scene.say(found.place))
            go.clicked.connect(self._want)
            head.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for said, text in zip(sides, (found.before, found.after), strict=True):
            column.addLayout(self._line(said, text))
        if found.before == found.after:
            column.addWidget(Label(scene, phrase("It is called the same, and is another one."), "help"))

    @property
    def path(self) -> Path:
        """The place."""
        return self._path

    def _line(self, said: Phrase, text: str) -> QHBoxLayout:
        line = QHBoxLayout()
        name, value = Label(self._scene, said, "mute"), Label(self._scene, text)
        name.setFixedWidth(self._scene.look.px(NAME))
        value.let_select()
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 1)
        return line

    def _want(self) -> None:
        self.wanted.emit(self._path)
