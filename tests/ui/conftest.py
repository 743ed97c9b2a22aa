"""What tests of the window stand on: a desk with an application, and a home of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desks import desk_of, session_of
from grantdesk.model.tree import EMPTY, Answers
from grantdesk.ui.desk.desk import Desk

Desks = Callable[..., Desk]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Preferences, recovery and backups of a test lie in a folder of its own."""
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication) -> Iterator[Desks]:
    """Makes desks: desk("kinds"), desk("hevi", "complete"), desk("hevi", answers, "fi")."""
    made: list[Desk] = []

    def make(name: str, answers: Answers | str = EMPTY, language: str = "en") -> Desk:
        made.append(desk_of(qapp, session_of(name, answers), language))
        return made[-1]

    yield make
    for each in made:
        each.work.close()
