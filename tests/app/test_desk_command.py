"""The desk from the command line: with a file, without one, and where there is no screen."""

from pathlib import Path

import pytest

from grantdesk.app.desk import has_screen

Opened = list[tuple[tuple[Path, ...], str | None, str | None]]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    """What would be opened."""
    asked: Opened = []

    def note(files: tuple[Path, ...], lang: str | None, look: str | None) -> int:
        asked.append((tuple(files), lang, look))
        return 0

    monkeypatch.setattr("grantdesk.app.desk.opened", note)
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
