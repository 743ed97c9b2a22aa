"""Real windows for tests: shown, and closed again without a question."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from grantdesk.model.tree import EMPTY, Answers
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.window.window import Window

Windows = Callable[..., Window]


@pytest.fixture
def window(desk, qtbot: QtBot) -> Iterator[Windows]:
    """Makes windows: window("hevi", "complete"); `path` saves the application there first."""
    made: list[Window] = []

    def make(name: str = "hevi", answers: Answers | str = EMPTY, language: str = "en") -> Window:
        one = desk(name, answers, language)
        shown = Window(one, Keeper(one.session))
        shown.resize(1360, 860)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        made.append(shown)
        return shown

    yield make
    for each in made:
        if not each.keeper.is_closed:
            each.keeper.discard()
            each.close()
        for thing in (each, each.keeper, each.desk.attention, each.desk.session):
            thing.deleteLater()
    # at once: a window that outlives its test would look for files in a home that is gone
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
