"""What may be tried of the project, or of one partner, on a card of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.session.trial.effort import Months
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.trial.lever import Control, ScaleControl
from grantdesk.ui.trial.months import MonthsFold
from grantdesk.words.phrase import Phrase, phrase


class TrialCard(QFrame):
    """`key` is the row id of the partner; empty for the project.

    Signals: `scaled(key, percent)`, `left_out(key, bool)` and `taken_back(key)` for a partner; `tried(path, answer)`
    when one number of its effort is tried.
    """

    scaled = Signal(str, int)
    left_out = Signal(str, bool)
    taken_back = Signal(str)
    tried = Signal(object, object)

    def __init__(self, desk: Desk, key: str, said: Phrase) -> None:
        super().__init__()
        self._desk, self.key = desk, key
        self.scale: ScaleControl | None = None
        self.box: QCheckBox | None = None
        self.remove: Button | None = None
        self.folds: dict[Path, MonthsFold] = {}
        self.setProperty("role", "card")
        self._levers, self._effort, self._column = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        for column in (self._levers, self._effort, self._column):
            column.setSpacing(desk.look.px(10))
        self._column.addWidget(Label(desk, said, "section"))
        self._column.addLayout(self._levers)
        self._column.addLayout(self._effort)

    def place(self, controls: Sequence[Control]) -> None:
        """The controls of its answers, below each other."""
        for n, made in enumerate(controls):
            self._levers.insertWidget(n, made)

    def begin(self) -> None:
        """Puts the focus where one begins to try."""
        tab = Qt.FocusPolicy.TabFocus
        first = next((each for each in self.findChildren(QWidget) if each.focusPolicy() & tab), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def offer_effort(self, percent: int) -> None:
        """Its effort may be made larger and smaller as a whole."""
        self.scale = ScaleControl(self._desk, phrase("Effort in the budget"))
        self.scale.show_percent(percent)
        self.scale.tried.connect(self._scale)
        self._effort.insertWidget(0, self.scale)

    def offer_to_leave_out(self, is_left_out: bool) -> None:
        """It may be tried without this partner."""
        self.box = QCheckBox(self._desk.say(phrase("Try it without this partner")))
        self.box.setChecked(is_left_out)
        self.box.toggled.connect(self._leave_out)
        self._column.addWidget(self.box)

    def offer_to_take_back(self) -> None:
        """It is a partner that was added here."""
        self.remove = Button(self._desk, phrase("Without this partner again"), "x")
        self.remove.clicked.connect(self._take_back)
        self._column.addWidget(self.remove)

    def show_months(self, found: Sequence[Months]) -> None:
        """Its person-months, each group under its sum."""
        known, self.folds = self.folds, {}
        for months in found:
            fold = known.pop(months.path, None)
            if fold is None:
                fold = MonthsFold(self._desk, months)
                fold.tried.connect(self.tried)
                self._effort.addWidget(fold)
            self.folds[months.path] = fold
            fold.show_months(months)
        for old in known.values():
            old.hide()
            old.deleteLater()

    def _scale(self, percent: int) -> None:
        self.scaled.emit(self.key, percent)

    def _leave_out(self, left: bool) -> None:
        self.left_out.emit(self.key, left)

    def _take_back(self) -> None:
        self.taken_back.emit(self.key)
