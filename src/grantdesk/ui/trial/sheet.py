"""What if: other choices tried on a copy, the outcome beside today's; taken over as one step, or thrown away."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.trial.trial import Trial
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.banner import Banner
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.trial.outcome import Outcome
from grantdesk.ui.trial.tries import Tries
from grantdesk.words.phrase import phrase

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
        self.tries = Tries(desk, self.trial)
        self._has_tried = False
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.refresh)
        self.outcome, self.brief = Outcome(desk), Label(desk, "", "label")
        self.banner = Banner(desk, CALM, TOLD)
        self.apply = Button(desk, phrase("Apply"), "check", role="primary")
        self.forget = Button(desk, phrase("Throw away"), "rotate-ccw")
        self._scroll = Scroll(desk, WIDTH, 16)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Shows what comes of what is tried now."""
        if not self.isVisible():
            return
        self.tries.refresh()
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
        inside.addWidget(self.tries)
        inside.addStretch(1)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.tries.tried.connect(self._renew)
        self.apply.clicked.connect(self._apply)
        self.forget.clicked.connect(self._forget)
        self.desk.session.changed.connect(self._soon.start)
        self.desk.speech.changed.connect(self._rebuild)
        self.desk.look.changed.connect(self._rebuild)

    def _renew(self) -> None:
        """Something else is tried: what comes of it may push what the person works with out of sight."""
        self._has_tried = True
        self._soon.start()

    def _bring(self) -> None:
        focused = self.focusWidget()
        if focused is not None and self.tries.isAncestorOf(focused):
            self._scroll.bring(focused)

    def _apply(self) -> None:
        if self.trial.apply():
            self._rebuild()
            self.applied.emit()

    def _forget(self) -> None:
        self.trial.forget()
        self._rebuild()
        self.ended.emit()

    def _rebuild(self) -> None:
        self.tries.rebuild()
        self._soon.start()
