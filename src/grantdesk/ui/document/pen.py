"""Writes paragraphs and tables into a document, one below the other, always as plain text."""

from collections.abc import Sequence

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTable,
)

from grantdesk.model.path import ROOT, Path, dotted, parsed
from grantdesk.ui.document.style import Style

SCHEME = "answer:"


def link(path: Path) -> str:
    """The address of a place in the answers."""
    return SCHEME + dotted(path)


def linked(address: str) -> Path | None:
    """The place behind such an address; None for another one."""
    return parsed(address.removeprefix(SCHEME)) if address.startswith(SCHEME) else None


class Pen:
    """Stands at the end of a document that it fills, `width` pixels wide. `change` is the word of the way back to a
    field; without it there is none."""

    def __init__(self, document: QTextDocument, style: Style, width: float, change: str = "") -> None:
        self.document, self.style, self.width, self.change = document, style, width, change
        self._cursor = QTextCursor(document)
        self._is_fresh, self._is_below = True, False
        self._pictures = 0
        self._cursor.beginEditBlock()

    def done(self) -> None:
        """Nothing more comes: the document is laid out."""
        self._cursor.endEditBlock()

    @property
    def place(self) -> int:
        """Where the pen stands, counted in characters."""
        return self._cursor.position()

    def paragraph(
        self, text: str, block: QTextBlockFormat, letters: QTextCharFormat, at: Path = ROOT
    ) -> None:
        """A paragraph; `at` names it, so that one can come to it."""
        self._start(block, letters)
        self.add(text, letters, at)

    def add(self, text: str, letters: QTextCharFormat, at: Path = ROOT) -> None:
        """More text in the same paragraph."""
        self._cursor.insertText(text, _named(letters, at))

    def add_link(self, at: Path) -> None:
        """The way back to the field of `at`, in the same paragraph."""
        if self.change:
            self._cursor.insertText("   ", self.style.text())
            write_link(self._cursor, self.style, self.change, at)
            self._cursor.setCharFormat(self.style.text())

    def table(self, rows: int, shares: Sequence[float], room: float = 4.0, border: bool = True) -> QTextTable:
        """An empty table with room before it; the pen stands behind it."""
        self._start(self.style.gap(room), self.style.text("small"))
        table = self._cursor.insertTable(rows, len(shares), self.style.table(shares, border))
        self._cursor = QTextCursor(self.document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._is_fresh = self._is_below = True
        return table

    def picture(self, image: QImage, alt: str) -> None:
        """A picture in a paragraph of its own."""
        self._start(self.style.block(4, 6), self.style.text())
        insert_picture(self._cursor, self.document, image, f"picture:{self._pictures}", alt)
        self._pictures += 1

    def _start(self, block: QTextBlockFormat, letters: QTextCharFormat) -> None:
        if self._is_below and block.topMargin():
            # Qt gives no room between a table and what comes after it: the line that it puts there is the room.
            self._cursor.setBlockFormat(self.style.gap(0, block.topMargin()))
            self._is_fresh = False
        self._is_below = False
        if self._is_fresh:
            self._is_fresh = False
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
        else:
            self._cursor.insertBlock(block, letters)


def write_link(cursor: QTextCursor, style: Style, text: str, at: Path) -> None:
    """The way back to a field."""
    letters = style.text("link")
    letters.setAnchor(True)
    letters.setAnchorHref(link(at))
    cursor.insertText(text, letters)


def write_cell(
    table: QTextTable, place: tuple[int, int], text: str, letters: QTextCharFormat, at: Path = ROOT
) -> QTextCursor:
    """Fills a cell; the cursor stands behind the text."""
    cursor = table.cellAt(*place).firstCursorPosition()
    cursor.insertText(text, _named(letters, at))
    return cursor


def insert_picture(cursor: QTextCursor, document: QTextDocument, image: QImage, name: str, alt: str) -> None:
    """Puts a picture where the cursor stands; `alt` says what it shows."""
    document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), image)
    format_ = QTextImageFormat()
    format_.setName(name)
    format_.setWidth(image.width() / image.devicePixelRatio())
    format_.setHeight(image.height() / image.devicePixelRatio())
    format_.setProperty(QTextImageFormat.Property.ImageAltText.value, alt)
    cursor.insertImage(format_)


def _named(letters: QTextCharFormat, at: Path) -> QTextCharFormat:
    if not at:
        return letters
    named = QTextCharFormat(letters)
    named.setAnchor(True)
    named.setAnchorNames([dotted(at)])
    return named
