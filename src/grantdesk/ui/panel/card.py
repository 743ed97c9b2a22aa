"""How a finding looks in the list: a card with an icon, what is wrong and what to do, and where."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.panel.list import LINE, Line

ICONS = {"error": "circle-alert", "warning": "triangle-alert", "advice": "lightbulb"}
INKS = {"error": "error", "warning": "warning", "advice": "warning"}
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a row the two texts stand, and how high the row is."""

    text: QRect
    place: QRect
    height: int


class Card(QStyledItemDelegate):
    """Draws the rows of the findings. What was measured is remembered until the width or the text size changes."""

    def __init__(self, desk: Desk, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self._known: dict[tuple[str, str, int], _Place] = {}
        desk.look.changed.connect(self._known.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self._placed(index.data(LINE), width).height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        place = self._placed(line, option.rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(option.rect.topLeft())
        if line.finding is None:
            self._write(painter, place.text, line.text, "mute", self._view.font())
        else:
            body = QRect(0, 0, option.rect.width(), place.height - self._desk.look.px(8))
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
            over = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._ground(painter, body, line.finding.severity, focused or over)
            self._write(painter, place.text, line.text, "text", self._view.font())
            self._write(painter, place.place, line.place, "mute", self._small())
        painter.restore()

    def _ground(self, painter: QPainter, body: QRect, severity: str, strong: bool) -> None:
        look, ink = self._desk.look, INKS[severity]
        painter.setPen(QPen(look.color(ink), 2 if strong else 1))
        painter.setBrush(look.color(f"{ink}_back"))
        inset = 1.0 if strong else 0.5
        radius = look.px(5)
        painter.drawRoundedRect(QRectF(body).adjusted(inset, inset, -inset, -inset), radius, radius)
        look.paint(painter, QPoint(look.px(10), look.px(10)), ICONS[severity], ink)

    def _write(self, painter: QPainter, rect: QRect, text: str, role: str, font: QFont) -> None:
        painter.setPen(self._desk.look.color(role))
        painter.setFont(font)
        painter.drawText(rect, WRAPPED, text)

    def _placed(self, line: Line, width: int) -> _Place:
        key = (line.text, line.place, width if line.finding else -width)
        if key not in self._known:
            if len(self._known) > 2000:
                self._known.clear()
            self._known[key] = self._measured(line, width)
        return self._known[key]

    def _measured(self, line: Line, width: int) -> _Place:
        px = self._desk.look.px
        if line.finding is None:
            text = self._box(self._view.font(), line.text, QRect(0, px(4), width, 0))
            return _Place(text, QRect(), text.bottom() + px(6))
        left, right = px(38), px(10)
        text = self._box(self._view.font(), line.text, QRect(left, px(9), width - left - right, 0))
        place = self._box(self._small(), line.place, QRect(left, text.bottom() + px(2), text.width(), 0))
        return _Place(text, place, place.bottom() + px(9) + px(8))

    def _box(self, font: QFont, text: str, rect: QRect) -> QRect:
        height = QFontMetrics(font).boundingRect(QRect(0, 0, rect.width(), 10_000), WRAPPED, text).height()
        return QRect(rect.left(), rect.top(), rect.width(), height + 1)

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * 0.9)
        else:
            font.setPixelSize(round(font.pixelSize() * 0.9))
        return font
