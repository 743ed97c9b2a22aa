"""The list of places where a word was found, and how it looks."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.seek.hit import Hit
from grantdesk.ui.look.tip import tip

HIT = int(Qt.ItemDataRole.UserRole)
PLACE = HIT + 1


class Hits(QAbstractListModel):
    """Hits under the role HIT, where each is under PLACE. The same hits keep their rows."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._these: list[Hit] = []
        self._names = Names(desk.session.form, desk.session.answers)

    def show_these(self, these: list[Hit]) -> None:
        """Shows others."""
        self._names = Names(self._desk.session.form, self._desk.session.answers)
        if these != self._these:
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
        hit = self._these[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.before + hit.word + hit.after
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{hit.before}{hit.word}{hit.after}, {self._place(hit)}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.data(index, Qt.ItemDataRole.AccessibleTextRole))
            case _:
                return hit if role == HIT else self._place(hit) if role == PLACE else None

    def _place(self, hit: Hit) -> str:
        return self._desk.say(joined(steps(self._names, hit.path)))


class Row(QStyledItemDelegate):
    """Draws a hit: the words around it, itself in bold, and below where it is."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(self._desk.look.px(120), option.fontMetrics.height() * 2 + self._desk.look.px(14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, hit = self._desk.look, index.data(HIT)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        lines = option.rect.adjusted(look.px(8), look.px(6), -look.px(8), -look.px(6))
        half = lines.height() // 2
        self._context(painter, QRect(lines.left(), lines.top(), lines.width(), half), hit)
        painter.setPen(look.color("mute"))
        where = option.fontMetrics.elidedText(index.data(PLACE), Qt.TextElideMode.ElideLeft, lines.width())
        below = QRect(lines.left(), lines.top() + half, lines.width(), half)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignVCenter), where)
        painter.restore()

    def _context(self, painter: QPainter, line: QRect, hit: Hit) -> None:
        """The word with as much of what is around it as there is room for."""
        plain = QFont(self._view.font())
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        room = max(line.width() - QFontMetrics(bold).horizontalAdvance(hit.word), 0)
        metrics, elide = QFontMetrics(plain), Qt.TextElideMode
        before = metrics.elidedText(hit.before, elide.ElideLeft, room // 3)
        room -= metrics.horizontalAdvance(before)
        after = metrics.elidedText(hit.after, elide.ElideRight, room)
        painter.setPen(self._desk.look.color("text"))
        left = line.left()
        for text, font in ((before, plain), (hit.word, bold), (after, plain)):
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text)
            where = QRect(left, line.top(), min(width + 1, line.right() - left), line.height())
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter), text)
            left += width
