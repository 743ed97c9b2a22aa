"""How a page looks in the navigator: its mark, its number, its name, and in words how it stands."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot
from grantdesk.ui.panel.contents import ITEM, Item
from grantdesk.ui.piece.mark import SHAPES

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a row things stand. `second` is None where there is no second line."""

    icon: QPoint
    title: QRect
    second: QRect | None
    height: int


class Row(QStyledItemDelegate):
    """Draws the rows of the navigator; `here` is the page that is open."""

    def __init__(self, desk: Desk, view: QTreeView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.here = Spot("")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        item: Item = index.data(ITEM)
        width = self._view.viewport().width() - self._depth(item) * self._view.indentation()
        return QSize(width, self._placed(item, QRect(0, 0, width, 0)).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        item: Item = index.data(ITEM)
        place = self._placed(item, option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option, item)
        self._sign(painter, place.icon, item)
        look = self._desk.look
        painter.setPen(look.color("text"))
        painter.setFont(self._font(item))
        painter.drawText(place.title, WRAPPED, self._title(item))
        if place.second is not None:
            painter.setPen(look.color("error" if item.mark.fixes else "mute"))
            painter.setFont(self._small(item))
            painter.drawText(place.second, WRAPPED, self._second(item))
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        """What lies under a row: the page that is open, the row under the mouse, the row with the focus."""
        look, state = self._desk.look, option.state
        body = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if item.spot is not None and item.spot == self.here:
            painter.setBrush(look.color("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(look.color("chip"))
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
        painter.drawRoundedRect(body, look.px(5), look.px(5))

    def _sign(self, painter: QPainter, at: QPoint, item: Item) -> None:
        """The icon of the state; a part that can be opened has an arrow before it."""
        look = self._desk.look
        icon, role = ("list-checks", "mute") if item.spot == CHECK else SHAPES[item.mark.state]
        if item.spot is None:
            opened = self._view.isExpanded(self._view.model().index(item.row, 0, self._above(item)))
            arrow = "chevron-down" if opened else "chevron-right"
            look.paint(painter, at - QPoint(look.px(17), -look.px(2)), arrow, "mute", 14)
        look.paint(painter, at, icon, role)

    def _above(self, item: Item) -> QModelIndex:
        model = self._view.model()
        above = item.parent
        return model.index(above.row, 0, QModelIndex()) if above and above.id else QModelIndex()

    def _placed(self, item: Item, rect: QRect) -> _Place:
        look = self._desk.look
        left = rect.left() + look.px(20 if item.spot is None else 8)
        text = left + look.px(30)
        width = max(rect.right() - text - look.px(6), look.px(40))
        top = rect.top() + look.px(8)
        title = self._measured(self._font(item), self._title(item), QRect(text, top, width, 0))
        second, bottom = None, max(title.bottom(), top + look.px(20))
        if self._second(item):
            below = QRect(text, title.bottom() + look.px(1), width, 0)
            second = self._measured(self._small(item), self._second(item), below)
            bottom = second.bottom()
        return _Place(QPoint(left, top), title, second, bottom - rect.top() + look.px(8))

    def _measured(self, font: QFont, text: str, rect: QRect) -> QRect:
        height = QFontMetrics(font).boundingRect(QRect(0, 0, rect.width(), 10_000), WRAPPED, text).height()
        return QRect(rect.left(), rect.top(), rect.width(), height + 1)

    def _title(self, item: Item) -> str:
        return f"{item.number}\u2002{item.title}" if item.number else item.title

    def _second(self, item: Item) -> str:
        """How it stands in words; what the icon alone tells as well is left out."""
        mark = item.mark
        told = mark.state == "done" or (mark.state == "not_started" and not mark.is_free)
        return "" if told or item.spot == CHECK else self._desk.say(mark.said)

    def _font(self, item: Item) -> QFont:
        font = QFont(self._view.font())
        font.setBold(item.spot is not None and item.spot == self.here)
        return font

    def _small(self, item: Item) -> QFont:
        font = self._font(item)
        font.setPointSizeF(font.pointSizeF() * 0.9) if font.pointSizeF() > 0 else font.setPixelSize(
            round(font.pixelSize() * 0.9)
        )
        return font

    def _depth(self, item: Item) -> int:
        depth, above = 0, item.parent
        while above and above.id:
            depth, above = depth + 1, above.parent
        return depth
