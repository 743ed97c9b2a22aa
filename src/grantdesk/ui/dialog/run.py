"""Shows a dialog until the person is done with it."""

from collections.abc import Callable
from typing import Any, TypeAlias

from PySide6.QtWidgets import QDialog

Run: TypeAlias = Callable[[Any], object]
"""What shows a dialog: tests put there what a person would do in it."""


def run(dialog: QDialog) -> None:
    """Waits for the person."""
    dialog.exec()
