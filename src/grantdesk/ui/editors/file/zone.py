"""Where files are added: a button, what is allowed, and the place to drop them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.call.terms.node import Attachment
from grantdesk.session.attaching import formats
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import Bytes, Phrase, counted, phrase

ADD, ADD_MORE, REPLACE = phrase("Add a file"), phrase("Add another file"), phrase("Replace the file")
DROP, DROP_ONE = phrase("or drop files here"), phrase("or drop one here")


class Zone(QFrame):
    """Signals: `wanted` when the person wants to choose a file."""

    wanted = Signal()

    def __init__(self, desk: Desk, node: Attachment) -> None:
        super().__init__()
        self._desk, self._node = desk, node
        self.setProperty("role", "card")
        self.button = Button(desk, ADD, "plus")
        self.button.clicked.connect(self.wanted)
        self._hint = Label(desk, DROP_ONE if node.most == 1 else DROP, "mute")
        self._rule = Label(desk, rule(node), "mute")
        self._lay_out()
        self.show_count(0)

    def show_count(self, n: int) -> None:
        """How many files there are."""
        if not n:
            self.button.show_said(ADD, "plus")
        elif self._node.most == 1:
            self.button.show_said(REPLACE, "refresh-cw")
        else:
            self.button.show_said(ADD_MORE, "plus")

    def light(self, is_over: bool) -> None:
        """Shows that what is dragged over it can be dropped."""
        wear(self, "role", "drop" if is_over else "card")

    def _lay_out(self) -> None:
        px = self._desk.look.px
        row, column = QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(10))
        column.setSpacing(px(8))
        row.setSpacing(px(10))
        row.addWidget(self.button)
        row.addWidget(self._hint, 1)
        column.addLayout(row)
        column.addWidget(self._rule)


def rule(node: Attachment) -> Phrase:
    """What is allowed: "PDF or DOCX, at most 10 MB each, at most 3 files"."""
    kinds, size = formats(node), Bytes(node.most_size)
    if node.most == 1:
        return phrase("Allowed: {formats}; at most {size}", formats=kinds, size=size)
    return counted(
        "Allowed: {formats}; at most {size}; {n} file at most",
        "Allowed: {formats}; at most {size} each; {n} files at most",
        n=node.most,
        formats=kinds,
        size=size,
    )
