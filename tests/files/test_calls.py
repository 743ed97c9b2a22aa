"""Calls as their authors write them."""

from pathlib import Path

import pytest

from grantdesk.files import calls
from grantdesk.files.trouble import BadCallFile, FileTrouble, Foreign, Missing, NotAllowed
from grantdesk.words.language import Language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "samples").mkdir()
    (tmp_path / "call.toml").write_text('id = "demo"\n')
    (tmp_path / "20-b.toml").write_text("[[nodes]]\nid = 'b'\n")
    (tmp_path / "10-a.toml").write_text('title.fi = "Äly"\n', "utf-8")
    (tmp_path / "samples/good.json").write_text('{"title": "x"}')
    (tmp_path / "notes.txt").write_text("not read")
    (tmp_path / ".10-a.toml.swp.toml").write_text("not read")
    return tmp_path


def test_the_files_of_a_call_come_in_the_order_of_their_names(folder: Path) -> None:
    found = calls.folder(folder)
    assert list(found.parts) == ["10-a", "20-b", "call"]
    assert found.parts["10-a"] == {"title": {"fi": "Äly"}}
    assert found.parts["20-b"] == {"nodes": [{"id": "b"}]}
    assert found.samples == {"good": {"title": "x"}}


def test_samples_need_not_be(folder: Path) -> None:
    (folder / "samples/good.json").unlink()
    (folder / "samples").rmdir()
    assert calls.folder(folder).samples == {}


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b"a = 1\nb = \n", 2, "Invalid value"),
        (b"a = 1\na = 2\n", 2, "Cannot overwrite a value"),
        (b"a = 1\n\n# \xff\n", 3, "it is not UTF-8"),
        (b'a = "', 0, "Unterminated string"),
        (b"a = " + b"9" * 5000, 0, "Exceeds the limit"),
        (b"a = " + b"[" * 5000, 0, "it is nested too deeply"),
        (b"#" * (2**20 + 1), 0, "it is too large"),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_its_line(
    folder: Path, data: bytes, line: int, said: str
) -> None:
    (folder / "10-a.toml").write_bytes(data)
    with pytest.raises(BadCallFile) as caught:
        calls.folder(folder)
    assert (caught.value.path, caught.value.line) == (folder / "10-a.toml", line)
    assert said in Language("en").say(caught.value.phrase).replace("\xa0", " ")


def test_a_folder_without_a_head_is_no_call(folder: Path) -> None:
    (folder / "call.toml").unlink()
    with pytest.raises(Missing):
        calls.folder(folder)


def test_a_folder_with_too_many_files_is_no_call(folder: Path) -> None:
    for i in range(calls.MOST):
        (folder / f"{i}.toml").touch()
    with pytest.raises(BadCallFile):
        calls.folder(folder)


def test_nothing_outside_of_the_folder_is_read(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = tmp_path_factory.mktemp("other") / "secret.toml"
    secret.write_text("password = 1")
    (folder / "30-c.toml").symlink_to(secret)
    with pytest.raises(BadCallFile):
        calls.folder(folder)


@pytest.mark.parametrize("loop", ["30-c.toml", "samples/x.json"])
def test_a_link_that_leads_to_itself_is_trouble(folder: Path, loop: str) -> None:
    (folder / loop).symlink_to(folder / loop)
    with pytest.raises(FileTrouble):
        calls.folder(folder)


def test_a_folder_that_looks_like_a_file_is_trouble(folder: Path) -> None:
    (folder / "30-c.toml").mkdir()
    with pytest.raises(Foreign):
        calls.folder(folder)


@pytest.mark.parametrize("data", [b"", b"[]", b'{"a": 1.5}', b'{"a": 1, "a": 2}', b"{" * 9999])
def test_a_sample_or_a_packed_call_that_is_no_json_object_is_trouble(folder: Path, data: bytes) -> None:
    (folder / "samples/bad.json").write_bytes(data)
    with pytest.raises(BadCallFile):
        calls.folder(folder)
    with pytest.raises(BadCallFile):
        calls.packed(folder / "samples/bad.json")


def test_a_packed_call_is_given_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "call.json"
    path.write_bytes(b'{"id": "demo"}')
    assert calls.packed(path) == b'{"id": "demo"}'


def test_a_packed_call_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "call.json"
    path.write_bytes(b'{"id": "demo"}')
    monkeypatch.setattr("grantdesk.files.container.entry.largest", lambda _: 5)
    with pytest.raises(BadCallFile):
        calls.packed(path)


def test_the_calls_that_come_with_the_program_can_be_read() -> None:
    from grantdesk.files import places

    assert all(calls.folder(path).parts for path in places.calls() if path.is_dir())


def test_trouble_with_permission_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os

    def barred(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", barred)
    with pytest.raises(NotAllowed):
        calls.folder(folder)


@pytest.mark.parametrize(
    "text",
    [
        "[" + "a." * 50_000 + "b]\n",
        "x = 1\na" + ".a" * 50_000 + " = 1\n",
        "x = {'a b' . \"c\"" + " . d" * 50_000 + " = 1}\n",
    ],
)
def test_a_key_of_very_many_parts_is_refused_at_once(folder: Path, text: str) -> None:
    (folder / "30-c.toml").write_text(text, "utf-8")
    with pytest.raises(BadCallFile) as told:
        calls.folder(folder)
    assert "nested too deeply" in Language("en").say(told.value.phrase)


def test_a_text_of_many_short_words_is_no_deep_key(folder: Path) -> None:
    (folder / "30-c.toml").write_text(f"a.b.c = '{'A. b. c d. ' * 500}'\n", "utf-8")
    assert calls.folder(folder).parts["30-c"]["a"]["b"]["c"].startswith("A. b. c d")


WANTED = ("title", "needs")


def test_the_head_of_a_call_is_read_without_its_tables(folder: Path) -> None:
    (folder / "call.toml").write_text('title.fi = "Äly"\nneeds = 1\n[costs]\nbroken = \n', "utf-8")
    assert calls.head(folder, WANTED) == {"title": {"fi": "Äly"}, "needs": 1}


@pytest.mark.parametrize(
    "text",
    [
        '[title]\nfi = "Äly"\n[other]\nneeds = 2\n',
        'other.needs = 2\ntitle.fi = "Äly"\n',
    ],
)
def test_what_is_wanted_of_a_head_is_found_wherever_it_stands(folder: Path, text: str) -> None:
    (folder / "call.toml").write_text(text, "utf-8")
    assert calls.head(folder, WANTED) == {"title": {"fi": "Äly"}, "other": {"needs": 2}}


def test_what_looks_like_a_table_in_a_text_is_text(folder: Path) -> None:
    (folder / "call.toml").write_text('needs = """\n[x]\n"""\ntitle = 1\n')
    assert calls.head(folder, WANTED) == {"needs": "[x]\n", "title": 1}


def test_the_head_of_a_packed_call_is_read_too(tmp_path: Path) -> None:
    (tmp_path / "demo.json").write_text('{"title": "x"}')
    assert calls.head(tmp_path / "demo.json", WANTED) == {"title": "x"}


@pytest.mark.parametrize("data", [b"title = \n", b"a = " + b"[" * 5000, b"\xff", b"#" * (2**20 + 1)])
def test_a_head_that_is_no_toml_is_refused(folder: Path, data: bytes) -> None:
    (folder / "call.toml").write_bytes(data)
    with pytest.raises(BadCallFile):
        calls.head(folder, WANTED)
