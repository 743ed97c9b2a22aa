"""Putting a new file in the place of an old one, where systems differ."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from grantdesk.files.disk import atomic, host


def put(path: Path) -> None:
    def write(file: BinaryIO) -> None:
        file.write(b"new")

    atomic.put(path, write, lambda _: None, lambda: None)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "x.grant"
    path.write_bytes(b"old")
    return path


def held_for(times: int, winerror: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Renaming fails so many times, as it does on Windows while another program holds the file."""
    real, left, waits = Path.replace, [times], []

    def replace(self: Path, target: Path) -> Path:
        if left[0]:
            left[0] -= 1
            error = PermissionError(13, "held")
            error.winerror = winerror  # type: ignore[attr-defined]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(atomic.time, "sleep", waits.append)
    return waits


@pytest.mark.parametrize("winerror", [5, 32])
def test_a_file_that_is_held_for_a_moment_is_waited_for(
    old: Path, winerror: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held_for(5, winerror, monkeypatch)
    put(old)
    assert old.read_bytes() == b"new"
    assert waits == [0.01, 0.02, 0.05, 0.1, 0.2]


@pytest.mark.parametrize(("times", "winerror", "tries"), [(7, 32, 6), (1, 112, 0)])
def test_a_file_that_stays_held_stays_as_it_is(
    old: Path, times: int, winerror: int, tries: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = held_for(times, winerror, monkeypatch)
    with pytest.raises(PermissionError):
        put(old)
    assert len(waits) == tries
    assert [x.name for x in old.parent.iterdir()] == ["x.grant"]
    assert old.read_bytes() == b"old"


def test_a_folder_that_cannot_be_synced_is_no_trouble(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(atomic.os, "fsync", refuse)
    atomic.sync_folder(old.parent)


def test_a_folder_whose_disk_fails_is(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(atomic.os, "fsync", refuse)
    with pytest.raises(OSError):
        atomic.sync_folder(old.parent)


def test_windows_has_no_folders_to_sync(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "SYNCS_FOLDERS", False)
    atomic.sync_folder(old.parent / "none")


def test_macos_is_asked_for_more_than_fsync(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    asked: list[int] = []
    monkeypatch.setattr(atomic, "FULL_SYNC", 51)
    monkeypatch.setattr(fcntl, "fcntl", lambda _, what: asked.append(what))
    put(old)
    assert asked == [51]


def left(path: Path, pid: int, tag: str) -> Path:
    temp = path.with_name(f".{path.name}.{pid}.{tag}00000000.tmp")
    temp.touch()
    return temp


def test_only_what_dead_processes_of_this_computer_left_is_swept(old: Path) -> None:
    dead = 2**22 + 1  # more than Linux has
    gone = [left(old, dead, host.tag()), left(old, 2**70, host.tag())]
    kept = [
        left(old, os.getpid(), host.tag()),
        left(old, dead, "ffffffff"),
        left(old.with_name("y"), dead, host.tag()),
    ]
    kept.append(old.with_name(f".{old.name}.tmp"))
    kept[-1].touch()
    atomic.sweep(old)
    assert not any(path.exists() for path in gone)
    assert all(path.exists() for path in kept)


def test_sweeping_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    atomic.sweep(tmp_path / "none/x.grant")


def test_a_process_of_somebody_else_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: int) -> None:
        raise PermissionError

    monkeypatch.setattr(host.os, "kill", refuse)
    assert host.runs(1)


def test_where_nobody_can_tell_a_process_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "MAY_ASK", False)
    assert host.runs(2**22 + 1)
