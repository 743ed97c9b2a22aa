"""What is to be checked, gathered: a PDF, a scan or a code, the application beside it, certificates to be trusted."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from grantdesk.session.handing.proving import Evidence
from grantdesk.ui.desk.ask import Ask, is_of
from grantdesk.ui.handing.chosen import Chosen
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

CODE = "F55F-51C8-B916"  # what a code looks like


class Gathering(QFrame):
    """`evidence` is what is there by now; `own`: an application is open, which is meant unless a file is chosen.

    Signals: `gathered` when there is something to check, or something else than before.
    """

    gathered = Signal()

    def __init__(self, scene: Scene, ask: Ask, own: bool) -> None:
        super().__init__()
        self._scene, self._ask = scene, ask
        self.evidence = Evidence()
        self.setProperty("role", "card")
        choose = phrase("Choose …")
        none = (
            phrase("This application as it is now") if own else phrase("None: the paper is checked by itself")
        )
        self.paper = Chosen(
            scene, phrase("A PDF, or a scan or photo of its first page"), phrase("None chosen yet"), choose
        )
        self.file = Chosen(scene, phrase("The application"), none, choose)
        self.trusted = Chosen(
            scene, phrase("Certificates that you trust, for signatures"), phrase("None"), phrase("Add …")
        )
        self.code = QLineEdit(placeholderText=CODE)
        self.check = Tool(scene, phrase("Check the code"), "search", named=False)
        self._label = Label(scene, phrase("Or the code at the foot of a printed page"), "label")
        self._column = QVBoxLayout(self)
        self._arrange()
        self._listen()

    def take(self, path: Path) -> None:
        """Takes a file for what it looks like: an application, a certificate, or else a paper."""
        if is_of(path, "application"):
            self._put(file=path)
        elif is_of(path, "certificate"):
            self._put(trusted=(*self.evidence.trusted, path))
        else:
            self.code.clear()
            self._put(paper=path, code="")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.code, 1)
        row.addWidget(self.check)
        self._label.name(self.code)
        self._column.addWidget(self.paper)
        self._column.addWidget(self._label)
        self._column.addLayout(row)
        for part in (self.file, self.trusted):
            self._column.addWidget(part)
        self._measure()

    def _listen(self) -> None:
        for line, slot in ((self.paper, self._choose_paper), (self.file, self._choose_file)):
            line.wanted.connect(slot)
        self.trusted.wanted.connect(self._choose_trusted)
        self.paper.cleared.connect(self._forget_paper)
        self.file.cleared.connect(self._forget_file)
        self.trusted.cleared.connect(self._forget_trusted)
        self.code.returnPressed.connect(self._type)
        self.check.clicked.connect(self._type)
        self._scene.look.changed.connect(self._measure)

    def _put(self, **chosen: object) -> None:
        self.evidence = replace(self.evidence, **chosen)  # type: ignore[arg-type]
        evidence = self.evidence
        self.paper.show_files([evidence.paper] if evidence.paper else [])
        self.file.show_files([evidence.file] if evidence.file else [])
        self.trusted.show_files(evidence.trusted)
        self.gathered.emit()

    def _choose_paper(self) -> None:
        if path := self._ask.file_to_open("paper"):
            self.take(path)

    def _choose_file(self) -> None:
        if path := self._ask.file_to_open("application"):
            self._put(file=path)

    def _choose_trusted(self) -> None:
        if path := self._ask.file_to_open("certificate"):
            self._put(trusted=(*self.evidence.trusted, path))

    def _forget_paper(self) -> None:
        self._put(paper=None)

    def _forget_file(self) -> None:
        self._put(file=None)

    def _forget_trusted(self) -> None:
        self._put(trusted=())

    def _type(self) -> None:
        if self.code.text().strip():
            self._put(paper=None, code=self.code.text())

    def _measure(self) -> None:
        px = self._scene.look.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(14))
        self._column.setSpacing(px(10))
