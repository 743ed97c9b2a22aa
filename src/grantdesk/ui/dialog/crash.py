"""What comes up after a fault of the program itself: what happened, and a report that the person may read and keep."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

WIDE, HIGH = 640, 460


class CrashDialog(QDialog):
    """Nothing is sent anywhere: the report is shown, and can be copied. `file` is where it was put, if it could be."""

    def __init__(self, scene: Scene, report: str, file: Path | None, over: QWidget | None) -> None:
        super().__init__(over)
        self.report = QPlainTextEdit(report, readOnly=True)
        px = scene.look.px
        self.setWindowTitle(scene.say(phrase("Something went wrong in grantdesk")))
        self.report.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName(scene.say(phrase("Report of the fault")))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(18))
        column.setSpacing(px(10))
        column.addWidget(Label(scene, phrase("Something went wrong in grantdesk"), "section"))
        column.addWidget(Label(scene, _told(file)))
        column.addWidget(self.report, 1)
        column.addLayout(self._buttons(scene))
        self.resize(px(WIDE), px(HIGH))

    def copy(self) -> None:
        """Puts the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report.toPlainText())

    def _buttons(self, scene: Scene) -> QHBoxLayout:
        row = QHBoxLayout()
        copy, close = (
            Button(scene, phrase("Copy the report"), "copy"),
            Button(scene, phrase("Go on"), role="primary"),
        )
        copy.clicked.connect(self.copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(close)
        return row


def _told(file: Path | None) -> Phrase:
    if file is None:
        return phrase(
            "Your work was kept aside first. The report below has none of your answers in it, and nothing was sent "
            "anywhere: copy it if you want to tell somebody about it."
        )
    return phrase(
        "Your work was kept aside first. The report below has none of your answers in it, and nothing was sent "
        "anywhere: copy it if you want to tell somebody about it. It also lies in {file}.",
        file=str(file),
    )
