"""The controls of a what-if: one for each answer that may be tried, small and without a frame."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from grantdesk.call.entry import typed
from grantdesk.call.terms.node import Choice, Number, Rate, Several, YesNo
from grantdesk.model.tree import Answer
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.value import whole
from grantdesk.session.trial.lever import Lever
from grantdesk.session.trial.trial import LEAST, MOST
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scroll import Calm
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.refusal import Unreadable

STEP, SHORT = 5, 16
NONE = phrase("Not answered")
YES_NO: Sequence[tuple[object, Phrase]] = ((None, NONE), (True, phrase("Yes")), (False, phrase("No")))


class Control(QWidget):
    """A label and what one tries an answer with.

    Signals: `tried(answer)` when the person has chosen another.
    """

    tried = Signal(object)

    def __init__(self, desk: Desk, lever: Lever) -> None:
        super().__init__()
        self.desk, self.lever = desk, lever
        said = lever.node.label if lever.said is None else plain("{it}", it=lever.said)
        self.label = Label(desk, said, "label")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(desk.look.px(4))
        self.column.addWidget(self.label)

    def show_answer(self, answer: Answer | None) -> None:
        """Shows an answer, as if nobody had tried it."""
        raise NotImplementedError


class PickControl(Control):
    """One of several, or yes or no."""

    def __init__(self, desk: Desk, lever: Lever, options: Sequence[tuple[object, Phrase]]) -> None:
        super().__init__(desk, lever)
        self._values = [value for value, _ in options]
        self.pick = Pick(desk, options)
        self.pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.pick.setMinimumContentsLength(SHORT)
        self.label.name(self.pick)
        self.column.addWidget(self.pick)
        self.pick.picked.connect(self.tried)

    def show_answer(self, answer: Answer | None) -> None:
        """An answer that is none of the options shows as none."""
        self.pick.show_value(answer if answer in self._values else None)


class FigureControl(Control):
    """A percentage or a number, typed. What cannot be read is told with it and tries nothing."""

    def __init__(self, desk: Desk, lever: Lever, is_beside: bool = False) -> None:
        super().__init__(desk, lever)
        self.line, self.message = QLineEdit(), Label(desk, "", "message")
        self.line.setMaximumWidth(desk.look.px(140))
        self.label.name(self.line)
        self.message.hide()
        row = QHBoxLayout()
        if is_beside:
            self.label.use("")
            row.addWidget(self.label, 1)
        row.addWidget(self.line)
        if isinstance(lever.node, Number) and lever.node.unit:
            row.addWidget(Label(desk, plain("{it}", it=lever.node.unit), "mute"))
        if not is_beside:
            row.addStretch(1)
        self.column.addWidget(self.message)
        self.column.addLayout(row)
        self.line.editingFinished.connect(self._read)

    def show_answer(self, answer: Answer | None) -> None:
        """Leaves alone what is being typed."""
        if not self.line.hasFocus():
            self.line.setText(self._written(answer))

    def _written(self, answer: object) -> str:
        number, node, language = whole(answer), self.lever.node, self.desk.speech.language
        if number is None:
            return ""
        return language.number(number, node.decimals) if isinstance(node, Number) else language.rate(number)

    def _read(self) -> None:
        desk, node = self.desk, self.lever.node
        try:
            answer = typed(node, self.line.text(), desk.speech.language, desk.session.form.call)
            self._refuse(None)
        except Unreadable as trouble:
            self._refuse(trouble.phrase)
            return
        if isinstance(node, Rate | Number) and isinstance(answer, int):
            answer = min(max(answer, node.least), node.most)
            self.line.setText(self._written(answer))
        self.tried.emit(answer)

    def _refuse(self, said: Phrase | None) -> None:
        self.message.show_said(said or "")
        self.message.setVisible(said is not None)
        self.line.setAccessibleDescription(self.message.text())
        wear(self.line, "invalid", said is not None)


class TickControl(Control):
    """Several of several."""

    def __init__(self, desk: Desk, lever: Lever, options: Sequence[tuple[object, Phrase]]) -> None:
        super().__init__(desk, lever)
        self.boxes = {str(value): QCheckBox(desk.say(said)) for value, said in options if value}
        for box in self.boxes.values():
            box.clicked.connect(self._tick)
            self.column.addWidget(box)

    def show_answer(self, answer: Answer | None) -> None:
        """The ticks."""
        ticked: Mapping[str, Any] = answer if isinstance(answer, dict) else {}
        for key, box in self.boxes.items():
            box.setChecked(ticked.get(key) is True)

    def _tick(self) -> None:
        self.tried.emit({key: True for key, box in self.boxes.items() if box.isChecked()} or None)


class ScaleControl(QWidget):
    """How much larger or smaller effort is tried, by a slider in steps of five per cent.

    Signals: `tried(percent)` when it is another.
    """

    tried = Signal(int)

    def __init__(self, desk: Desk, said: Phrase) -> None:
        super().__init__()
        self._desk, self._said = desk, said
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEAST // STEP, MOST // STEP)
        self.slider.setPageStep(2)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(MOST // STEP)
        self._calm = Calm(self)
        self._calm.calm(self.slider)
        label, self.value = Label(desk, said, "label"), Label(desk, "", "figure")
        self.value.setWordWrap(False)
        self.value.setMinimumWidth(desk.look.px(64))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.slider, 1)
        row.addWidget(self.value)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addLayout(row)
        label.name(self.slider)
        self.slider.valueChanged.connect(self._slide)
        self.show_percent(0)

    def show_percent(self, percent: int) -> None:
        """Shows so many per cent, as if nobody had tried it."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(percent // STEP)
        self._tell(percent)

    def _slide(self, step: int) -> None:
        self._tell(step * STEP)
        self.tried.emit(step * STEP)

    def _tell(self, percent: int) -> None:
        said = percented(self._desk, percent)
        self.value.show_said(said)
        self.slider.setAccessibleDescription(said)


def percented(desk: Desk, percent: int) -> str:
    """A change in per cent with its sign: "+25 %", "±0 %"."""
    sign = "+" if percent > 0 else "±" if not percent else ""
    return sign + desk.speech.language.rate(percent * 100)


def control(desk: Desk, lever: Lever) -> Control:
    """The control for an answer."""
    match lever.node:
        case Rate():
            made: Control = FigureControl(desk, lever)
        case YesNo():
            made = PickControl(desk, lever, YES_NO)
        case Several() as node:
            made = TickControl(desk, lever, _options(desk, node))
        case Choice() as node:
            made = PickControl(desk, lever, _options(desk, node))
        case _:
            raise ValueError(f"nothing to try of a {lever.node.kind}")
    made.show_answer(lever.answer)
    return made


def _options(desk: Desk, node: Choice | Several) -> list[tuple[object, Phrase]]:
    """None, then what is offered: options of the call, or rows of a table."""
    form = desk.session.form
    if node.rows_of:
        names = desk.session.dossier(desk.speech.language).names.of(node.rows_of)
        return [(None, NONE), *((key, plain("{it}", it=name.full)) for key, name in names.items())]
    offered = form.call.lists[node.options].options if node.options else ()
    return [(None, NONE), *((each.id, plain("{it}", it=each.label)) for each in offered)]
