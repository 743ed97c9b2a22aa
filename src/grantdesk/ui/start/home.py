"""The first page: on the left what one worked on, on the right what can be applied for."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.stock.calls import Offered
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.offer import Offer
from grantdesk.ui.start.shelf import Shelf
from grantdesk.ui.start.tile import Errand, File
from grantdesk.ui.start.welcome import Welcome
from grantdesk.words.phrase import phrase

TWO_COLUMNS = 860
"""From this width on the two stand side by side, at a text size of 100 %."""


class Home(QWidget):
    """`shelf`, `offers`, `open`, `folder` and `proof` are to be listened to; `banners` takes what comes first."""

    def __init__(
        self, scene: Scene, calls: Sequence[Offered], now: datetime, errands: Sequence[Errand]
    ) -> None:
        super().__init__()
        self._scene = scene
        self.banners, self.shelf = QVBoxLayout(), Shelf(scene, errands)
        self.offers = [Offer(scene, call, now) for call in calls]
        self.open = Button(scene, phrase("Open a file …"), "folder-open")
        self.folder = Button(scene, phrase("Open a folder …"), "folder", "quiet")
        self.proof = Button(scene, phrase("Check a PDF or a printout …"), "circle-check", "quiet")
        self._left, self._right, self._buttons = QVBoxLayout(), QVBoxLayout(), Flow()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._title = Label(scene, phrase("Your applications"), "title")
        self._welcome: Welcome | None = None
        self._fill()
        for offer in self.offers:
            offer.opened.connect(self._open_one)
        scene.look.changed.connect(self.measure)
        self.measure()

    def show_files(self, files: Sequence[File], now: datetime) -> None:
        """Shows the recent files; a welcome where there is none."""
        self.shelf.show_files(files, now)
        self._greet(not files)
        self._title.setVisible(bool(files))
        self.shelf.setVisible(bool(files))
        if not files and self.offers and not any(offer.is_open for offer in self.offers):
            self.offers[0].open_up(True)

    def first(self) -> QWidget:
        """What has the focus when the window opens: the latest file, or the way to begin."""
        tiles = [tile for tile in self.shelf.tiles if not tile.is_lost]
        opened = [offer.details.start for offer in self.offers if offer.is_open]
        return [*tiles, *opened, self.open][0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where two would be too narrow to read."""
        super().resizeEvent(event)
        self._turn()

    def _greet(self, is_new: bool) -> None:
        """Shows a welcome to who is new here; most people are not, and need none made."""
        if self._welcome is None and is_new:
            self._welcome = Welcome(self._scene)
            self._left.insertWidget(0, self._welcome)
        if self._welcome is not None:
            self._welcome.setVisible(is_new)

    def _fill(self) -> None:
        for widget in (self._title, self.shelf):
            self._left.addWidget(widget)
        for button in (self.open, self.folder, self.proof):
            self._buttons.addWidget(button)
        self._left.addLayout(self._buttons)
        self._left.addWidget(
            Label(self._scene, phrase("You can also drop a .grant file or a PDF anywhere here."), "help")
        )
        self._left.addStretch(1)
        self._right.addWidget(Label(self._scene, phrase("Start a new application"), "title"))
        for offer in self.offers:
            self._right.addWidget(offer)
        self._right.addStretch(1)
        self._columns.addLayout(self._left, 1)
        self._columns.addLayout(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self.banners)
        column.addLayout(self._columns)
        column.addStretch(1)

    def _open_one(self) -> None:
        """One call is open at a time: so there is one way to begin that stands out."""
        for offer in self.offers:
            if offer is not self.sender():
                offer.open_up(False)

    def _turn(self) -> None:
        wide = self.width() >= self._scene.look.px(TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._columns.direction() != direction:
            self._columns.setDirection(direction)

    def measure(self) -> None:
        """Takes the sizes of the moment."""
        px = self._scene.look.px
        for column in (self._left, self._right, self.banners):
            column.setSpacing(px(12))
        self._buttons.setSpacing(px(8))
        self._columns.setSpacing(px(32))
        self.banners.setContentsMargins(0, 0, 0, px(20) if self.banners.count() else 0)
        self._turn()
