"""What stands above the columns and beside the rows: titles on several lines, and handles to move rows by."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHeaderView, QTableView

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.sheet.folding import folded, shortened

STAR = "\u00a0*"
SHORT = 4
"""Characters of a name that stand on one line for sure."""
FEW = 200
"""Rows and columns that are looked at to find sizes for however many there are."""
TITLE_LINES = 5
LONGEST = 90
"""How wide a word of a title may be before it is broken."""
NAME_LINES = 4
"""Lines at most in the name of a row."""


class ColumnHead(QHeaderView):
    """Titles that break into lines; a star where an answer is required."""

    def __init__(self, desk: Desk, model: GridModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._desk, self._model = desk, model
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(desk.look.px(24))

    def title(self, column: int) -> str:
        """What stands above a column."""
        each = self._model.sheet.columns()[column]
        return each.title + (STAR if each.needed else "")

    def fit(self) -> None:
        """Takes as many lines as the titles need at these widths."""
        metrics = self._metrics()
        few = range(min(self._model.columnCount(), FEW))
        lines = max((len(self._lines(at)) for at in few), default=1)
        self.setFixedHeight(min(lines, TITLE_LINES) * metrics.height() + 2 * self._desk.look.px(6))

    def wide(self, text: str) -> int:
        """How wide a text is in the letters of titles and sums."""
        return self._metrics().horizontalAdvance(text)

    def words(self, column: int) -> int:
        """How wide a column has to be for its title: a long word may be broken, a short one not."""
        metrics, look = self._metrics(), self._desk.look
        widths = (
            metrics.horizontalAdvance(word) for word in self.title(column).replace("-", "- ").split(" ")
        )
        return min(max(widths, default=0), look.px(LONGEST)) + 2 * look.px(6) + 2

    def sizeHint(self) -> QSize:
        """Qt: as high as it was fitted."""
        return QSize(0, self.height())

    def paintSection(self, painter: QPainter, rect: QRect, column: int) -> None:
        """Qt: a title."""
        look, pad = self._desk.look, self._desk.look.px(6)
        painter.save()
        painter.fillRect(rect, look.color("nav"))
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(self._bold())
        painter.setPen(look.color("text"))
        right = self._model.sheet.columns()[column].numeric
        metrics, lines = painter.fontMetrics(), self._lines(column)[:TITLE_LINES]
        top = rect.top() + (rect.height() - len(lines) * metrics.height()) // 2
        for line in lines:
            left = rect.right() - pad - metrics.horizontalAdvance(line) if right else rect.left() + pad
            painter.drawText(QPoint(left, top + metrics.ascent()), line)
            top += metrics.height()
        painter.restore()

    def _lines(self, column: int) -> list[str]:
        room, metrics = self.sectionSize(column) - 2 * self._desk.look.px(6), self._metrics()
        return folded(self.title(column), lambda text: metrics.horizontalAdvance(text) <= room)

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._bold())


class RowHead(QHeaderView):
    """Names of rows. Rows that are selected are moved by dragging their names.

    Signals: `dropped(row)` when the selected rows were dropped before that row.
    """

    dropped = Signal(int)

    def __init__(self, desk: Desk, model: GridModel, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._desk, self._model, self._view = desk, model, view
        self.moves = False
        """Can rows be moved?"""
        self._pressed: QPoint | None = None
        self._goal = -1
        self._mark = QFrame(view)
        self._mark.hide()
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(desk.look.px(20))

    def fit(self) -> None:
        """As wide as the longest name, within reason."""
        metrics, px = self.fontMetrics(), self._desk.look.px
        count = self._model.rowCount()
        few = range(count) if count <= FEW else (*range(FEW), count - 2, count - 1)  # numbers grow longer
        names = [self._name(row) for row in few]
        wide = max((metrics.horizontalAdvance(name) for name in names), default=0)
        edge = px(14) + (px(12) if self.moves else 0)
        most = max(px(96), min(px(220), self._view.width() // 5))
        self.setFixedWidth(max(px(40), min(wide + edge, most)))

    def sizeHint(self) -> QSize:
        """Qt: as wide as it was fitted; it would ask for a hundred names."""
        return QSize(self.width(), 0)

    def lines(self, row: int) -> int:
        """How many lines the name of a row takes."""
        if not self._model.sheet.named or len(self._name(row)) < SHORT:
            return 1
        return len(self._lines(row))

    def _lines(self, row: int) -> list[str]:
        room, metrics = self._room(QRect(0, 0, self.width(), 100)).width(), self.fontMetrics()

        def fits(text: str) -> bool:
            return metrics.horizontalAdvance(text) <= room

        return shortened(folded(self._name(row), fits), NAME_LINES, fits)

    def _room(self, rect: QRect) -> QRect:
        """Where the name is written."""
        px = self._desk.look.px
        return rect.adjusted(px(15) if self.moves else px(7), 0, -px(5), 0)

    def paintSection(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Qt: the name of a row, with a handle where it can be moved."""
        look, px = self._desk.look, self._desk.look.px
        ghost = self._model.is_ghost(row)
        mark = "" if ghost else self._model.worst(row, -1)
        selected = self.selectionModel().isRowSelected(row) and not ghost
        painter.save()
        painter.fillRect(
            rect, look.color("error_back" if mark == "error" else "selected" if selected else "nav")
        )
        painter.setPen(QPen(look.color("line"), 1))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.moves and not ghost:
            look.paint(painter, QPoint(px(2), rect.center().y() - px(6)), "grip-vertical", "mute", 12)
        painter.setPen(look.color("accent" if ghost else "error" if mark == "error" else "text"))
        if ghost:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._name(row))
        else:
            self._draw_name(painter, self._room(rect), row)
        painter.restore()

    def _draw_name(self, painter: QPainter, room: QRect, row: int) -> None:
        metrics, lines = self.fontMetrics(), self._lines(row)
        top = room.top() + (room.height() - len(lines) * metrics.height()) // 2
        for line in lines:
            painter.drawText(QPoint(room.left(), top + metrics.ascent()), line)
            top += metrics.height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: rows that are selected already may be about to be moved."""
        row = self.logicalIndexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if left and self.moves and row >= 0 and self.selectionModel().isRowSelected(row):
            self._pressed = event.position().toPoint()
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a line shows where they would go."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        here = event.position().toPoint()
        if (here - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._goal = self._row_below(here.y())
            self._show_line()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: there they go."""
        if self._pressed is None:
            super().mouseReleaseEvent(event)
            return
        goal, self._pressed, self._goal = self._goal, None, -1
        self._mark.hide()
        if goal >= 0:
            self.dropped.emit(goal)
        else:
            self._view.selectRow(self.logicalIndexAt(event.position().toPoint()))

    def _name(self, row: int) -> str:
        return str(self._model.headerData(row, Qt.Orientation.Vertical))

    def _row_below(self, y: int) -> int:
        """The row whose upper edge is nearest; one after the last for the end."""
        row = self.logicalIndexAt(QPoint(0, y))
        rows = len(self._model.keys)
        if row < 0 or row >= rows:
            return rows if y > 0 else 0
        lower = y > self.sectionViewportPosition(row) + self.sectionSize(row) // 2
        return row + lower

    def _show_line(self) -> None:
        rows = len(self._model.keys)
        last = self.sectionViewportPosition(rows - 1) + self.sectionSize(rows - 1)
        y = self.sectionViewportPosition(self._goal) if self._goal < rows else last
        thick = self._desk.look.px(3)
        self._mark.setGeometry(0, self.y() + y - thick // 2, self._view.width(), thick)
        palette = self._mark.palette()
        palette.setColor(self._mark.backgroundRole(), self._desk.look.color("accent"))
        self._mark.setPalette(palette)
        self._mark.setAutoFillBackground(True)
        self._mark.show()
        self._mark.raise_()
