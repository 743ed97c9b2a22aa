"""The sums below a grid, each under its column; they stay where they are while the rows scroll."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.sheet import Sum
from grantdesk.ui.editors.grid.view import GridView
from grantdesk.words.phrase import phrase


class Foot(QFrame):
    """Hidden where there are no sums."""

    def __init__(self, desk: Desk, view: GridView) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self.setProperty("role", "nav")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name = self._label()
        self._said = ""
        self._sums: list[QLabel] = []
        view.horizontalScrollBar().valueChanged.connect(self.place)

    @property
    def texts(self) -> list[str]:
        """What stands under the columns."""
        return [label.text() for label in self._sums]

    @property
    def name(self) -> str:
        """What the sums are called."""
        return self._said

    def fill(self) -> None:
        """Shows the sums that follow from the answers."""
        sheet = self._view.cells.sheet
        sums = sheet.foot()
        self.setVisible(bool(sums))
        while len(self._sums) < len(sums):
            self._sums.append(self._label())
        for label in self._sums[len(sums) :]:
            label.hide()
        settled = all(each.settled for each in sums)
        self._said = self._desk.say(phrase("Total") if settled else phrase("Total so far"))
        for label, each, column in zip(self._sums, sums, sheet.columns(), strict=False):
            label.setText(each.text)
            label.setAccessibleName(self._spoken(each, column.title))
        self.place()

    def place(self) -> None:
        """Puts each sum under its column."""
        px, view = self._desk.look.px, self._view
        height = self.fontMetrics().height() + 2 * px(8)
        self.setFixedHeight(height)
        edge = view.frameWidth() + view.rows.width()
        for column, label in enumerate(self._sums[: view.cells.columnCount()]):
            left = view.columnViewportPosition(column)
            width = max(0, view.columnWidth(column) - 2 * px(6))
            over = max(0, label.sizeHint().width() - width)
            label.setGeometry(edge + left + px(6) - over, 0, width + over, height)
            right = view.cells.sheet.columns()[column].numeric
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            label.setVisible(left + view.columnWidth(column) > 0)
        room = self._room(edge)
        self._name.setText(self._name.fontMetrics().elidedText(self._said, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(self._said if self._name.text() != self._said else "")
        self._name.setGeometry(px(6), 0, room, height)
        self._name.raise_()

    def _spoken(self, each: Sum, column: str) -> str:
        if not each.text:
            return ""
        if each.settled:
            return self._desk.say(phrase("{label} in total: {sum}", label=column, sum=each.text))
        return self._desk.say(phrase("{label} so far: {sum}", label=column, sum=each.text))

    def _room(self, edge: int) -> int:
        """The name may stand over columns that have no sum."""
        free = edge
        for column, label in enumerate(self._sums[: self._view.cells.columnCount()]):
            if label.text():
                break
            free += self._view.columnWidth(column)
        return max(edge - self._desk.look.px(6), free - self._desk.look.px(12))

    def _label(self) -> QLabel:
        label = QLabel(self, textFormat=Qt.TextFormat.PlainText)
        label.setProperty("role", "label")
        return label
