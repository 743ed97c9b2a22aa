"""Keeps the mouse wheel from changing an answer that merely scrolls by."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QWidget

KINDS = (QComboBox, QAbstractSpinBox, QAbstractSlider)


class Calm(QObject):
    """Lets the wheel through to the page, wherever the focus is not in the control under the mouse."""

    def calm(self, *widgets: QWidget) -> None:
        """Calms these controls."""
        for widget in widgets:
            if not isinstance(widget, QScrollBar):
                widget.removeEventFilter(self)  # the same twice is once
                widget.installEventFilter(self)

    def calm_all(self, below: QWidget) -> None:
        """Calms every control in a widget that a wheel can change."""
        for kind in KINDS:
            self.calm(*below.findChildren(kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes a wheel event on to what the control stands in."""
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        event.ignore()
        return True
