"""Nothing that others made is shipped without saying whose it is and on what terms."""

import hashlib
from pathlib import Path

import pytest

import licences

ROOT = Path(__file__).resolve().parent.parent
ENTRY = (
    '[[file]]\npaths = ["fonts/a.ttf"]\nlicence = "OFL-1.1"\ntext = "fonts/OFL.txt"\nsha256 = ["{digest}"]\n'
)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/a.ttf").write_bytes(b"letters")
    (tmp_path / "fonts/OFL.txt").touch()
    (tmp_path / "LICENSES.toml").write_text(ENTRY.format(digest=hashlib.sha256(b"letters").hexdigest()))
    return tmp_path


def test_what_we_ship_is_licensed() -> None:
    assert licences.faults(ROOT / "resources") == []


def test_a_named_file_and_the_text_of_its_licence_are_in_order(resources: Path) -> None:
    assert licences.faults(resources) == []


def test_a_file_without_a_licence_is_named(resources: Path) -> None:
    (resources / "fonts/b.ttf").touch()
    assert licences.faults(resources) == ["fonts/b.ttf has no licence in LICENSES.toml"]


def test_a_sibling_may_hold_the_licence(resources: Path) -> None:
    (resources / "fonts/b.ttf").touch()
    (resources / "fonts/b.ttf.license").touch()
    assert licences.faults(resources) == []


def test_a_changed_file_is_not_the_one_that_was_licensed(resources: Path) -> None:
    (resources / "fonts/a.ttf").write_bytes(b"other letters")
    assert licences.faults(resources) == ["fonts/a.ttf is not the file that LICENSES.toml speaks of"]


def test_a_named_file_that_is_missing_is_told(resources: Path) -> None:
    (resources / "fonts/OFL.txt").unlink()
    assert licences.faults(resources) == ["LICENSES.toml names fonts/OFL.txt, which is not there"]


def test_an_entry_names_its_licence(resources: Path) -> None:
    (resources / "LICENSES.toml").write_text('[[file]]\npaths = ["fonts/a.ttf", "fonts/OFL.txt"]\n')
    assert licences.faults(resources) == ["LICENSES.toml: no licence for fonts/a.ttf, fonts/OFL.txt"]
