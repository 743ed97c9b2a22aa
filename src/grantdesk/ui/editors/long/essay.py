"""The editor of a long text."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from grantdesk.call.entry import typed
from grantdesk.call.terms.node import Essay
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, same
from grantdesk.session.translation import family_of, marked
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.beside import Beside
from grantdesk.ui.editors.long.length import told
from grantdesk.ui.editors.long.paper import Paper
from grantdesk.ui.editors.long.translated import Translated
from grantdesk.ui.field.editor import Editor
from grantdesk.words.phrase import Phrase, phrase

PAUSE = 2000
"""Milliseconds of quiet after which typing on is a step of its own."""
WIDE = 560
"""Two texts stand beside each other from this width on, at a text size of 100 %; else one above the other."""
TITLES: dict[str, Phrase] = {
    "fi": phrase("The Finnish text"),
    "sv": phrase("The Swedish text"),
    "en": phrase("The English text"),
}


class EssayEditor(Editor):
    """Edits a text in paragraphs at each keystroke; a translation beside its source, if the call asks for both."""

    node: Essay

    def __init__(self, desk: Desk, node: Essay, path: Path) -> None:
        super().__init__(desk, node, path)
        self._family = family_of(desk.session.form, path)
        self.paper = Paper(desk, self._language)
        self.translated = Translated(desk, path, self._family) if self._family else None
        self.beside: Beside | None = None
        self._has_typed = False
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._rest.timeout.connect(desk.session.rest)
        self.paper.typed.connect(self._type)
        self.paper.paused.connect(desk.session.rest)
        self.left.connect(self._leave)
        self.refresh()
        self.paper.moveCursor(QTextCursor.MoveOperation.Start)

    def main(self) -> Paper:
        """Where the text is typed."""
        return self.paper

    def put(self, value: Answer | None, typing: bool = False) -> None:
        """Answers; a translation keeps with it what it was written against."""
        session = self.desk.session
        said = phrase("Change “{field}”", field=self.node.label)
        patch = marked(session.form, session.answers, self.path, value)
        session.edit(patch, said, self.path, self.path if typing else None)

    def concerns(self, path: Path) -> bool:
        """Its own answer, and the texts in other languages."""
        if super().concerns(path):
            return True
        return self._family is not None and path[: len(self.path) - 1] == self.path[:-1]

    def refresh(self) -> None:
        """Another answer than the one that was typed here takes its place; what is half typed stays."""
        answer = self.answer
        if not same(self._read(), answer):
            self.paper.show_text("" if answer is None or isinstance(answer, dict) else str(answer))
        if self.translated is not None:
            self.translated.refresh()
        if self.beside is not None and self.translated is not None:
            self.beside.show_text(self.translated.text)
        self.counted.emit()

    def speak(self) -> None:
        """Says buttons and messages anew; the text stays."""
        if self.translated is not None:
            self.translated.speak()
        if self.beside is not None:
            self.beside.speak()
        self.paper.spelt.start_anew()
        self.counted.emit()

    def draw(self) -> None:
        """Takes the colours of the look."""
        self.paper.spelt.draw()
        if self.translated is not None:
            self.translated.draw()
        if self.beside is not None:
            self.beside.follow()

    def counter(self) -> str:
        """ "38 of 250 words", as the call counts."""
        answer = self.answer
        return self.desk.say(told(self.node.limit, answer if isinstance(answer, str) else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two texts stand beside each other where there is room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        is_wide = self.width() >= self.desk.look.px(WIDE)
        flow = QBoxLayout.Direction
        self._body.setDirection(flow.LeftToRight if is_wide else flow.TopToBottom)
        if self.beside is not None:
            self.beside.place_above(not is_wide)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.desk.look.px(4))
        if self.translated is not None:
            column.addWidget(self.translated)
            self.translated.opened.connect(self._open)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(self.desk.look.px(12))
        self._body.addWidget(self.paper, 1)
        self._body.setAlignment(self.paper, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._body)

    def _open(self, is_open: bool) -> None:
        if self.translated is None or self._family is None:
            return
        if self.beside is None:
            language = self._family.language(self.translated.other)
            self.beside = Beside(self.desk, TITLES[language], self.paper)
            self._body.insertWidget(0, self.beside, 1)
            self.beside.speak()
            self._turn()
        self.beside.show_text(self.translated.text)
        self.beside.setVisible(is_open)

    def _language(self) -> str:
        return self.node.language or self.desk.speech.language.code

    def _read(self) -> Answer | None:
        return typed(self.node, self.paper.text(), self.desk.speech.language, self.desk.session.form.call)

    def _type(self) -> None:
        value = self._read()
        self._has_typed = True
        if not same(value, self.answer):
            self.put(value, typing=True)
        self._rest.start()
        self.counted.emit()

    def _leave(self) -> None:
        """Only now goes what nobody can see: blanks at the ends of lines and of the text."""
        self._rest.stop()
        if self._has_typed and not self.desk.session.read_only:
            self._has_typed = False
            text = "\n".join(line.rstrip() for line in self.paper.text().split("\n")).strip("\n")
            self.paper.show_text(text)
            value = self._read()
            if not same(value, self.answer):
                self.put(value, typing=True)
