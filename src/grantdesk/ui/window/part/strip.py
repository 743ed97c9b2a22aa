"""A sentence across the window that stays until it is dealt with, with ways out as buttons."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.label import Label
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


class Strip(QFrame):
    """Hidden while there is nothing to say. `about` is what it is about, so that another matter is not put away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.about = ""
        self._tone: Tone = "info"
        self._icon, self._text = QLabel(), Label(desk)
        self._ways: list[Button] = []
        self._close = Tool(desk, phrase("Close the message"), "x", named=False)
        self._row = QHBoxLayout(self)
        for widget in (self._icon, self._text, self._close):
            self._row.addWidget(widget, int(widget is self._text))
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
        self.setProperty("role", {"error": "card-error", "warning": "card-warning"}.get(tone, "card-info"))
        self.style().polish(self)
        self._text.show_said(said)
        for button in self._ways:
            self._row.removeWidget(button)
            button.deleteLater()
        self._ways = [self._button(way) for way in ways]
        self._draw()
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

    def _button(self, way: Way) -> Button:
        button = Button(self._desk, way.said)
        button.clicked.connect(way.run)
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def _draw(self) -> None:
        look = self._desk.look
        icon, role = ICONS[self._tone]
        self._icon.setPixmap(look.pixmap(icon, role))
        self._row.setContentsMargins(look.px(14), look.px(6), look.px(8), look.px(6))
        self._row.setSpacing(look.px(10))
        self._row.setAlignment(self._icon, Qt.AlignmentFlag.AlignVCenter)
