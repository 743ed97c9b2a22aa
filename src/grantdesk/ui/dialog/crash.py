"""What comes up after a fault of the program itself: where the work is, a report to read and keep, and how to go on."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

WIDE, HIGH, LETTERS = 660, 540, 12
WRONG = phrase("Something went wrong in grantdesk")


@dataclass(frozen=True, slots=True)
class Fault:
    """`report` tells what happened, without a single answer; `file` is where it was put, `kept` the folder where all
    unsaved work was: None where that could not be done."""

    report: str
    file: Path | None
    kept: Path | None


class CrashDialog(QDialog):
    """Nothing is sent anywhere: the report is shown, and can be copied and saved. `wants_end` is whether the person
    would rather close the program than go on.

    Signals: `save_wanted` when the report shall be saved somewhere.
    """

    save_wanted = Signal()

    def __init__(self, scene: Scene, fault: Fault, over: QWidget | None) -> None:
        super().__init__(over)
        self.wants_end = False
        self.report, self.state = QPlainTextEdit(fault.report, readOnly=True), Label(scene, "", "mute")
        self.copying = Button(scene, phrase("Copy the report"), "copy")
        self.saving = Button(scene, phrase("Save the report …"), "save")
        self.ending = Button(scene, phrase("Close grantdesk"))
        self.going_on = Button(scene, phrase("Go on"), role="primary")
        self._arrange(scene, fault)
        self._connect()
        self._name(scene, fault)

    def copy(self) -> None:
        """Puts the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.tell(phrase("The report is on the clipboard."))

    def tell(self, said: Phrase) -> None:
        """Tells what became of the report."""
        self.state.show_said(said)
        self.state.show()

    def _end(self) -> None:
        self.wants_end = True
        self.accept()

    def _connect(self) -> None:
        self.copying.clicked.connect(self.copy)
        self.saving.clicked.connect(self.save_wanted)
        self.ending.clicked.connect(self._end)
        self.going_on.clicked.connect(self.accept)
        self.going_on.setDefault(True)
        self.going_on.setFocus()

    def _arrange(self, scene: Scene, fault: Fault) -> None:
        column, reporting, deciding, px = QVBoxLayout(self), Flow(), Flow(), scene.look.px
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(10))
        for button in (self.copying, self.saving):
            reporting.addWidget(button)
        for button in (self.going_on, self.ending):
            deciding.addWidget(button)
        column.addWidget(Label(scene, WRONG, "section"))
        column.addWidget(Label(scene, _work(fault)))
        column.addLayout(deciding)
        column.addSpacing(px(8))
        column.addWidget(Label(scene, _told(fault)))
        column.addWidget(self.report, 1)
        column.addLayout(reporting)
        column.addWidget(self.state)
        self.state.hide()
        Fit(self, scene.look, WIDE, HIGH)

    def _name(self, scene: Scene, fault: Fault) -> None:
        self.setWindowTitle(scene.say(WRONG))
        self.setAccessibleDescription(scene.say(_work(fault)))
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(scene.look.px(LETTERS))
        self.report.setFont(font)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.report.setAccessibleName(scene.say(phrase("Report of the fault")))


def _work(fault: Fault) -> Phrase:
    """Where the work is, and what to do now."""
    if fault.kept is None:
        return phrase(
            "Your work could not be kept aside: go on, and save it to a file now. Then close grantdesk and start it "
            "again."
        )
    return phrase(
        "Your work is safe: what is not in a file yet was kept aside in {folder}. You can go on. If something does not "
        "work as it should, close grantdesk and start it again: your work is offered to you then.",
        folder=str(fault.kept),
    )


def _told(fault: Fault) -> Phrase:
    """What the report is, and where."""
    if fault.file is None:
        return phrase(
            "The report below has none of your answers in it, and nothing was sent anywhere. Read it, and copy or save "
            "it if you want to tell somebody about it."
        )
    return phrase(
        "The report below has none of your answers in it, and nothing was sent anywhere. Read it, and copy or save it "
        "if you want to tell somebody about it. It also lies in {file}.",
        file=str(fault.file),
    )
