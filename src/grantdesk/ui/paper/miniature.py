"""Small pictures of all pages beside the large ones, drawn as they come into sight."""

from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QListView
from shiboken6 import isValid

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.words.phrase import phrase

WIDE, HIGH = 84, 119  # A4, at a text size of 100 %
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


class Miniatures(QAbstractListModel):
    """A row for each page. A picture is drawn when somebody sees it; an old one stays until there is a new one."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pdf: Pdf | None = None
        self._pictures: dict[int, QPixmap] = {}
        self._fresh: set[int] = set()
        self._asked: list[int] = []
        self._is_busy = False
        self._ratio = 1.0

    def show_pdf(self, pdf: Pdf) -> None:
        """The pages of another print."""
        before, count = self.rowCount(), len(pdf.sizes)
        if count > before:
            self.beginInsertRows(QModelIndex(), before, count - 1)
        elif count < before:
            self.beginRemoveRows(QModelIndex(), count, before - 1)
        self._pdf = pdf
        self._fresh.clear()
        self._asked.clear()
        if count > before:
            self.endInsertRows()
        elif count < before:
            self._pictures = {n: picture for n, picture in self._pictures.items() if n < count}
            self.endRemoveRows()
        if count:
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def forget(self) -> None:
        """Every picture is to be drawn anew: the size of text is another."""
        self._pictures.clear()
        self._fresh.clear()
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own default
        return 0 if parent.isValid() or self._pdf is None else len(self._pdf.sizes)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        n = index.row()
        if role == Role.DisplayRole:
            return str(n + 1)
        if role in (Role.AccessibleTextRole, Role.ToolTipRole):
            return self._desk.say(phrase("Page {n}", n=n + 1))
        if role == Role.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignHCenter
        return self._picture(n) if role == Role.DecorationRole else None

    def size(self) -> QSize:
        """The room of a picture."""
        px = self._desk.look.px
        return QSize(px(WIDE), px(HIGH))

    def want(self, first: int, last: int, ratio: float) -> None:
        """Somebody looks at the pages from one to another, on a screen of a ratio."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._fresh.clear()
        self._asked = [n for n in range(first, last + 1) if n not in self._fresh]
        self._draw_next()

    def _picture(self, n: int) -> QPixmap:
        if n not in self._pictures:
            self._pictures[n] = QPixmap(self.size())
            self._pictures[n].fill(QColor(Qt.GlobalColor.white))
        return self._pictures[n]

    def _draw_next(self) -> None:
        pdf = self._pdf
        if self._is_busy or not self._asked or pdf is None:
            return
        self._is_busy = True
        n, room = self._asked.pop(0), self.size()
        width, height = pdf.sizes[n]
        ratio, scale = self._ratio, min(room.width() / width, room.height() / height)
        drawn, then = partial(pdf.picture, n, scale * ratio), partial(self._show, pdf, n, ratio)
        self._desk.work.start(drawn, then, self._stop)

    def _show(self, pdf: Pdf, n: int, ratio: float, image: QImage) -> None:
        if not isValid(self):
            return
        self._is_busy = False
        if pdf is self._pdf and ratio == self._ratio:
            image.setDevicePixelRatio(ratio)
            self._pictures[n] = QPixmap.fromImage(image)
            self._fresh.add(n)
            self.dataChanged.emit(self.index(n), self.index(n))
        self._draw_next()

    def _stop(self, error: Exception) -> None:
        self._is_busy = False
        raise error


class MiniatureList(QListView):
    """Shows them below each other. Signals: `chosen(n)` when the person wants to see a page."""

    chosen = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.miniatures = Miniatures(desk, self)
        self.setModel(self.miniatures)
        self.setProperty("role", "plain")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.TopToBottom)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._choose)
        desk.look.changed.connect(self._measure)
        desk.speech.changed.connect(self._say)
        self._is_told = False
        self._say()
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen now is wanted."""
        super().paintEvent(event)
        middle, low = self.viewport().width() // 2, self.viewport().height()
        step = self.gridSize().height()
        seen = [self.indexAt(QPoint(middle, y)).row() for y in (*range(0, low, step // 2), low - 1)]
        rows = [row for row in seen if row >= 0]
        if rows:
            self.miniatures.want(rows[0], rows[-1], self.devicePixelRatioF())

    def show_at(self, n: int) -> None:
        """The page that is looked at."""
        if n != self.currentIndex().row() and n < self.miniatures.rowCount():
            self._is_told = True
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.miniatures.index(n), flag)
            self._is_told = False

    def _choose(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and not self._is_told:
            self.chosen.emit(current.row())

    def _measure(self) -> None:
        px, size = self._desk.look.px, self.miniatures.size()
        self.setIconSize(size)
        self.setGridSize(QSize(size.width() + px(24), size.height() + px(36)))
        self.setFixedWidth(size.width() + px(48))
        self.miniatures.forget()

    def _say(self) -> None:
        self.setAccessibleName(self._desk.say(phrase("Small pictures of the pages")))
