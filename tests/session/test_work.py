"""Work in the background: in order, answered in the thread that asked, and never the undoing of a widget."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from grantdesk.session.work import Work


@pytest.fixture
def work(qtbot: QtBot) -> Iterator[Work]:
    made = Work()
    yield made
    made.close()


def wrong(error: Exception) -> None:
    raise error


def test_jobs_are_done_in_order_elsewhere_and_answered_here(qtbot: QtBot, work: Work) -> None:
    seen: list[tuple[int, bool, bool]] = []
    here = threading.get_ident()
    for n in range(5):
        work.start(
            lambda n=n: (n, threading.get_ident()),
            lambda found: seen.append((found[0], found[1] != here, threading.get_ident() == here)),
            wrong,
        )
    qtbot.waitUntil(lambda: not work.busy)
    assert seen == [(n, True, True) for n in range(5)]


def test_what_a_job_raises_is_answered_too(work: Work) -> None:
    caught: list[Exception] = []
    work.start(lambda: 1 // 0, wrong, caught.append)
    work.finish()
    assert [type(each) for each in caught] == [ZeroDivisionError]


def test_what_is_waited_for_is_answered_once(qtbot: QtBot, work: Work) -> None:
    seen: list[int] = []
    work.start(lambda: 1, seen.append, wrong)
    work.finish()
    with qtbot.waitSignal(work.ended, timeout=200, raising=False):
        pass  # the signal of the job that was answered already
    assert seen == [1]


def test_no_widget_is_taken_apart_by_another_thread(qtbot: QtBot, work: Work) -> None:
    """Garbage in a circle, with a Qt object in it, waits until the thread of the window tidies up."""
    here, where = threading.get_ident(), list[int]()

    def litter() -> None:
        one = QObject()
        circle: dict[str, object] = {"object": one}
        circle["itself"] = circle
        weakref.finalize(one, lambda: where.append(threading.get_ident()))

    gc.collect()
    litter()
    work.start(lambda: len([[n] for n in range(100_000)]), lambda _: None, wrong)
    qtbot.waitUntil(lambda: not work.busy)
    assert gc.isenabled()
    gc.collect()
    assert where == [here]


def test_work_that_is_refused_after_the_end_leaves_the_collector_of_garbage_on(qapp) -> None:  # type: ignore[no-untyped-def]
    ended = Work()
    ended.close()
    with pytest.raises(RuntimeError):
        ended.start(lambda: 1, print, wrong)
    assert gc.isenabled()
