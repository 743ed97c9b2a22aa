"""Files made to do harm, or by somebody who knows ZIP better than we do: each is refused with a sentence."""

import os
import stat
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from broken.zips import Raw, parts, raws, sealed, zipped
from grantdesk.files import reading
from grantdesk.files.container import entry as e
from grantdesk.files.container import reader
from grantdesk.files.container.source import Source
from grantdesk.files.trouble import Damaged, FileTrouble, Foreign, Missing, NotAllowed, Refused, TooNew
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase

Make = Callable[[list[Raw]], bytes]


@pytest.fixture
def opened(tmp_path: Path, raw: bytes) -> Callable[[Make], FileTrouble]:
    """Opens the sample, changed as a function says, and gives the trouble that comes of it."""

    def trouble(change: Make) -> FileTrouble:
        path = tmp_path / "hostile.grant"
        data = change(raws(parts(raw)))
        path.write_bytes(data)
        with pytest.raises(FileTrouble) as caught:
            reading.read(path)
        assert path.read_bytes() == data
        assert caught.value.path == path
        return caught.value

    return trouble


Opened = Callable[[Make], FileTrouble]


def what(trouble: FileTrouble) -> str:
    """The reason in the sentence, said in English."""
    said = trouble.phrase.facts["what"]
    assert isinstance(said, Phrase)
    return Language("en").say(said).replace("\xa0", " ")


def test_the_builder_of_these_files_can_build_a_good_one(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.grant"
    path.write_bytes(zipped(raws(parts(raw))))
    assert path.read_bytes() == raw
    assert reading.read(path).grant.by == "Maija Meikäläinen"


@pytest.mark.parametrize(
    "name",
    [
        "../../evil",
        "/etc/evil",
        "extra/../evil",
        "extra\\evil",
        "C:evil",
        "extra//evil",
        "extra/.evil",
        "extra/ä",
    ],
)
def test_a_name_that_leads_out_is_refused(opened: Opened, name: str) -> None:
    trouble = opened(lambda good: zipped([*good, Raw(name, b"x")]))
    assert isinstance(trouble, Refused)
    assert what(trouble) == "one of its entries has a name that could lead out of its folder"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO])
def test_a_link_and_a_device_are_refused(opened: Opened, kind: int) -> None:
    trouble = opened(
        lambda good: zipped([*good, Raw("extra/x", b"/etc/passwd", system=3, mode=kind | 0o777)])
    )
    assert what(trouble) == "extra/x in it is a link or a device"


@pytest.mark.parametrize("name", ["application.json", "APPLICATION.json", "extra/A"])
def test_two_entries_of_one_name_are_refused(opened: Opened, name: str) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/a"), Raw(name, b"{}")]))
    assert what(trouble) == "two of its entries have one name"


@pytest.mark.parametrize("flags", [1, 64, 1 << 13])
def test_encryption_is_refused(opened: Opened, flags: int) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", b"x", flags=flags)]))
    assert what(trouble) == "extra/x in it is encrypted"


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 99])
def test_unusual_packing_is_refused(opened: Opened, method: int) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", b"x", method=method)]))
    assert what(trouble) == "extra/x in it is packed in an unusual way"


def test_a_bomb_that_says_so_is_refused_before_it_is_unpacked(opened: Opened) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", b"0" * 50 * e.MIB)]))
    assert what(trouble) == "extra/x in it is too large"


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_further_than_it_said(opened: Opened) -> None:
    bomb = b"0" * 100 * e.MIB
    tracemalloc.start()
    trouble = opened(
        lambda good: zipped(
            [Raw("application.json", bomb, size=1000) if "app" in r.name else r for r in good]
        )
    )
    assert isinstance(trouble, Damaged)
    tracemalloc.reset_peak()
    opened(
        lambda good: zipped([Raw("application.json", b"", packed=Raw("", bomb).bytes_in_file(), size=1000)])
    )
    peak = tracemalloc.get_traced_memory()[1] - tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert peak < 20 * e.MIB


def test_too_much_in_all_is_refused(opened: Opened) -> None:
    many = [Raw(f"extra/{i}", b"", packed=b"0", size=200) for i in range(3)]
    large = [Raw(f"extra/x{i}", method=0, hidden=True, size=500 * e.MIB) for i in range(5)]
    assert isinstance(opened(lambda good: zipped([*good, *many, *large])), Damaged | Refused)


def test_the_sum_of_all_sizes_is_bounded(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e, "TOTAL", 2000)
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", os.urandom(2000))]))
    assert what(trouble) == "it would unpack to more than 0 MiB"


def test_an_entry_may_not_be_larger_than_its_kind(opened: Opened) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", hidden=True, size=513 * e.MIB)]))
    assert what(trouble) == "extra/x in it is too large"


def test_a_table_with_too_many_entries_is_not_read(opened: Opened) -> None:
    trouble = opened(lambda good: zipped(good, count=60_000, here=60_000))
    assert what(trouble) == "it has more than 10000 entries"
    trouble = opened(lambda good: zipped(good, size=e.ENTRIES * 400 + 1))
    assert what(trouble) == "it has more than 10000 entries"


def test_ten_thousand_real_entries_are_too_many(opened: Opened) -> None:
    trouble = opened(lambda good: zipped([*good, *(Raw(f"extra/{i}") for i in range(e.ENTRIES))]))
    assert what(trouble) == "it has more than 10000 entries"


@pytest.mark.parametrize(
    "end",
    [{"count": 3, "here": 3}, {"here": 3}, {"size": 100}, {"start": 0}, {"disk": 1}, {"count": 9, "here": 9}],
)
def test_a_table_that_is_not_what_its_end_says_is_damaged(opened: Opened, end: dict[str, int]) -> None:
    assert what(opened(lambda good: zipped(good, **end))) == "its table of contents is broken"


@pytest.mark.parametrize("tail", [b"\0", b"\0" * 512, b"PK\5\6" + bytes(17)])
def test_nothing_stands_behind_the_end(opened: Opened, tail: bytes) -> None:
    assert what(opened(lambda good: zipped(good, tail=tail))) == "its end is missing"


def test_there_is_no_comment(opened: Opened) -> None:
    assert what(opened(lambda good: zipped(good, tail=b"hello", comment=5))) == "its end is missing"


def test_a_second_end_behind_the_first_is_the_only_one_that_counts(opened: Opened, raw: bytes) -> None:
    trouble = opened(lambda good: raw + zipped([Raw("mimetype", e.MAGIC, 0)]))
    assert isinstance(trouble, Damaged)


def test_nothing_stands_before_the_beginning(opened: Opened, raw: bytes) -> None:
    assert isinstance(opened(lambda good: b"#!/bin/sh\n" + raw), Foreign)


def test_entries_inside_each_other_are_refused(opened: Opened) -> None:
    def overlapping(good: list[Raw]) -> bytes:
        inner = Raw("extra/inner", b"x" * 100, 0)
        return zipped(
            [*good, Raw("extra/outer", b"y" * 500, 0), inner, Raw("extra/again", b"x" * 100, 0, offset=600)]
        )

    assert what(opened(overlapping)) == "two of its entries lie in each other"


def test_many_entries_on_the_same_bytes_are_refused(opened: Opened) -> None:
    kernel = Raw("extra/0", os.urandom(1000), 0, offset=1000)
    copies = [Raw(f"extra/{i}", kernel.data, 0, offset=1000, hidden=True) for i in range(1, 100)]
    assert (
        what(opened(lambda good: zipped([*good, kernel, *copies]))) == "two of its entries lie in each other"
    )


def test_an_entry_that_quotes_the_headers_of_others_is_refused(opened: Opened) -> None:
    def quoted(good: list[Raw]) -> bytes:
        outer = Raw("extra/a", b"", 0, packed=b"")
        outer.packed = b"q" * 200
        outer.size = 200
        return zipped([*good, Raw("extra/b", b"z" * 300, 0), outer]).replace(b"extra/b", b"extra/c", 1)

    assert isinstance(opened(quoted), Damaged)


def test_a_local_header_must_say_what_the_table_says(opened: Opened) -> None:
    def renamed(good: list[Raw]) -> bytes:
        for one in good:
            if one.name == "application.json":
                one.local_name = "applicatiom.json"
        return zipped(good)

    assert what(opened(renamed)) == "application.json in it is broken"


@pytest.mark.parametrize(
    "change",
    [
        {"size": 5},
        {"size": 100_000},
        {"crc": 1},
        {"packed": b""},
        {"packed": b"\xff\xff\xff"},
        {"packed": b"\x03\x00garbage", "size": 0, "crc": 0},
        {"offset": 10},
    ],
)
def test_an_entry_that_is_not_what_the_table_promises_is_damaged(
    opened: Opened, change: dict[str, object]
) -> None:
    def changed(good: list[Raw]) -> bytes:
        for one in good:
            if one.name == "application.json":
                vars(one).update(change)
        return zipped(good)

    assert isinstance(opened(changed), Damaged | Refused)


def test_a_stored_entry_has_one_size(opened: Opened) -> None:
    trouble = opened(lambda good: zipped([*good, Raw("extra/x", b"x", 0, size=2)]))
    assert what(trouble) == "its table of contents is broken"


def test_an_unfinished_stream_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "x"
    whole = Raw("a", os.urandom(5000))
    path.write_bytes(zipped([Raw("a", whole.data, packed=whole.bytes_in_file()[:-1])]))
    source = Source(path)
    with pytest.raises(Damaged):
        reader.unpacked(source, reader.directory(source)["a"])


def test_a_large_entry_is_unpacked_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "x"
    data = (os.urandom(1000) + bytes(20_000)) * 200 + os.urandom(20_000)
    path.write_bytes(zipped([Raw("a", data)]))
    source = Source(path)
    entry = reader.directory(source)["a"]
    sizes = [len(piece) for piece in reader.pieces(source, entry)]
    assert max(sizes) <= e.MIB
    assert sum(sizes) == len(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7\n", "it is a PDF document"),
        (b"hello", "it is of another kind"),
        (b"PK\5\6" + bytes(18), "it is of another kind"),
        (
            zipped([Raw("word/document.xml", b"<w/>")]),
            "it is a package of another program, as a Word document is",
        ),
        (
            zipped([Raw("mimetype", b"application/epub+zip", 0)]),
            "it is a package of another program, as a Word document is",
        ),
    ],
)
def test_a_file_of_another_kind_is_foreign(opened: Opened, data: bytes, reason: str) -> None:
    trouble = opened(lambda _: data)
    assert isinstance(trouble, Foreign)
    assert what(trouble) == reason


def test_a_file_that_was_packed_anew_in_another_order_is_said_to_begin_wrongly(opened: Opened) -> None:
    assert what(opened(lambda good: zipped(good[1:]))) == "it does not begin as it should"
    assert what(opened(lambda good: zipped([*good[1:], good[0]]))) == "it does not begin as it should"
    assert (
        what(opened(lambda good: zipped([Raw("mimetype", e.MAGIC + b"!", 0), *good[1:]])))
        == "it does not begin as it should"
    )


def test_a_folder_and_a_pipe_are_foreign(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.grant"
    os.mkfifo(fifo)
    for path in (tmp_path, fifo):
        with pytest.raises(Foreign) as caught:
            reading.read(path)
        assert what(caught.value) == "it is a folder or a device"


def test_a_file_that_is_not_there_is_missing(tmp_path: Path, path: Path) -> None:
    for gone in (tmp_path / "none.grant", path / "below.grant"):
        with pytest.raises(Missing):
            reading.read(gone)


def test_a_file_that_may_not_be_read_says_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def barred(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", barred)
    with pytest.raises(NotAllowed) as caught:
        reading.read(path)
    assert "no permission to read" in caught.value.phrase.said


def test_a_name_that_is_not_utf_8_can_be_said(tmp_path: Path) -> None:
    with pytest.raises(Missing) as caught:
        reading.read(tmp_path / os.fsdecode(b"\xff.grant"))
    assert str(caught.value.phrase.facts["file"]).endswith("�.grant")


def test_folders_in_the_zip_are_passed_over(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.grant"
    path.write_bytes(
        zipped([*raws(parts(raw)), Raw("extra/", method=0, system=3, mode=stat.S_IFDIR | 0o755)])
    )
    assert "extra/" not in reading.read(path).grant.extra


def test_data_descriptors_and_dates_do_not_matter(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "x.grant"
    first, *rest = raws(parts(raw))
    for one in rest:
        one.flags, one.extra = 8, b"UT\5\0\1\0\0\0\0"
    path.write_bytes(zipped([first, *rest]))
    assert reading.read(path).grant.answers["title"] == "Älykäs valo"


MISFITS = {
    "no manifest": (
        lambda p: {k: v for k, v in p.items() if k != "manifest.json"},
        "manifest.json in it is missing",
    ),
    "a manifest that is a list": (lambda p: p | {"manifest.json": b"[]"}, "manifest.json in it is broken"),
    "a manifest that is no JSON": (lambda p: p | {"manifest.json": b"{"}, "in manifest.json: "),
    "no call": (lambda p: {k: v for k, v in p.items() if k != "call.json"}, "call.json in it is missing"),
    "another call": (
        lambda p: p | {"call.json": b"{}" + b" " * (len(p["call.json"]) - 2)},
        "call.json in it was changed",
    ),
    "other answers": (
        lambda p: p | {"application.json": p["application.json"].replace(b"123450", b"999999")},
        "application.json in it was changed",
    ),
    "longer answers": (
        lambda p: p | {"application.json": p["application.json"] + b" "},
        "application.json in it is missing",
    ),
    "a stranger": (lambda p: p | {"virus.exe": b"MZ"}, "virus.exe in it does not belong there"),
}


@pytest.mark.parametrize("case", MISFITS)
def test_parts_that_do_not_fit_are_noticed(opened: Opened, raw: bytes, case: str) -> None:
    change, reason = MISFITS[case]
    trouble = opened(lambda _: zipped(raws(change(parts(raw)))))
    assert what(trouble).startswith(reason)


def changed(old: bytes, new: bytes) -> Callable[[dict[str, bytes]], bytes]:
    return lambda p: sealed(p | {"application.json": p["application.json"].replace(old, new)})


TALES = {
    "format": (lambda p: sealed(p, format="grantdesk/review"), "it is of another kind"),
    "version": (lambda p: sealed(p, version="1"), "version in it is not what it should be"),
    "true": (lambda p: sealed(p, version=True), "version in it is not what it should be"),
    "no min_reader": (lambda p: sealed(p, min_reader=...), "min_reader in it is not what it should be"),
    "old": (lambda p: sealed(p, version=0), "it is of a format that never was"),
    "entries": (lambda p: sealed(p, entries=[]), "entries in it is not what it should be"),
    "entry": (lambda p: sealed(p, entries={"call.json": 1}), "entries in it is not what it should be"),
    "digest": (
        lambda p: sealed(p, entries={"call.json": {"sha256": 1}}),
        "entries in it is not what it should be",
    ),
    "unlisted": (lambda p: sealed(p, entries={}), "application.json in it does not belong there"),
    "call": (lambda p: sealed(p, call=[]), "call.json in it was changed outside of grantdesk"),
    "call digest": (
        lambda p: sealed(p, call={"digest": "0"}),
        "call.json in it was changed outside of grantdesk",
    ),
    "id": (
        lambda p: sealed(p, application="../../etc"),
        "its parts are of two applications",
    ),
    "revision": (
        lambda p: sealed(p, revision="../x"),
        "revision in it is not what it should be",
    ),
    "parent": (lambda p: sealed(p, parent=1), "parent in it is not what it should be"),
    "saved": (
        lambda p: sealed(p, saved="yesterday"),
        "saved in it is not what it should be",
    ),
    "by": (lambda p: sealed(p, by=["me"]), "by in it is not what it should be"),
    "no answers": (changed(b'"answers"', b'"replies"'), "it holds no answers"),
    "a fraction": (changed(b"123450", b"1234.5"), "in application.json: it holds a number with a fraction"),
    "a null": (
        changed(b"123450", b"null"),
        "in budget.total: it holds an empty value where none belongs",
    ),
    "a list": (
        changed(b"123450", b"[]"),
        "in budget.total: it holds a list where none belongs",
    ),
    "a bad id": (
        changed(b"5d3c1f0e", b"../../.."),
        "id in it is not what it should be",
    ),
    "a list of all": (lambda p: sealed(p | {"application.json": b"[]"}), "application.json in it is broken"),
    "an attachment": (
        lambda p: sealed(p | {"attachments/" + "0" * 64: b"x"}),
        "attachments/" + "0" * 64 + " in it was changed outside of grantdesk",
    ),
    "an attachment's name": (
        lambda p: zipped([*raws(parts(sealed(p))), Raw("attachments/x", b"x")]),
        "attachments/x in it was changed outside of grantdesk",
    ),
}


@pytest.mark.parametrize("case", TALES)
def test_a_manifest_that_tells_tales_is_noticed(opened: Opened, raw: bytes, case: str) -> None:
    make, reason = TALES[case]
    assert what(opened(lambda _: make(parts(raw)))) == reason


def test_a_call_that_was_never_listed_is_noticed(opened: Opened, raw: bytes) -> None:
    listed = {"application.json": {"sha256": "0", "size": len(parts(raw)["application.json"])}}
    trouble = opened(lambda _: sealed(parts(raw), entries=listed))
    assert what(trouble) == "call.json in it does not belong there"


@pytest.mark.parametrize("name", ["application.json", "call.json"])
def test_parts_that_are_neither_there_nor_listed_are_noticed(opened: Opened, raw: bytes, name: str) -> None:
    trouble = opened(lambda _: sealed({k: v for k, v in parts(raw).items() if k != name}))
    assert isinstance(trouble, Damaged)
    assert what(trouble).startswith(name)


def test_too_new_is_said_before_anything_else(opened: Opened, raw: bytes) -> None:
    trouble = opened(lambda _: sealed(parts(raw) | {"application.json": b"{}"}, version=9, min_reader=7))
    assert isinstance(trouble, TooNew)
    assert trouble.needs == 7
