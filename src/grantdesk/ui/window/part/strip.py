"""A sentence across the window that stays until it is dealt with, with ways out as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, phrase

Tone: TypeAlias = Literal["error", "warning", "info"]
ICONS: dict[Tone, tuple[str, str]] = {
    "error": ("circle-alert", "error"),
    "warning": ("triangle-alert", "warning"),
    "info": ("info", "accent"),
}


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: a button and what it does."""

    said: Phrase
    run: Callable[[], object]


class Strip(QWidget):
    """Hidden while there is nothing to say. `about` is what it is about, so that another matter is not put away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.about = ""
        self._tone: Tone = "info"
        self._card, self._icon, self._text = QFrame(), Picture(desk), Label(desk)
        self._ways: list[Button] = []
        self._close = Tool(desk, phrase("Close the message"), "x", named=False)
        self._outer, self._row = QVBoxLayout(self), QHBoxLayout(self._card)
        self._lines, self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        self._arrange()
        self._close.clicked.connect(self.put_away)
        desk.look.changed.connect(self._draw)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text() if self.about else ""

    def show_about(self, about: str, tone: Tone, said: Phrase, ways: Sequence[Way] = ()) -> None:
        """Says something in place of what was said before; it is read out too."""
        self.about, self._tone = about, tone
        wear(self._card, "role", f"card-{tone}")
        self._text.show_said(said)
        for button in self._ways:
            self._buttons.removeWidget(button)
            button.deleteLater()
        self._ways = [self._button(way) for way in ways]
        self._draw()
        self._turn()
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._text.text()))

    def put_away(self, about: str = "") -> None:
        """Hides it; with `about` only if it is about that."""
        if about in (self.about, ""):
            self.about = ""
            self.hide()

    def take(self, n: int) -> None:
        """Takes the n-th way out, as a click does."""
        self._ways[n].click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons go below the text where both would not have room beside each other."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        needed = sum(button.sizeHint().width() for button in self._ways) + self._desk.look.px(420)
        beside = (
            QBoxLayout.Direction.LeftToRight if needed < self.width() else QBoxLayout.Direction.TopToBottom
        )
        self._lines.setDirection(beside)

    def _button(self, way: Way) -> Button:
        button = Button(self._desk, way.said)
        button.clicked.connect(way.run)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    def _arrange(self) -> None:
        self._outer.addWidget(self._card)
        self._buttons.addStretch(1)
        self._lines.addWidget(self._text, 1)
        self._lines.addLayout(self._buttons)
        self._row.addWidget(self._icon)
        self._row.addLayout(self._lines, 1)
        self._row.addWidget(self._close)

    def _draw(self) -> None:
        look = self._desk.look
        self._icon.draw(*ICONS[self._tone])
        self._outer.setContentsMargins(look.px(8), look.px(8), look.px(8), look.px(8))
        self._row.setContentsMargins(look.px(14), look.px(6), look.px(8), look.px(6))
        for row in (self._row, self._buttons, self._lines):
            row.setSpacing(look.px(8))
        for widget in (self._icon, self._close):
            self._row.setAlignment(widget, Qt.AlignmentFlag.AlignVCenter)
