"""A process beside this one does what would be felt here, and what it cannot do is told."""

import os
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.session.aside import Aside, NotThere

LONG = 30_000


@pytest.fixture
def aside(qtbot: QtBot) -> Iterator[Aside]:
    one = Aside()
    yield one
    one.rest()


def answer(qtbot: QtBot, aside: Aside, job) -> object:  # type: ignore[no-untyped-def]
    """What a job gives or raises."""
    found: list[object] = []
    aside.start(job, found.append, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def test_a_job_is_done_in_another_process(qtbot: QtBot, aside: Aside) -> None:
    other = answer(qtbot, aside, os.getpid)
    assert other != os.getpid()
    assert answer(qtbot, aside, os.getpid) == other, "the same one as before"
    assert answer(qtbot, aside, partial(os.nice, 0)) == os.nice(0) + 5, "it steps back behind the window"


def test_what_a_job_raises_is_handed_on(qtbot: QtBot, aside: Aside) -> None:
    assert isinstance(answer(qtbot, aside, partial(int, "no number")), ValueError)


def test_a_process_that_dies_is_told_and_another_takes_its_place(qtbot: QtBot, aside: Aside) -> None:
    assert isinstance(answer(qtbot, aside, partial(os._exit, 1)), NotThere)
    assert isinstance(answer(qtbot, aside, os.getpid), int)


def test_a_process_that_cannot_be_begun_is_told(
    qtbot: QtBot, aside: Aside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr("grantdesk.session.aside.ProcessPoolExecutor", refuse)
    assert isinstance(answer(qtbot, aside, os.getpid), NotThere)


def test_nobody_is_answered_after_the_end(qtbot: QtBot, aside: Aside) -> None:
    answer(qtbot, aside, os.getpid)
    found: list[object] = []
    aside.start(partial(sum, range(10_000_000)), found.append, found.append)
    aside.rest()
    assert isinstance(answer(qtbot, aside, os.getpid), int)
    assert found == []
