"""The attachments of an application that is read: each with its place, to be opened or saved."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.outline.fact.answer import plain
from grantdesk.session.handing.attached import Attached, attached, copy, laid_out
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import Bytes, phrase
from grantdesk.words.trouble import Trouble

NOTHING = phrase("No files go along with this application.")


class Files(Scroll):
    """A list of cards, one for each file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.cards: list[QFrame] = []
        self._none = Label(desk, NOTHING, "help")
        self.column.addWidget(self._none)
        self.column.addStretch(1)
        desk.session.changed.connect(self.refresh)
        desk.speech.changed.connect(self.refresh)
        self.refresh()

    @property
    def count(self) -> int:
        """How many files there are."""
        return len(self.cards)

    def refresh(self) -> None:
        """Lists the files that the session has now."""
        for card in self.cards:
            self.column.removeWidget(card)
            card.deleteLater()
        found = attached(self.desk.session, self.desk.speech.language)
        self.cards = [FileCard(self.desk, file) for file in found]
        for n, card in enumerate(self.cards):
            self.column.insertWidget(n, card)
        self._none.setVisible(not found)
        self.setAccessibleName(self.desk.say(phrase("Attachments")))


class FileCard(QFrame):
    """One file: its name, size and place; open, save a copy."""

    def __init__(self, desk: Desk, file: Attached) -> None:
        super().__init__()
        self.desk, self.file = desk, file
        self.setProperty("role", "card")
        name, size = (
            Label(desk, file.name, "label"),
            Label(desk, plain("{size}", size=Bytes(file.size)), "mute"),
        )
        lines, row = QVBoxLayout(), QHBoxLayout(self)
        for label in (name, Label(desk, file.place, "mute"), size):
            lines.addWidget(label)
        row.addWidget(Picture(desk, "paperclip", "mute"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        self.open = Button(desk, phrase("Open"), "external-link")
        self.save = Button(desk, phrase("Save a copy"), "download")
        for button, act in ((self.open, self._open), (self.save, self._save)):
            button.setAccessibleDescription(file.name)
            button.clicked.connect(act)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        px = desk.look.px
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(10))

    def _open(self) -> None:
        try:
            path = laid_out(self.desk.session, self.file)
        except Trouble as trouble:
            self.desk.ask.tell(trouble.phrase)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.desk.ask.tell(
                phrase(
                    "No program on this computer opens “{file}”. Save a copy of it instead.",
                    file=self.file.name,
                )
            )

    def _save(self) -> None:
        target = self.desk.ask.file_to_save("attachment", Path(self.file.name))
        if target is None:
            return
        try:
            copy(self.desk.session, self.file, target)
        except Trouble as trouble:
            self.desk.ask.tell(trouble.phrase)
