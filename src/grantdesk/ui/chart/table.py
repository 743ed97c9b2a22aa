"""A grid of the outline as a table to be read and copied: row by row, sums at the foot."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from grantdesk.outline.block import Grid
from grantdesk.ui.look.tip import tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
PADDING = 2  # digits beside a text, and a little more
HIGH = 10_000


class GridModel(QAbstractTableModel):
    """The cells of a grid; nothing in it changes but the whole."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = Grid("", (), ())

    def show_grid(self, grid: Grid) -> None:
        """Shows another grid."""
        self.beginResetModel()
        self._grid = grid
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Rows and sums."""
        return 0 if parent.isValid() else len(self._grid.rows) + len(self._grid.foot)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self._grid.columns)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell: its text, to the right if it is a number, bold if it is a sum."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return (*self._grid.rows, *self._grid.foot)[row][column]
            case Role.ToolTipRole:
                return tip((*self._grid.rows, *self._grid.foot)[row][column])
            case Role.TextAlignmentRole:
                return self._side(column)
            case Role.FontRole if row >= len(self._grid.rows):
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        """The labels of the columns, on the side of their cells."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self._grid.columns):
            return None
        if role == Role.DisplayRole:
            return self._grid.columns[section].label
        wrapped = Qt.TextFlag.TextWordWrap.value
        return int(self._side(section)) | wrapped if role == Role.TextAlignmentRole else None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = self._grid.columns[column].numeric
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class GridTable(QTableView):
    """Shows a grid, as high as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = GridModel(self)
        self._texts: list[tuple[str, ...]] = []
        self.setModel(self._model)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setHighlightSections(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)

    def show_grid(self, grid: Grid) -> None:
        """Shows another grid."""
        self._model.show_grid(grid)
        self._texts = list(zip([c.label for c in grid.columns], *grid.rows, *grid.foot, strict=True))
        self.setAccessibleName(grid.caption)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their texts in the new width."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies the selected cells as a spreadsheet takes them."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_text())
        else:
            super().keyPressEvent(event)

    def selected_text(self) -> str:
        """The selected cells: a line for each row, tabs between the cells."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes()):
            rows.setdefault(index.row(), []).append(str(index.data()))
        return "\n".join("\t".join(cells) for cells in rows.values())

    def _fit(self) -> None:
        if not self._texts:
            return
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        pad = metrics.horizontalAdvance("0") * PADDING + 4
        wish = [max(map(metrics.horizontalAdvance, texts)) + pad for texts in self._texts]
        least = [
            max(metrics.horizontalAdvance(w) for t in ts for w in t.split(" ")) + pad for ts in self._texts
        ]
        widths = shared(least, wish, self.viewport().width())
        header = self.horizontalHeader()
        for n, width in enumerate(widths):
            header.resizeSection(n, width)
        header.setFixedHeight(self._height(metrics, widths, 0, pad))
        for row in range(self._model.rowCount()):
            self.setRowHeight(row, self._height(metrics, widths, row + 1, pad))
        bar = self.horizontalScrollBar().sizeHint().height() if sum(widths) > self.viewport().width() else 0
        height = header.height() + self.verticalHeader().length() + bar
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _height(self, metrics: QFontMetrics, widths: list[int], row: int, pad: int) -> int:
        """How high the texts of a row are, the labels being row 0."""
        flags = Qt.TextFlag.TextWordWrap.value
        cells = zip(widths, self._texts, strict=True)
        return (
            max(metrics.boundingRect(0, 0, w - pad, HIGH, flags, ts[row]).height() for w, ts in cells)
            + pad // 2
        )


def shared(least: list[int], wish: list[int], room: int) -> list[int]:
    """The widths of columns: what each must have, beyond that as much as it wishes up to a width that is the same for
    all, and what is left to the first. Where they have no room side by side, they have what they must have."""

    def up_to(level: int) -> list[int]:
        return [max(have, min(want, level)) for have, want in zip(least, wish, strict=True)]

    low, high = 0, max(wish, default=0)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sum(up_to(middle)) <= room else (low, middle - 1)
    widths = up_to(low)
    if widths:
        widths[0] += max(0, room - sum(widths))
    return widths
