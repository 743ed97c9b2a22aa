"""Where a long text is typed: undo is the application's, pastes become paragraphs, what is spelt wrong shows."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QMenu

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.leaf import Leaf
from grantdesk.ui.editors.long.menu import Deed, menu
from grantdesk.ui.editors.long.paste import pasted, plain
from grantdesk.ui.editors.long.spelt import Spelt
from grantdesk.words.phrase import phrase
from grantdesk.words.typed import utf16

PLAIN = QKeySequence("Ctrl+Shift+V")
Key = QKeySequence.StandardKey
ENDS = (Key.InsertParagraphSeparator, Key.InsertLineSeparator)


class Paper(Leaf):
    """Signals: `typed` when the person has changed the text; `paused` where a new step begins: a paragraph is complete,
    something is pasted."""

    typed = Signal()
    paused = Signal()

    def __init__(self, desk: Desk, language: Callable[[], str]) -> None:
        """`language` says which language the text is in now."""
        super().__init__()
        self._desk, self._is_shown = desk, True
        self.setReadOnly(desk.session.read_only)
        self.spelt = Spelt(self, desk, language)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Shows another text; that is no typing."""
        self._is_shown = False
        super().show_text(text)
        self._is_shown = True

    def paste_plain(self) -> None:
        """Puts in the text of the clipboard as it is."""
        self._put_in(plain(QGuiApplication.clipboard().text()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Texts; a file is no text."""
        return (source.hasText() or source.hasHtml()) and not _has_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Puts in what was pasted or dropped."""
        if self.canInsertFromMimeData(source):
            self._put_in(pasted(source.html() if source.hasHtml() else "", source.text()))

    def event(self, event: QEvent) -> bool:
        """Leaves undo and redo to the window's own commands."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _undoes(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo where the window has no command for them; pasting as it is; the end of a paragraph."""
        stack = self._desk.session.stack
        if event.matches(Key.Undo):
            stack.undo()
        elif event.matches(Key.Redo):
            stack.redo()
        elif QKeySequence(event.keyCombination()) == PLAIN:
            self.paste_plain()
        else:
            super().keyPressEvent(event)
            if any(map(event.matches, ENDS)):
                self.paused.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Cut, copy, paste, and how a word that is spelt wrong may have been meant."""
        made = self.menu(self._place(event))
        made.exec(event.globalPos())
        made.deleteLater()

    def menu(self, place: int) -> QMenu:
        """What can be done at a place of the text, in units of UTF-16."""
        return menu(self, self._desk, [*self._deeds_of_word(place), self._deeds_of_text()])

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is seen is looked at for its spelling, later."""
        super().paintEvent(event)
        self.spelt.look_soon()

    def replace(self, start: int, end: int, text: str) -> None:
        """Puts a text in the place of what stands between two places, in units of UTF-16, as a step of its own."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._put_in(text, cursor)

    def _put_in(self, text: str, cursor: QTextCursor | None = None) -> None:
        if text and not self.isReadOnly():
            self.paused.emit()
            where = cursor or self.textCursor()
            where.insertText(text)
            self.setTextCursor(where)
            self.ensureCursorVisible()
            self.paused.emit()

    def _deeds_of_word(self, place: int) -> list[list[Deed]]:
        found = self.spelt.word_at(place)
        if found is None or self.isReadOnly():
            return []
        start, word = found
        end = start + utf16(word)
        proposals = [
            Deed(text, partial(self.replace, start, end, text)) for text in self.spelt.proposals(word)
        ]
        nothing = [Deed(phrase("No proposals"), self.setFocus, is_open=False)]
        return [proposals or nothing, [Deed(phrase("Add to my dictionary"), partial(self.spelt.learn, word))]]

    def _deeds_of_text(self) -> list[Deed]:
        is_open, has_some = not self.isReadOnly(), self.textCursor().hasSelection()
        can_paste = is_open and self.canPaste()
        return [
            Deed(phrase("Cut"), self.cut, Key.Cut, is_open and has_some),
            Deed(phrase("Copy"), self.copy, Key.Copy, has_some),
            Deed(phrase("Paste"), self.paste, Key.Paste, can_paste),
            Deed(phrase("Paste as it is"), self.paste_plain, PLAIN, can_paste),
            Deed(phrase("Select all"), self.selectAll, Key.SelectAll),
        ]

    def _place(self, event: QContextMenuEvent) -> int:
        """The place that a menu is about: the caret where it was asked for by a key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            return self.textCursor().position()
        return self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()

    def _tell(self) -> None:
        if self._is_shown:
            self.typed.emit()


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(Key.Undo) or event.matches(Key.Redo)


def _has_files(source: QMimeData) -> bool:
    return any(url.isLocalFile() for url in source.urls())
