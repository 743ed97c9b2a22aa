"""A question in a calm dialog of our own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.desk.ask import Option, Question
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene

ROLES = {"main": "primary", "plain": "plain", "danger": "danger"}
WIDE = 520


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
