"""What waits for an idle moment is done, one thing after another, and lets a person in between."""

import sys
from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from grantdesk.app.office.ahead import OPENING, WORKING, loading
from grantdesk.app.office.idle import Idle


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    """Somebody to whom the jobs belong."""
    return QObject(qapp)


def test_jobs_are_done_in_their_order_and_not_at_once(qtbot: QtBot, owner: QObject) -> None:
    done: list[int] = []
    idle = Idle(owner, [lambda n=n: done.append(n) for n in range(3)])
    assert done == []
    qtbot.waitUntil(lambda: idle.is_done and len(done) == 3)
    assert done == [0, 1, 2]


def test_between_two_jobs_there_is_room_for_others(qtbot: QtBot, owner: QObject) -> None:
    done: list[str] = []

    def first() -> None:
        QTimer.singleShot(0, owner, lambda: done.append("a key"))
        done.append("first")

    idle = Idle(owner, [first, lambda: done.append("second")])
    qtbot.waitUntil(lambda: idle.is_done and len(done) == 3)
    assert done == ["first", "a key", "second"]


def test_a_job_that_fails_leaves_the_others_to_be_done(qtbot: QtBot, owner: QObject) -> None:
    done: list[str] = []

    def fail() -> None:
        raise LookupError("nobody is here")

    with qtbot.captureExceptions() as caught:
        idle = Idle(owner, [fail, lambda: done.append("next")])
        qtbot.waitUntil(lambda: idle.is_done and bool(done))
    assert [kind for kind, _, _ in caught] == [LookupError]


def test_what_is_loaded_ahead_exists() -> None:
    assert all(find_spec(name) for name in (*OPENING, *WORKING))


def test_a_module_that_was_loaded_ahead_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    for job in loading(("colorsys",)):
        job()
    assert "colorsys" in sys.modules
