"""About grantdesk: its version, its licence, and the works of others that it stands on."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from grantdesk import __version__
from grantdesk.ui.dialog.credits import Credit, works
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import phrase

SIGN, WIDE, HIGH, LEAST = 56, 600, 600, 240


class About(QDialog):
    """A list of works; the terms of the one that is chosen stand below it."""

    def __init__(self, scene: Scene, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene, self._credits = scene, works()
        self._sign = Picture(scene, "grantdesk", size=SIGN)
        self.works, self.terms = QListWidget(), QPlainTextEdit()
        self._head, self._column, self._foot = QHBoxLayout(), QVBoxLayout(self), QHBoxLayout()
        self._scroll, self._read = Scroll(scene, WIDE * 2, 0), QWidget()
        self._lists = QVBoxLayout(self._read)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._fill()
        self.works.currentRowChanged.connect(self._tell)
        scene.speech.changed.connect(self._say)
        scene.look.changed.connect(self._measure)
        self._say()
        self._measure()
        self.works.setCurrentRow(0)
        Fit(self, scene.look, WIDE, HIGH)

    def showEvent(self, event: QShowEvent) -> None:
        """The rows are as high as the style wants them, which is known only now."""
        super().showEvent(event)
        self.works.doItemsLayout()

    def _fill(self) -> None:
        scene, words, column = self._scene, QVBoxLayout(), self._scroll.column
        words.addWidget(Label(scene, f"grantdesk {__version__}", "title"))
        words.addWidget(
            Label(scene, phrase("Fill in, check and print grant applications, alone or with partners."))
        )
        self._head.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addLayout(words, 1)
        column.addLayout(self._head)
        for said in (
            phrase("Everything stays on this computer: no network, no telemetry, no account."),
            phrase("grantdesk is free software under the European Union Public Licence, EUPL-1.2."),
        ):
            column.addWidget(Label(scene, said))
        self._works_label = Label(scene, phrase("What others made, and on what terms"), "section")
        column.addWidget(self._works_label)
        self.works.addItems([f"{credit.what} — {credit.licence}" for credit in self._credits])
        self.works.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.works.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._works_label.name(self.works)
        self.terms.setReadOnly(True)
        self.terms.setTabChangesFocus(True)
        for part in (self.works, self.terms):
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
            self._lists.addWidget(part)
        column.addWidget(self._read, 1)
        self._column.addWidget(self._scroll, 1)
        close = Button(scene, phrase("Close"), role="primary")
        close.clicked.connect(self.accept)
        self._foot.addStretch(1)
        self._foot.addWidget(close)
        self._column.addLayout(self._foot)

    def _tell(self, row: int) -> None:
        self.terms.setPlainText(self._told(self._credits[row]))

    def _told(self, credit: Credit) -> str:
        say, lines = self._scene.say, [credit.what]
        if credit.owner:
            lines.append(f"© {credit.owner}")
        lines.append(say(phrase("Licence: {licence}", licence=credit.licence)))
        if credit.licence.startswith("LGPL"):
            lines.append(
                say(
                    phrase("You may use another version of this library in place of the one that came along.")
                )
            )
        return "\n".join([*lines, "", credit.text] if credit.text else lines)

    def _say(self) -> None:
        self.setWindowTitle(self._scene.say(phrase("About grantdesk")))
        self.works.setAccessibleName(self._works_label.text())
        self.terms.setAccessibleName(self._scene.say(phrase("Terms of the licence")))
        if self.works.currentRow() >= 0:
            self._tell(self.works.currentRow())

    def _measure(self) -> None:
        px = self._scene.look.px
        self._column.setContentsMargins(px(28), px(24), px(28), px(24))
        for column in (self._column, self._scroll.column, self._lists):
            column.setSpacing(px(12))
        self._read.setMinimumHeight(px(LEAST))
        self._head.setSpacing(px(16))
