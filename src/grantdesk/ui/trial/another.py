"""One partner more is tried: with costs and effort like those of one that takes part already."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout

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
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setSpacing(px(10))
        row.setSpacing(px(10))
        row.addWidget(self.pick, 1)
        row.addWidget(self.add)
        column.addWidget(Label(desk, phrase("One partner more"), "section"))
        column.addWidget(like)
        column.addLayout(row)
        self.add.clicked.connect(self._want)

    def offer(self, partners: Sequence[tuple[str, Phrase]]) -> None:
        """Others may take part by now."""
        self.setVisible(bool(partners))
        if partners:
            self.pick.offer(partners)

    def _want(self) -> None:
        self.wanted.emit(str(self.pick.value))
