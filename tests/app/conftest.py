"""A place of its own for every test of the command line, and a way to run commands and hear what they say."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grantdesk.app.cli import run
from grantdesk.app.command.demo import samples


@dataclass(frozen=True)
class Said:
    """How a command ended: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """stdout as JSON."""
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs grantdesk with arguments; backups and reports stay in the test's own folder."""
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def ran(*arguments: object) -> Said:
        code = run([str(argument) for argument in arguments])
        heard = capsys.readouterr()
        return Said(code, heard.out, heard.err)

    return ran


@pytest.fixture
def application(command: Command, tmp_path: Path) -> Path:
    """A small application of the lump-sum call, with a few answers missing."""
    file = tmp_path / "small.grant"
    assert command("new", "lump", "-o", file).code == 0
    return file


@pytest.fixture
def complete(command: Command, tmp_path: Path) -> Path:
    """The complete sample."""
    file = tmp_path / "complete.grant"
    source = samples()[0]
    call = source.name.partition("-")[0]
    assert command("new", call, "-o", file, "--answers", source).code == 0
    return file
