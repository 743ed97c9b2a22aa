"""A lookout for windows: what comes up as a window of its own, if only for a blink, takes the keyboard away."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget


class Lookout(QObject):
    """Keeps the names of the classes of all widgets that were shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks, and changes nothing."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


@contextmanager
def lookout() -> Iterator[Lookout]:
    """Looks out for as long as it is asked to."""
    application = QCoreApplication.instance()
    assert application is not None
    made = Lookout()
    application.installEventFilter(made)
    try:
        yield made
    finally:
        application.removeEventFilter(made)
