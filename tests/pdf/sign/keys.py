"""Keys of people who do not exist, made when they are asked for and never kept."""

import datetime
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

NAME = "MEIKÄLÄINEN MAIJA ÖHMAN"
PASSPHRASE = "salainen"


@cache
def made(name: str = NAME) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    """A key and its certificate, signed by itself, with nonRepudiation."""
    key = rsa.generate_private_key(65537, 2048)
    subject = x509.Name(
        [x509.NameAttribute(NameOID.COUNTRY_NAME, "FI"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )
    now = datetime.datetime.now(datetime.UTC)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(usage, True)
        .add_extension(x509.BasicConstraints(False, None), True)
        .sign(key, hashes.SHA256())
    )
    return key, certificate


def p12(folder: Path, name: str = NAME) -> Path:
    """The key in a PKCS#12 file that PASSPHRASE opens."""
    key, certificate = made(name)
    secret = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    path = folder / "key.p12"
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, secret))
    return path


def pem(folder: Path, name: str = NAME) -> Path:
    """The certificate, to be trusted."""
    path = folder / "trusted.pem"
    path.write_bytes(made(name)[1].public_bytes(serialization.Encoding.PEM))
    return path


def endless(file: bytes) -> bytes:
    """The file with a table of two thousand million objects of no size added to it."""
    table = b"<</Type/XRef/Size 9/W[0 0 0]/Index[0 2147483647]/Root 1 0 R/Length 0>>stream\n\nendstream"
    return b"%s9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (file, table, len(file))
