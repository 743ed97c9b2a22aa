"""Shows a dialog until the person is done with it, or its window goes."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtWidgets import QDialog, QWidget

Run: TypeAlias = Callable[[Any], object]
"""What shows a dialog: tests put there what a person would do in it."""


def run(dialog: QDialog) -> None:
    """Waits for the person."""
    dialog.exec()


def put_away(window: QWidget) -> None:
    """Ends the dialogs over a window that goes, as if the person had chosen nothing, the one in front first: whoever
    waits for them goes on while they are still there."""
    for dialog in reversed(window.findChildren(QDialog)):
        if dialog.isVisible():
            dialog.reject()
