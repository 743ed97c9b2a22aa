"""The text in another language, to be read beside the one that is being written; the two scroll together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.leaf import Leaf
from grantdesk.words.phrase import Phrase

ABOVE = 0.3
"""How much of the window's height it takes above the other text."""


class Beside(QWidget):
    """Shows a text and follows, paragraph by paragraph, the one that is written in `paper`."""

    def __init__(self, desk: Desk, said: Phrase, paper: Leaf) -> None:
        """`said` is what the text is called: "The Finnish text"."""
        super().__init__()
        self._desk, self._said, self._paper = desk, said, paper
        self.leaf = Leaf()
        self.leaf.setReadOnly(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.leaf)
        column.setAlignment(self.leaf, Qt.AlignmentFlag.AlignTop)
        paper.cursorPositionChanged.connect(self.follow)
        paper.verticalScrollBar().valueChanged.connect(self._scroll)

    def show_text(self, text: str) -> None:
        """Shows the text as it is now."""
        self.leaf.show_text(text)
        self.follow()

    def place_above(self, is_above: bool) -> None:
        """Above the other text it takes less of the window than beside it."""
        self.leaf.share = ABOVE if is_above else Leaf.share
        self.leaf.fit()

    def speak(self) -> None:
        """Says what it is."""
        self.leaf.setAccessibleName(self._desk.say(self._said))

    def follow(self) -> None:
        """Marks the paragraph that is being written in, and brings it to view."""
        block = counterpart(self._paper.textCursor().block(), self.leaf)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        here = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(self._desk.look.color("selected"))
        form.setProperty(QTextFormat.Property.FullWidthSelection, True)
        here.format, here.cursor = form, QTextCursor(cursor)
        self.leaf.setExtraSelections([here] if block.text() else [])
        if not self.leaf.hasFocus():
            for place in (cursor.selectionEnd(), cursor.selectionStart()):
                cursor.setPosition(place)
                self.leaf.setTextCursor(cursor)
                self.leaf.ensureCursorVisible()

    def _scroll(self) -> None:
        """What is at the top there comes to the top here, unless somebody writes where it can be seen."""
        caret = self._paper.cursorRect().center()
        if self._paper.hasFocus() and self._paper.viewport().rect().contains(caret):
            self.follow()
            return
        block = counterpart(self._paper.firstVisibleBlock(), self.leaf)
        self.leaf.verticalScrollBar().setValue(block.firstLineNumber())


def counterpart(block: QTextBlock, leaf: Leaf) -> QTextBlock:
    """The paragraph of another text with the same number, empty lines not counted; the last where it is shorter."""
    place = 0
    before = block.previous()
    while before.isValid():
        place += bool(before.text().strip())
        before = before.previous()
    here, last = leaf.document().begin(), leaf.document().begin()
    while here.isValid():
        if here.text().strip():
            last = here
            if not place:
                break
            place -= 1
        here = here.next()
    return last
