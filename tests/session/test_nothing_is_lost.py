"""A program that is killed, a disk that is full: tried in processes and on disks of their own."""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.files import reading
from grantdesk.files.trouble import NoSpace
from grantdesk.session.opening import opened
from grantdesk.words.phrase import phrase
from session.conftest import Keep, written

RIG = Path(__file__).with_name("rig.py")
TESTS = RIG.parents[1]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits as POSIX has them")


def rig(*arguments: object, home: Path) -> dict[str, Any]:
    command = [sys.executable, str(RIG), *map(str, arguments)]
    env = {**os.environ, "GRANTDESK_HOME": str(home), "PYTHONPATH": str(TESTS)}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("count", [8, pytest.param(200, marks=pytest.mark.slow)])
def test_a_kill_takes_nothing_that_is_older_than_a_second(tmp_path: Path, home: Path, count: int) -> None:
    found = rig("kill", tmp_path, count, 11, home=home)
    assert found["lost"] == 0
    assert found["apart"] == 0  # what is offered goes into its own file, as one step
    assert found["saved"] > 0
    assert found["old"] > 0  # else nothing was tried
    assert found["offered"] > 0


def test_a_save_that_finds_no_room_leaves_the_file_and_the_work(tmp_path: Path, home: Path) -> None:
    found = rig("full", tmp_path, 500_000, home=home)
    assert found == {"told": ["NoSpace", "kept"], "saved": False, "in the file": 0, "in recovery": 5}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one MiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip("this account mounts no disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def filled(disk: Path) -> Path:
    """A file that takes all the room there is."""
    filler = disk / "filler"
    with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4096):
            pass
    return filler


def test_a_full_disk_is_told_and_making_room_helps(qtbot: QtBot, small_disk: Path, keep: Keep) -> None:
    path = written(small_disk / "Hakemus.grant", answers={"title": "Valo"})
    opening = keep(opened(path))
    filler = filled(small_disk)
    opening.session.edit({("title",): "Valoa"}, phrase("Undo"))
    with qtbot.waitSignal(opening.keeper.troubled) as told:
        opening.keeper.save()
    assert isinstance(told.args[0], NoSpace)
    assert reading.read(path).grant.answers == {"title": "Valo"}
    assert not opening.keeper.is_saved
    filler.unlink()
    with qtbot.waitSignal(opening.keeper.saved):
        opening.keeper.save()
    assert reading.read(path).grant.answers == {"title": "Valoa"}
