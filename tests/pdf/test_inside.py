"""The application inside the printed file: it comes back byte for byte, and a stranger's file harms nobody."""

import io
import time
import tracemalloc
import zlib
from contextlib import suppress
from pathlib import Path

import page
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desks import grant_of
from grantdesk.files.container.entry import MAGIC
from grantdesk.files.reading import read
from grantdesk.files.writing import packed, write
from grantdesk.pdf import Attachment, NothingEnclosed, enclosed, printed
from grantdesk.session.application import Application
from grantdesk.session.paper.printing import printed as pdf_of
from grantdesk.words.language import Language
from pdf.sample import outline

OURS = b"PK\x03\x04" + b"\0" * 26 + b"mimetype" + MAGIC + b"\r\nendstream endobj \r" * 3
SOURCE = Attachment("Hakemus.grant", MAGIC.decode(), "Hakemus", "Source", OURS)


def test_the_file_on_the_disk_and_the_one_in_the_pdf_are_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "a.grant"
    write(grant_of("hevi", "complete"), file)
    grant = read(file).grant
    assert packed(grant) == file.read_bytes()
    assert enclosed(pdf_of(Application(grant), Language("sv")), MAGIC) == file.read_bytes()


def test_attachments_go_along_described_by_their_place(tmp_path: Path) -> None:
    grant = grant_of("hevi", "complete")
    data = pdf_of(Application(grant), Language("en"))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        specs = list(pdf.Root.AF)
        contents = {bytes(spec.EF.F.read_bytes()) for spec in specs}
        assert str(specs[0].AFRelationship) == "/Source"
        assert {str(spec.AFRelationship) for spec in specs[1:]} == {"/Supplement"}
        assert all(str(spec.Desc) for spec in specs)
        assert set(pdf.attachments) == {str(spec.UF) for spec in specs}
    assert {content.read() for content in grant.attachments.values()} < contents


def test_a_pdf_with_files_of_every_name_conforms(tmp_path: Path) -> None:
    names = ("a.pdf", "a.pdf", "a (2).pdf", "ÄÖ \u202ex.pdf", "päätös", "päätös", "\ud800.txt", "(x)\\")
    names = (*names, ".\ue000", ".\U00010000", ".\U00010001")  # in UTF-16 the last ones are smaller
    files = [
        Attachment(name, "text/html; x", name, "Supplement", name.encode("utf-8", "replace"))
        for name in names
    ]
    data = printed(outline(), attachments=[SOURCE, *files])
    file = tmp_path / "x.pdf"
    file.write_bytes(data)
    assert [page.validate_pdf(str(file), profile=profile).failures for profile in ("3a", "ua1")] == [[], []]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(set(pdf.attachments)) == len(files) + 1
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(
    "options",
    [
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate, "recompress_flate": True},
        {"linearize": True},
        {"compress_streams": True, "stream_decode_level": pikepdf.StreamDecodeLevel.all},
    ],
)
def test_it_comes_back_from_a_file_that_another_program_has_written_anew(options: dict[str, object]) -> None:
    data, anew = printed(outline(), attachments=[SOURCE]), io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(anew, **options)
    assert enclosed(anew.getvalue(), MAGIC) == OURS


def test_it_comes_back_from_a_file_that_was_added_to() -> None:
    data = printed(outline(), attachments=[SOURCE])
    assert enclosed(data + b"\n9999 0 obj\n<</Type/Sig>>\nendobj\n%%EOF\n", MAGIC) == OURS


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"/Type/EmbeddedFile", b"PK\x03\x04", printed(outline())]
)
def test_where_nothing_is_enclosed_a_sentence_says_so(data: bytes) -> None:
    with pytest.raises(NothingEnclosed) as told:
        enclosed(data, MAGIC)
    assert told.value.phrase.said


def test_another_file_in_the_pdf_is_not_taken_for_the_application() -> None:
    other = Attachment("b.zip", "application/zip", "b", "Source", b"PK\x03\x04" + b"\0" * 200)
    with pytest.raises(NothingEnclosed):
        enclosed(printed(outline(), attachments=[other]), MAGIC)
    assert enclosed(printed(outline(), attachments=[other, SOURCE]), MAGIC) == OURS


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grantdesk.pdf.inside.LARGEST", 10_000)
    bomb = zlib.compress(OURS + b"\0" * 1_000_000)
    stream = b"1 0 obj <</Type/EmbeddedFile/Filter/FlateDecode/Length %d>> stream\n%s\nendstream" % (
        len(bomb),
        bomb,
    )
    with pytest.raises(NothingEnclosed):
        enclosed(b"%PDF-1.7\n" + stream, MAGIC)


def stream(packed: bytes, entries: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"1 0 obj <</Type/EmbeddedFile%s/Length %d>> stream\n%s\nendstream endobj\n" % (
        entries,
        len(packed),
        packed,
    )


def test_of_many_bombs_a_few_are_begun_and_none_of_another_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time and room are bounded: 400 streams of 40 MB each are refused with less than one of them in memory."""
    monkeypatch.setattr("grantdesk.pdf.inside.LARGEST", 2**20)
    ours = stream(zlib.compress(OURS + b"\0" * 40_000_000))
    other = stream(zlib.compress(b"\0" * 40_000_000))
    twice = stream(zlib.compress(zlib.compress(b"\0" * 40_000_000)), b"/Filter[/FlateDecode/FlateDecode]")
    broken = stream(zlib.compress(OURS * 2000)[:-4] + b"\xff" * 4)
    for crowd in (ours, other, twice, broken, ours + other + twice + broken):
        tracemalloc.start()
        begun = time.process_time()
        with pytest.raises(NothingEnclosed):
            enclosed(b"%PDF-1.7\n" + crowd * 100, MAGIC)
        assert time.process_time() - begun < 5
        assert tracemalloc.get_traced_memory()[1] < 40_000_000
        tracemalloc.stop()


def test_a_broken_copy_before_it_does_not_hide_it() -> None:
    broken = stream(zlib.compress(OURS * 2000)[:-4] + b"\xff" * 4)
    whole = printed(outline(), attachments=[SOURCE])
    cut = stream(zlib.compress(OURS * 2000)[:-30])
    assert enclosed(broken + cut + whole, MAGIC) == OURS
    with pytest.raises(NothingEnclosed):
        enclosed(broken + cut, MAGIC)


@pytest.mark.parametrize("length", [0, 1, 10**9, 9999999999])
def test_a_length_that_lies_gives_what_is_there_and_no_more(length: int) -> None:
    data = b"1 0 obj <</Type/EmbeddedFile/Length %d>> stream\n%s\nendstream" % (length, OURS)
    assert len(enclosed(data, MAGIC)) <= len(data)


def test_a_length_that_stands_elsewhere_or_nowhere_is_found() -> None:
    for length, after in ((b"/Length 7 0 R", b"7 0 obj %d endobj" % len(OURS)), (b"", b"")):
        raw = OURS if length else OURS.split(b"\r\nendstream")[0]
        data = b"1 0 obj <</Type /EmbeddedFile%s>> stream\r\n%sendstream endobj %s" % (length, raw, after)
        assert enclosed(data, MAGIC) == raw


def test_neither_a_crowd_of_empty_places_nor_a_length_that_leads_nowhere_keeps_us() -> None:
    nowhere = b"1 0 obj <</Type/EmbeddedFile/Length 9 0 R>> stream\n%sendstream" % b"PK\x03\x04"
    with pytest.raises(NothingEnclosed):
        enclosed(nowhere, MAGIC)
    short = OURS.split(b"\r\nendstream")[0]
    assert enclosed(nowhere.replace(b"PK\x03\x04", short), MAGIC) == short, "up to the word that ends it"
    with pytest.raises(NothingEnclosed):
        enclosed(b"/Type/EmbeddedFile " * 300 + printed(outline(), attachments=[SOURCE]), MAGIC)


@given(st.binary(max_size=300), st.sampled_from([b"", b"/Filter/FlateDecode"]), st.integers(-1, 10**12))
def test_no_bytes_do_harm(junk: bytes, filtered: bytes, length: int) -> None:
    data = b"1 0 obj<</Type/EmbeddedFile%s/Length %d>>stream\n%s" % (filtered, length, junk)
    with suppress(NothingEnclosed):
        assert enclosed(data, MAGIC).startswith(b"PK")
