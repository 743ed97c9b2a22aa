"""Why files were not added."""

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, phrase


class Notice(QFrame):
    """Why files were not added, until the next try or until it is sent away. It is read out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("role", "card-error")
        self.text = Label(desk, "", "message")
        self._said: Sequence[Phrase] = ()
        close = Tool(desk, phrase("Close this message"), "x", named=False)
        close.clicked.connect(self.hide)
        row, px = QHBoxLayout(self), desk.look.px
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(10))
        row.addWidget(Picture(desk, "circle-alert", "error"))
        row.addWidget(self.text, 1)
        row.addWidget(close)
        self.hide()

    def show_said(self, said: Sequence[Phrase]) -> None:
        """Shows and reads out why; hides if there is nothing to say."""
        self._said = said
        self.speak()
        self.setVisible(bool(said))
        if said:
            event = QAccessibleAnnouncementEvent(self, self.text.text())
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def speak(self) -> None:
        """Says it in the language of the window."""
        self.text.show_said("\n".join(map(self._desk.say, self._said)))
