"""What if: other choices tried on a copy, the outcome beside today's; taken over as one step, or thrown away."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.session.trial.lever import Lever, efforts
from grantdesk.session.trial.trial import Trial
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.banner import Banner
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.trial.lever import Control, ScaleControl, control
from grantdesk.ui.trial.outcome import Outcome
from grantdesk.words.phrase import Phrase, phrase

WIDTH = 640
CALM = phrase("Nothing has changed yet")
TOLD = phrase("Try other choices here. The application stays as it is until you apply them.")
TRIED = phrase("The application is still as it was. Apply this, or throw it away.")


class TrialSheet(QWidget):
    """Signals: `applied` when the trial was taken over; `ended` when the person is done with it."""

    applied = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.trial = desk, Trial(desk.session)
        self.controls: dict[Path, Control] = {}
        self.scales: dict[str, ScaleControl] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._groups: dict[str, QVBoxLayout] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.outcome, self.brief = Outcome(desk), Label(desk, "", "label")
        self.banner = Banner(desk, CALM, TOLD)
        self.apply = Button(desk, phrase("Apply"), "check", role="primary")
        self.forget = Button(desk, phrase("Throw away"), "rotate-ccw")
        self._scroll, self._tries = Scroll(desk, WIDTH, 16), QVBoxLayout()
        self._arrange()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Shows what comes of what is tried now."""
        if not self.isVisible():
            return
        levers = self.trial.levers(self.desk.speech.language)
        if [lever.path for lever in levers] != list(self.controls):
            self._build()
        for lever in levers:
            self.controls[lever.path].show_answer(lever.answer)
        found = self.trial.compared()
        self.outcome.show_comparison(found)
        self.brief.show_said(self.outcome.brief(found))
        is_tried = bool(self.trial.patch)
        self.apply.setEnabled(is_tried and not self.desk.session.read_only)
        self.forget.setEnabled(is_tried)
        self.banner.said.show_said(CALM)
        self.banner.detail.show_said(TRIED if is_tried else TOLD)

    def showEvent(self, event: QShowEvent) -> None:
        """What was edited meanwhile counts too."""
        super().showEvent(event)
        self._soon.start()

    def _arrange(self) -> None:
        px = self.desk.look.px
        column, foot = QVBoxLayout(self), QFrame()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        foot.setProperty("role", "foot")
        below, buttons = QVBoxLayout(foot), QHBoxLayout()
        below.setContentsMargins(px(16), px(10), px(16), px(10))
        below.addWidget(self.brief)
        below.addLayout(buttons)
        buttons.addWidget(self.apply)
        buttons.addWidget(self.forget)
        buttons.addStretch(1)
        inside = self._scroll.column
        inside.setSpacing(px(14))
        inside.addWidget(self.banner)
        inside.addWidget(self.outcome)
        inside.addLayout(self._tries)
        inside.addStretch(1)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.apply.clicked.connect(self._apply)
        self.forget.clicked.connect(self._forget)
        self.desk.session.changed.connect(self._soon.start)
        self.desk.speech.changed.connect(self._rebuild)
        self.desk.look.changed.connect(self._rebuild)

    def _build(self) -> None:
        """Makes the controls of what may be tried now. Those that stay are the same as before, so that nobody loses
        the focus."""
        language = self.desk.speech.language
        levers, dossier = self.trial.levers(language), self.desk.session.dossier(language)
        known, self.controls = self.controls, {}
        for lever in levers:
            made = known.pop(lever.path, None) or self._control(lever)
            self.controls[lever.path] = made
        for old in known.values():
            old.hide()
            old.deleteLater()
        self._place("", phrase("The project"), [lever for lever in levers if not lever.partner])
        for key in dossier.members:
            own = [lever for lever in levers if lever.partner == key]
            self._place(key, plain("{it}", it=dossier.partner(key).headed), own)

    def _place(self, key: str, said: Phrase, levers: list[Lever]) -> None:
        """Puts the controls of the project or of a partner below each other, under a title."""
        group = self._groups.get(key)
        if group is None:
            if not key and not levers:
                return
            card = QFrame()
            card.setProperty("role", "card")
            group = self._groups[key] = QVBoxLayout(card)
            group.setSpacing(self.desk.look.px(10))
            group.addWidget(Label(self.desk, said, "section"))
            if key:
                self._add_part(key, group)
            self._tries.addWidget(card)
        first = 1
        for n, lever in enumerate(levers):
            group.insertWidget(first + n, self.controls[lever.path])

    def _add_part(self, key: str, group: QVBoxLayout) -> None:
        """What may be tried of every partner: more or less effort, and to do without."""
        desk = self.desk
        if efforts(desk.session.form):
            scale = self.scales[key] = ScaleControl(desk, phrase("Effort in the budget"))
            scale.show_percent(self.trial.scales.get(key, 0))
            scale.setProperty("partner", key)
            scale.tried.connect(self._scale)
            group.addWidget(scale)
        dossier = desk.session.dossier(desk.speech.language)
        if len(dossier.members) > 1 and key != dossier.lead:
            box = self.boxes[key] = QCheckBox(desk.say(phrase("Try it without this partner")))
            box.setChecked(key in self.trial.left_out)
            box.setProperty("partner", key)
            box.toggled.connect(self._leave_out)
            group.addWidget(box)

    def _control(self, lever: Lever) -> Control:
        made = control(self.desk, lever)
        made.tried.connect(self._try)
        return made

    def _try(self, answer: object) -> None:
        made = self.sender()
        if isinstance(made, Control):
            self.trial.change(made.lever.path, answer)  # type: ignore[arg-type]
            self._soon.start()

    def _scale(self, percent: int) -> None:
        self.trial.scale(str(self.sender().property("partner")), percent)
        self._soon.start()

    def _leave_out(self, left: bool) -> None:
        self.trial.leave_out(str(self.sender().property("partner")), left)
        self._soon.start()

    def _apply(self) -> None:
        if self.trial.apply():
            self._rebuild()
            self.applied.emit()

    def _forget(self) -> None:
        self.trial.forget()
        self._rebuild()
        self.ended.emit()

    def _rebuild(self) -> None:
        """Everything anew: another language or size, or nothing is tried any more."""
        while item := self._tries.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.controls, self.scales, self.boxes, self._groups = {}, {}, {}, {}
        self._build()
        self._soon.start()
