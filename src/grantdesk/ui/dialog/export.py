"""For whom, in which language and how completely the application is put into a PDF."""

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.handing.exporting import Profile, Wish, is_draft
from grantdesk.session.handing.recalled import exported, proposed
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Caption, Label, bare
from grantdesk.ui.piece.pick import TONGUES, Pick
from grantdesk.words.phrase import Phrase, phrase

READERS: dict[Profile, Phrase] = {
    "submission": phrase("The authority: everything, to be submitted"),
    "draft": phrase("Ourselves: a draft, with what is to be fixed in front"),
    "partner": phrase("One partner: their own part"),
    "public": phrase("The public: only what the call publishes"),
    "findings": phrase("Ourselves: only what is to be fixed"),
}
TOLD: dict[Profile, Phrase] = {
    "submission": phrase("The application itself and its attachments travel inside the PDF."),
    "draft": phrase("Each page is marked as a draft."),
    "partner": phrase("What is common to all, and the other partners’ parts, are left out."),
    "public": phrase("Names of persons and everything that the call does not publish are left out."),
    "findings": phrase("A list to work through, without the answers."),
}
WIDE = 520


class ExportDialog(QDialog):
    """`wish` is what was chosen, None if the person would rather not. It begins as it was exported last."""

    def __init__(self, desk: Desk, language: str = "", over: QWidget | None = None) -> None:
        super().__init__(over)
        self._desk = desk
        self.wish: Wish | None = None
        dossier = desk.session.dossier(desk.speech.language)
        members = [(key, bare(dossier.partner(key).full)) for key in dossier.members]
        readers = [(key, said) for key, said in READERS.items() if key != "partner" or members]
        self.reader, self.language = Pick(desk, readers), Pick(desk, TONGUES)
        self.partner = Pick(desk, members or [("", bare(""))])
        self.short = QCheckBox()
        self._short = Caption(desk, phrase("Leave out optional parts that have no answer"), self.short)
        self._told, self._whose = Label(desk, "", "help"), Label(desk, phrase("Partner"), "label")
        self._arrange()
        self._recall(language)
        self.reader.picked.connect(self._tell)
        desk.speech.changed.connect(self._say)
        self._say()
        self._tell()
        Fit(self, desk.look, WIDE)

    def _arrange(self) -> None:
        desk, px = self._desk, self._desk.look.px
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        rows = ((Label(desk, phrase("For"), "label"), self.reader), (self._whose, self.partner))
        for n, (label, pick) in enumerate((*rows, (Label(desk, phrase("Language"), "label"), self.language))):
            label.name(pick)
            label.setWordWrap(False)
            grid.addWidget(label, n, 0)
            grid.addWidget(pick, n, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(12))
        column.addWidget(Label(desk, phrase("Export as PDF"), "section"))
        column.addLayout(grid)
        column.addWidget(self._told)
        column.addLayout(self._short.beside())
        column.addLayout(self._buttons())

    def _say(self) -> None:
        self.setWindowTitle(self._desk.say(phrase("Export as PDF")))

    def _recall(self, language: str) -> None:
        """As it was exported last, as far as that is still offered."""
        last = exported(self._desk.preferences, self._desk.session.base.id)
        for pick, value in ((self.reader, last.profile), (self.partner, last.partner)):
            if value:
                pick.try_value(value)
        desk, spoken = self._desk, self._desk.speech.language.code
        self.language.show_value(language or proposed(desk.preferences, desk.session, spoken))
        self.short.setChecked(bool(last.short))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        go = Button(self._desk, phrase("Choose where to save it …"), "file-output", role="primary")
        stop = Button(self._desk, phrase("Cancel"))
        go.setDefault(True)
        go.clicked.connect(self._take)
        stop.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(stop)
        row.addWidget(go)
        return row

    def _profile(self) -> Profile:
        return next(key for key in READERS if key == self.reader.value)

    def _tell(self) -> None:
        profile = self._profile()
        for widget in (self._whose, self.partner):
            widget.setVisible(profile == "partner")
        if profile == "submission" and is_draft(self._desk.session):
            self._told.show_said(
                phrase("There are still errors: until they are fixed, each page is marked as a draft.")
            )
            self._told.use("advice")
        else:
            self._told.show_said(TOLD[profile])
            self._told.use("help")

    def _take(self) -> None:
        profile, partner = self._profile(), str(self.partner.value)
        self.wish = Wish(
            str(self.language.value),
            not self.short.isChecked(),
            profile,
            partner if profile == "partner" else None,
        )
        self.accept()
