"""Unsaved work: what is kept comes back, what strangers put there does no harm, and the living are left alone."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from files.conftest import CALL, PDF
from files.test_writing import ANSWERS, UNKNOWN
from grantdesk.files.canon import Flaw
from grantdesk.files.container.content import held
from grantdesk.files.disk import alive
from grantdesk.files.grant import Grant
from grantdesk.files.recovery import left as recovery_left
from grantdesk.files.recovery.left import Left, forget, left_behind
from grantdesk.files.recovery.record import Record, read, written
from grantdesk.files.recovery.refuge import NAME, Refuge
from grantdesk.files.trouble import FileTrouble

MOMENT = "2026-11-24T10:15:00Z"


@pytest.fixture
def record(sample: Grant) -> Record:
    return Record(sample, Path("/somewhere/Hakemus.grant"), MOMENT, "Älykäs valo", "c" * 32)


def left(record: Record) -> Path:
    """The folder of a process that is gone, with the record and its contents."""
    refuge = Refuge(record.grant.id)
    refuge.keep(record, 1)
    for content in record.contents():
        refuge.hold(content)
    refuge.close(keep=True)
    gone = refuge.folder.with_name(f"{2**22 + 1}-{refuge.folder.name}")
    refuge.folder.rename(gone)
    return gone


@given(ANSWERS, UNKNOWN, st.text(max_size=300), st.lists(st.binary(max_size=99), max_size=3, unique=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_is_kept_comes_back(
    sample: Grant, answers: Any, more: Any, name: str, files: list[bytes]
) -> None:
    contents = {held(data).sha256: held(data) for data in files}
    grant = replace(
        sample,
        answers=answers,
        unknown={"application": more},
        attachments=contents,
        extra={f"extra/{i}": held(data) for i, data in enumerate(files)},
    )
    record = Record(grant, Path("/x/Ä.grant"), MOMENT, name, "")
    assert read(written(record), lambda _: CALL, contents.get) == record


def test_work_of_a_process_that_is_gone_is_found_with_its_attachments(record: Record) -> None:
    folder = left(record)
    (found,) = left_behind()
    assert found == Left(folder, record)
    assert found.record.grant.attachments[PDF.sha256].read() == PDF.read()
    assert found.record.revisions == {"b" * 32, "c" * 32}
    forget(found)
    assert not folder.parent.exists()


def test_work_of_the_living_is_left_alone_until_they_close_it(record: Record) -> None:
    refuge = Refuge(record.grant.id)
    refuge.keep(record, 1)
    assert left_behind() == []
    code = "from grantdesk.files.recovery.left import left_behind; print(len(left_behind()))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == "0\n"
    refuge.close(keep=True)
    assert [each.record for each in left_behind()] == [
        replace(record, grant=replace(record.grant, attachments={}, extra={}))
    ]


def test_a_number_that_is_somebody_elses_now_is_no_sign_of_life(record: Record) -> None:
    folder = left(record)
    reused = folder.with_name(f"{os.getpid()}-token")
    folder.rename(reused)
    assert not alive.is_alive(reused)
    assert len(left_behind()) == 1


def test_where_files_take_no_lock_the_number_decides(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = left(record)
    monkeypatch.setattr(alive, "_held", lambda _: False)
    assert len(left_behind()) == 1
    folder.rename(folder.with_name(f"{os.getpid()}-token"))
    assert left_behind() == []


def test_the_latest_comes_first_and_all_are_found(record: Record) -> None:
    for minute in (1, 3, 2):
        left(replace(record, moment=f"2026-11-24T10:0{minute}:00Z"))
    assert [each.record.moment[-3:-1] for each in left_behind()] == ["00", "00", "00"]
    assert [each.record.moment[14:16] for each in left_behind()] == ["03", "02", "01"]


def test_of_very_much_that_was_left_the_latest_is_found(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recovery_left, "MOST", 2)
    folders = [left(record) for _ in range(4)]
    for n, folder in enumerate(folders):
        os.utime(folder / NAME, (n, n))
    (folders[3] / NAME).write_bytes(b"garbage")
    assert [each.folder for each in left_behind()] == [folders[2]]


def test_who_saved_the_file_may_have_a_name_of_any_length(record: Record) -> None:
    left(replace(record, grant=replace(record.grant, by="x" * 10_000)))
    [found] = left_behind()
    assert found.record.grant.answers == record.grant.answers


def test_an_older_record_does_not_take_the_place_of_a_newer_one(record: Record) -> None:
    refuge = Refuge(record.grant.id)
    assert refuge.keep(record, 2)
    assert not refuge.keep(replace(record, name="older"), 1)
    refuge.clear(1)
    assert json.loads((refuge.folder / NAME).read_bytes())["name"] == "Älykäs valo"
    refuge.clear(3)
    assert not refuge.keep(record, 3)
    assert not (refuge.folder / NAME).exists()
    refuge.close(keep=False)
    assert not refuge.folder.exists()


def test_what_was_saved_after_all_is_tidied_up(record: Record) -> None:
    folder = left(record)
    (folder / NAME).unlink()
    assert left_behind() == []
    assert not folder.exists()


def test_an_attachment_is_kept_once(record: Record, sample: Grant) -> None:
    refuge = Refuge(sample.id)
    refuge.hold(PDF)
    there = refuge.folder / PDF.sha256
    first = there.stat().st_ino
    refuge.hold(PDF)
    assert there.stat().st_ino == first
    refuge.close(keep=False)


def test_a_torn_attachment_is_none(record: Record) -> None:
    folder = left(record)
    (folder / PDF.sha256).write_bytes(b"%PDF-1.7 torn")
    (found,) = left_behind()
    assert found.record.grant.attachments == {}
    assert found.record.grant.answers == record.grant.answers


def test_half_of_a_character_is_no_reason_to_lose_the_rest(record: Record) -> None:
    odd = replace(record, grant=replace(record.grant, answers={"a": "x\ud800y", "b": "z"}))
    left(odd)
    (found,) = left_behind()
    assert found.record.grant.answers == {"a": "x?y", "b": "z"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "grantdesk/recovery"}',
        b'{"format": "grantdesk/recovery", "answers": []}',
        b'{"format": "grantdesk/recovery", "answers": {}, "call": "../../../etc/passwd"}',
    ],
)
def test_what_is_no_record_is_passed_over(record: Record, raw: bytes) -> None:
    folder = left(record)
    (folder / NAME).write_bytes(raw)
    assert left_behind() == []
    assert folder.exists()


WRONG: st.SearchStrategy[Any] = st.sampled_from(
    [None, 0, -1, 1.5, True, "", "x", "\0", "../..", "x" * 5000, [], [1], {}, {"a": 1}, [[[]]], 10**400]
)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_a_record_with_wrong_things_in_it_is_passed_over_or_harmless(sample: Grant, data: Any) -> None:
    said = json.loads(written(Record(sample, Path("/x/Ä.grant"), MOMENT, "n", "")))
    keys = data.draw(st.lists(st.sampled_from(sorted(said)), min_size=1, max_size=3))
    for key in keys:
        said[key] = data.draw(WRONG)
    try:
        record = read(json.dumps(said).encode(), lambda _: CALL, lambda _: None)
    except (ValueError, Flaw):
        return
    assert isinstance(record.grant.answers, dict)
    assert record.grant.id == sample.id or "application" in keys
    assert read(written(record), lambda _: CALL, lambda _: None) == record


def test_a_huge_record_is_passed_over(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = left(record)
    with (folder / NAME).open("r+b") as file:
        file.truncate(2**40)
    assert left_behind() == []


def test_a_call_of_other_bytes_is_no_call(record: Record) -> None:
    folder = left(record)
    (call,) = (each for each in folder.iterdir() if each.read_bytes() == CALL)
    call.write_bytes(CALL + b" ")
    assert left_behind() == []


def test_links_lead_nowhere(record: Record, tmp_path: Path) -> None:
    folder = left(record)
    target = tmp_path / "elsewhere"
    folder.rename(target)
    folder.symlink_to(target)
    assert left_behind() == []
    assert target.exists()


def test_where_nothing_can_be_kept_that_is_trouble(
    record: Record, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "state").mkdir()
    (home / "state/recovery").write_text("no folder")
    refuge = Refuge(record.grant.id)
    with pytest.raises(FileTrouble):
        refuge.keep(record, 1)
    with pytest.raises(FileTrouble):
        refuge.hold(PDF)
    refuge.close(keep=False)
    assert left_behind() == []


def test_work_that_was_restored_and_left_again_is_there_once(record: Record) -> None:
    first = left(record)
    again = replace(record, instead=first.name, name="Valoa")
    left(again)
    assert [each.record.name for each in left_behind()] == ["Valoa"]
    assert not first.exists()
