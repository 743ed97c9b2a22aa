"""The command that signs: with a key in a file, and with one on a card."""

import logging
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from cryptography.hazmat.primitives import serialization

from pdf.sign.keys import NAME, PASSPHRASE, endless, made, p12, pem

SOFT = Path("/usr/lib/softhsm/libsofthsm2.so")


@pytest.fixture
def pdf(command, complete: Path, tmp_path: Path) -> Path:
    file = tmp_path / "printed.pdf"
    assert command("export", complete, "-o", file).code == 0
    return file


def test_a_print_is_signed_and_verified(command, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("click.prompt", lambda *_, **__: PASSPHRASE)
    out = tmp_path / "signed.pdf"
    assert command("sign", pdf, "-o", out, "--p12", p12(tmp_path)).code == 0
    said = command("verify", out, "--trust", pem(tmp_path))
    assert said.code == 0
    assert NAME in said.out
    assert PASSPHRASE not in said.out + said.err
    assert command("sign", pdf, "-o", out, "--p12", p12(tmp_path)).code == 2, "a file is never replaced"


def test_a_key_is_named_once(command, pdf: Path, tmp_path: Path):
    assert command("sign", pdf, "-o", tmp_path / "x.pdf").code == 2
    assert command("sign", pdf, "-o", tmp_path / "x.pdf", "--p12", "a", "--module", "b").code == 2
    assert command("sign", tmp_path / "none.pdf", "-o", tmp_path / "x.pdf", "--p12", "a").code == 3


def test_a_file_that_keeps_its_reader_busy_for_ever_is_not_signed(
    command, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("click.prompt", lambda *_, **__: PASSPHRASE)
    pdf.write_bytes(endless(pdf.read_bytes()))
    key = ("--p12", p12(tmp_path), "--place", "Signature1", "--lang", "en")
    said = command("sign", pdf, "-o", tmp_path / "x.pdf", *key)
    assert (said.code, said.err.count("cannot be read as a PDF")) == (2, 1)
    assert not (tmp_path / "x.pdf").exists()


def needed() -> None:
    """Skips the test where there is no SoftHSM; in CI that is a failure."""
    if not SOFT.exists():
        if os.environ.get("CI"):
            pytest.fail("no SoftHSM: apt-get install softhsm2")
        pytest.skip("SoftHSM is not installed")


def token(folder: Path, pin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes the card."""
    import pkcs11
    from asn1crypto.keys import PrivateKeyInfo
    from pkcs11 import Attribute
    from pkcs11.util.rsa import decode_rsa_private_key
    from pkcs11.util.x509 import decode_x509_certificate

    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(
        f"directories.tokendir = {folder}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    monkeypatch.setenv("SOFTHSM2_CONF", str(settings))
    init = ["softhsm2-util", "--init-token", "--free", "--label", "TEST", "--pin", pin]
    subprocess.run([*init, "--so-pin", secrets.token_hex(8)], check=True, stdout=subprocess.DEVNULL)
    key, certificate = made()
    der = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pkcs11.lib(str(SOFT)).get_token(token_label="TEST").open(rw=True, user_pin=pin) as session:
        private = decode_rsa_private_key(PrivateKeyInfo.load(der)["private_key"].parsed.dump())
        public = decode_x509_certificate(certificate.public_bytes(serialization.Encoding.DER))
        for each in (private, public):
            marks = {Attribute.LABEL: "allekirjoitus", Attribute.ID: b"\1", Attribute.TOKEN: True}
            session.create_object({**each, **marks})


@pytest.fixture(scope="module")
def pin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of a card in software with the key and its certificate, both called "allekirjoitus"; one for all tests, since the
    library reads its settings once in a process."""
    needed()
    secret = str(secrets.randbelow(9 * 10**11) + 10**11)
    with pytest.MonkeyPatch.context() as patch:
        token(tmp_path_factory.mktemp("card"), secret, patch)
        yield secret


@contextmanager
def kept(folder: Path) -> Iterator[str]:
    """In place of a folder that goes away, so that what was in it can be looked at afterwards."""
    yield mkdtemp(dir=folder)


def written(secret: str, folder: Path) -> Iterator[str]:
    """Where a secret stands: in a file of the folder, in the environment, in what the program was called with."""
    forms = (secret.encode(), secret.encode("utf-16-le"), secret.encode().hex().encode())
    yield from (
        str(file)
        for file in folder.rglob("*")
        if file.is_file()
        for each in forms
        if each in file.read_bytes()
    )
    yield from (name for name, value in os.environ.items() if secret in value)
    yield from (each for each in sys.argv if secret in each)


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    """Everything is logged, and what is laid aside while signing stays."""
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr("grantdesk.pdf.sign.signing.TemporaryDirectory", lambda: kept(aside))
    caplog.set_level(logging.DEBUG)
    return caplog


def test_a_passphrase_is_kept_nowhere(
    command, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watched: pytest.LogCaptureFixture
):
    """And one that is wrong neither."""
    file, out, wrong = p12(tmp_path), tmp_path / "signed.pdf", "hunter2hunter2"
    monkeypatch.setattr("click.prompt", lambda *_, **__: PASSPHRASE)
    said = command("sign", pdf, "-o", out, "--p12", file)
    monkeypatch.setattr("click.prompt", lambda *_, **__: wrong)
    refused = command("sign", pdf, "-o", tmp_path / "x.pdf", "--p12", file)
    assert (said.code, refused.code) == (0, 2)
    assert any((tmp_path / "aside").rglob("*.pdf")), "what was laid aside is looked at"
    for secret in (PASSPHRASE, wrong):
        assert [*written(secret, tmp_path)] == []
        assert secret not in said.out + said.err + refused.out + refused.err + watched.text


def test_a_pin_is_kept_nowhere(
    command,
    pdf: Path,
    tmp_path: Path,
    pin: str,
    monkeypatch: pytest.MonkeyPatch,
    watched: pytest.LogCaptureFixture,
):
    wrong = pin[::-1] + "0"
    card = ("--module", SOFT, "--token", "TEST", "--key", "allekirjoitus")
    monkeypatch.setattr("click.prompt", lambda *_, **__: pin)
    said = command("sign", pdf, "-o", tmp_path / "signed.pdf", *card)
    monkeypatch.setattr("click.prompt", lambda *_, **__: wrong)
    refused = command("sign", pdf, "-o", tmp_path / "x.pdf", *card)
    assert (said.code, refused.code) == (0, 2)
    for secret in (pin, wrong):
        assert [*written(secret, tmp_path)] == []
        assert secret not in said.out + said.err + refused.out + refused.err + watched.text


def test_three_sign_in_turn_and_what_was_not_checked_is_told(
    command, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """With certificates of the kind PEM, DER and both; the application comes back from the file as it was."""
    monkeypatch.setattr("click.prompt", lambda *_, **__: PASSPHRASE)
    names = ("Aino Ensimmäinen", "Boris Andra", "Cecilia Third")
    file = pdf
    for number, name in enumerate(names, 1):
        file, before = tmp_path / f"signed{number}.pdf", file
        assert command("sign", before, "-o", file, "--p12", p12(tmp_path, name)).code == 0
        assert file.read_bytes().startswith(before.read_bytes())
    trusted = []
    for number, name in enumerate(names):
        trusted.append(tmp_path / f"{number}.cer")
        kind = serialization.Encoding.DER if number else serialization.Encoding.PEM
        trusted[-1].write_bytes(made(name)[1].public_bytes(kind))
    every = [part for each in trusted for part in ("--trust", each)]
    held, some, none = (
        command("verify", file, *every),
        command("verify", file, *every[:2]),
        command("verify", file),
    )
    for said in (held, some, none):
        assert said.code == 0
        assert [said.out.count(f"Signed by {name}, ") for name in names] == [1, 1, 1]
        assert "revoked was not checked" in said.out
        assert "what the computers of those who signed said" in said.out
    assert "leads to none" not in held.out
    assert [f"{name} leads to none" in some.out for name in names] == [False, True, True]
    assert "genuine was not checked" in none.out
    assert "genuine was not checked" not in held.out + some.out
    back = tmp_path / "back.grant"
    assert command("extract", file, "-o", back).code == 0
    assert command("extract", pdf, "-o", tmp_path / "first.grant").code == 0
    assert back.read_bytes() == (tmp_path / "first.grant").read_bytes()
    assert command("sign", file, "-o", tmp_path / "x.pdf", "--p12", p12(tmp_path)).code == 2, (
        "no place is left"
    )


def test_a_print_is_signed_with_a_card(
    command, pdf: Path, tmp_path: Path, pin: str, monkeypatch: pytest.MonkeyPatch
):
    card = ("--module", SOFT, "--token", "TEST")
    monkeypatch.setattr("click.prompt", lambda *_, **__: pin)
    out = tmp_path / "signed.pdf"
    assert command("sign", pdf, "-o", out, *card, "--key", "allekirjoitus").code == 0
    assert command("verify", out, "--trust", pem(tmp_path)).code == 0
    assert command("sign", pdf, "-o", tmp_path / "x.pdf", *card, "--key", "other").code == 2
    monkeypatch.setattr("click.prompt", lambda *_, **__: "000000")
    wrong = command("sign", pdf, "-o", tmp_path / "x.pdf", *card, "--key", "allekirjoitus")
    assert wrong.code == 2
    assert not (tmp_path / "x.pdf").exists()
