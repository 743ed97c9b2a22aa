"""The submission checklist on the screen: each matter with a shape and a word, more about it, and the way to it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.model.path import ROOT
from grantdesk.outline.fact.answer import plain
from grantdesk.session.handing.checklist import Matter
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.mark import SHAPES
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, phrase

OPEN, SIGN = phrase("Go to it"), phrase("Sign …")


class Matters(QFrame):
    """Signals: `wanted(path)` when the person wants to go to a place; `signing` when they want to sign."""

    wanted = Signal(object)
    signing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setProperty("role", "card")
        self.lines: list[Line] = []
        self._shown: list[Matter] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._measure()
        desk.look.changed.connect(self._measure)

    def show_matters(self, matters: list[Matter]) -> None:
        """Shows these matters; where nothing is different, nothing moves."""
        if matters == self._shown:
            return
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._shown = matters
        self.lines = [Line(self.desk, matter) for matter in matters]
        for line in self.lines:
            line.wanted.connect(self.wanted)
            line.signing.connect(self.signing)
            self._column.addWidget(line)

    def _measure(self) -> None:
        px = self.desk.look.px
        self._column.setContentsMargins(px(16), px(6), px(16), px(6))


class Line(QFrame):
    """One matter.

    Signals: `wanted(path)` and `signing` as above.
    """

    wanted = Signal(object)
    signing = Signal()

    def __init__(self, desk: Desk, matter: Matter) -> None:
        super().__init__()
        self._desk, self.matter = desk, matter
        icon, ink = SHAPES[matter.state]
        px = desk.look.px
        row, lines, head = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        said, stands = Label(desk, matter.said, "label"), Label(desk, matter.stands, "mute")
        said.setWordWrap(False)
        head.addWidget(said)
        head.addWidget(stands, 1)
        lines.addLayout(head)
        for detail in matter.details:
            lines.addWidget(Label(desk, plain("{it}", it=detail), "help"))
        row.addWidget(Picture(desk, icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        if matter.deed == "sign":
            row.addWidget(self._way(SIGN, self.signing), 0, Qt.AlignmentFlag.AlignTop)
        elif matter.path != ROOT and matter.state != "done":
            row.addWidget(self._way(OPEN, self._want), 0, Qt.AlignmentFlag.AlignTop)
        row.setContentsMargins(0, px(8), 0, px(8))
        row.setSpacing(px(10))
        lines.setSpacing(px(2))
        head.setSpacing(px(10))

    def _way(self, said: Phrase, run: Callable[[], object] | SignalInstance) -> Button:
        self.go = Button(self._desk, said, role="link")
        self.go.setAccessibleDescription(self._desk.say(self.matter.said))
        self.go.clicked.connect(run)
        return self.go

    def _want(self) -> None:
        self.wanted.emit(self.matter.path)
