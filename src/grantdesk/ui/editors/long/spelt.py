"""Underlines words that are spelt wrong: those that are seen, a few at a time, when nobody types."""

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from grantdesk.session.spelling import Word, proper_of, spelling_of, words
from grantdesk.ui.desk.desk import Desk
from grantdesk.words.typed import utf16

QUIET = 500
"""Milliseconds without a key before words are looked at."""
SLICE = 0.004
"""Seconds that words are looked at without a pause."""


class Spelt(QSyntaxHighlighter):
    """Marks what is known to be wrong while one types, and finds out about the rest in quiet moments."""

    def __init__(self, paper: QPlainTextEdit, desk: Desk, language: Callable[[], str]) -> None:
        super().__init__(paper.document())
        self._paper, self._look, self._language = paper, desk.look, language
        self._spelling = spelling_of(desk.preferences, desk.work)
        self._proper = proper_of(desk.session)
        self._looked_at: set[str] = set()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._look_on)
        self._spelling.changed.connect(self.start_anew)
        self._form = QTextCharFormat()
        self.draw()
        paper.textChanged.connect(self._wait)
        paper.cursorPositionChanged.connect(self._wait)

    def draw(self) -> None:
        """Takes the colour of the look."""
        self._form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._form.setUnderlineColor(self._look.color("error"))
        self.start_anew()

    def start_anew(self) -> None:
        """Words may be judged otherwise now, in another language perhaps."""
        self._looked_at.clear()
        if self.document().characterCount() > 1:
            self.rehighlight()
        self._later.start(0)

    def look_soon(self) -> None:
        """Something else may be seen now."""
        if not self._later.isActive() and any(block.text() not in self._looked_at for block in self._seen()):
            self._later.start(QUIET)

    def word_at(self, place: int) -> tuple[int, str] | None:
        """The word spelt wrong at a place of the document: where it begins, in units of UTF-16, and the word."""
        block = self.document().findBlock(place)
        text, language = block.text(), self._language()
        if self._spelling.is_on(language):
            for word in words(text):
                start = block.position() + utf16(text[: word.start])
                if start <= place <= start + len(word.text) and self._is_wrong(word.text, language):
                    return start, word.text
        return None

    def proposals(self, word: str) -> list[str]:
        """What may have been meant."""
        return self._spelling.proposals(word, self._language())

    def learn(self, word: str) -> None:
        """Adds a word to the person's dictionary."""
        self._spelling.learn(word, self._language())

    def highlightBlock(self, text: str) -> None:
        """Marks what is known to be wrong, which takes no time."""
        language = self._language()
        if not self._spelling.is_on(language):
            return
        typed_on, is_narrow = self._caret(self.currentBlock()), utf16(text) == len(text)
        for word in words(text):
            if word.end != typed_on and self._is_wrong(word.text, language):
                start = word.start if is_narrow else utf16(text[: word.start])
                self.setFormat(start, utf16(word.text), self._form)

    def _wait(self) -> None:
        self._later.start(QUIET)

    def _look_on(self) -> None:
        """Looks at what is seen, for a moment; goes on in the next one."""
        language = self._language()
        self._spelling.want(language)
        if not self._spelling.is_on(language):
            return
        end = perf_counter() + SLICE
        if len(self._looked_at) > 1000:
            self._looked_at.clear()
        caret = self._paper.textCursor().block()
        for block in self._seen():
            if block.text() in self._looked_at and block != caret:
                continue
            for word in self._unknown(block, language):
                if perf_counter() > end:
                    self._later.start(0)
                    return
                self._spelling.judge(word.text, language)
            self._looked_at.add(block.text())
            self.rehighlightBlock(block)

    def _unknown(self, block: QTextBlock, language: str) -> Iterator[Word]:
        """The words that nobody has asked about yet, but for the one that is being typed."""
        text, typed_on = block.text(), self._caret(block)
        for word in words(text):
            if word.end != typed_on and self._spelling.verdict(word.text, language) is None:
                yield word

    def _is_wrong(self, word: str, language: str) -> bool:
        return self._spelling.verdict(word, language) is False and word not in self._proper

    def _caret(self, block: QTextBlock) -> int:
        """Before which character of the block somebody types; -1 if nobody does."""
        cursor: QTextCursor = self._paper.textCursor()
        if not self._paper.hasFocus() or cursor.block() != block:
            return -1
        before = block.text().encode("utf-16-le", "surrogatepass")[: 2 * cursor.positionInBlock()]
        return len(before.decode("utf-16-le", "surrogatepass"))

    def _seen(self) -> Iterator[QTextBlock]:
        """The paragraphs that the person can see, in part at least."""
        seen = self._paper.viewport().visibleRegion().boundingRect()
        if seen.isEmpty():
            return
        block = self._paper.cursorForPosition(seen.topLeft()).block()
        last = self._paper.cursorForPosition(seen.bottomRight()).block().blockNumber()
        while block.isValid() and block.blockNumber() <= last:
            yield block
            block = block.next()
