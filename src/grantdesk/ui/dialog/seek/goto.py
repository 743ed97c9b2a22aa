"""Go to: a few letters of anything lead there, by keys alone."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.questions import center
from grantdesk.ui.dialog.seek.destination import ICONS, Destination, best
from grantdesk.ui.look.tip import tip
from grantdesk.words.phrase import counted, phrase

WIDE, HIGH = 640, 460
FOUND = int(Qt.ItemDataRole.UserRole)


class GoTo(QDialog):
    """Letters above, what they fit below. `chosen` is where the person wants to go; None if nowhere."""

    def __init__(self, desk: Desk, among: Sequence[Destination], over: QWidget | None) -> None:
        super().__init__(over)
        self._desk, self._among = desk, list(among)
        self.chosen: Destination | None = None
        self.line, self.list, self._found = QLineEdit(), QListView(), Found(self)
        self._arrange()
        self.line.textChanged.connect(self._seek)
        self.line.returnPressed.connect(self._take)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self._seek("")
        self.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list while one goes on typing."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if event.key() in step:
            self._move(step[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        px, say = self._desk.look.px, self._desk.say
        self.setWindowTitle(say(phrase("Go to")))
        self.line.setPlaceholderText(say(phrase("Field, page, partner, issue or command")))
        self.line.setAccessibleName(say(phrase("Go to")))
        self.line.setClearButtonEnabled(True)
        self.list.setProperty("role", "plain")
        self.list.setModel(self._found)
        self.list.setItemDelegate(Entry(self._desk, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(say(phrase("What was found")))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(12))
        column.setSpacing(px(8))
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.resize(px(WIDE), px(HIGH))
        center(self, self.parentWidget())

    def _seek(self, query: str) -> None:
        self._found.show_these(best(query, self._among))
        self.list.setCurrentIndex(self._found.index(0))
        n = self._found.rowCount()
        self.line.setAccessibleDescription(
            self._desk.say(
                counted("{n} place found", "{n} places found", n=n) if n else phrase("Nothing found")
            )
        )

    def _move(self, by: int) -> None:
        last = self._found.rowCount() - 1
        row = min(max(self.list.currentIndex().row() + by, 0), max(last, 0))
        self.list.setCurrentIndex(self._found.index(row))

    def _take(self) -> None:
        found = self.list.currentIndex().data(FOUND)
        if found is not None:
            self.chosen = found
            self.accept()


class Found(QAbstractListModel):
    """What the letters fit, under the role FOUND."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._these: list[Destination] = []

    def show_these(self, these: list[Destination]) -> None:
        """Shows others."""
        self.beginResetModel()
        self._these = these
        self.endResetModel()

    def rowCount(self, parent: "QModelIndex | QPersistentModelIndex" = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._these)

    def data(
        self, index: "QModelIndex | QPersistentModelIndex", role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if not index.isValid():
            return None
        found = self._these[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return found.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(each for each in (found.title, found.where, found.keys) if each)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.data(index, Qt.ItemDataRole.AccessibleTextRole))
            case _:
                return found if role == FOUND else None


class Entry(QStyledItemDelegate):
    """Draws a row: an icon for what it is, its name, and below it where it is; the keys of a command at the end."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._desk.look.px(200), option.fontMetrics.height() * 2 + self._desk.look.px(12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Destination = index.data(FOUND)
        look, rect = self._desk.look, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        icon = look.pixmap(found.icon or ICONS[found.kind], "mute", 18)
        painter.drawPixmap(rect.left() + look.px(10), rect.center().y() - look.px(9), icon)
        right = look.px(10)
        if found.keys:
            right += self._end(painter, rect, found.keys)
        lines = QRect(rect).adjusted(look.px(38), look.px(5), -right, -look.px(5))
        self._lines(painter, option, lines, found)
        painter.restore()

    def _end(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Writes the keys at the end of the row; the width that they take."""
        look = self._desk.look
        painter.setPen(look.color("mute"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -look.px(12), 0), int(flags), keys)
        return painter.fontMetrics().horizontalAdvance(keys) + look.px(16)

    def _lines(
        self, painter: QPainter, option: QStyleOptionViewItem, lines: QRect, found: Destination
    ) -> None:
        metrics, elide = option.fontMetrics, Qt.TextElideMode.ElideRight
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setPen(self._desk.look.color("text"))
        title = metrics.elidedText(found.title, elide, lines.width())
        if not found.where:
            painter.drawText(lines, middle, title)
            return
        half = lines.height() // 2
        painter.drawText(QRect(lines.left(), lines.top(), lines.width(), half), middle, title)
        painter.setPen(self._desk.look.color("mute"))
        where = metrics.elidedText(found.where, elide, lines.width())
        painter.drawText(QRect(lines.left(), lines.top() + half, lines.width(), half), middle, where)
