"""Previews that are put away before the thread that draws for them ends."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.paper import Paper
from ui.conftest import Desks
from ui.paper.papers import opened

Previews = Callable[[Desk], Paper]


@pytest.fixture
def preview(qtbot: QtBot, desk: Desks) -> Iterator[Previews]:
    """Makes previews of the application of a desk."""
    made: list[Paper] = []

    def make(one: Desk) -> Paper:
        made.append(opened(qtbot, one))
        return made[-1]

    yield make
    for each in made:
        each.hide()
        each.desk.work.finish()
