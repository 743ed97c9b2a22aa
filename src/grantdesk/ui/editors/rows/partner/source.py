"""Chooses a partner of another file to be copied."""

from collections.abc import Mapping, Set

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.outline.fact.answer import plain
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import Fact, phrase

VERSION = phrase(
    "The file is another version of this application. To update a partner puts the partner’s part in the file in "
    "place of the one that is here. Partners whose parts are the same are not named."
)


class Source(QFrame):
    """The partners of another file; `returning` are those who are here too, in another version of the application.

    Signals: `chosen(key)` when one is to be taken over; `dropped` when none is.
    """

    chosen = Signal(str)
    dropped = Signal()

    def __init__(
        self, desk: Desk, file: str, partners: Mapping[str, Fact], returning: Set[str] = frozenset()
    ) -> None:
        super().__init__()
        self.setProperty("role", "card-info")
        px = desk.look.px
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(4))
        column.addWidget(
            Label(desk, phrase("Which partner of “{file}” shall be copied?", file=file), "label")
        )
        if returning:
            column.addWidget(Label(desk, VERSION, "help"))
        self.buttons: dict[str, Button] = {}
        for key, name in partners.items():
            update = key in returning
            said = phrase("Update “{name}”", name=name) if update else plain("{name}", name=name)
            button = Button(desk, said, "refresh-cw" if update else "building-2", "quiet")
            button.setObjectName(key)
            button.setMinimumWidth(px(160))  # a longer name than there is room for ends in an ellipsis
            button.clicked.connect(self._choose)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons[key] = button
        self.cancel = Button(desk, phrase("Cancel"))
        self.cancel.clicked.connect(self.dropped)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)

    def _choose(self) -> None:
        self.chosen.emit(self.sender().objectName())
