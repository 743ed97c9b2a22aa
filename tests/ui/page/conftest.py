"""A book in a window that has the focus."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.page.book import Book


@pytest.fixture
def book(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., Book]]:
    """Makes books: book(desk("hevi"), Spot("project")); the page at the spot is open and wholly built."""
    kept: list[Book] = []

    def make(desk: Desk, spot: Spot, height: int = 500) -> Book:
        made = Book(desk)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(760, height)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.turn(spot).fill()
        for _ in range(3):
            qapp.processEvents()
        return made

    yield make
    for each in kept:
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # before Python collects them
