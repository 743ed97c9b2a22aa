"""A process for strangers' files: it gives what was worked out, or is ended, whatever the work does."""

import os

import pytest

from grantdesk.pdf.cell import ANSWER, ROOM, Overrun, bounded
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
