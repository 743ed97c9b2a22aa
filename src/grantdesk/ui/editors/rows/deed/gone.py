"""Tells what was done to rows, with a way to undo it, until something else is done."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.banner import Action, Banner, Tone
from grantdesk.words.phrase import Phrase, phrase

UNDO = "undo"


class Gone(QWidget):
    """Room for one such banner."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.banner = desk, None  # type: Desk, Banner | None
        self._index = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, desk.look.px(6))
        self.hide()
        desk.session.stack.indexChanged.connect(self._pass)

    def tell(self, said: Phrase, detail: Phrase | None = None, tone: Tone = "info") -> None:
        """Says what was just done, and offers to undo it."""
        self._drop()
        self.banner = Banner(self._desk, said, detail, tone)
        self.banner.offer([Action(UNDO, phrase("Undo"))])
        self.banner.let_dismiss()
        self.banner.chosen.connect(self._undo)
        self.banner.dismissed.connect(self._drop)
        self._column.addWidget(self.banner)
        self._index = self._desk.session.stack.index()
        self.show()
        words = " ".join(self._desk.say(each) for each in (said, detail) if each is not None)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _undo(self) -> None:
        self._desk.session.stack.undo()

    def _pass(self, index: int) -> None:
        """Something else was done: undoing would undo that."""
        if self.banner is not None and index != self._index:
            self._drop()

    def _drop(self) -> None:
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
        self.hide()
