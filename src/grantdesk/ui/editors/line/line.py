"""What all editors of one line share: typing, what cannot be read yet, leaving, and another language."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from grantdesk.call.entry.typing import typed
from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, same
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.entry import Entry
from grantdesk.ui.field.editor import Editor
from grantdesk.words.refusal import Unreadable
from grantdesk.words.typed import breaks, clean

PAUSE = 3000
"""Milliseconds of quiet after which typing on is a step of its own."""


class LineEditor(Editor):
    """Edits an answer as one line of text, at each keystroke. What cannot be read is kept as it was typed.

    A kind says how wide it is, how its answer is written, and what unit stands after it.
    """

    room = 0
    """Characters; 0 fills the column."""

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        super().__init__(desk, node, path)
        self.line = Entry(desk.session)
        self.unit = QLabel()
        self.unit.setTextFormat(Qt.TextFormat.PlainText)
        self.unit.setProperty("role", "mute")
        self.line.setReadOnly(desk.session.read_only)
        self._shown: Answer | None = None
        self._written = ""
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(desk.session.rest)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._lay_out()
        self._is_writing = False
        self.line.textChanged.connect(self._change)  # assistive technology changes a text without typing it
        self.left.connect(self._leave)
        self.speak()

    def main(self) -> QWidget:
        """The line."""
        return self.line

    def written(self, answer: Answer) -> str:
        """An answer as it stands in the line."""
        return str(answer)

    def measured(self) -> str:
        """The unit of the answer; empty if it has none."""
        return ""

    def refresh(self) -> None:
        """Another answer than the one that was typed here, from an undo or from elsewhere, takes its place."""
        if not same(self.answer, self._shown):
            self._write()
        self.counted.emit()

    def speak(self) -> None:
        """What is half typed stays as it is; the rest is written as the language writes it."""
        self.unit.setText(self.measured())
        self.unit.setVisible(bool(self.unit.text()))
        self.line.setPlaceholderText("")
        if not self.line.hasFocus() or self.line.text() == self._written:
            self._write()

    def draw(self) -> None:
        """Takes the widths of the look."""
        if self.room:
            wide = self.line.fontMetrics().horizontalAdvance("0") * self.room
            self.line.setFixedWidth(wide + 2 * self.desk.look.px(12))

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.desk.look.px(4))
        self._column.addLayout(self._row)
        self._row.setSpacing(self.desk.look.px(8))
        self._row.addWidget(self.line)
        self._row.addWidget(self.unit)
        if self.room:
            self._row.addStretch(1)
        self.draw()

    def _change(self, text: str) -> None:
        if not self._is_writing:
            self._type(text)

    def _put(self, text: str) -> None:
        """Puts a text into the line that nobody has typed there."""
        self._is_writing = True
        self.line.setText(text)
        self._is_writing = False

    def _type(self, text: str) -> None:
        if breaks().search(text) or "\n" in text:
            text = self._joined(text)
        value = self._read(text)
        if not same(value, self.answer):
            self._shown = value
            self.put(value, typing=True)
        self._shown = self.answer
        self._rest.start()
        self.counted.emit()

    def _joined(self, text: str) -> str:
        """What was pasted from several lines, as one; the caret stays behind it."""
        one = " ".join(part.strip() for part in clean(text).split("\n") if part.strip())
        behind = len(text) - self.line.cursorPosition()
        self._put(one)
        self.line.setCursorPosition(max(len(one) - behind, 0))
        return one

    def _read(self, text: str) -> Answer | None:
        try:
            return typed(self.node, text, self.desk.speech.language, self.desk.session.form.call)
        except Unreadable:
            return text

    def _leave(self) -> None:
        self._rest.stop()
        self._write()

    def _write(self) -> None:
        """Writes the answer; the caret stays where it is, as far as there is text."""
        answer = self.answer
        text = "" if answer is None else self._text(answer)
        self._shown, self._written = answer, text
        if text != self.line.text():
            place = self.line.cursorPosition()
            self._put(text)
            self.line.setCursorPosition(min(place, len(text)) if self.line.hasFocus() else 0)

    def _text(self, answer: Answer) -> str:
        return "" if isinstance(answer, dict) else self.written(answer)
