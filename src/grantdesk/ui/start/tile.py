"""A file as a card: what it is called, for which call, how far it is, how long there is time, and where it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from grantdesk.ui.desk.home import from_home
from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.button import Tool, shown
from grantdesk.ui.piece.card import Card, quiet
from grantdesk.ui.piece.label import Badge, Label, bare
from grantdesk.ui.piece.mark import Bar
from grantdesk.ui.piece.menu import underline
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.deadline import told
from grantdesk.words.phrase import Phrase, Rate, Texts, phrase


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is shown. `share` is how much is answered, in basis points; `trouble` why it cannot be opened."""

    path: Path
    name: str = ""
    call: str | Texts = ""
    closes: datetime | None = None
    share: int = 0
    trouble: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """Something that can be done with a file: what `wanted` tells, and how the menu says it."""

    id: str
    said: Phrase
    icon: str
    lost: bool = False
    """Can it be done with a file that is not there?"""


class Tile(Card):
    """Pressing it opens the file. Signals: `wanted(id, path)` when something else was chosen from its menu."""

    wanted = Signal(str, object)

    def __init__(self, scene: Scene, file: File, now: datetime, errands: Sequence[Errand]) -> None:
        super().__init__(scene, file.name or file.path.stem, "file-text")
        self.file, self._errands = file, errands
        self.said.use("label")
        self.add_line(file.call).setVisible(bool(file.call))
        self._state(now)
        self._place = self.add_line(from_home(file.path.parent), "counter")
        self._place.setToolTip(tip(str(file.path)))
        if errands:
            self._more = Tool(scene, phrase("More about this file"), "ellipsis", named=False)
            self._more.clicked.connect(self._open_below)
            self.row.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        if file.trouble is not None:
            self.miss(file.trouble)

    def miss(self, trouble: Phrase) -> None:
        """Shows that the file cannot be opened, and why."""
        self._lost.show_said(trouble)
        self._lost.show()
        self._line.hide()
        self.said.use("mute")
        self.picture.draw("file", "faint")
        self._name()

    @property
    def is_lost(self) -> bool:
        """Can it not be opened?"""
        return not self._lost.isHidden()

    def menu(self) -> QMenu:
        """What can be done with the file, made anew for the language of the moment."""
        menu = QMenu(self)
        for errand in self._errands:
            if errand.lost or not self.is_lost:
                look = self._scene.look
                action = QAction(look.icon(errand.icon), shown(self._scene.say(errand.said)), menu)
                action.setData(errand.id)
                menu.addAction(action)
        underline(menu)
        menu.triggered.connect(self._choose)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the other button of the mouse, and by the key for it."""
        if self._errands:
            self._open_at(event.globalPos())

    def _open_below(self) -> None:
        self._open_at(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _open_at(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _choose(self, action: QAction) -> None:
        self.wanted.emit(action.data(), self.file.path)

    def _state(self, now: datetime) -> None:
        """The line with the progress and the deadline, and the one that is there instead of it for a lost file."""
        scene, file = self._scene, self.file
        self._bar = Bar(scene, file.share)
        self._share = Label(scene, bare(Rate(file.share // 100 * 100)), "counter")
        self._share.setWordWrap(False)
        self._badge = Badge(scene)
        if file.closes is not None:
            said, tone = told(file.closes, now)
            self._badge.show_said(said)
            self._badge.tone(tone)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scene.look.px(10))
        line.addWidget(quiet(self._bar), 1)
        line.addWidget(quiet(self._share))
        line.addWidget(quiet(self._badge))
        # Only in its place: shown before, it would be a window of its own.
        self._badge.setVisible(file.closes is not None)
        self.lines.addWidget(quiet(self._line))
        self._lost = self.add_line("", "advice")
        self._lost.hide()
