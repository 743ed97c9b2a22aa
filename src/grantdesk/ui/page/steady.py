"""Keeps what somebody looks at where it is, while something above it comes, goes or grows."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget


@contextmanager
def steady(area: QScrollArea) -> Iterator[None]:
    """What happens inside is laid out before anything is painted, and leaves the control with the focus, or the caret
    or cell in it, at its height on the screen, if it stands in the area."""
    watched = QApplication.focusWidget()
    before = _height(area, watched)
    yield
    settle()
    after = _height(area, watched)
    if before is not None and after is not None and after != before:
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + after - before)


def settle() -> None:
    """Everything that came, went or grew is given its place now, and not when there is time."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def _height(area: QScrollArea, widget: QWidget | None) -> int | None:
    """Where the widget, or the caret or cell in it, stands in the area; None if it does not."""
    inside = area.viewport()
    if widget is None or not widget.isVisible() or not inside.isAncestorOf(widget):
        return None
    caret = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    within = QRectF(caret).toRect().top() if isinstance(caret, QRect | QRectF) else 0
    return widget.mapTo(inside, QPoint(0, within)).y()
