"""Figures that stand below each other: a block of rows, the name at the left, the amount at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.shown.total import TotalEditor
from grantdesk.ui.field.field import BORDER, Field
from grantdesk.ui.field.messages import Messages


class Row(Field):
    """A field on one line, with what is wrong below it."""

    def _lay_out(self, body: QVBoxLayout) -> None:
        line = QHBoxLayout()
        line.addWidget(self.label, 3)
        line.addWidget(self.editor, 4)
        line.addWidget(self.why)
        body.addLayout(line)
        if self.help is not None:
            body.addWidget(self.help)
        self.label.setProperty("role", "plain")
        self._space()

    def _place_messages(self, messages: Messages) -> None:
        self._body.addWidget(messages)

    def _remark(self) -> str:
        return ""


class Totals(QWidget):
    """A card with rows; it begins where the controls of the questions do."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._card = desk, QFrame()
        self._card.setProperty("role", "card")
        self._rows: Sequence[Row] = ()
        self._row, self._column = QHBoxLayout(self), QVBoxLayout(self._card)
        self._row.addWidget(self._card)
        self.draw()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows, in this order."""
        self._rows = rows
        for n, row in enumerate(rows):
            if self._column.indexOf(row) != n:
                self._column.insertWidget(n, row)
                row.show()

    def tidy(self) -> None:
        """Figures that wait for the same as the one above them do not say it again."""
        above = ""
        for row in self._rows:
            total = row.editor
            if isinstance(total, TotalEditor):
                total.show_hint(total.hint.text() != above)
                above = total.hint.text() or above

    def draw(self) -> None:
        """Takes the sizes of the look."""
        px = self._desk.look.px
        self._row.setContentsMargins(BORDER + px(12), 0, 0, 0)
        self._column.setContentsMargins(0, px(8), px(12), px(8))
        self._column.setSpacing(px(4))
