"""What if: other choices tried on a copy, the outcome beside today's; taken over as one step, or thrown away."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.session.trial.effort import efforts
from grantdesk.session.trial.lever import Lever
from grantdesk.session.trial.trial import Trial
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.banner import Banner
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label, bare
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.trial.another import Another
from grantdesk.ui.trial.card import TrialCard
from grantdesk.ui.trial.lever import Control, control
from grantdesk.ui.trial.outcome import Outcome
from grantdesk.words.phrase import Phrase, phrase

WIDTH = 640
SETTLED = 50  # ms until everything has its place again
CALM, TRIAL = phrase("Nothing is tried yet"), phrase("This is only a trial")
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
        self.cards: dict[str, TrialCard] = {}
        self.another: Another | None = None
        self._has_tried = False
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
        for key, card in self.cards.items():
            card.show_months(self.trial.months(key, self.desk.speech.language))
        found = self.trial.compared()
        self.outcome.show_comparison(found, self.trial.answers)
        self.brief.show_said(self.outcome.brief(found))
        is_tried = bool(self.trial.patch)
        self.apply.setEnabled(is_tried and not self.desk.session.read_only)
        self.forget.setEnabled(is_tried)
        self.banner.said.show_said(TRIAL if is_tried else CALM)
        self.banner.detail.show_said(TRIED if is_tried else TOLD)
        if self._has_tried:
            self._has_tried = False
            QTimer.singleShot(SETTLED, self, self._bring)

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
        levers, today = self.trial.levers(language), self.desk.session.dossier(language)
        known, self.controls = self.controls, {}
        for lever in levers:
            made = known.pop(lever.path, None) or self._control(lever)
            self.controls[lever.path] = made
        for old in known.values():
            old.hide()
            old.deleteLater()
        self._place("", phrase("The project"), levers)
        then = self.trial.dossier(language)
        known_partners = {**today.members, **then.members}
        for key in [key for key in self.cards if key and key not in known_partners]:
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for key in known_partners:
            name = (today if key in today.members else then).partner(key)
            self._place(key, plain("{it}", it=name.headed), levers)
        self._offer_another([(key, bare(today.partner(key).full)) for key in today.members])

    def _offer_another(self, partners: list[tuple[str, Phrase]]) -> None:
        if self.another is not None:
            self.another.offer(partners)
        elif partners:
            self.another = Another(self.desk, partners)
            self.another.wanted.connect(self._add)
            self._tries.addWidget(self.another)

    def _place(self, key: str, said: Phrase, levers: list[Lever]) -> None:
        """Puts the controls of the project or of a partner on their card."""
        own = [self.controls[lever.path] for lever in levers if lever.partner == key]
        if key not in self.cards and (key or own):
            card = self._card(key, said)
            self._tries.insertWidget(len(self.cards), card)
            self.cards[key] = card
        if key in self.cards:
            self.cards[key].place(own)

    def _card(self, key: str, said: Phrase) -> TrialCard:
        """A card with what may be tried of every partner: more or less effort, and to do without."""
        card, session = TrialCard(self.desk, key, said), self.desk.session
        if key and efforts(session.form):
            card.offer_effort(self.trial.scales.get(key, 0))
        dossier = session.dossier(self.desk.speech.language)
        if key in self.trial.added:
            card.offer_to_take_back()
        elif key and len(dossier.members) > 1 and key != dossier.lead:
            card.offer_to_leave_out(key in self.trial.left_out)
        card.scaled.connect(self._scale)
        card.left_out.connect(self._leave_out)
        card.taken_back.connect(self._take_back)
        card.tried.connect(self._change)
        return card

    def _control(self, lever: Lever) -> Control:
        made = control(self.desk, lever)
        made.tried.connect(self._try)
        return made

    def _renew(self) -> None:
        """Something else is tried: what comes of it may push what the person works with out of sight."""
        self._has_tried = True
        self._soon.start()

    def _bring(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self._tries_hold(focused):
            self._scroll.bring(focused)

    def _tries_hold(self, widget: QWidget) -> bool:
        cards = (*self.cards.values(), *([self.another] if self.another else []))
        return any(card.isAncestorOf(widget) for card in cards)

    def _try(self, answer: object) -> None:
        made = self.sender()
        if isinstance(made, Control):
            self._change(made.lever.path, answer)

    def _change(self, path: Path, answer: object) -> None:
        self.trial.change(path, answer)  # type: ignore[arg-type]
        self._renew()

    def _scale(self, key: str, percent: int) -> None:
        self.trial.scale(key, percent)
        self._renew()

    def _leave_out(self, key: str, left: bool) -> None:
        self.trial.leave_out(key, left)
        self._renew()

    def _add(self, like: str) -> None:
        key = self.trial.add(like)
        self._build()
        self._renew()
        if key in self.cards:
            self.cards[key].begin()

    def _take_back(self, key: str) -> None:
        self.trial.take_back(key)
        self._build()
        self._renew()
        if self.another is not None:
            self.another.pick.setFocus()

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
        self.controls, self.cards, self.another = {}, {}, None
        self._build()
        self._soon.start()
