"""The list of pages on the left: where everything stands, and the way to it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QTreeView, QVBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.panel.contents import ITEM, Contents, Item
from grantdesk.ui.panel.row import Row
from grantdesk.words.phrase import Rate, phrase


class Navigator(QFrame):
    """All pages with their marks, and how much of the whole is there.

    Signals: `chosen(Spot)` when the person wants to see a page.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "nav")
        self._desk = desk
        self.contents = Contents(desk, self)
        self._told, self._bar = QLabel(), QProgressBar()
        self._column = QVBoxLayout(self)
        self.tree = Tree(desk, self.contents)
        self._arrange()
        self.tree.activated.connect(self._choose)
        self.tree.clicked.connect(self._choose)
        self.contents.dataChanged.connect(self._change)
        self.contents.modelReset.connect(self._reset)
        desk.session.changed.connect(self._tell)
        desk.speech.changed.connect(self._say)
        desk.look.changed.connect(self._arrange_sizes)
        self._say()

    def turn(self, page: Spot) -> None:
        """Shows that this page is open; of the partners' parts only the one that it is in stays open."""
        self.tree.show_page(page)

    def _arrange(self) -> None:
        self._told.setProperty("role", "mute")
        self._bar.setRange(0, 10_000)
        self._bar.setTextVisible(False)
        for widget in (self._told, self._bar):
            self._column.addWidget(widget)
        self._column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self._arrange_sizes()

    def _arrange_sizes(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(10), px(12), px(6), px(6))
        self._column.setSpacing(px(6))
        self._bar.setFixedHeight(px(6))

    def _choose(self, index: QModelIndex) -> None:
        item: Item = index.data(ITEM)
        if item.spot is None:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.chosen.emit(item.spot)

    def _change(self, index: QModelIndex) -> None:
        """The page that is open may need a second line now: it stays in sight whole."""
        if index == self.contents.find(self.tree.here):
            self.tree.scrollTo(index)
        self._tell()

    def _reset(self) -> None:
        self.tree.show_page(self.tree.here)
        self._tell()

    def _say(self) -> None:
        said = self._desk.say
        self.tree.setAccessibleName(said(phrase("Pages of the application")))
        self.setAccessibleName(said(phrase("Navigator")))
        self._tell()

    def _tell(self) -> None:
        share = self.contents.share // 100 * 100
        told = self._desk.say(phrase("{share} complete", share=Rate(share)))
        if told != self._told.text():
            self._told.setText(told)
            self._bar.setAccessibleName(told)
        self._bar.setValue(share)


class Tree(QTreeView):
    """The tree itself: rows of their own height, arrows and letters as in every list, Enter or a click to go."""

    def __init__(self, desk: Desk, contents: Contents) -> None:
        super().__init__()
        self._desk, self._contents = desk, contents
        self._row = Row(desk, self)
        self.setProperty("role", "plain")
        self.setModel(contents)
        self.setItemDelegate(self._row)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QTreeView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._resize()
        desk.look.changed.connect(self._resize)

    @property
    def here(self) -> Spot:
        """The page that is open."""
        return self._row.here

    def show_page(self, page: Spot) -> None:
        """Marks the page as open and brings it into view."""
        self._row.here = page
        index = self._contents.find(page)
        self._open_part(page, index)
        self.setCurrentIndex(index)
        self.scheduleDelayedItemsLayout()
        self.scrollTo(index)  # as high as it is now: the name of the open page is bold

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """None: the rows have their own arrows."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names wrap at the width that there is."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the page; a part is opened by the right arrow and closed by the left one."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.activated.emit(index)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and self._is_part(index):
            self.setExpanded(index, event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Left and self._is_part(index.parent()):
            self.setCurrentIndex(index.parent())
        else:
            super().keyPressEvent(event)

    def _is_part(self, index: QModelIndex) -> bool:
        return index.isValid() and index.data(ITEM).spot is None

    def _open_part(self, page: Spot, index: QModelIndex) -> None:
        model = self._contents
        for row in range(model.rowCount()):
            home = model.index(row, 0)
            if model.rowCount(home):
                self.setExpanded(home, True)
                for n in range(model.rowCount(home)):
                    part = model.index(n, 0, home)
                    self.setExpanded(part, index.isValid() and part == index.parent())

    def _resize(self) -> None:
        self.setIndentation(self._desk.look.px(14))
        self.scheduleDelayedItemsLayout()
