"""A text in paragraphs that is as high as its text, between five lines and most of the window; then it scrolls."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from grantdesk.session.translation import alike
from grantdesk.words.typed import utf16

LEAST = 5
"""Lines that are seen of an empty text."""
BREAKS = str.maketrans("\u2029\u2028", "\n\n")


class Leaf(QPlainTextEdit):
    """Plain text; it can be read and copied, and typed where it is not `readOnly`. Undo is not its business."""

    share = 0.6
    """How much of the window's height a long text may take."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._window: QWidget | None = None
        self.document().documentLayout().documentSizeChanged.connect(self.fit)

    def text(self) -> str:
        """What stands there, as it was typed: unlike `toPlainText` it keeps no-break spaces."""
        return self.document().toRawText().translate(BREAKS)

    def show_text(self, text: str) -> None:
        """Shows another text by changing only what is different; a caret with focus goes to the end of the change."""
        old = self.text()
        if old == text:
            return
        head = alike(old, text)
        tail = alike(old[head:][::-1], text[head:][::-1])
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16(old[:head]))
        cursor.setPosition(utf16(old[: len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[head : len(text) - tail])
        if self.hasFocus():
            self.setTextCursor(cursor)

    def fit(self) -> None:
        """Takes the height that the text needs."""
        line = self._line()
        frame = self.height() - self.contentsRect().height() + 2 * self.document().documentMargin() + 1
        most = max(LEAST * line, self.window().height() * self.share - frame)
        wanted = ceil(min(max(self.document().size().height(), LEAST) * line, most) + frame)
        if wanted != self.height():
            self.setFixedHeight(wanted)
            if self.hasFocus():
                QTimer.singleShot(0, self, self.keep_in_sight)

    def _line(self) -> float:
        """The height of a line as it is laid out, which is rounded up."""
        layout = self.document().firstBlock().layout()
        return layout.lineAt(0).height() if layout.lineCount() else self.fontMetrics().lineSpacing()

    def keep_in_sight(self) -> None:
        """Scrolls the page so that the line with the caret is seen."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and page is not None:
            caret = self.cursorRect()
            place = self.viewport().mapTo(page, caret.center())
            area.ensureVisible(place.x(), place.y(), 0, 2 * caret.height())

    def copy(self) -> None:
        """What is copied is plain text."""
        if self.textCursor().hasSelection():
            QGuiApplication.clipboard().setText(self.textCursor().selectedText().translate(BREAKS))

    def cut(self) -> None:
        """The same, and it goes."""
        if not self.isReadOnly():
            self.copy()
            self.textCursor().removeSelectedText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copying and cutting by keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page, unless one works in here and there is more to see."""
        bar = self.verticalScrollBar()
        if self.hasFocus() and bar.maximum() > bar.minimum():
            super().wheelEvent(event)
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """Follows the height of the window from now on."""
        super().showEvent(event)
        if self._window is not self.window():
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = self.window()
            self._window.installEventFilter(self)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another height of the window is another most."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.fit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Another size of text needs another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)
