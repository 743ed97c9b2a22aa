"""Underlines words that are spelt wrong: those that are seen, a few at a time, when nobody types."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TypeAlias

from PySide6.QtCore import QTimer
from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from grantdesk.session.spelling import proper_of, spelling_of, words
from grantdesk.ui.desk.desk import Desk
from grantdesk.words.typed import utf16

QUIET = 500
"""Milliseconds without a key before words are looked at."""
SLICE = 0.004
"""Seconds that words are looked at without a pause."""
AT_LEAST = 20
"""Words that are asked about in any case, so that it comes to an end."""
KEPT = 1000
"""Paragraphs whose words are remembered as judged."""
Span: TypeAlias = tuple[int, int]
"""Where a word begins and ends, in units of UTF-16."""


class Spelt(QSyntaxHighlighter):
    """While one types, marks only move with their words; in quiet moments the words that are seen are judged."""

    def __init__(self, paper: QPlainTextEdit, desk: Desk, language: Callable[[], str]) -> None:
        super().__init__(paper)
        self._paper, self._look, self._language = paper, desk.look, language
        self._work = desk.work
        self._spelling, self._proper = spelling_of(desk.preferences), proper_of(desk.session)
        self._wrong: list[Span] = []
        self._judged: dict[str, list[Span]] = {}
        self._is_marking = False
        self._form = QTextCharFormat()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._look_on)
        paper.document().contentsChange.connect(self._move)  # before the marks are drawn anew
        self.setDocument(paper.document())
        paper.textChanged.connect(self._wait)
        paper.cursorPositionChanged.connect(self._wait)
        self._spelling.changed.connect(self.start_anew)
        self._proper.changed.connect(self._forget)
        self.draw()

    def draw(self) -> None:
        """Takes the colour of the look."""
        self._form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._form.setUnderlineColor(self._look.color("error"))
        self.start_anew()

    def start_anew(self) -> None:
        """Words may be judged otherwise now, in another language perhaps."""
        if self._wrong:
            self._wrong.clear()
            self._is_marking = True
            self.rehighlight()
            self._is_marking = False
        self._forget()

    def look_soon(self) -> None:
        """Something else may be seen now."""
        if not self._later.isActive() and any(block.text() not in self._judged for block in self._seen()):
            self._later.start(QUIET)

    def word_at(self, place: int) -> tuple[int, str] | None:
        """The word spelt wrong at a place of the document: where it begins, in units of UTF-16, and the word."""
        for start, end in self._wrong:
            if start <= place <= end:
                block = self.document().findBlock(start)
                return start, _cut(block.text(), start - block.position(), end - block.position())
        return None

    def proposals(self, word: str) -> list[str]:
        """What may have been meant."""
        return self._spelling.proposals(word, self._language())

    def learn(self, word: str) -> None:
        """Adds a word to the person's dictionary."""
        self._spelling.learn(word, self._language())

    def highlightBlock(self, text: str) -> None:
        """Marks what is known to be wrong, which takes no time."""
        begin = self.currentBlock().position()
        for start, end in self._wrong[bisect_left(self._wrong, (begin, 0)) :]:
            if start - begin >= len(text):
                break
            self.setFormat(start - begin, end - start, self._form)

    def _move(self, place: int, removed: int, added: int) -> None:
        """Marks move with their words; of a word that is changed the mark is gone."""
        by, after = added - removed, place + removed
        self._wrong = [
            span if span[1] <= place else (span[0] + by, span[1] + by)
            for span in self._wrong
            if span[1] <= place or span[0] >= after
        ]

    def _forget(self) -> None:
        self._judged.clear()
        self._later.start(QUIET)

    def _wait(self) -> None:
        """Somebody types or moves on; that words are marked is told in the same way, and is neither."""
        if not self._is_marking:
            self._later.start(QUIET)

    def _look_on(self) -> None:
        """Looks at what is seen, for a moment; goes on in the next one."""
        if not self._paper.isVisible():
            return
        language = self._language()
        self._spelling.want(language, self._work)
        if not self._spelling.is_on(language):
            return
        end = perf_counter() + SLICE
        for block in self._seen():
            text = block.text()
            if text not in self._judged and not self._judge(text, language, end):
                self._later.start(0)
                return
            self._mark(block, self._judged[text])

    def _judge(self, text: str, language: str, end: float) -> bool:
        """Judges the words of a paragraph; False if there was no time for all of them."""
        wrong: list[Span] = []
        asked = 0
        for word in words(text):
            asked += self._spelling.verdict(word.text, language) is None
            if asked > AT_LEAST and perf_counter() > end:
                return False
            if not self._spelling.judge(word.text, language) and word.text not in self._proper:
                start = utf16(text[: word.start])
                wrong.append((start, start + utf16(word.text)))
        if len(self._judged) >= KEPT:
            self._judged.clear()
        self._judged[text] = wrong
        return True

    def _mark(self, block: QTextBlock, wrong: list[Span]) -> None:
        """Marks the words of a paragraph, but for the one that is being typed."""
        begin, cursor = block.position(), self._paper.textCursor()
        typed_on = cursor.position() if self._paper.hasFocus() else -1
        spans = [(begin + start, begin + end) for start, end in wrong if begin + end != typed_on]
        first, last = (
            bisect_left(self._wrong, (begin, 0)),
            bisect_left(self._wrong, (begin + block.length(), 0)),
        )
        if self._wrong[first:last] != spans:
            self._wrong[first:last] = spans
            self._is_marking = True
            self.rehighlightBlock(block)
            self._is_marking = False

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


def _cut(text: str, start: int, end: int) -> str:
    """A part of a text by places in units of UTF-16."""
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
