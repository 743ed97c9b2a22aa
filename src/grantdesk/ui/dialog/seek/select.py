"""Marks a word in what has the focus, after one has gone to it."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from grantdesk.ui.dialog.seek.match import folded


def select(widget: QWidget | None, word: str, n: int) -> bool:
    """Marks the n-th (from 0) of the word in a line or a text; False where it is not there, or nothing is typed."""
    if isinstance(widget, QLineEdit):
        at = nth(widget.text(), word, n)
        if at >= 0:
            widget.setSelection(at, len(word))
        return at >= 0
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        at = nth(widget.toPlainText(), word, n)
        if at >= 0:
            cursor = widget.textCursor()
            cursor.setPosition(at)
            cursor.setPosition(at + len(word), QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)
        return at >= 0
    return False


def nth(text: str, word: str, n: int) -> int:
    """Where the n-th of a word begins in a text, whatever its case; -1 if it is not there.

    In the units of Qt, in which a sign beyond the basic plane is two.
    """
    plain, wanted, at = folded(text), folded(word), -len(word)
    for _ in range(n + 1):
        at = plain.find(wanted, at + len(wanted))
        if at < 0:
            return -1
    return len(text[:at].encode("utf-16-le")) // 2
