"""Signing keeps what was there, conforms, and is seen."""

import io
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantdesk.outline.block import Heading, Signature
from grantdesk.pdf import NothingEnclosed, enclosed, printed, seal
from grantdesk.pdf.sign.checking import signatures
from grantdesk.pdf.sign.key import FileKey
from grantdesk.pdf.sign.signing import Seen, fields, signed
from grantdesk.pdf.sign.trouble import NoField, NoKey, NoPdf, SigningTrouble
from pdf.reading import tree
from pdf.sample import outline
from pdf.sign.keys import NAME, PASSPHRASE, p12

# A signature covers the file as it was signed. The validator wants the first of several to cover the later ones too,
# which none can (ISO 32000-1, 12.8.1 has each sign its own revision); veraPDF takes them as they are.
COVERS = "SIGNATURE-BYTERANGE"
SEEN = Seen(("24.11.2026 klo 12.15", "Sähköinen allekirjoitus"), "Hakemuksen allekirjoitus")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    places = [
        Signature(name, "Johtaja", promise="Vakuutan tiedot oikeiksi.") for name in ("A Oy", "B ry", "C")
    ]
    return printed(outline(Heading(2, "Allekirjoitukset"), *places))


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> FileKey:
    return FileKey(p12(tmp_path_factory.mktemp("key")), PASSPHRASE)


def failures(data: bytes, folder: Path) -> list[str]:
    file = folder / "signed.pdf"
    file.write_bytes(data)
    found = (page.validate_pdf(str(file), profile=profile).failures for profile in ("3a", "ua1"))
    return [f"{failure.rule_id} {failure.message}" for each in found for failure in each]


def test_several_sign_in_turn_and_each_time_the_file_is_added_to(
    pdf: bytes, key: FileKey, tmp_path: Path
) -> None:
    data = pdf
    for n, name in enumerate(fields(pdf), 1):
        after = signed(data, name, key, SEEN)
        assert after.startswith(data)
        assert [each for each in failures(after, tmp_path) if n == 1 or COVERS not in each] == []
        assert len(fields(after)) == 3 - n
        data = after
    assert seal(data) == "added"
    assert tree(data).whole() == tree(pdf).whole()


def test_who_has_signed_is_seen_at_the_place(pdf: bytes, key: FileKey) -> None:
    data = signed(pdf, "Signature2", key, SEEN)
    with pikepdf.open(io.BytesIO(data)) as read:
        field = next(field for field in read.Root.AcroForm.Fields if str(field.T) == "Signature2")
        assert str(field.V.SubFilter) == "/ETSI.CAdES.detached"
        assert str(field.V.Reason) == SEEN.reason
    with pypdfium2.PdfDocument(data) as document, pypdfium2.PdfDocument(pdf) as before:
        document.init_forms()
        last = len(document) - 1
        darker, lighter = (sum(bytes(each[last].render().buffer)) for each in (document, before))
        assert darker < lighter


def test_a_place_that_is_not_there_or_taken_is_told(pdf: bytes, key: FileKey) -> None:
    taken = signed(pdf, "Signature1", key, SEEN)
    for data, name in (
        (taken, "Signature1"),
        (pdf, "Signature9"),
        (printed(outline(Heading(2, "x"))), "Signature1"),
    ):
        with pytest.raises(NoField):
            signed(data, name, key, SEEN)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"x" * 5000])
def test_what_is_no_pdf_is_told(data: bytes) -> None:
    with pytest.raises(NoPdf):
        fields(data)


@pytest.mark.parametrize("user", ["", "secret"])
def test_a_pdf_that_is_locked_is_told(pdf: bytes, key: FileKey, user: str) -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as read:
        read.save(locked, encryption=pikepdf.Encryption(owner="owner", user=user))
    with pytest.raises(NoPdf):
        signed(locked.getvalue(), "Signature1", key, SEEN)
    assert signatures(locked.getvalue()) == []
    with pytest.raises(NothingEnclosed) as told:
        enclosed(locked.getvalue(), b"")
    assert "locked" in told.value.phrase.said


def test_a_key_that_fails_while_it_signs_is_told(pdf: bytes, key: FileKey) -> None:
    class Failing:
        @contextmanager
        def signer(self) -> Iterator[Any]:
            with key.signer() as signer:
                signer.signing_key = None
                yield signer

    with pytest.raises(NoKey):
        signed(pdf, "Signature1", Failing(), SEEN)


def test_a_place_without_a_size_is_told(pdf: bytes, key: FileKey) -> None:
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as read:
        del read.Root.AcroForm.Fields[0].Rect
        read.save(changed)
    with pytest.raises(NoPdf):
        signed(changed.getvalue(), "Signature1", key, SEEN)


@settings(max_examples=20)
@given(drawn=st.data())
def test_no_damaged_pdf_does_harm(drawn: st.DataObject, pdf: bytes, key: FileKey) -> None:
    """Not to who signs, not to who checks, not to who takes the application out: a sentence, or it is as before."""
    harmless(drawn, pdf, key)


@pytest.mark.slow
@settings(max_examples=200)
@given(drawn=st.data())
def test_none_of_hundreds_of_damaged_pdfs_does_harm(drawn: st.DataObject, pdf: bytes, key: FileKey) -> None:
    harmless(drawn, pdf, key)


def harmless(drawn: st.DataObject, pdf: bytes, key: FileKey) -> None:
    bases = [pdf, signed(pdf, "Signature1", key, SEEN)]
    damaged = bytearray(drawn.draw(st.sampled_from(bases)))
    for at in drawn.draw(st.lists(st.integers(0, len(damaged) - 1), min_size=1, max_size=5)):
        damaged[at] = drawn.draw(st.sampled_from(b"0123456789 /<>[]()R\x00\xff"))
    cut = bytes(damaged[: drawn.draw(st.one_of(st.just(len(damaged)), st.integers(0, len(damaged))))])
    signatures(cut)
    with suppress(SigningTrouble):
        signed(cut, "Signature2", key, SEEN)
    with suppress(NothingEnclosed):
        enclosed(cut, b"")


def test_a_wrong_passphrase_signs_nothing_and_is_told_nowhere(
    pdf: bytes, key: FileKey, tmp_path: Path
) -> None:
    wrong = FileKey(key.path, "hunter2")
    with pytest.raises(NoKey) as told:
        signed(pdf, "Signature1", wrong, SEEN)
    assert "hunter2" not in repr(wrong) + str(told.value.phrase)
    (tmp_path / "no.p12").write_bytes(b"nothing")
    for path in (tmp_path / "no.p12", tmp_path / "none.p12"):
        with pytest.raises(NoKey):
            signed(pdf, "Signature1", FileKey(path, "x"), SEEN)


def test_the_name_on_the_certificate_is_what_is_seen(key: FileKey) -> None:
    with key.signer() as signer:
        assert signer.signing_cert.subject.native["common_name"] == NAME
