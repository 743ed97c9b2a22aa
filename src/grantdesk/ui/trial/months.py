"""The person-months of a partner one by one, folded away under their sum until somebody wants them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.session.trial.effort import Months
from grantdesk.session.trial.lever import Lever
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.trial.lever import FigureControl
from grantdesk.words.phrase import Phrase, phrase

MOST = 60
"""More numbers than so nobody tries one by one: the slider is there for all of them."""


class MonthsFold(QWidget):
    """Signals: `tried(path, answer)` when another number is tried."""

    tried = Signal(object, object)

    def __init__(self, desk: Desk, months: Months) -> None:
        super().__init__()
        self._desk, self._months = desk, months
        self.controls: dict[Path, FigureControl] = {}
        self.head = Tool(desk, self._said(), "chevron-right")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._turn)
        self._inside, column = QWidget(), QVBoxLayout(self)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(desk.look.px(26), 0, 0, 0)
        self._lines.setSpacing(desk.look.px(4))
        self._more = Label(desk, "", "help")
        self._lines.addWidget(self._more)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self._inside)
        self._inside.hide()

    def show_months(self, months: Months) -> None:
        """Shows what they are in the trial now."""
        self._months = months
        self.head.show_said(self._said())
        if self.head.isChecked():
            self._list(months.levers)

    def _said(self) -> Phrase:
        months = self._months
        if months.sum == months.today:
            return plain("{what}: {sum}", what=months.node.label, sum=months.sum)
        return phrase("{what}: {sum}, today {n}", what=months.node.label, sum=months.sum, n=months.today)

    def _turn(self, is_open: bool) -> None:
        if is_open:
            self._list(self._months.levers)
        self._inside.setVisible(is_open)
        self.head.show_said(self._said(), "chevron-down" if is_open else "chevron-right")

    def _list(self, levers: tuple[Lever, ...]) -> None:
        """Those that stay are the same as before, so that nobody loses the focus."""
        known, self.controls = self.controls, {}
        for n, lever in enumerate(levers[:MOST]):
            made = known.pop(lever.path, None) or self._control(lever)
            self.controls[lever.path] = made
            self._lines.insertWidget(n, made)
            made.show_answer(lever.answer)
        for old in known.values():
            old.hide()
            old.deleteLater()
        rest = len(levers) - MOST
        self._more.setVisible(rest > 0)
        self._more.show_said(phrase("… and {n} more.", n=rest))

    def _control(self, lever: Lever) -> FigureControl:
        made = FigureControl(self._desk, lever, is_beside=True)
        made.tried.connect(self._try)
        return made

    def _try(self, answer: object) -> None:
        made = self.sender()
        if isinstance(made, FigureControl):
            self.tried.emit(made.lever.path, answer)
