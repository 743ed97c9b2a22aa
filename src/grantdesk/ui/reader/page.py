"""Shows a document to be read: a calm column, found words marked, the heading that is being read known."""

import math

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from grantdesk.model.path import Path, dotted
from grantdesk.ui.document.document import Made, Stop
from grantdesk.ui.document.pen import linked
from grantdesk.ui.look.look import Look

WIDEST, MARGIN, TOP, LEAST = 780, 28, 16, 200
NEAR = 24  # pixels below the upper edge that count as above it


class Page(QTextBrowser):
    """A document that cannot be changed. `grown`: it is as high as all of it, and scrolls with what it stands in.

    Signals: `wanted(path)` when the way back to a field was chosen; `passed(n)` when another heading is the last above
    the upper edge, -1 for none; `zoomed(steps)` when the person wants it larger or smaller, 0 for as it was.
    """

    wanted = Signal(object)
    passed = Signal(int)
    zoomed = Signal(int)

    def __init__(self, look: Look, grown: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._grown = look, grown
        self._made: Made | None = None
        self._stop = -1
        self._found: list[QTextCursor] = []
        self.setProperty("role", "page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if grown:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._pass)
        look.changed.connect(self._fit)
        self._fit()

    @property
    def room(self) -> float:
        """The width of the column in pixels."""
        if self._grown:
            return float(max(LEAST, self.width()))
        side = self._look.px(MARGIN)
        bar = self.verticalScrollBar().sizeHint().width()
        return float(max(LEAST, min(self._look.px(WIDEST), self.width() - 2 * side - bar)))

    @property
    def stops(self) -> list[Stop]:
        """The headings."""
        return self._made.stops if self._made else []

    def show_made(self, made: Made) -> None:
        """Shows another document; what was at the upper edge stays there as far as it is still found."""
        stop, offset = self._stop, self._offset()
        self._made, self._found = made, []
        self.setDocument(made.document)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if 0 <= stop < len(made.stops):
            self._scroll(self._top(made.stops[stop].place) + offset)
        self._stop = -2
        self._pass()
        self._grow()

    def go(self, n: int) -> None:
        """Brings a heading to the upper edge."""
        if 0 <= n < len(self.stops):
            self._scroll(self._top(self.stops[n].place))
            cursor = QTextCursor(self.document())
            cursor.setPosition(self.stops[n].place)
            self._put(cursor)

    def come_to(self, path: Path) -> None:
        """Brings a place of the answers into sight, or what it lies in; who goes on by keys goes on from there."""
        names = {dotted(path[:n]) for n in range(len(path), 0, -1)}
        best, at = "", QTextCursor(self.document())
        block = self.document().begin()
        while block.isValid():
            for run in block.textFormats():
                found = max((name for name in run.format.anchorNames() if name in names), key=len, default="")
                if len(found) > len(best):
                    best = found
                    at.setPosition(block.position() + run.start)
            block = block.next()
        if best:
            self.scrollToAnchor(best)
            self._put(at)

    def find_all(self, text: str) -> int:
        """Marks every place where a text stands, whatever its case; how many there are."""
        self._found = []
        if text and self._made:
            cursor = self.document().find(text, 0)
            while not cursor.isNull():
                self._found.append(cursor)
                cursor = self.document().find(text, cursor)
        self._mark(-1)
        return len(self._found)

    def show_found(self, n: int) -> None:
        """Brings one of the found places into sight."""
        self._mark(n)
        if 0 <= n < len(self._found):
            cursor = QTextCursor(self._found[n])
            self._put(cursor)
            if not self.viewport().rect().contains(self.cursorRect(cursor)):
                self._scroll(self._top(cursor.selectionStart()) - self.viewport().height() // 3)

    def selected(self) -> str:
        """The text that a person has marked."""
        return self.textCursor().selectedText()

    def nearest(self) -> int:
        """The first found place at or below the caret; 0 if there is none."""
        caret = self.textCursor().selectionStart()
        return next((n for n, found in enumerate(self._found) if found.selectionStart() >= caret), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column stays in the middle."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes it larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and not self._grown:
            if step := event.angleDelta().y():
                self.zoomed.emit(1 if step > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of its size for itself while it has the focus: a window may have the same ones."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_key and not self._grown and _steps(event) is not None:  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl and plus, minus or 0 change the size."""
        steps = _steps(event)
        if steps is not None and not self._grown:
            self.zoomed.emit(steps)
        else:
            super().keyPressEvent(event)

    def _follow(self, url: QUrl) -> None:
        path = linked(url.toString())
        if path is not None:
            self.wanted.emit(path)

    def _pass(self) -> None:
        """Notices which heading is above the upper edge now."""
        at = self.cursorForPosition(QPoint(0, NEAR)).position()
        stop = max((n for n, stop in enumerate(self.stops) if stop.place <= at), default=-1)
        if stop != self._stop:
            self._stop = stop
            self.passed.emit(stop)

    def _offset(self) -> int:
        """How far the upper edge is below the heading above it."""
        if not 0 <= self._stop < len(self.stops):
            return 0
        return self.verticalScrollBar().value() - self._top(self.stops[self._stop].place)

    def _top(self, place: int) -> int:
        """Where a place stands, in pixels from the beginning; the end, if what is shown has been emptied meanwhile."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        rect: QRect = self.cursorRect(cursor)
        return rect.top() + self.verticalScrollBar().value()

    def _scroll(self, to: int) -> None:
        self.verticalScrollBar().setValue(to)

    def _put(self, cursor: QTextCursor) -> None:
        """Puts the caret there without scrolling by itself."""
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self._scroll(value)

    def _mark(self, current: int) -> None:
        selections = []
        for n, found in enumerate(self._found):
            selection = QTextEdit.ExtraSelection()
            ground, ink = ("accent", "accent_text") if n == current else ("selected", "text")
            selection.format.setBackground(self._look.color(ground))
            selection.format.setForeground(self._look.color(ink))
            selection.cursor = found
            selections.append(selection)
        self.setExtraSelections(selections)

    def _fit(self) -> None:
        if self._grown:
            self.setLineWrapColumnOrWidth(round(self.room))
            self._grow()
            return
        side = max(0, (self.width() - self.verticalScrollBar().sizeHint().width() - round(self.room)) // 2)
        self.setViewportMargins(side, self._look.px(TOP), side, 0)
        self.setLineWrapColumnOrWidth(round(self.room))

    def _grow(self) -> None:
        """Is as high as all of its document, if it is meant to."""
        if self._grown:
            self.setFixedHeight(math.ceil(self.document().size().height()) if self._made else 0)


def _steps(event: QKeyEvent) -> int | None:
    """What a key means for the size: larger, smaller, as it was (0); None for any other key."""
    if event.matches(QKeySequence.StandardKey.ZoomIn):
        return 1
    if event.matches(QKeySequence.StandardKey.ZoomOut):
        return -1
    is_zero = event.key() == Qt.Key.Key_0 and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return 0 if is_zero else None
