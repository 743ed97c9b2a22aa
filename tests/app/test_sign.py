"""The command that signs: with a key in a file, and with one on a card."""

import secrets
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from pdf.sign.keys import NAME, PASSPHRASE, made, p12, pem

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


def token(folder: Path, pin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A card in software with the key and its certificate, both called "allekirjoitus"."""
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


@pytest.mark.skipif(not SOFT.exists(), reason="SoftHSM is not installed")
def test_a_print_is_signed_with_a_card(command, pdf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    pin = str(secrets.randbelow(900_000) + 100_000)
    token(tmp_path, pin, monkeypatch)
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
