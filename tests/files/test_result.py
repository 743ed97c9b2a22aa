"""Writing what was made from an application."""

import errno
from pathlib import Path

import pytest

from grantdesk.files import result
from grantdesk.files.disk import atomic
from grantdesk.files.trouble import Missing, NoSpace, NotDone
from grantdesk.words.language import Language


def test_a_result_is_put_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    for data in (b"one", b"two"):
        result.put(path, data)
        assert path.read_bytes() == data
    assert [x.name for x in tmp_path.iterdir()] == ["x.pdf"]


def test_a_folder_is_no_place_for_a_result(tmp_path: Path) -> None:
    with pytest.raises(NotDone):
        result.put(tmp_path, b"x")
    with pytest.raises(Missing):
        result.put(tmp_path / "none/x.pdf", b"x")


def test_a_result_that_does_not_fit_leaves_the_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")

    def full(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(atomic, "flush", full)
    with pytest.raises(NoSpace):
        result.put(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_result_that_reads_otherwise_is_not_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"something else")
    with pytest.raises(NotDone):
        result.put(tmp_path / "x.pdf", b"new")


def test_all_of_a_file_is_got_and_nothing_that_has_no_end(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"%PDF")
    assert result.got(path) == b"%PDF"
    with pytest.raises(Missing):
        result.got(tmp_path / "none.pdf")
    for endless in (tmp_path, Path("/dev/zero")):
        with pytest.raises(NotDone) as told:
            result.got(endless)
        assert "folder or a device" in Language("en").say(told.value.phrase)


def test_a_file_that_is_larger_than_any_that_is_made_is_not_got(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    with path.open("wb") as file:
        file.truncate(result.LARGEST + 1)
    with pytest.raises(NotDone):
        result.got(path)
