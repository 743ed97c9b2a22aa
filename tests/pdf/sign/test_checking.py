"""Who has signed, and whether it is still what they signed."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyhanko.sign.validation.errors import SignatureValidationError

from grantdesk.outline.block import Heading, Signature
from grantdesk.pdf import printed
from grantdesk.pdf.cell import bounded
from grantdesk.pdf.sign import checking
from grantdesk.pdf.sign.checking import signatures
from grantdesk.pdf.sign.key import FileKey, TokenKey
from grantdesk.pdf.sign.signing import Seen, fields, signed
from grantdesk.pdf.sign.trouble import NoPdf, NotInstalled, NoTrust
from pdf.sample import outline
from pdf.sign.keys import NAME, PASSPHRASE, endless, p12, pem
from pdf.works import here

OTHER = "Joku Toinen"


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    data = printed(
        outline(Heading(2, "Allekirjoitukset"), Signature("A Oy", "Johtaja"), Signature("B ry", "Pj"))
    )
    for n, name in enumerate((NAME, OTHER), 1):
        key = FileKey(p12(tmp_path_factory.mktemp("key"), name), PASSPHRASE)
        data = signed(data, f"Signature{n}", key, Seen())
    return data


def test_both_signatures_hold_and_the_first_allows_the_second(twice: bytes, tmp_path: Path) -> None:
    first, second = signatures(twice, [pem(tmp_path).read_bytes()])
    assert (first.name, second.name) == (NAME, OTHER)
    assert first.whole
    assert first.valid
    assert second.whole
    assert second.valid
    assert (first.added, first.allowed, second.added) == (True, True, False)
    assert (first.trusted, second.trusted) == (True, False)
    assert first.moment is not None
    assert not first.stamped


def test_a_changed_byte_breaks_what_was_signed(twice: bytes) -> None:
    broken = twice[:2000] + bytes([twice[2000] ^ 1]) + twice[2001:]
    assert not any(each.whole for each in signatures(broken))


def test_what_was_added_after_the_last_signature_is_seen(twice: bytes) -> None:
    added = signatures(twice + b"\n% more\n")
    assert added[-1].added


@pytest.mark.parametrize("certificate", [b"", b"nothing", b"0\x03abc"])
def test_certificates_that_cannot_be_read_are_told(twice: bytes, certificate: bytes) -> None:
    with pytest.raises(NoTrust):
        signatures(twice, [certificate])


@pytest.mark.parametrize("data", [b"", b"/ByteRange", b"%PDF-1.7 /ByteRange [0 1 2 3]", printed(outline())])
def test_where_nobody_signed_there_is_no_signature(data: bytes) -> None:
    assert signatures(data) == []


def test_without_the_libraries_a_sentence_tells_what_to_type(
    twice: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pyhanko.pdf_utils.reader", "pyhanko.sign.signers", "pyhanko.sign.pkcs11"):
        monkeypatch.setitem(sys.modules, name, None)
    card = TokenKey(tmp_path / "none.so", "", "key", "0000")
    for tried in (FileKey(p12(tmp_path), PASSPHRASE).signer, card.signer):
        with pytest.raises(NotInstalled), tried():
            pass
    for read in (signatures, fields):
        with pytest.raises(NotInstalled):
            read(twice)


def test_a_signature_that_cannot_be_checked_does_not_stand(
    twice: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise SignatureValidationError("a digest that nobody knows")

    monkeypatch.setattr("pyhanko.sign.validation.validate_pdf_signature", failing)
    found = signatures(twice)
    assert [each.name for each in found] == [NAME, OTHER]
    assert not any(each.whole or each.valid or each.trusted or each.allowed for each in found)
    assert all(each.added and each.moment is None for each in found)


@pytest.mark.parametrize("way", [bounded, here])
def test_a_process_of_its_own_tells_the_same(
    way: Callable[..., bytes], twice: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grantdesk.pdf.sign.apart.bounded", way)
    certificate = pem(tmp_path).read_bytes()
    assert checking.signed(twice, [certificate]) == signatures(twice, [certificate])
    assert checking.signed(printed(outline())) == []
    with pytest.raises(NoTrust):
        checking.signed(twice, [b"nothing"])


def test_a_file_that_keeps_its_reader_busy_for_ever_cannot_be_read(twice: bytes) -> None:
    with pytest.raises(NoPdf):
        checking.signed(endless(twice))
