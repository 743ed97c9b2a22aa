"""The help under a label, folded where it is long."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.words.phrase import Texts, phrase

LONG = 280
"""Characters, about three lines of the column."""
_END = re.compile(r"(?<=[.!?:])\s")


class Help(QWidget):
    """A text of the call. What goes beyond three lines is behind a button."""

    def __init__(self, desk: Desk, texts: Texts) -> None:
        super().__init__()
        self._desk, self._texts = desk, texts
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.text.setProperty("role", "help")
        self._more: QPushButton | None = None
        self._open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.text)
        self.speak()

    def speak(self) -> None:
        """Says it in the language of the window."""
        whole = " ".join(self._desk.say(self._texts).split("\n"))
        first = opening(whole)
        self.text.setText(whole if self._open else first)
        if first != whole and self._more is None:
            self._more = QPushButton(self)
            self._more.setProperty("role", "link")
            self._more.clicked.connect(self._turn)
            self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if self._more is not None:
            self._more.setText(
                self._desk.say(
                    phrase("Show less of the help") if self._open else phrase("Show all of the help")
                )
            )
            self._more.setVisible(first != whole)

    def _turn(self) -> None:
        self._open = not self._open
        self.speak()


def opening(text: str) -> str:
    """The first sentences of a text, about three lines of them; a text that is little longer stays whole."""
    if len(text) <= LONG * 5 // 4:
        return text
    ends = [found.start() for found in _END.finditer(text) if found.start() <= LONG]
    return f"{text[: ends[-1]]}" if ends else text[: text.rfind(" ", 0, LONG)] + " …"
