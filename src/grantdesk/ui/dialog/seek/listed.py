"""A list of what was found: what all such lists have in common, whatever stands in their rows."""

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.tip import tip

Index = QModelIndex | QPersistentModelIndex
Thing = TypeVar("Thing")
THING = int(Qt.ItemDataRole.UserRole)
MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class Listed(QAbstractListModel, Generic[Thing]):
    """Things, each under the role THING. The same things keep their rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.these: Sequence[Thing] = ()

    def show_these(self, these: Sequence[Thing]) -> None:
        """Shows others."""
        if these != self.these:
            self.beginResetModel()
            self.these = these
            self.endResetModel()

    def title(self, thing: Thing) -> str:
        """What a thing is called."""
        raise NotImplementedError

    def told(self, thing: Thing) -> str:
        """All that is to be said of it: to whoever cannot see the row, and as its tip."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.these)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        thing = self.these[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.title(thing)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.told(thing)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self.told(thing))
            case _:
                return thing if role == THING else None


class ListedRow(QStyledItemDelegate):
    """Draws a row of two lines: the thing, and below where it is."""

    around = 12
    """Above and below both lines together, at a text size of 100 %."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self.desk, self.view = desk, view

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws what stands in the row, whose ground is drawn already."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self.desk.look.px
        return QSize(px(120), option.fontMetrics.height() * 2 + px(self.around))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self.desk.look
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("selected"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        painter.setPen(look.color("text"))
        self.draw(painter, option, index)
        painter.restore()

    def write_where(self, painter: QPainter, line: QRect, text: str, cut: Qt.TextElideMode) -> None:
        """Writes where the thing is in a line, cut on a side if need be."""
        painter.setPen(self.desk.look.color("mute"))
        painter.drawText(line, MIDDLE, painter.fontMetrics().elidedText(text, cut, line.width()))


def halves(lines: QRect) -> tuple[QRect, QRect]:
    """Two lines, one below the other."""
    half = lines.height() // 2
    above = QRect(lines.left(), lines.top(), lines.width(), half)
    return above, above.translated(0, half)
