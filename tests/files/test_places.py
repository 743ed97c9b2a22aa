"""Where things lie."""

from pathlib import Path

import pytest

from grantdesk.files import places
from grantdesk.files.trouble import Missing


def test_resources_are_found_in_the_source_tree() -> None:
    assert (places.resources() / "fonts").is_dir()
    assert places.resource("fonts") == places.resources() / "fonts"


def test_resources_in_the_package_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources/fonts").mkdir(parents=True)
    (tmp_path / "resources/fonts/X.ttf").touch()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert places.resource("fonts", "X.ttf") == tmp_path / "resources/fonts/X.ttf"


@pytest.mark.parametrize("names", [("fonts", "none.ttf"), ("..", "pyproject.toml"), ("/etc/passwd",)])
def test_what_is_no_resource_is_missing(names: tuple[str, ...]) -> None:
    with pytest.raises(Missing):
        places.resource(*names)


def test_a_link_that_leads_out_is_no_resource(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "secret").touch()
    (tmp_path / "resources/link").symlink_to(tmp_path / "secret")
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    with pytest.raises(Missing):
        places.resource("link")


def test_calls_are_folders_with_a_head_and_packed_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = tmp_path / "resources/calls"
    for name in ("hevi", "empty", "b"):
        (calls / name).mkdir(parents=True)
    for name in ("hevi/call.toml", "b/call.toml", "old.json", "readme.txt"):
        (calls / name).touch()
    monkeypatch.setattr(places, "_PACKAGE", tmp_path)
    assert [path.name for path in places.calls()] == ["b", "hevi", "old.json"]


def test_one_folder_can_stand_for_the_persons_four(home: Path) -> None:
    assert [places.data(), places.state(), places.config(), places.cache()] == [
        home / kind for kind in ("data", "state", "config", "cache")
    ]


def test_else_the_system_says_where_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GRANTDESK_HOME")
    for name in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    found = [places.data(), places.state(), places.config(), places.cache()]
    assert len(set(found)) >= 2  # Windows and macOS put some of them in one
    assert all(path.is_absolute() and "grantdesk" in path.parts for path in found)
