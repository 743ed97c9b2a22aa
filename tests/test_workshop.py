"""The environment of the scripts: made once, mended when its contents change, never left half-made."""

import os
from pathlib import Path

import pytest

import workshop

WAYS = pytest.mark.parametrize("dev", [True, False])


@pytest.fixture
def installs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What would have been installed, and whether into a fresh environment; nothing really is."""
    seen: list[tuple[str, bool]] = []

    def install(what: str, *, fresh: bool) -> None:
        seen.append((what, fresh))
        workshop.PYTHON.parent.mkdir(parents=True, exist_ok=True)
        workshop.PYTHON.touch()

    home = tmp_path / "venv"
    monkeypatch.setattr(workshop, "VENV", home)
    monkeypatch.setattr(workshop, "PYTHON", home / "bin/python")
    monkeypatch.setattr(workshop, "STAMP", home / "grantdesk.stamp")
    monkeypatch.setattr(workshop, "_install", install)
    monkeypatch.setattr(workshop, "_catalogues_old", lambda: False)
    return seen


@WAYS
def test_what_is_ready_is_left_alone(installs: list[tuple[str, bool]], dev: bool) -> None:
    workshop.ready(dev=dev)
    workshop.ready(dev=dev)
    assert installs == [(".[dev]" if dev else ".", True)]


def test_the_tools_of_development_are_added_to_what_is_there(installs: list[tuple[str, bool]]) -> None:
    workshop.ready(dev=False)
    workshop.ready(dev=True)
    workshop.ready(dev=False)
    assert installs == [(".", True), (".[dev]", False)]


def test_a_change_of_what_is_installed_mends_and_keeps_the_tools(
    installs: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.ready(dev=True)
    monkeypatch.setattr(workshop, "_contents", lambda: "other")
    workshop.ready(dev=False)
    assert installs == [(".[dev]", True), (".[dev]", False)]


def test_an_interrupted_setup_begins_anew(
    installs: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(what: str, *, fresh: bool) -> None:
        workshop.PYTHON.parent.mkdir(parents=True)
        workshop.PYTHON.touch()
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(workshop, "_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            workshop.ready(dev=True)
    workshop.ready(dev=True)
    assert installs == [(".[dev]", True)]


def test_another_python_gets_an_environment_of_its_own(
    installs: list[tuple[str, bool]], monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop.ready(dev=True)
    monkeypatch.setattr(workshop, "_python", lambda: "3.99")
    workshop.ready(dev=False)
    assert installs == [(".[dev]", True), (".", True)]


def test_a_folder_that_is_no_environment_is_not_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "thesis.odt").touch()
    monkeypatch.setattr(workshop, "VENV", tmp_path)
    with pytest.raises(SystemExit, match="left alone"):
        workshop._clear()
    assert (tmp_path / "thesis.odt").exists()


def test_a_catalogue_older_than_its_words_is_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, made = tmp_path / "resources/words/fi.po", tmp_path / "made/fi.mo"
    for path in (source, made):
        path.parent.mkdir(parents=True)
        path.touch()
    monkeypatch.setattr(workshop, "ROOT", tmp_path)
    monkeypatch.setattr(workshop, "CATALOGUES", made.parent)
    os.utime(source, (1, 1))
    assert not workshop._catalogues_old()
    os.utime(made, (0, 0))
    assert workshop._catalogues_old()
    made.unlink()
    assert workshop._catalogues_old()


@pytest.mark.skipif("sys.platform != 'linux'", reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ({}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
    ],
)
def test_a_display_is_known_before_qt_is_asked(
    settings: dict[str, str], shown: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert workshop.display() is shown


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packages of the system that would have been installed."""
    seen: list[str] = []
    monkeypatch.setattr(workshop.sys, "platform", "linux")
    monkeypatch.setattr(workshop, "_packages", seen.extend)
    return seen


def test_only_what_the_system_lacks_is_installed(tmp_path: Path, fetched: list[str]) -> None:
    (tmp_path / "Atspi-2.0.typelib").touch()
    needed = {
        "python3": "python3",
        f"{tmp_path}/*.typelib": "gir1.2-atspi-2.0",
        f"{tmp_path}/none": "files",
        "no-such-program": "programs",
        "libnosuch.so.9": "libraries",
    }
    workshop.libraries(needed)
    assert fetched == ["files", "programs", "libraries"]


def test_whoever_runs_the_program_needs_nothing_of_the_tests() -> None:
    runs = (workshop.ROOT / "scripts/run").read_text("utf-8")
    assert "TESTS" not in runs
    assert set(workshop.OFFSCREEN) < set(workshop.WINDOW) < set(workshop.TESTS)
