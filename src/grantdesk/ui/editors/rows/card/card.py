"""A row of a wide table as a card: its name and how far it is; its fields while it is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.progress import State, Tally
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.deed.tools import DEEDS
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.mark import Mark
from grantdesk.words.phrase import Fact, Phrase, counted, phrase

Direction = QBoxLayout.Direction
NAME = 40
"""A name may be as narrow as that, in pixels; then it ends in an ellipsis, and all of it is its tip."""
ON_CARD = ("up", "down", "duplicate", "delete")


@dataclass(frozen=True, slots=True)
class Summary:
    """What the head of a card says: what the row is called, what is asked and answered of it, and what is wrong."""

    name: Fact
    tally: Tally

    @property
    def said(self) -> Phrase:
        """How far it is, in words."""
        if self.tally.errors:
            return counted("{n} to fix", "{n} to fix", n=self.tally.errors)
        missing = self.tally.asked - self.tally.answered
        if missing:
            return counted("{n} answer missing", "{n} answers missing", n=missing)
        return phrase("complete")

    @property
    def state(self) -> State:
        """The same as a shape."""
        return self.tally.state


class RowCard(QFrame):
    """Signals: `toggled(key)` when the head was pressed; `wanted(key, deed)` when something is to be done."""

    toggled = Signal(str)
    wanted = Signal(str, str)

    def __init__(self, desk: Desk, key: str, place: Path) -> None:
        super().__init__()
        self._desk, self.key, self.place = desk, key, place
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.head = Button(desk, plain(""), "chevron-right", "quiet")
        self.head.clicked.connect(self._toggle)
        self.mark = Mark(desk)
        self.summary: Summary | None = None
        self.is_open = False
        self.tools: dict[str, Tool] = {}
        self._column, self._row = QVBoxLayout(self), QBoxLayout(Direction.LeftToRight)
        self.body = QVBoxLayout()
        self._lay_out()
        self._fit()
        desk.look.changed.connect(self._fit)

    def show_summary(self, summary: Summary) -> None:
        """Says what the row is called, and how far it is."""
        if summary == self.summary:
            return
        self.summary = summary
        icon = "chevron-down" if self.is_open else "chevron-right"
        self.head.show_said(plain("{name}", name=summary.name), icon)
        self.mark.stand(summary.state, summary.said)
        self._turn()
        self.head.setAccessibleDescription(self._desk.say(summary.said))
        wear(self, "role", "card-error" if summary.tally.errors and not self.is_open else "card")

    def allow(self, names: Mapping[str, bool]) -> None:
        """Which deeds can be done now."""
        for name, tool in self.tools.items():
            tool.setEnabled(names.get(name, False))

    def open(self, is_open: bool) -> None:
        """Shows that it is open, or not."""
        self.is_open = is_open
        summary, self.summary = self.summary, None
        if summary is not None:
            self.show_summary(summary)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the name, the rest of the head stands below it."""
        super().resizeEvent(event)
        self._turn()

    def _lay_out(self) -> None:
        self.head.setProperty("align", "left")
        self.head.setMinimumWidth(self._desk.look.px(NAME))
        self._side = side = QHBoxLayout()
        side.addWidget(self.mark)
        for name in ON_CARD:
            said, icon, _ = DEEDS[name]
            tool = Tool(self._desk, said, icon, named=False)
            tool.setObjectName(name)
            tool.clicked.connect(self._do)
            side.addWidget(tool, 0, Qt.AlignmentFlag.AlignVCenter)
            self.tools[name] = tool
        self._row.addWidget(self.head)
        self._row.addStretch(1)
        self._row.addLayout(side)
        self._column.setSpacing(0)
        self._column.addLayout(self._row)
        self._column.addLayout(self.body)

    def _turn(self) -> None:
        wanted = self.head.sizeHint().width() + self._row.spacing() + self._side.sizeHint().width()
        fits = wanted <= self.contentsRect().marginsRemoved(self._column.contentsMargins()).width()
        self._row.setDirection(Direction.LeftToRight if fits else Direction.TopToBottom)

    def _fit(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(6), px(4), px(6), px(4))
        self._row.setSpacing(px(4))
        self._side.setSpacing(px(4))
        self._turn()

    def _toggle(self) -> None:
        self.toggled.emit(self.key)

    def _do(self) -> None:
        self.wanted.emit(self.key, self.sender().objectName())


def movable(keys: Sequence[str], key: str) -> Mapping[str, bool]:
    """Can a row go up, and down?"""
    return {"up": keys[0] != key, "down": keys[-1] != key, "delete": True}
