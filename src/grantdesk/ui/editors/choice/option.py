"""One option to tick: a button, and its words beside it, as many lines as they need."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer
from grantdesk.ui.look.wear import wear


class Words(QLabel):
    """Signals: `clicked` when somebody clicks on the words."""

    clicked = Signal()

    def __init__(self, role: str, wraps: bool) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setProperty("role", role)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is one on the button."""
        if self.rect().contains(event.position().toPoint()) and event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()


class Option(QWidget):
    """A radio button or a tick with the words of an offer; a click on the words is a click on the button."""

    def __init__(self, desk: Desk, button: QAbstractButton, offer: Offer, wraps: bool = True) -> None:
        super().__init__()
        self.button, self.offer = button, offer
        self._look, self._help = desk.look, Words("help", wraps) if offer.help else None
        self.words = Words("plain", wraps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(desk.look.px(6))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setContentsMargins(0, desk.look.px(5), 0, desk.look.px(5))
        lines.setSpacing(0)
        for words in filter(None, (self.words, self._help)):
            lines.addWidget(words)
            words.clicked.connect(self._click)
        row.addLayout(lines, 1)
        self.draw()
        button.setEnabled(not desk.session.read_only)
        self.show_offer(offer)

    def show_offer(self, offer: Offer) -> None:
        """The same option in other words."""
        self.offer = offer
        self.words.setText(offer.name)
        if self._help is not None:
            self._help.setText(offer.help)
        self.button.setAccessibleName(offer.name)

    def describe(self, description: str) -> None:
        """What a screen reader says after the name: which question it answers."""
        self.button.setAccessibleDescription(" ".join(filter(None, (self.offer.help, description))))

    def mark(self, wrong: bool) -> None:
        """Looks wrong, or not."""
        wear(self.button, "invalid", wrong)

    def draw(self) -> None:
        """Takes the sizes of the look: the button is its mark and a ring around it."""
        self.button.setFixedSize(self._look.px(28), self._look.px(30))

    def _click(self) -> None:
        if self.button.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
