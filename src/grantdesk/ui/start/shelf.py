"""Files one below the other: the recent ones, or those in a folder."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.tile import Errand, File, Tile
from grantdesk.words.phrase import Phrase, counted

FIRST = 6
"""Files that are shown before one asks for more."""


class Shelf(QWidget):
    """Signals: `chosen(path)` when a file shall be opened; `wanted(id, path)` when something else was chosen of it."""

    chosen = Signal(object)
    wanted = Signal(str, object)

    def __init__(self, scene: Scene, errands: Sequence[Errand], first: int = FIRST) -> None:
        super().__init__()
        self._scene, self._errands, self._first = scene, errands, first
        self.tiles: list[Tile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._more: Button | None = None
        scene.look.changed.connect(self._measure)
        self._measure()

    def show_files(self, files: Sequence[File], now: datetime) -> None:
        """Shows other files from now on."""
        for old in (*self.tiles, *filter(None, [self._more])):
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.tiles, self._more = [Tile(self._scene, file, now, self._errands) for file in files], None
        for n, tile in enumerate(self.tiles):
            tile.clicked.connect(self._choose)
            tile.wanted.connect(self.wanted)
            self._column.addWidget(tile)
            tile.setVisible(n < self._first)
        if rest := len(self.tiles[self._first :]):
            self._more = Button(
                self._scene, counted("Show {n} more", "Show {n} more", n=rest), "chevron-down", "quiet"
            )
            self._more.clicked.connect(self.show_all)
            self._column.addWidget(self._more)

    def show_all(self) -> None:
        """Shows the rest of the files too, and goes on where they begin."""
        hidden = [tile for tile in self.tiles if tile.isHidden()]
        for tile in hidden:
            tile.show()
        if hidden:
            hidden[0].setFocus()
        if self._more is not None:
            self._more.hide()

    def miss(self, path: Path, trouble: Phrase) -> None:
        """Shows that a file cannot be opened, and why."""
        for tile in self.tiles:
            if tile.file.path == path:
                tile.miss(trouble)

    def _choose(self) -> None:
        tile = self.sender()
        if isinstance(tile, Tile):
            self.chosen.emit(tile.file.path)

    def _measure(self) -> None:
        self._column.setSpacing(self._scene.look.px(12))
