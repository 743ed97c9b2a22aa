"""The help under a label, folded where it is long."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.words.phrase import Texts, phrase

LONG = 280
"""Characters, about three lines of the column."""
_END = re.compile(r"(?<=[.!?:])\s")


class Help(QLabel):
    """A text of the call, as running text."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk, self._texts = desk, texts
        self.is_open = True
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "help")
        self.speak()

    @property
    def whole(self) -> str:
        """All of it, in the language of the window."""
        return " ".join(self._desk.say(self._texts).split())

    def speak(self) -> None:
        """Says it in the language of the window."""
        self.setText(self.whole if self.is_open else opening(self.whole))


class Folded(QWidget):
    """A long help: its first sentences, and a button for the rest."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk, self.text, self.button = desk, Help(desk, texts), QPushButton()
        self.text.is_open = False
        self.button.setProperty("role", "link")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.text)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.speak()

    def speak(self) -> None:
        """Says it in the language of the window."""
        self.text.speak()
        less, more = phrase("Show less of the help"), phrase("Show all of the help")
        self.button.setText(self._desk.say(less if self.text.is_open else more))
        self.button.setVisible(self.text.whole != opening(self.text.whole))

    def _turn(self) -> None:
        self.text.is_open = not self.text.is_open
        self.speak()


def helping(desk: Desk, texts: Texts) -> Help | Folded:
    """The help, folded if it is long in any language."""
    is_long = any(opening(" ".join(text.split())) != " ".join(text.split()) for text in _each(texts))
    return Folded(desk, texts) if is_long else Help(desk, texts)


def opening(text: str) -> str:
    """The first sentences of a text, about three lines of them; a text that is little longer stays whole."""
    if len(text) <= LONG * 5 // 4:
        return text
    ends = [found.start() for found in _END.finditer(text) if found.start() <= LONG]
    return text[: ends[-1]] if ends else text[: text.rfind(" ", 0, LONG)] + " …"


def _each(texts: Texts) -> tuple[str, str, str]:
    return texts.fi, texts.sv, texts.en
