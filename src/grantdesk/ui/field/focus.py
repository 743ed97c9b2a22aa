"""Where the focus is: what it comes into and what it leaves, for a whole window in one place."""

import weakref

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from grantdesk.ui.desk.desk import Desk


class Followed(QWidget):
    """Learns that the focus comes into it from outside, and that it goes for good: to another control of the program,
    not to another program.

    Signals: `entered` and `left`.
    """

    entered = Signal()
    left = Signal()


class Focus(QObject):
    """Follows the focus. It is no part of what it follows: a widget that is being destroyed hears nothing any more."""

    def __init__(self, parent: QObject, app: QApplication) -> None:
        super().__init__(parent)
        self._inside: list[weakref.ref[Followed]] = []
        app.focusChanged.connect(self._follow)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None:  # another program has it, or nothing
            return
        before = [each for ref in self._inside if (each := ref()) is not None and isValid(each)]
        now = _around(new)
        self._inside = [weakref.ref(each) for each in now]
        for each in before:
            if each not in now:
                each.left.emit()
        for each in now:
            if each not in before:
                each.entered.emit()


def follow(desk: Desk) -> None:
    """Follows the focus in the window of the desk from now on."""
    app = QApplication.instance()
    if isinstance(app, QApplication) and desk.attention.findChild(Focus) is None:
        Focus(desk.attention, app)


def _around(widget: QObject | None) -> list[Followed]:
    """What the widget stands in, a popup of one of them too."""
    found: list[Followed] = []
    while widget is not None:
        if isinstance(widget, Followed):
            found.append(widget)
        widget = widget.parent()
    return found
