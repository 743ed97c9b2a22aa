"""Where a paper is checked: what is at hand above, what there is to say below."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from grantdesk.session.handing.proving import Evidence, Verdict, proved
from grantdesk.session.session import Session
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.desk.dropped import dropped
from grantdesk.ui.handing.proof.answer import Answer
from grantdesk.ui.handing.proof.gathering import Gathering
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

WIDE, HIGH = 760, 720


class ProofDialog(QDialog):
    """`session` is the application that is open, if one is. What was asked for last is what is answered.

    Signals: `wanted(file, path)` when the person wants to see a place of an application: of the file, or of the one
    that is open (file None).
    """

    wanted = Signal(object, object)

    def __init__(
        self, scene: Scene, ask: Ask, work: Work, session: Session | None = None, over: QWidget | None = None
    ) -> None:
        super().__init__(over)
        self._scene, self._work, self._session = scene, work, session
        self._asked = 0
        self.gathering = Gathering(scene, ask, session is not None)
        self.answer = Answer(scene)
        self._scroll = Scroll(scene, WIDE, 0)
        self.setAcceptDrops(True)
        self.setWindowTitle(scene.say(phrase("Check a paper")))
        self._arrange()
        self.gathering.gathered.connect(self._check)
        self.answer.wanted.connect(self._want)

    def take(self, paths: Sequence[Path]) -> None:
        """Takes files for what they look like, as if they had been dropped here."""
        for path in paths:
            self.gathering.take(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Takes any file."""
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take(dropped(event.mimeData()))

    def _arrange(self) -> None:
        scene, px = self._scene, self._scene.look.px
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(12))
        help_ = phrase(
            "Choose a PDF or type a code: what there is to say comes below. You can also drop files here."
        )
        self._scroll.column.setSpacing(px(12))
        for widget in (Label(scene, help_, "help"), self.gathering, self.answer):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        close = Button(scene, phrase("Close"))
        close.clicked.connect(self.reject)
        foot.addStretch(1)
        foot.addWidget(close)
        title = phrase("Does a PDF or a printout belong to an application?")
        column.addWidget(Label(scene, title, "section"))
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        Fit(self, scene.look, WIDE, HIGH)

    def _check(self) -> None:
        evidence = self.gathering.evidence
        self._asked += 1
        if not evidence.is_enough:
            return
        if self._session is not None and evidence.file is None:
            evidence = Evidence(evidence.paper, evidence.code, None, self._session.grant, evidence.trusted)
        self.answer.say(phrase("Checking …"))
        job = partial(proved, evidence, self._scene.speech.language)
        self._work.start(job, partial(self._tell, self._asked, evidence), partial(self._fail, self._asked))

    def _tell(self, asked: int, evidence: Evidence, verdict: Verdict) -> None:
        if isValid(self) and asked == self._asked:
            paper = evidence.paper.name if evidence.paper else evidence.code
            names = [paper, *([evidence.file.name] if evidence.file else [])]
            leads = (self._session is None) == (evidence.file is not None)
            self.answer.show_verdict(verdict, names, leads)
            QTimer.singleShot(0, self, self._reveal)  # when everything has its place

    def _reveal(self) -> None:
        """What there is to say begins at the top, unless all of it is seen anyway."""
        self._scroll.verticalScrollBar().setValue(self.answer.y())

    def _fail(self, asked: int, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self) and asked == self._asked:
            self.answer.say(error.phrase, "warning")

    def _want(self, path: object) -> None:
        self.wanted.emit(self.gathering.evidence.file, path)
        self.accept()
