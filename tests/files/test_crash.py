"""A save that is killed, a disk that is full, an account without rights: tried in processes of their own."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

RIG = Path(__file__).with_name("rig.py")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, limits and accounts as POSIX has them")


def rig(*arguments: object, home: Path) -> dict[str, Any]:
    command = [sys.executable, str(RIG), *map(str, arguments)]
    env = {**os.environ, "GRANTDESK_HOME": str(home)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder whose way is open to every account, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("count", [20, pytest.param(200, marks=pytest.mark.slow)])
def test_a_killed_save_leaves_a_whole_file_that_has_every_acknowledged_save(
    tmp_path: Path, home: Path, count: int
) -> None:
    found = rig("kill", tmp_path, count, 7, home=home)
    assert found["saved"] > 0
    assert found["lost"] == 0
    assert found["left"] > 0  # else none of them was killed while it mattered
    assert found["still left"] == 0


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, home: Path) -> None:
    assert rig("full", tmp_path, 4 * 2**20, home=home) == {"trouble": "NoSpace", "version": 0}
    assert [path.name for path in tmp_path.iterdir()] == ["full.grant"]


def test_a_folder_that_takes_no_file_does_not_stop_a_save(open_folder: Path) -> None:
    folder, home = open_folder / "folder", open_folder / "home"
    folder.mkdir()
    home.mkdir()
    assert rig("barred", folder, home=home) == {
        "version": 2,
        "locked": False,
        "notice": "Others cannot see that you have this file open: its folder takes no lock.",
        "beside": ["barred.grant"],
        "aside": [],
        "backups": 2,
    }


def test_a_file_that_may_only_be_read_is_not_written(open_folder: Path) -> None:
    folder = open_folder / "folder"
    folder.mkdir()
    found = rig("sealed", folder, home=open_folder / "home")
    folder.chmod(0o755)
    assert found == {"troubles": ["NotAllowed", "NotAllowed"], "version": 0}
