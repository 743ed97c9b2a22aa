"""Where a PDF is signed electronically: the PDF, the place, the key, and what else may be told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from grantdesk.session.handing.recalled import keep_tools, tools
from grantdesk.session.handing.signing import Signing, free_places, sign_file, suggested
from grantdesk.session.preferences import Preferences
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.handing.chosen import Chosen
from grantdesk.ui.handing.signing.entry import Entry
from grantdesk.ui.handing.signing.key import KeyForm
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label, bare
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

WIDE, HIGH = 620, 760
NOTHING = (("", phrase("None yet: choose a PDF")),)


class SigningDialog(QDialog):
    """`signed` is the path of the signed PDF once it is there. `language` is that of the paper."""

    def __init__(
        self, scene: Scene, ask: Ask, work: Work, preferences: Preferences, over: QWidget | None = None
    ) -> None:
        super().__init__(over)
        self._scene, self._ask, self._work, self._preferences = scene, ask, work, preferences
        self.language = scene.speech.language.code
        self.signed: Path | None = None
        self._pdf: Path | None = None
        recalled = tools(preferences)
        self.pdf = Chosen(scene, phrase("The PDF to sign"), phrase("None chosen yet"), phrase("Choose …"))
        self.place = Pick(scene, NOTHING)
        self.key = KeyForm(scene, ask, recalled)
        self.reason = Entry(scene, phrase("Reason (may be left empty)"))
        self.stamper = Entry(
            scene,
            phrase("Address of a time-stamping service (may be left empty)"),
            phrase(
                "This is all that needs the network. The service gets a hash, nothing of what is in the PDF."
            ),
        )
        self.stamper.line.setText(recalled.stamper)
        self.place.setSizeAdjustPolicy(Pick.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.message = Label(scene, "", "message")
        self.go = Button(scene, phrase("Sign and save as …"), "pencil", "primary")
        self._scroll = Scroll(scene, WIDE, 0)
        self.setWindowTitle(scene.say(phrase("Sign electronically")))
        self._arrange()
        self.pdf.wanted.connect(self._choose)
        self.pdf.cleared.connect(self._forget)
        self.go.clicked.connect(self._sign)

    def take(self, pdf: Path, language: str = "") -> None:
        """Takes a PDF in a language, if that is known, and looks for its places while the person goes on."""
        self.language = language or self._scene.speech.language.code
        self._pdf = pdf
        self.pdf.show_files([pdf])
        self._tell(phrase("Looking for the places to sign …"), "help")
        self._offer({})
        self._work.start(partial(free_places, pdf), partial(self._found, pdf), self._fail)

    def _arrange(self) -> None:
        scene, px = self._scene, self._scene.look.px
        column, foot = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(12))
        self._scroll.column.setSpacing(px(12))
        whose = Label(scene, phrase("The place, and who signs there"), "label")
        whose.name(self.place)
        for widget in (self.pdf, whose, self.place, self.key, self.reason, self.stamper):
            self._scroll.column.addWidget(widget)
        self._scroll.column.addStretch(1)
        stop = Button(scene, phrase("Cancel"))
        stop.clicked.connect(self.reject)
        self.go.setDefault(True)
        foot.addStretch(1)
        for button in (stop, self.go):
            foot.addWidget(button)
        self.message.hide()
        column.addWidget(Label(scene, phrase("Sign electronically"), "section"))
        column.addWidget(self._scroll, 1)
        column.addWidget(self.message)
        column.addLayout(foot)
        Fit(self, scene.look, WIDE, HIGH)

    def _choose(self) -> None:
        if path := self._ask.file_to_open("pdf"):
            self.take(path)

    def _forget(self) -> None:
        self._pdf = None
        self.pdf.show_files([])
        self._offer({})
        self.message.hide()

    def _found(self, pdf: Path, places: Mapping[str, str]) -> None:
        if isValid(self) and pdf == self._pdf:
            self._offer(places)
            if places:
                self.message.hide()
                self.place.setFocus()
            else:
                self._tell(phrase("This PDF has no free place to sign."))

    def _offer(self, places: Mapping[str, str]) -> None:
        self.place.offer([(name, bare(told or name)) for name, told in places.items()] or list(NOTHING))
        self.place.setEnabled(bool(places))

    def _missing(self) -> tuple[Phrase, QWidget] | None:
        """What must be given first, and where."""
        if self._pdf is None:
            return phrase("Choose the PDF to sign."), self.pdf.button
        if not self.place.value:
            return phrase("This PDF has no free place to sign."), self.pdf.button
        return self.key.missing()

    def _sign(self) -> None:
        missing = self._missing()
        if missing is not None:
            said, where = missing
            self._tell(said)
            where.setFocus()
            return
        if self._pdf is None:
            return
        word = self._scene.say(phrase("signed"))
        target = self._ask.file_to_save("pdf", suggested(self._pdf, word))
        if target is not None:
            self._start(self._pdf, target)

    def _start(self, pdf: Path, target: Path) -> None:
        keep_tools(self._preferences, replace(self.key.tools, stamper=self.stamper.text))
        place, reason, stamper = str(self.place.value), self.reason.text, self.stamper.text
        wish = Signing(pdf, place, self.key.taken(), self.language, reason, stamper)
        self.go.setEnabled(False)
        self._tell(phrase("Signing …"), "help")
        job = partial(sign_file, wish, target, datetime.now().astimezone())
        self._work.start(job, self._done, self._fail)

    def _done(self, target: Path) -> None:
        if isValid(self):
            self.signed = target
            self.accept()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.go.setEnabled(True)
            self._tell(error.phrase)

    def _tell(self, said: Phrase, role: str = "message") -> None:
        self.message.use(role)
        self.message.show_said(said)
        self.message.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._scene.say(said)))
