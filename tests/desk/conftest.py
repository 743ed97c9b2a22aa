"""A desktop for the tests of this folder: one for all of them, and the program anew for each."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from desk.desktop import Desktop, Reader, desktop, programs
from machine import linux

BRIDGE = ("AtSpiAdaptor::", "Could not find accessible on path: ")
"""Qt's bridge to the bus says so when it is asked for what it does not have, or no longer: a page may be left between
the reader's hearing of a control and asking about it."""
Open = Callable[..., Reader]


@pytest.fixture(scope="session")
def screen_and_buses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A running desktop; the test is skipped where there can be none, and fails for that in CI."""
    linux()
    programs()
    with desktop(tmp_path_factory.mktemp("run")) as running:
        yield running


@pytest.fixture
def opened(screen_and_buses: Desktop, tmp_path: Path) -> Iterator[Open]:
    """Starts grantdesk with arguments, and gives what reads its window. At the end it has said nothing on its own."""
    with ExitStack() as stack:

        def start(*arguments: str | Path) -> Reader:
            command = [sys.executable, "-m", "grantdesk", "desk", "--lang", "en", *arguments]
            stack.enter_context(screen_and_buses.program(command, tmp_path / "home"))
            return stack.enter_context(screen_and_buses.reader("grantdesk"))

        yield start
    said = (tmp_path / "home/said.txt").read_text("utf-8").splitlines()
    assert [line for line in said if not line.startswith(BRIDGE)] == []
