"""What pasting could not do: every cell that was not read, each a way to it, and what had no room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.paste import Pasted, Refused
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.link import Link
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, counted, phrase
from grantdesk.words.refusal import shown as as_typed

NAMED = 10
"""Refused cells that have a link; how many more there are is told."""


class Notice(QFrame):
    """Signals: `followed(path)` when somebody wants to be led to a cell; `dismissed` when it was sent away."""

    followed = Signal(object)
    dismissed = Signal()

    def __init__(self, desk: Desk, done: Pasted) -> None:
        super().__init__()
        self._desk, self.done = desk, done
        tone = "error" if done.refused else "warning"
        self.setProperty("role", f"card-{tone}")
        px = desk.look.px
        row, lines = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(10))
        icon = "circle-alert" if done.refused else "triangle-alert"
        row.addWidget(Picture(desk, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        lines.setSpacing(px(3))
        for said in troubles(done):
            lines.addWidget(Label(desk, said, "label"))
        for refused in done.refused[:NAMED]:
            lines.addWidget(self._link(refused))
        if (more := len(done.refused) - NAMED) > 0:
            lines.addWidget(Label(desk, counted("and {n} more", "and {n} more", n=more), "mute"))
        close = Tool(desk, phrase("Close this message"), "x", named=False)
        close.clicked.connect(self.dismissed)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def links(self) -> list[Link]:
        """The ways to the cells."""
        return self.findChildren(Link)

    def _link(self, refused: Refused) -> Link:
        link = Link("link-error")
        where = phrase(
            "Row {n}, {field}: “{typed}”",
            n=str(refused.row),
            field=refused.column,
            typed=as_typed(refused.text),
        )
        link.tell(self._desk.say(where))
        link.setAccessibleDescription(self._desk.say(refused.why))
        link.setProperty("place", ".".join(refused.at))
        link.clicked.connect(self._follow)
        return link

    def _follow(self) -> None:
        self.followed.emit(tuple(self.sender().property("place").split(".")))


def troubles(done: Pasted) -> list[Phrase]:
    """What did not go as it was meant, in words; nothing if all did."""
    refused = counted(
        "{n} cell could not be read. It stands as it was pasted: correct it.",
        "{n} cells could not be read. They stand as they were pasted: correct them.",
        n=len(done.refused),
    )
    rows = counted(
        "{n} row was left out: the table is full.",
        "{n} rows were left out: the table is full.",
        n=done.rows_lost,
    )
    columns = counted(
        "{n} column was left out: there is none for it here.",
        "{n} columns were left out: there are none for them here.",
        n=done.columns_lost,
    )
    kept = counted(
        "{n} cell was left as it is: it is worked out, not typed.",
        "{n} cells were left as they are: they are worked out, not typed.",
        n=done.kept,
    )
    titles = counted(
        "{n} row with the titles of the columns was left out.",
        "{n} rows with the titles of the columns were left out.",
        n=done.titles,
    )
    sums = counted(
        "{n} row with the sums of the columns was left out.",
        "{n} rows with the sums of the columns were left out.",
        n=done.sums,
    )
    return [said for said in (refused, rows, columns, kept, titles, sums) if said.facts["n"]]
