"""Go to: a few letters of anything lead there, by keys alone."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.question import center
from grantdesk.ui.dialog.seek.destination import ICONS, Destination, best
from grantdesk.ui.dialog.seek.listed import MIDDLE, THING, Index, Listed, ListedRow, halves
from grantdesk.ui.look.fit import Fit
from grantdesk.words.phrase import counted, phrase

WIDE, HIGH = 640, 460


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
        desk.speech.changed.connect(self.reject)  # everything is called otherwise now
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
        Fit(self, self._desk.look, WIDE, HIGH)
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
        found = self.list.currentIndex().data(THING)
        if found is not None:
            self.chosen = found
            self.accept()


class Found(Listed[Destination]):
    """What the letters fit, by its title."""

    def title(self, thing: Destination) -> str:
        """What it is called."""
        return thing.title

    def told(self, thing: Destination) -> str:
        """The same with where it is, and the keys that lead there."""
        return ", ".join(each for each in (thing.title, thing.where, thing.keys) if each)


class Entry(ListedRow):
    """Draws a row: an icon for what it is, its name, and below it where it is; the keys of a command at the end."""

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Destination = index.data(THING)
        look, rect = self.desk.look, option.rect
        corner = QPoint(rect.left() + look.px(10), rect.center().y() - look.px(9))
        look.paint(painter, corner, found.icon or ICONS[found.kind], "mute")
        right = look.px(10)
        if found.keys:
            right += self._end(painter, rect, found.keys)
        self._lines(painter, QRect(rect).adjusted(look.px(38), look.px(5), -right, -look.px(5)), found)

    def _end(self, painter: QPainter, rect: QRect, keys: str) -> int:
        """Writes the keys at the end of the row; the width that they take."""
        look = self.desk.look
        painter.setPen(look.color("mute"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(0, 0, -look.px(12), 0), int(flags), keys)
        return painter.fontMetrics().horizontalAdvance(keys) + look.px(16)

    def _lines(self, painter: QPainter, lines: QRect, found: Destination) -> None:
        cut = Qt.TextElideMode.ElideRight
        above, below = halves(lines) if found.where else (lines, lines)
        painter.setPen(self.desk.look.color("text"))
        title = painter.fontMetrics().elidedText(found.title, cut, lines.width())
        painter.drawText(above, MIDDLE, title)
        if found.where:
            self.write_where(painter, below, found.where, cut)
