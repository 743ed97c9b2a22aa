"""The headings of a document as a tree: it follows what is read, and leads to what one wants to read."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from grantdesk.ui.document.document import Stop
from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

PLACE = int(Qt.ItemDataRole.UserRole)
DEEPEST = 4


class Contents(QTreeView):
    """Signals: `chosen(n)` when the person wants to go to the heading n."""

    chosen = Signal(int)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._items: dict[int, QStandardItem] = {}
        self._shown: list[tuple[int, str]] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setProperty("role", "plain")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        self.clicked.connect(self._choose)
        self.activated.connect(self._choose)
        scene.speech.changed.connect(self._name)
        scene.look.changed.connect(self._measure)
        self._name()
        self._measure()

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Shows the headings of a document; where they are the same as before, what is open stays open."""
        wanted = [(stop.level, stop.text) for stop in stops]
        if wanted == self._shown:
            return
        self._shown = wanted
        self._model.clear()
        self._items = {}
        above: list[tuple[int, QStandardItem]] = [(0, self._model.invisibleRootItem())]
        for n, stop in enumerate(stops):
            if 1 < stop.level <= DEEPEST:
                while above[-1][0] >= stop.level:
                    above.pop()
                item = QStandardItem(" ".join(stop.text.split()))
                item.setData(n, PLACE)
                item.setToolTip(tip(item.text()))
                above[-1][1].appendRow(item)
                above.append((stop.level, item))
                self._items[n] = item

    def follow(self, n: int) -> None:
        """The heading n is being read."""
        near = max((known for known in self._items if known <= n), default=-1)
        index = self._items[near].index() if near >= 0 else QModelIndex()
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index) if index.isValid() else self.scrollToTop()

    def _choose(self, index: QModelIndex) -> None:
        self.expand(index)
        self.chosen.emit(int(index.data(PLACE)))

    def _name(self) -> None:
        self.setAccessibleName(self._scene.say(phrase("Contents")))

    def _measure(self) -> None:
        self.setIndentation(self._scene.look.px(16))
