"""One person at a time."""

import json
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest

from files.conftest import NOW
from grantdesk.files.disk import host, lock
from grantdesk.files.disk.lock import Lock, beside, holder
from grantdesk.files.trouble import LockedByOther
from grantdesk.words.language import Language

DEAD = 2**22 + 1


def left(path: Path, **said: object) -> Path:
    """A lock that somebody else left."""
    known = {"owner": "Aino", "host": "elsewhere", "pid": 1, "since": NOW.isoformat(), "token": "t"}
    beside(path).write_text(json.dumps({**known, **said}))
    return beside(path)


def test_a_lock_is_seen_by_others_and_goes_when_it_is_released(path: Path) -> None:
    mine = Lock.take(path, "Maija", NOW)
    assert (path.parent / ".~lock.Hakemus.grant#").is_file()
    with pytest.raises(LockedByOther) as caught:
        Lock.take(path, "Aino", NOW)
    assert (caught.value.owner, caught.value.host, caught.value.stale) == ("Maija", host.name(), False)
    assert "has been open by Maija on" in Language("en").say(caught.value.phrase).replace("\xa0", " ")
    mine.release()
    assert [x.name for x in path.parent.iterdir()] == [path.name]
    assert Lock.take(path, "Aino", NOW).notice is None


def test_a_lock_says_who_where_and_when(path: Path) -> None:
    Lock.take(path, "Maija", NOW)
    said = json.loads(beside(path).read_bytes())
    token = said.pop("token")
    assert len(token) == 16
    assert said == {
        "owner": "Maija",
        "host": host.name(),
        "pid": os.getpid(),
        "since": "2026-11-24T10:15:00+00:00",
        "program": "grantdesk",
    }


def test_the_lock_of_a_dead_process_of_this_computer_is_taken_over(path: Path) -> None:
    left(path, host=host.name(), pid=DEAD)
    assert Lock.take(path, "Maija", NOW).token
    there = holder(beside(path))
    assert there
    assert there.owner == "Maija"


def test_a_long_lock_of_another_computer_is_said_to_be_stale(path: Path) -> None:
    left(path, since=(NOW - timedelta(hours=25)).isoformat())
    with pytest.raises(LockedByOther) as caught:
        Lock.take(path, "Maija", NOW)
    assert caught.value.stale
    assert "as long ago as" in caught.value.phrase.said
    assert Lock.take(path, "Maija", NOW, over=True).token


def test_a_long_lock_of_this_computer_is_not_stale_while_its_process_runs(path: Path) -> None:
    left(path, since=(NOW - timedelta(hours=25)).isoformat(), host=host.name(), pid=os.getpid())
    with pytest.raises(LockedByOther) as caught:
        Lock.take(path, "Maija", NOW)
    assert not caught.value.stale


def test_a_lock_that_was_taken_over_is_not_released_by_its_first_owner(path: Path) -> None:
    first = Lock.take(path, "Maija", NOW)
    second = Lock.take(path, "Aino", NOW, over=True)
    first.release()
    assert beside(path).exists()
    second.release()
    assert not beside(path).exists()
    second.release()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 4000,
        b'{"owner": "A"}',
        b'{"owner": 1, "host": "h", "pid": 1, "since": "2026-11-24T10:15:00+00:00", "token": ""}',
        b'{"owner": "A", "host": "h", "pid": "1", "since": "2026-11-24T10:15:00+00:00", "token": ""}',
        b'{"owner": "A", "host": "h", "pid": 1, "since": "2026-11-24", "token": ""}',
        b'{"owner": "A", "host": "h", "pid": 1, "since": 5, "token": ""}',
    ],
)
def test_a_lock_that_cannot_be_understood_is_somebodys(path: Path, said: bytes) -> None:
    beside(path).write_bytes(said)
    os.utime(beside(path), (NOW.timestamp(),) * 2)
    with pytest.raises(LockedByOther) as caught:
        Lock.take(path, "Maija", NOW)
    assert (caught.value.owner, caught.value.since, caught.value.stale) == ("?", NOW, False)


def test_a_lock_of_no_year_of_ours_is_somebodys(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    beside(path).write_bytes(b"x")
    seen = os.fstat

    def far(number: int) -> os.stat_result:
        return os.stat_result((*seen(number)[:8], 10**15, 0))

    monkeypatch.setattr(os, "fstat", far)
    there = holder(beside(path))
    assert there
    assert (there.owner, there.since.year) == ("?", 1970)


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (NOW.isoformat(), "since 25 November 2026 at 0:15"),
        ("9999-12-31T23:59:59+00:00", "since 31 December 9999 at 23:59"),
    ],
)
def test_since_when_is_said_by_the_clock_of_this_computer(
    path: Path, monkeypatch: pytest.MonkeyPatch, since: str, said: str
) -> None:
    left(path, since=since)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")  # 14 hours before UTC
    time.tzset()
    try:
        with pytest.raises(LockedByOther) as caught:
            Lock.take(path, "Maija", NOW)
    finally:
        monkeypatch.undo()
        time.tzset()
    assert said in Language("en").say(caught.value.phrase).replace("\xa0", " ")


def test_where_links_go_in_a_circle_the_lock_stands_beside_the_link(tmp_path: Path) -> None:
    loop = tmp_path / "a.grant"
    loop.symlink_to(loop)
    assert beside(loop) == tmp_path / ".~lock.a.grant#"


def test_where_links_may_not_be_read_the_lock_stands_beside_the_link(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def barred(_: object) -> str:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os.path, "realpath", barred)
    assert beside(path) == path.with_name(f".~lock.{path.name}#")


def test_a_link_in_the_place_of_a_lock_is_not_followed(path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    for there in (False, True):
        beside(path).symlink_to(secret)
        with pytest.raises(LockedByOther):
            Lock.take(path, "Maija", NOW)
        assert secret.exists() == there
        taken = Lock.take(path, "Maija", NOW, over=True)
        assert not beside(path).is_symlink()
        taken.release()
        secret.write_text("untouched")
    assert secret.read_text() == "untouched"


def test_two_names_of_a_file_have_one_lock(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.grant"
    link.symlink_to(path)
    Lock.take(path, "Maija", NOW)
    with pytest.raises(LockedByOther):
        Lock.take(link, "Aino", NOW)


def test_a_folder_that_takes_no_lock_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def barred(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(lock.os, "open", barred)
    mine = Lock.take(path, "Maija", NOW)
    assert (mine.token, mine.notice is None) == ("", False)
    mine.release()


def test_a_lock_that_cannot_be_written_leaves_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(number: int, _: str) -> None:
        os.close(number)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(lock.os, "fdopen", full)
    assert Lock.take(path, "Maija", NOW).notice
    assert not beside(path).exists()


def test_a_lock_that_cannot_be_removed_is_not_taken(path: Path) -> None:
    beside(path).mkdir()
    assert Lock.take(path, "Maija", NOW, over=True).notice


def test_taking_a_lock_sweeps_what_a_crash_left(path: Path) -> None:
    temp = path.with_name(f".{path.name}.{DEAD}.{host.tag()}00000000.tmp")
    temp.touch()
    Lock.take(path, "Maija", NOW)
    assert not temp.exists()
