"""One partner more is tried: with costs and effort like those of one that takes part already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QVBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import Pick
from grantdesk.words.phrase import Phrase, phrase

SHORT = 16


class Another(QFrame):
    """`partners` are row ids with names. Signals: `wanted(key)` when one like this partner is to be tried."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, partners: Sequence[tuple[str, Phrase]]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        px = desk.look.px
        self.pick, self.add = Pick(desk, partners), Button(desk, phrase("Try it with one more"), "plus")
        self.pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pick.setMinimumContentsLength(SHORT)
        like = Label(desk, phrase("With costs and effort like those of"), "label")
        like.name(self.pick)
        column = QVBoxLayout(self)
        column.setSpacing(px(10))
        for widget in (Label(desk, phrase("One partner more"), "section"), like, self.pick):
            column.addWidget(widget)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.clicked.connect(self._want)

    def offer(self, partners: Sequence[tuple[str, Phrase]]) -> None:
        """Others may take part by now."""
        self.setVisible(bool(partners))
        if partners:
            self.pick.offer(partners)

    def _want(self) -> None:
        self.wanted.emit(str(self.pick.value))
