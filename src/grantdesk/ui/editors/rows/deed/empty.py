"""What stands in place of a table without rows: how to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import Phrase


class Empty(QFrame):
    """Signals: `begun` when the first row is wanted; `other` when the second way was chosen, if there is one."""

    begun = Signal()
    other = Signal()

    def __init__(self, desk: Desk, told: Phrase, first: Phrase, second: Phrase | None = None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        px = desk.look.px
        column, buttons = QVBoxLayout(self), Flow()
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(10))
        buttons.setSpacing(px(8))
        column.addWidget(Label(desk, told, "mute"))
        column.addLayout(buttons)
        self.first = Button(desk, first, "plus")
        self.first.clicked.connect(self.begun)
        buttons.addWidget(self.first)
        if second is not None:
            self.second = Button(desk, second, "clipboard-paste", "quiet")
            self.second.clicked.connect(self.other)
            buttons.addWidget(self.second)
