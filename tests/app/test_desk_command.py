"""The desk from the command line: with a file, without one, and where there is no screen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grantdesk.app.screen import has_screen

Opened = list[tuple[tuple[Path, ...], str | None, str | None]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What would be opened."""
    asked: Opened = []

    def note(files: tuple[Path, ...], lang: str | None, look: str | None) -> int:
        asked.append((tuple(files), lang, look))
        return 0

    monkeypatch.setattr("grantdesk.app.screen.opened", note)
    return asked


def test_without_a_command_the_desk_opens(command, opened: Opened):
    assert command().code == 0
    assert opened == [((), None, None)]


def test_a_file_in_place_of_a_command_opens_it(command, opened: Opened, complete: Path):
    assert command(complete).code == 0
    assert opened == [((complete,), None, None)]


def test_several_files_a_language_and_a_look_can_be_given(command, opened: Opened, complete: Path):
    assert command("desk", complete, complete, "--lang", "sv", "--look", "dark").code == 0
    assert opened == [((complete, complete), "sv", "dark")]


def test_without_a_screen_a_sentence_says_so(command, opened: Opened, monkeypatch: pytest.MonkeyPatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    said = command("desk")
    assert said.code == 2
    assert "no screen" in said.err
    assert opened == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_screen_will_do(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert has_screen({name: "x"})
    assert not has_screen({name: ""})


def test_files_after_the_command_are_opened(command, opened: Opened, complete: Path):
    assert command("desk", complete, "another").code == 0
    assert opened == [((complete, Path("another")), None, None)]


def test_an_option_beside_a_file_is_understood(command, opened: Opened, complete: Path):
    assert command(complete, "--look", "light").code == 0
    assert command("desk", "--help").code == 0
    assert command(complete, "--unknown").code == 2
    assert opened == [((complete,), None, "light")]


def test_an_option_may_stand_before_a_file(command, opened: Opened, complete: Path):
    assert command("--look", "light", complete).code == 0
    assert command("--lang=sv").code == 0
    assert command("--version").out.startswith("grantdesk ")
    assert command("--lang", "fi", "check", complete).code == 2
    assert opened == [((complete,), None, "light"), ((), "sv", None)]


def test_a_window_opens_without_what_only_commands_need():
    loaded = "import sys, grantdesk.app.cli, grantdesk.app.screen; sys.exit('click' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loaded], check=False).returncode == 0


LOADED = """
import sys
from pathlib import Path
from grantdesk.app.office import running
class Application(running.Application):
    def exec(self):
        self.processEvents()
        print(*sys.modules)
        sys.exit(0)
running.Application = Application
running.run([Path(file) for file in sys.argv[1:]], "en", "light")
"""


def loaded(home: Path, *files: Path) -> set[str]:
    """What is loaded when the first window has been painted."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "GRANTDESK_HOME": str(home)}
    command = [sys.executable, "-c", LOADED, *map(str, files)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_one_begins_without_what_only_an_application_needs(tmp_path: Path):
    heavy = {
        "pydantic",
        "click",
        "grantdesk.call",
        "grantdesk.rules",
        "grantdesk.outline",
        "grantdesk.ui.page",
    }
    assert not heavy & loaded(tmp_path)


def test_an_application_is_opened_without_what_nobody_has_asked_for(tmp_path: Path, complete: Path):
    later = {
        "click",
        "grantdesk.outline.outline",
        "grantdesk.pdf",
        "grantdesk.session.earlier.left",
        "grantdesk.ui.chart.view",
        "grantdesk.ui.dialog.export",
        "grantdesk.ui.dialog.seek.find",
        "grantdesk.ui.handing.made",
        "grantdesk.ui.reader",
        "grantdesk.ui.start.start",
        "pypdfium2",
    }
    found = loaded(tmp_path, complete)
    assert "grantdesk.ui.window.window" in found
    assert not later & found


def test_windows_import_as_python_does():
    program = """
import builtins, sys
from grantdesk.app.screen import _import_plainly
_import_plainly()
assert "PySide6.QtCore" in sys.modules
sys.exit("feature" in builtins.__import__.__name__)
"""
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
