"""The laws of attaching: only what is what it says goes along, and nothing that could do harm is opened."""

import os
from pathlib import Path

import pytest

from desks import session_of
from grantdesk.call.terms.node import Attachment
from grantdesk.files.container.content import held
from grantdesk.session import attaching
from grantdesk.session.attaching import Entry, Harvest, Taken
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

FILES = ("files",)
PDF = b"%PDF-1.7\nsmall\n%%EOF\n"
SAID = phrase("Undo")


@pytest.fixture
def session() -> Session:
    return session_of("kinds")


def node(session: Session, name: str = "files") -> Attachment:
    found = session.form.node((name,))
    assert isinstance(found, Attachment)
    return found


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def said(harvest: Harvest) -> list[str]:
    return [Language("en").say(each) for each in harvest.refused]


def names(session: Session) -> list[str]:
    return [entry.name for entry in attaching.entries(session, FILES)]


def test_a_file_that_is_what_it_says_is_taken(session: Session, tmp_path: Path) -> None:
    harvest = attaching.read([written(tmp_path, "Suunnitelma.PDF", PDF)], node(session))
    assert not harvest.refused
    session.edit(attaching.added(session, FILES, harvest.taken), SAID)
    (entry,) = attaching.entries(session, FILES)
    assert (entry.name, entry.size) == ("Suunnitelma.PDF", len(PDF))
    assert entry.content is not None
    assert entry.content.read() == PDF
    assert not [finding for finding in session.report.findings if finding.path[:1] == FILES]


@pytest.mark.parametrize(
    ("name", "data", "part"),
    [
        ("a.exe", b"MZ", "only PDF and TXT can be attached"),
        ("noending", b"x", "only PDF and TXT can be attached"),
        ("a.pdf", b"MZ\x90 a program", "what is in it is not PDF"),
        ("a.txt", b"\0\1binary", "what is in it is not TXT"),
        ("a.pdf", b"", "there is nothing in it"),
        ("a.pdf", PDF + b"x" * 1000, "at most 1"),
    ],
)
def test_what_cannot_be_attached_is_refused_with_a_reason(
    session: Session, tmp_path: Path, name: str, data: bytes, part: str
) -> None:
    harvest = attaching.read([written(tmp_path, name, data)], node(session))
    assert not harvest.taken
    (sentence,) = said(harvest)
    assert name in sentence
    assert part in sentence


def test_a_folder_and_a_file_that_is_gone_are_told_and_the_others_are_taken(
    session: Session, tmp_path: Path
) -> None:
    good = written(tmp_path, "a.txt", b"hello")
    harvest = attaching.read([tmp_path, tmp_path / "gone.pdf", good], node(session))
    assert [file.name for file in harvest.taken] == ["a.txt"]
    assert "is a folder" in said(harvest)[0]
    assert "is not there" in said(harvest)[1]


@pytest.mark.skipif(os.name != "posix", reason="there are no such files elsewhere")
def test_what_is_no_file_or_may_not_be_looked_at_is_told_and_not_waited_for(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe, barred, loop = tmp_path / "pipe.pdf", tmp_path / "barred.pdf", tmp_path / "loop.pdf"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    look = Path.stat

    def looked_at(path: Path, **more: bool) -> os.stat_result:
        if path == barred:
            raise PermissionError(13, "Permission denied")
        return look(path, **more)

    monkeypatch.setattr(Path, "stat", looked_at)
    harvest = attaching.read([pipe, barred, loop, Path("a\0.pdf")], node(session))
    assert not harvest.taken
    parts = ("it is a device", "no permission to read", "cannot be read", "is not there")
    for sentence, part in zip(said(harvest), parts, strict=True):
        assert part in sentence


def test_only_so_many_are_read_at_once(session: Session, tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", b"hello")
    harvest = attaching.read([file] * 60, node(session))
    assert len(harvest.taken) == 50
    assert "first 50" in said(harvest)[0]


def test_a_name_that_is_too_long_keeps_its_ending(session: Session, tmp_path: Path) -> None:
    (taken,) = attaching.read([written(tmp_path, "a" * 240 + ".txt", b"x")], node(session)).taken
    assert len(taken.name) == 200
    assert taken.name.endswith(".txt")


@pytest.mark.skipif(os.name != "posix", reason="names of files are Unicode there")
def test_a_name_that_is_no_text_can_be_shown(session: Session, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe4.txt"))
    path.write_bytes(b"x")
    (taken,) = attaching.read([path], node(session)).taken
    assert taken.name == "�.txt"


def office(folder: str) -> bytes:
    import io
    import zipfile

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        packed.writestr("[Content_Types].xml", "<x/>")
        packed.writestr(f"{folder}document.xml", "<x/>")
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "is_right"),
    [
        ("a.docx", office("word/"), True),
        ("a.docx", office("xl/"), False),
        ("a.xlsx", office("xl/"), True),
        ("a.png", b"\x89PNG\r\n\x1a\n...", True),
        ("a.jpeg", b"\xff\xd8\xff\xe0", True),
        ("a.jpg", b"GIF89a", False),
    ],
)
def test_formats_are_known_by_their_content(tmp_path: Path, name: str, data: bytes, is_right: bool) -> None:
    asked = Attachment.model_validate(
        {
            "kind": "attachment",
            "id": "x",
            "label": {"fi": "X", "sv": "X", "en": "X"},
            "formats": ("docx", "xlsx", "png", "jpg"),
        }
    )
    harvest = attaching.read([written(tmp_path, name, data)], asked)
    assert bool(harvest.taken) is is_right


def test_files_stand_in_their_order_and_can_be_moved(session: Session) -> None:
    files = [Taken(name, held(name.encode())) for name in ("a.txt", "b.txt", "c.txt")]
    session.edit(attaching.added(session, FILES, files), SAID)
    assert names(session) == ["a.txt", "b.txt", "c.txt"]
    keys = [entry.key for entry in attaching.entries(session, FILES)]
    session.edit(attaching.shifted(session, FILES, keys[2], -1), SAID)
    assert names(session) == ["a.txt", "c.txt", "b.txt"]
    assert attaching.shifted(session, FILES, keys[0], -1) == {}
    session.edit(attaching.shifted(session, FILES, keys[0], 1), SAID)
    assert names(session) == ["c.txt", "a.txt", "b.txt"]


def test_a_file_takes_the_place_of_another(session: Session) -> None:
    session.edit(
        attaching.added(session, FILES, [Taken("a.txt", held(b"a")), Taken("b.txt", held(b"b"))]), SAID
    )
    first = attaching.entries(session, FILES)[0].key
    session.edit(attaching.replaced(session, FILES, first, Taken("new.txt", held(b"new"))), SAID)
    assert names(session) == ["new.txt", "b.txt"]
    assert attaching.entries(session, FILES)[0].key == first


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("Uusi  nimi", "Uusi nimi.pdf"),
        ("../x", "_x.pdf"),
        ("", "old.pdf"),
        ("...", "old.pdf"),
        ("a" * 300, "a" * 196 + ".pdf"),
    ],
)
def test_a_new_name_keeps_the_ending_and_leads_nowhere(stem: str, name: str) -> None:
    assert attaching.renamed("old.pdf", stem) == name


def test_a_copy_to_open_cannot_be_written_to_and_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path))
    entry = Entry("k", "../plan.pdf", len(PDF), held(PDF))
    path = attaching.laid_out(entry)
    assert path.is_relative_to(tmp_path)
    assert path.read_bytes() == PDF
    assert not path.stat().st_mode & 0o222
    assert attaching.laid_out(entry) == path


@pytest.mark.parametrize(
    ("name", "data"), [("a.exe", b"MZ"), ("a.pdf", b"#!/bin/sh"), ("a.desktop", b"[Desktop Entry]")]
)
def test_what_could_do_harm_is_not_opened(
    name: str, data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRANTDESK_HOME", str(tmp_path))
    with pytest.raises(Trouble):
        attaching.laid_out(Entry("k", name, len(data), held(data)))
    assert not list(tmp_path.rglob("*.*"))


def test_a_file_that_the_application_does_not_hold_is_told(session: Session, tmp_path: Path) -> None:
    session.edit({(*FILES, "x"): {"pos": "V", "name": "a.pdf", "size": 3, "sha256": "0" * 64}}, SAID)
    (entry,) = attaching.entries(session, FILES)
    assert entry.content is None
    with pytest.raises(Trouble):
        attaching.copy(entry, tmp_path / "a.pdf")


def test_values_that_are_none_are_borne(session: Session) -> None:
    session.edit({(*FILES, "x"): {"name": 3, "size": True, "sha256": 1}}, SAID)
    (entry,) = attaching.entries(session, FILES)
    assert (entry.name, entry.size, entry.content) == ("", 0, None)
