"""The sums below a grid, each under its column; they stay where they are while the rows scroll."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.sheet import Sum
from grantdesk.ui.editors.grid.view import GridView
from grantdesk.words.phrase import phrase


class Foot(QFrame):
    """Hidden where there are no sums. There are labels only for the columns that are seen."""

    def __init__(self, desk: Desk, view: GridView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self.setProperty("role", "nav")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = self._label()
        self._said = ""
        self._sums: Sequence[Sum] = ()
        self._labels: list[QLabel] = []
        view.horizontalScrollBar().valueChanged.connect(self.place)

    @property
    def texts(self) -> list[str]:
        """What stands under the columns."""
        return [each.text for each in self._sums]

    @property
    def name(self) -> str:
        """What the sums are called."""
        return self._said

    def fill(self) -> None:
        """Shows the sums that follow from the answers."""
        self._sums = self._view.cells.sheet.foot()
        self.setVisible(bool(self._sums))
        settled = all(each.settled for each in self._sums)
        self._said = self._desk.say(phrase("Total") if settled else phrase("Total so far"))
        self.place()

    def place(self) -> None:
        """Puts each sum under its column."""
        px, view = self._desk.look.px, self._view
        height = self.fontMetrics().height() + 2 * px(8)
        self.setFixedHeight(height)
        edge = view.frameWidth() + view.rows.width()
        seen = self._seen()
        while len(self._labels) < len(seen):
            self._labels.append(self._label())
        for label in self._labels[len(seen) :]:
            label.hide()
        for label, column in zip(self._labels, seen, strict=False):
            self._place(label, column, edge, height)
        room = self._room(edge)
        self._name.setText(self._name.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(self._said if self._name.text() != self._said else "")
        self._name.setGeometry(px(6), 0, room, height)
        self._name.raise_()

    def _seen(self) -> range:
        """The columns that are seen and may have a sum."""
        head, all_of_them = self._view.columns, min(len(self._sums), self._view.cells.columnCount())
        first, last = head.visualIndexAt(0), head.visualIndexAt(self._view.viewport().width())
        return range(max(first, 0), min(last + 1, all_of_them) if last >= 0 else all_of_them)

    def _place(self, label: QLabel, column: int, edge: int, height: int) -> None:
        px, view, each = self._desk.look.px, self._view, self._sums[column]
        above = view.cells.sheet.columns()[column]
        label.setText(each.text)
        label.setAccessibleName(self._spoken(each, above.title))
        left = view.columnViewportPosition(column)
        width = max(0, view.columnWidth(column) - 2 * px(6))
        over = max(0, label.sizeHint().width() - width)
        label.setGeometry(edge + left + px(6) - over, 0, width + over, height)
        side = Qt.AlignmentFlag.AlignRight if above.numeric else Qt.AlignmentFlag.AlignLeft
        label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        label.show()

    def _spoken(self, each: Sum, column: str) -> str:
        if not each.text:
            return ""
        if each.settled:
            return self._desk.say(phrase("{label} in total: {sum}", label=column, sum=each.text))
        return self._desk.say(phrase("{label} so far: {sum}", label=column, sum=each.text))

    def _room(self, edge: int) -> int:
        """The name may stand over columns that have no sum."""
        free = edge
        for column, each in enumerate(self._sums[: self._view.cells.columnCount()]):
            if each.text:
                break
            free += self._view.columnWidth(column)
        return max(edge - self._desk.look.px(6), free - self._desk.look.px(12))

    def _label(self) -> QLabel:
        label = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        label.setProperty("role", "label")
        return label
