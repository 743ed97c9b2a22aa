"""The ZIP file around an application, as it is written, and lazily read contents."""

import hashlib
import io
import os
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.files.container import content, reader, source
from grantdesk.files.container import entry as e
from grantdesk.files.container.content import Content, held, taken
from grantdesk.files.container.source import PIECE, Source
from grantdesk.files.container.stamp import stamped
from grantdesk.files.container.writer import Item, pack
from grantdesk.files.trouble import Damaged, Foreign, Missing, NotDone

NAMES = st.from_regex(r"[a-z0-9]{1,9}(/[a-z0-9.]{1,9}z)?", fullmatch=True).filter(e.is_safe)
ITEMS = st.dictionaries(NAMES, st.binary(max_size=3000) | st.binary(max_size=99).map(held), max_size=6)


def packed(items: list[Item]) -> bytes:
    file = io.BytesIO()
    pack(file, items)
    return file.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("zips")


@given(items=ITEMS)
def test_what_is_packed_is_what_any_zip_program_finds(items: dict[str, bytes | Content]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(list(items.items())))) as archive:
        assert archive.testzip() is None
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {k: v if isinstance(v, bytes) else v.read() for k, v in items.items()}


@given(items=ITEMS)
def test_what_is_packed_is_what_the_reader_finds(items: dict[str, bytes | Content], folder: Path) -> None:
    path = folder / "x.zip"
    path.write_bytes(packed(list(items.items())))
    opened = Source(path)
    found = {name: reader.unpacked(opened, entry) for name, entry in reader.directory(opened).items()}
    assert found == {k: v if isinstance(v, bytes) else v.read() for k, v in items.items()}


def test_no_clock_and_no_platform_stand_in_the_file() -> None:
    raw = packed([("mimetype", e.MAGIC), ("a.json", b"{}"), ("b", held(b"x"))])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert (info.create_system, info.external_attr, info.flag_bits, info.extra) == (0, 0, 0, b"")


def test_a_magic_number_stands_at_a_fixed_place() -> None:
    raw = packed([("mimetype", e.MAGIC)])
    assert raw[:4] == b"PK\x03\x04"
    assert raw[30:67] == b"mimetypeapplication/vnd.grantdesk+zip"


def test_json_is_deflated_and_contents_are_not() -> None:
    raw = packed([("a.json", b"[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]"), ("b", held(b"bbbbbbbbbbbbbbbbbbb"))])
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert [info.compress_type for info in archive.infolist()] == [8, 0]


def test_what_would_look_like_a_bomb_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(packed([("application.json", b" " * (2 * e.MIB))]))
    opened = Source(path)
    assert reader.directory(opened)["application.json"].method == e.STORED


@pytest.mark.skipif(not shutil.which("unzip"), reason="there is no unzip here")
def test_unzip_finds_no_fault(path: Path) -> None:
    done = subprocess.run(["unzip", "-tq", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", ["a", "a/b.json", "A-1_b/c.d/e"])
def test_plain_names_are_safe(name: str) -> None:
    assert e.is_safe(name)


@pytest.mark.parametrize(
    "name",
    ["", "/a", "../a", "a/../b", "a//b", ".a", "a/.b", "a\\b", "c:a", "a b", "ä", "a\0", "a\n", "a" * 201],
)
def test_names_that_a_disk_could_take_otherwise_are_not(name: str) -> None:
    assert not e.is_safe(name)


def test_content_is_known_by_its_digest() -> None:
    assert held(b"x") == Content(hashlib.sha256(b"x").hexdigest(), 1, lambda: iter(()))
    assert held(b"x") != held(b"y")


@pytest.mark.parametrize("said", [b"xy", b"", b"z"])
def test_content_of_another_digest_is_not_given_out(said: bytes) -> None:
    false = Content(held(b"x").sha256, 1, lambda: iter((said,)))
    with pytest.raises(Damaged):
        false.read()


def test_a_file_that_was_attached_may_change_and_go(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    data = os.urandom(PIECE + 5)
    path.write_bytes(data)
    attached = taken(path)
    path.write_bytes(b"other")
    path.unlink()
    assert attached == held(data)
    assert attached.read() == data
    assert attached.read() == data


def test_no_folder_and_no_device_is_attached(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    for path in (tmp_path, fifo):
        with pytest.raises(Foreign):
            taken(path)
    with pytest.raises(Missing):
        taken(tmp_path / "none")


def test_a_file_that_is_too_large_is_not_attached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"12345")
    monkeypatch.setattr(content, "largest", lambda _: 4)
    with pytest.raises(NotDone):
        taken(path)


def test_an_open_file_keeps_its_bytes_when_it_is_replaced(tmp_path: Path) -> None:
    path, other = tmp_path / "x", tmp_path / "y"
    path.write_bytes(b"old")
    opened = Source(path)
    other.write_bytes(b"new")
    other.replace(path)
    assert opened.read(0, 3) == b"old"


def test_a_detached_file_keeps_its_bytes_when_it_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    opened = Source(path)
    opened.detach()
    opened.detach()
    path.write_bytes(b"NEW")
    assert opened.read(1, 2) == b"ld"


def test_a_file_that_became_shorter_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    opened = Source(path)
    path.write_bytes(b"")
    with pytest.raises(Damaged):
        opened.read(0, 3)


def test_an_error_of_the_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    opened = Source(path)

    def broken(*_: object) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(source.os, "read", broken)
    with pytest.raises(NotDone) as caught:
        opened.read(0, 3)
    assert caught.value.phrase.facts["reason"] == "Input/output error"


def test_a_copy_aside_that_fails_leaves_the_source_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    opened = Source(path)

    def full() -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    with pytest.raises(NotDone):
        opened.detach()
    assert opened.read(0, 3) == b"old"


def test_a_source_closes_its_file_when_nobody_needs_it(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    opened = Source(path)
    number = opened._file
    del opened
    with pytest.raises(OSError):
        os.fstat(number)


def test_a_stamp_does_not_mind_a_touch(path: Path) -> None:
    before = stamped(path)
    os.utime(path, (1, 1))
    assert stamped(path) != before
    assert stamped(path).same(before)


@pytest.mark.parametrize("at", [0, 40, -1, -30])
def test_a_stamp_sees_a_change_of_one_byte_under_the_same_time(path: Path, at: int) -> None:
    before, raw = stamped(path), bytearray(path.read_bytes())
    raw[at] ^= 1
    path.write_bytes(raw)
    os.utime(path, ns=(before.changed, before.changed))
    assert not stamped(path).same(before)


def test_a_stamp_of_an_empty_file_is_a_stamp(tmp_path: Path) -> None:
    (tmp_path / "x").touch()
    assert stamped(tmp_path / "x").size == 0
