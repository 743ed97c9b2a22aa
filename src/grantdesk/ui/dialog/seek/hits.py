"""The list of places where a word was found, and how it looks."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.seek.hit import Hit
from grantdesk.ui.dialog.seek.listed import MIDDLE, THING, Index, Listed, ListedRow, halves


class Hits(Listed[Hit]):
    """Hits, by the words around them."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._names = Names(desk.session.form, desk.session.answers)

    def show_these(self, these: Sequence[Hit]) -> None:
        """Shows others; the places of the same may be called otherwise by now."""
        self._names = Names(self._desk.session.form, self._desk.session.answers)
        super().show_these(these)

    def title(self, thing: Hit) -> str:
        """The word with what is around it."""
        return thing.before + thing.word + thing.after

    def told(self, thing: Hit) -> str:
        """The same and where it stands."""
        return f"{self.title(thing)}, {self.place(thing)}"

    def place(self, thing: Hit) -> str:
        """Where it stands."""
        return self._desk.say(joined(steps(self._names, thing.path)))


class Row(ListedRow):
    """Draws a hit: the words around it, itself in bold, and below where it is."""

    around = 14

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        px, hit, hits = self.desk.look.px, index.data(THING), index.model()
        above, below = halves(option.rect.adjusted(px(8), px(6), -px(8), -px(6)))
        self._context(painter, above, hit)
        painter.setFont(self.view.font())
        place = hits.place(hit) if isinstance(hits, Hits) else ""
        self.write_where(painter, below, place, Qt.TextElideMode.ElideLeft)

    def _context(self, painter: QPainter, line: QRect, hit: Hit) -> None:
        """The word with as much of what is around it as there is room for."""
        plain = QFont(self.view.font())
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        room = max(line.width() - QFontMetrics(bold).horizontalAdvance(hit.word), 0)
        metrics, elide = QFontMetrics(plain), Qt.TextElideMode
        before = metrics.elidedText(hit.before, elide.ElideLeft, room // 3)
        room -= metrics.horizontalAdvance(before)
        after = metrics.elidedText(hit.after, elide.ElideRight, room)
        left = line.left()
        for text, font in ((before, plain), (hit.word, bold), (after, plain)):
            painter.setFont(font)
            width = QFontMetrics(font).horizontalAdvance(text)
            where = QRect(left, line.top(), min(width + 1, line.right() - left), line.height())
            painter.drawText(where, MIDDLE, text)
            left += width
