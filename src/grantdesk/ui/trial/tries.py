"""What may be tried: a card for the project and one for each partner, and below them one partner more."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.session.trial.effort import efforts
from grantdesk.session.trial.lever import Lever
from grantdesk.session.trial.trial import Trial
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.label import bare
from grantdesk.ui.trial.another import Another
from grantdesk.ui.trial.card import TrialCard
from grantdesk.ui.trial.lever import Control, control
from grantdesk.words.phrase import Phrase, phrase


class Tries(QWidget):
    """Tries in the trial what a person does here. `controls` are those of single answers, by their places.

    Signals: `tried` when something else is tried.
    """

    tried = Signal()

    def __init__(self, desk: Desk, trial: Trial) -> None:
        super().__init__()
        self._desk, self._trial = desk, trial
        self.controls: dict[Path, Control] = {}
        self.cards: dict[str, TrialCard] = {}
        self.another: Another | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(14))
        self._build()

    def refresh(self) -> None:
        """Shows what is tried now."""
        language = self._desk.speech.language
        levers = self._trial.levers(language)
        if [lever.path for lever in levers] != list(self.controls):
            self._build()
        for lever in levers:
            self.controls[lever.path].show_answer(lever.answer)
        for key, card in self.cards.items():
            card.show_months(self._trial.months(key, language))

    def rebuild(self) -> None:
        """Everything anew: another language or size, or nothing is tried any more."""
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.controls, self.cards, self.another = {}, {}, None
        self._column.setSpacing(self._desk.look.px(14))
        self._build()

    def _build(self) -> None:
        """Makes the controls of what may be tried now. Those that stay are the same as before, so that nobody loses
        the focus."""
        language = self._desk.speech.language
        levers, today = self._trial.levers(language), self._desk.session.dossier(language)
        known, self.controls = self.controls, {}
        for lever in levers:
            made = known.pop(lever.path, None) or self._control(lever)
            self.controls[lever.path] = made
        for old in known.values():
            old.hide()
            old.deleteLater()
        self._place("", phrase("The project"), levers)
        then = self._trial.dossier(language)
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
            self.another = Another(self._desk, partners)
            self.another.wanted.connect(self._add)
            self._column.addWidget(self.another)

    def _place(self, key: str, said: Phrase, levers: list[Lever]) -> None:
        """Puts the controls of the project or of a partner on their card."""
        own = [self.controls[lever.path] for lever in levers if lever.partner == key]
        if key not in self.cards and (key or own):
            card = self._card(key, said)
            self._column.insertWidget(len(self.cards), card)
            self.cards[key] = card
        if key in self.cards:
            self.cards[key].place(own)

    def _card(self, key: str, said: Phrase) -> TrialCard:
        """A card with what may be tried of every partner: more or less effort, and to do without."""
        card, session = TrialCard(self._desk, key, said), self._desk.session
        if key and efforts(session.form):
            card.offer_effort(self._trial.scales.get(key, 0))
        dossier = session.dossier(self._desk.speech.language)
        if key in self._trial.added:
            card.offer_to_take_back()
        elif key and len(dossier.members) > 1 and key != dossier.lead:
            card.offer_to_leave_out(key in self._trial.left_out)
        card.scaled.connect(self._scale)
        card.left_out.connect(self._leave_out)
        card.taken_back.connect(self._take_back)
        card.tried.connect(self._change)
        return card

    def _control(self, lever: Lever) -> Control:
        made = control(self._desk, lever)
        made.tried.connect(self._try)
        return made

    def _try(self, answer: object) -> None:
        made = self.sender()
        if isinstance(made, Control):
            self._change(made.lever.path, answer)

    def _change(self, path: Path, answer: object) -> None:
        self._trial.change(path, answer)  # type: ignore[arg-type]
        self.tried.emit()

    def _scale(self, key: str, percent: int) -> None:
        self._trial.scale(key, percent)
        self.tried.emit()

    def _leave_out(self, key: str, left: bool) -> None:
        self._trial.leave_out(key, left)
        self.tried.emit()

    def _add(self, like: str) -> None:
        key = self._trial.add(like)
        self._build()
        self.tried.emit()
        if key in self.cards:
            self.cards[key].begin()

    def _take_back(self, key: str) -> None:
        self._trial.take_back(key)
        self._build()
        self.tried.emit()
        if self.another is not None:
            self.another.pick.setFocus()
