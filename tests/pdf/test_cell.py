"""A process for strangers' files: it gives what was worked out, or is ended, whatever the work does."""

import multiprocessing
import os
import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from grantdesk.pdf.cell import ANSWER, ROOM, SECONDS, Overrun, bounded
from pdf.works import echo, endless, falling, greedy, raising


def test_what_was_worked_out_comes_back() -> None:
    assert bounded(echo, b"x" * 1000) == b"x" * 1000
    assert bounded(greedy, 1000) == b"\0\0\0"


def test_what_takes_for_ever_is_ended() -> None:
    with pytest.raises(Overrun):
        bounded(endless, b"", patience=0.2)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not bound the memory of a process")
def test_what_takes_too_much_memory_is_ended() -> None:
    with pytest.raises(Overrun):
        bounded(greedy, 2 * ROOM)


def test_what_falls_over_or_raises_or_says_too_much_harms_nobody() -> None:
    for work, given in ((falling, b""), (raising, "x"), (echo, b"x" * (ANSWER + 1))):
        with pytest.raises(Overrun):
            bounded(work, given)


class Inside:
    """A process that is this one."""

    pid = 1

    def __init__(self, target: Callable[..., None], args: tuple[object, ...], daemon: bool) -> None:
        self.start = lambda: target(*args)
        self.kill = self.join = lambda: None
        assert daemon


def test_the_work_is_bounded_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    bounds: dict[str, tuple[int, int]] = {}
    names = {"RLIMIT_CPU": "time", "RLIMIT_AS": "room", "RLIMIT_CORE": "core"}
    monkeypatch.setitem(sys.modules, "resource", SimpleNamespace(setrlimit=bounds.__setitem__, **names))
    context = SimpleNamespace(Pipe=multiprocessing.Pipe, Process=Inside)
    monkeypatch.setattr("grantdesk.pdf.cell.get_context", lambda _: context)
    assert bounded(lambda: repr(bounds).encode()) == repr(bounds).encode()
    assert bounds == {"time": (SECONDS, SECONDS), "room": (ROOM, ROOM), "core": (0, 0)}
    with pytest.raises(Overrun):
        bounded(raising, "x")
    monkeypatch.setitem(sys.modules, "resource", None)
    assert bounded(echo, b"x") == b"x"
