"""Saving: what comes back, what is refused, what stays when something goes wrong."""

import errno
import os
import zipfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from files.test_canon import DATA, KEYS, TEXTS
from grantdesk.files import grant, reading, writing
from grantdesk.files.canon import LARGEST
from grantdesk.files.container import entry as e
from grantdesk.files.container.content import Content, held
from grantdesk.files.container.writer import Item, pack
from grantdesk.files.disk import atomic, backup, inplace
from grantdesk.files.grant import Grant
from grantdesk.files.trouble import (
    ChangedOnDisk,
    Damaged,
    FileTrouble,
    HalfWritten,
    Missing,
    NoSpace,
    NotDone,
    TooNew,
    Unfit,
)

ANSWERS = st.dictionaries(
    KEYS,
    st.recursive(
        TEXTS | st.integers(-LARGEST, LARGEST) | st.booleans(),
        lambda inner: st.dictionaries(KEYS, inner, max_size=4),
    ),
    max_size=5,
)
UNKNOWN = st.dictionaries(KEYS.map("x_{}".format), DATA, min_size=1, max_size=3)


@given(ANSWERS, UNKNOWN, UNKNOWN, st.lists(st.binary(max_size=99), max_size=3, unique=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_what_is_saved_comes_back(
    sample: Grant, tmp_path: Path, answers: Any, more: Any, other: Any, files: list[bytes]
) -> None:
    path = tmp_path / "x.grant"
    what = replace(
        sample,
        answers=answers,
        unknown={"application": more, "manifest": other},
        attachments={held(data).sha256: held(data) for data in files},
        extra={f"extra/{i}": held(data) for i, data in enumerate(files)},
    )
    writing.write(what, path)
    opened = reading.read(path)
    assert opened.grant == what
    assert [content.read() for content in opened.grant.extra.values()] == files
    again = path.read_bytes()
    writing.write(opened.grant, path, opened.stamp)
    assert path.read_bytes() == again


def test_equal_content_is_equal_bytes(sample: Grant, raw: bytes, tmp_path: Path) -> None:
    turned = replace(sample, answers=dict(reversed(sample.answers.items())))
    writing.write(turned, tmp_path / "Toinen.grant")
    assert (tmp_path / "Toinen.grant").read_bytes() == raw


def test_the_entries_stand_in_one_order(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    assert names[:4] == ["mimetype", "manifest.json", "application.json", "call.json"]
    assert [name.partition("/")[0] for name in names[4:]] == ["attachments", "history"]


def test_a_revision_knows_its_parent(sample: Grant) -> None:
    from files.conftest import NOW

    after = grant.revised(sample, {"title": "x"}, "Me", NOW)
    assert (after.parent, after.id, after.saved) == (sample.revision, sample.id, "2026-11-24T10:15:00Z")
    assert after.revision != sample.revision
    first = grant.begun(sample.call, "Me", NOW)
    assert (first.parent, first.answers, first.created) == (None, {}, first.saved)
    assert grant.UUID.fullmatch(first.id)


def test_saving_again_expects_what_was_saved(sample: Grant, path: Path) -> None:
    stamp = reading.read(path).stamp
    for n in range(3):
        stamp = writing.write(replace(sample, answers={"n": n}), path, stamp).stamp
    assert reading.read(path).grant.answers == {"n": 2}


def test_a_file_that_somebody_else_changed_is_not_overwritten(sample: Grant, path: Path) -> None:
    stamp = reading.read(path).stamp
    writing.write(replace(sample, by="Somebody else"), path)
    theirs = path.read_bytes()
    with pytest.raises(ChangedOnDisk):
        writing.write(sample, path, stamp)
    assert path.read_bytes() == theirs
    writing.write(sample, path)
    assert reading.read(path).grant == sample


def test_a_change_in_the_last_moment_is_seen(
    sample: Grant, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp = reading.read(path).stamp
    theirs = path.read_bytes()[:-1] + b"!"

    def meanwhile(file: BinaryIO, items: Iterable[Item]) -> None:
        pack(file, items)
        path.write_bytes(theirs)

    monkeypatch.setattr(writing, "pack", meanwhile)
    with pytest.raises(ChangedOnDisk):
        writing.write(sample, path, stamp)
    assert path.read_bytes() == theirs
    assert [x.name for x in path.parent.iterdir()] == [path.name]


def test_a_file_that_is_gone_is_written_anew_and_that_is_said(sample: Grant, path: Path) -> None:
    stamp = reading.read(path).stamp
    path.unlink()
    written = writing.write(sample, path, stamp)
    assert [n.said for n in written.notices] == [
        "The file was gone from its place and has been written anew."
    ]
    assert reading.read(path).grant == sample


def test_the_mode_of_the_file_stays(sample: Grant, path: Path) -> None:
    path.chmod(0o640)
    writing.write(sample, path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_group_of_the_file_stays_so_that_colleagues_still_can_read_it(sample: Grant, path: Path) -> None:
    groups = [2345] if os.geteuid() == 0 else [each for each in os.getgroups() if each != os.getegid()]
    if not groups:
        pytest.skip("this account is in one group only")
    os.chown(path, -1, groups[0])
    path.chmod(0o660)
    writing.write(sample, path)
    assert (path.stat().st_gid, path.stat().st_mode & 0o777) == (groups[0], 0o660)


def test_a_new_file_has_the_mode_that_new_files_have(path: Path, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode


def test_behind_a_link_the_file_itself_is_replaced(sample: Grant, path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.grant"
    link.symlink_to(path.name)
    writing.write(replace(sample, by="Linked"), link)
    assert link.is_symlink()
    assert reading.read(path).grant.by == "Linked"


def test_nothing_is_written_over_a_folder_or_a_device(sample: Grant, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    for target in (tmp_path, tmp_path / "fifo", Path("/dev/null")):
        with pytest.raises(NotDone):
            writing.write(sample, target)


def test_a_folder_that_is_not_there_is_missing(sample: Grant, tmp_path: Path) -> None:
    with pytest.raises(Missing):
        writing.write(sample, tmp_path / "none/x.grant")


def test_a_name_of_the_greatest_length_can_be_saved(sample: Grant, tmp_path: Path) -> None:
    path = tmp_path / ("ä" * 123 + ".grant")
    for _ in range(2):
        writing.write(sample, path)
    assert reading.read(path).grant == sample


@pytest.mark.parametrize(
    ("answers", "place"),
    [({"a": {"b": 0.5}}, "a.b"), ({"a": None}, "a"), ({"a": [1]}, "a"), ({"a": "\ud800"}, "answers.a")],
)
def test_answers_that_no_file_can_hold_are_named(sample: Grant, path: Path, answers: Any, place: str) -> None:
    before = path.read_bytes()
    with pytest.raises(Unfit) as caught:
        writing.write(replace(sample, answers=answers), path)
    assert caught.value.place == place
    assert path.read_bytes() == before


@pytest.mark.parametrize("call", [b"", b"[]", b"{", b'{"id": 1}'])
def test_without_a_call_nothing_is_written(sample: Grant, path: Path, call: bytes) -> None:
    with pytest.raises(Unfit):
        writing.write(replace(sample, call=call), path)


@pytest.mark.parametrize("part", [{"revision": "x"}, {"id": "../x"}, {"saved": "now"}])
def test_what_would_not_open_again_is_not_saved(sample: Grant, path: Path, part: dict[str, Any]) -> None:
    before = path.read_bytes()
    with pytest.raises(NotDone) as caught:
        writing.write(replace(sample, **part), path)
    assert caught.value.path == path
    assert path.read_bytes() == before


def test_what_reads_otherwise_than_it_was_meant_is_not_saved(sample: Grant, path: Path) -> None:
    with pytest.raises(NotDone):
        writing.write(replace(sample, unknown={"manifest": {}}), path)


def test_what_is_too_large_for_any_reader_is_not_begun(sample: Grant, path: Path) -> None:
    huge = Content("0" * 64, 600 * e.MIB, lambda: iter(()))
    with pytest.raises(Unfit) as caught:
        writing.write(replace(sample, attachments={huge.sha256: huge}), path)
    assert caught.value.place == "attachments/" + "0" * 64
    many = {f"{i:064}": Content(f"{i:064}", 500 * e.MIB, lambda: iter(())) for i in range(5)}
    with pytest.raises(Unfit) as caught:
        writing.write(replace(sample, attachments=many), path)
    assert caught.value.place == "attachments"


def test_a_file_that_needs_a_newer_program_is_not_saved(sample: Grant, path: Path) -> None:
    with pytest.raises(TooNew):
        writing.write(replace(sample, version=3, min_reader=2), path)


def test_an_attachment_that_is_broken_stops_the_save(sample: Grant, path: Path) -> None:
    before = path.read_bytes()
    broken = Content("0" * 64, 1, lambda: iter((b"x",)))
    with pytest.raises(Damaged):
        writing.write(replace(sample, attachments={broken.sha256: broken}), path)
    assert path.read_bytes() == before


class SmallDisk:
    """A file on a disk with room for `room` bytes."""

    def __init__(self, file: BinaryIO, room: int) -> None:
        self._file, self._room = file, room

    def write(self, data: bytes) -> int:
        if self._file.tell() + len(data) > self._room:
            self._file.write(data[: max(0, self._room - self._file.tell())])
            raise OSError(errno.ENOSPC, "No space left on device")
        return self._file.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def test_a_disk_that_is_full_after_any_number_of_bytes_leaves_the_old_file(
    sample: Grant, path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in [*range(0, len(raw) - 1, 37), len(raw) - 1]:
        monkeypatch.setattr(
            writing, "pack", lambda file, items, room=room: pack(SmallDisk(file, room), items)
        )  # type: ignore[arg-type]
        with pytest.raises(NoSpace):
            writing.write(sample, path)
        assert path.read_bytes() == raw
        assert [x.name for x in path.parent.iterdir()] == [path.name]


def test_a_disk_that_writes_something_else_is_found_out(
    sample: Grant, path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    for at in range(0, len(raw), 41):

        def bad(file: BinaryIO, items: Iterable[Item], at: int = at) -> None:
            pack(file, items)
            file.seek(at)
            file.write(b"\xaa")
            file.seek(0, 2)

        monkeypatch.setattr(writing, "pack", bad)
        try:
            writing.write(sample, path)
        except NotDone:
            assert path.read_bytes() == raw
        else:  # a byte that says nothing: of a date, of a version
            assert reading.read(path).grant == sample
            path.write_bytes(raw)


def test_the_earlier_version_is_kept_and_old_ones_go(sample: Grant, tmp_path: Path) -> None:
    path, stamp = tmp_path / "x.grant", None
    for n in range(13):
        now = replace(sample, revision=f"{n:032x}", saved=f"2026-11-24T10:{n:02}:00Z", answers={"n": n})
        written = writing.write(now, path, stamp)
        stamp = written.stamp
        assert written.notices == ()
    kept = backup.backups(sample.id)
    assert [reading.read(old).grant.answers["n"] for old in kept] == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    assert kept[0].name == f"20261124T101100Z-{11:032x}.grant"


def test_the_same_revision_is_kept_once(sample: Grant, path: Path) -> None:
    for n in range(3):
        writing.write(replace(sample, answers={"n": n}), path)
    assert len(backup.backups(sample.id)) == 1


def test_a_file_that_cannot_be_read_is_kept_before_it_goes(sample: Grant, tmp_path: Path) -> None:
    path = tmp_path / "x.grant"
    path.write_bytes(b"precious")
    writing.write(sample, path)
    assert [old.read_bytes() for old in backup.backups("other")] == [b"precious"]


def test_names_of_backups_do_not_come_from_strangers(sample: Grant, path: Path, home: Path) -> None:
    from broken.zips import parts, sealed

    path.write_bytes(sealed(parts(path.read_bytes()), revision="../../../evil"))
    writing.write(sample, path)
    assert len(backup.backups("other")) == 1
    assert not list(home.rglob("*evil*"))


def test_a_backup_that_fails_does_not_stop_the_save(sample: Grant, path: Path, home: Path) -> None:
    (home / "data").write_text("in the way")
    written = writing.write(replace(sample, by="Next"), path)
    assert [n.said for n in written.notices] == ["The earlier version could not be kept as a backup."]
    assert reading.read(path).grant.by == "Next"


def test_a_backup_that_breaks_off_leaves_nothing(
    path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError):
        backup.keep(path, backup.Version("x", "2026-11-24T10:15:00Z", "r"))
    assert not any(x.is_file() for x in home.rglob("*"))


def refuses_new_files(monkeypatch: pytest.MonkeyPatch, code: int = errno.EACCES) -> None:
    """From now on no new file can be made, beside whatever file it may be; files that are there can be written."""
    real = os.open

    def barred(path: Any, flags: int, mode: int = 0o777, **more: Any) -> int:
        if str(path).endswith(".tmp"):
            raise OSError(code, "refused")
        return real(path, flags, mode, **more)

    monkeypatch.setattr(atomic.os, "open", barred)


def test_where_no_file_can_be_made_the_old_one_is_written_in_place(
    sample: Grant, path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, number = reading.read(path), path.stat().st_ino
    refuses_new_files(monkeypatch)
    stamp = opened.stamp
    for by in ("A name that is so long that everything behind it moves", "B"):
        stamp = writing.write(replace(opened.grant, by=by), path, stamp).stamp
        assert reading.read(path).grant == replace(sample, by=by)
    assert path.stat().st_ino == number
    reading.verify(opened)
    assert list((home / "state/moving").iterdir()) == []
    assert [reading.read(old).grant.by for old in backup.backups(sample.id)] == [sample.by]


def test_a_new_file_is_never_written_in_place(
    sample: Grant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses_new_files(monkeypatch)
    with pytest.raises(FileTrouble):
        writing.write(sample, tmp_path / "new.grant")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_no_reason_to_write_in_place(
    sample: Grant, path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses_new_files(monkeypatch, errno.ENOSPC)
    with pytest.raises(NoSpace):
        writing.write(replace(sample, by="B"), path)
    assert path.read_bytes() == raw


def fails_in_place(path: Path, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """Writing over path breaks off half-way, the first `times` times."""
    real, left = inplace._fill, [times]

    def fill(target: Path, copy: Path) -> None:
        if left[0]:
            left[0] -= 1
            target.write_bytes(copy.read_bytes()[:100])
            raise OSError(errno.EIO, "Input/output error")
        real(target, copy)

    monkeypatch.setattr(inplace, "_fill", fill)


def test_writing_in_place_that_fails_puts_the_old_bytes_back(
    sample: Grant, path: Path, raw: bytes, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses_new_files(monkeypatch)
    fails_in_place(path, monkeypatch, 1)
    with pytest.raises(NotDone):
        writing.write(replace(sample, by="B"), path)
    assert path.read_bytes() == raw
    assert list((home / "state/moving").iterdir()) == []


def test_where_even_that_fails_both_versions_lie_elsewhere(
    sample: Grant, path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses_new_files(monkeypatch)
    fails_in_place(path, monkeypatch, 2)
    with pytest.raises(HalfWritten) as caught:
        writing.write(replace(sample, by="B"), path)
    assert reading.read(caught.value.new).grant.by == "B"
    assert caught.value.old.read_bytes() == raw


def test_no_work_on_the_file_begins_before_both_copies_are_whole(
    sample: Grant, path: Path, raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuses_new_files(monkeypatch)
    monkeypatch.setattr(writing, "pack", lambda file, items: pack(SmallDisk(file, 300), items))  # type: ignore[arg-type]
    with pytest.raises(NoSpace):
        writing.write(replace(sample, by="B"), path)
    assert path.read_bytes() == raw


def test_an_attachment_can_be_read_after_the_file_was_replaced(sample: Grant, path: Path) -> None:
    opened = reading.read(path)
    writing.write(replace(sample, attachments={}, answers={"x": "y" * 5000}), path)
    (content,) = opened.grant.attachments.values()
    assert content.read() == b"%PDF-1.7 invented"
    writing.write(opened.grant, path)
    assert reading.read(path).grant == sample


def test_where_open_files_cannot_be_replaced_contents_are_copied_aside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "KEEPS_OPEN_FILES_IN_PLACE", True)
    opened = reading.read(path)
    path.write_bytes(b"\0" * 5000)
    reading.verify(opened)


def test_unlisted_history_is_kept(path: Path, raw: bytes) -> None:
    from broken.zips import parts, raws, sealed, zipped

    known = {k: v for k, v in parts(raw).items() if k != "history/0001.xz"}
    listed = parts(sealed(known))
    path.write_bytes(zipped(raws({**listed, "history/0001.xz": b"unlisted"})))
    opened = reading.read(path)
    assert opened.grant.extra["history/0001.xz"].read() == b"unlisted"
    writing.write(opened.grant, path, opened.stamp)
    assert reading.read(path).grant == opened.grant


Change = Callable[[Grant], Grant]


def test_a_newer_file_keeps_its_version_and_what_is_unknown(path: Path, raw: bytes) -> None:
    from broken.zips import parts, sealed

    path.write_bytes(sealed(parts(raw), version=9, min_reader=1, weather={"now": ["rain"]}))
    opened = reading.read(path)
    assert not opened.read_only
    assert [n.said for n in opened.notices] == [
        "A newer grantdesk made this file. What this one does not know is kept as it is."
    ]
    writing.write(replace(opened.grant, answers={"title": "x"}), path, opened.stamp)
    again = reading.read(path).grant
    assert (again.version, again.min_reader) == (9, 1)
    assert again.unknown["manifest"] == {"mood": 3, "weather": {"now": ["rain"]}}


def test_a_file_that_needs_a_newer_program_can_be_looked_at(path: Path, raw: bytes) -> None:
    from broken.zips import parts, sealed

    path.write_bytes(sealed(parts(raw), version=9, min_reader=9))
    with pytest.raises(TooNew):
        reading.read(path)
    opened = reading.read(path, newer=True)
    assert opened.read_only
    assert opened.grant.answers["title"] == "Älykäs valo"
    path.write_bytes(sealed({**parts(raw), "application.json": b"{}"}, version=9, min_reader=9))
    with pytest.raises(TooNew):
        reading.read(path, newer=True)


def test_an_attachment_is_checked_when_it_is_read(path: Path, raw: bytes) -> None:
    path.write_bytes(raw.replace(b"%PDF-1.7 invented", b"%PDF-1.7 INVENTED"))
    opened = reading.read(path)
    with pytest.raises(Damaged):
        reading.verify(opened)
