"""Time stamps, from a service that is asked by whatever the signer is given; here one without a network."""

import datetime
import http.client
import io
from email.message import Message
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from asn1crypto.keys import PrivateKeyInfo
from asn1crypto.tsp import PKIStatusInfo, TimeStampReq, TimeStampResp
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from grantdesk.files.container.entry import MAGIC
from grantdesk.outline.block import Heading, Signature
from grantdesk.pdf import Attachment, enclosed, printed
from grantdesk.pdf.sign.checking import signatures
from grantdesk.pdf.sign.key import FileKey
from grantdesk.pdf.sign.signing import Seen, signed
from grantdesk.pdf.sign.stamping import QUERY, service
from grantdesk.pdf.sign.trouble import NoStamp
from pdf.papers import failures
from pdf.sample import outline
from pdf.sign.keys import PASSPHRASE, made, p12, pem
from pdf.test_inside import OURS

STAMPED = datetime.datetime(2026, 11, 24, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return printed(outline(Heading(2, "Allekirjoitukset"), Signature("A Oy", "Johtaja")))


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> FileKey:
    return FileKey(p12(tmp_path_factory.mktemp("key")), PASSPHRASE)


class Clock:
    """A time-stamping authority of our own: `certificate` is the one to trust."""

    def __init__(self) -> None:
        secret, _ = made("Kello")
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kello")])
        now = datetime.datetime.now(datetime.UTC)
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        built = (
            x509.CertificateBuilder(name, name, secret.public_key(), x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=30))
            .add_extension(usage, True)
            .sign(secret, hashes.SHA256())
        )
        self.certificate = built.public_bytes(serialization.Encoding.DER)
        der = secret.private_bytes(
            serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        self.stamper = DummyTimeStamper(
            Certificate.load(self.certificate), PrivateKeyInfo.load(der), fixed_dt=now.replace(microsecond=0)
        )
        self.moment = self.stamper.fixed_dt

    def __call__(self, request: bytes) -> bytes:
        return self.stamper.request_tsa_response(TimeStampReq.load(request)).dump()


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


def test_the_moment_of_a_stamp_is_the_services_own(
    pdf: bytes, key: FileKey, clock: Clock, tmp_path: Path
) -> None:
    data = signed(pdf, "Signature1", key, Seen(), clock)
    (found,) = signatures(data, [pem(tmp_path).read_bytes(), clock.certificate])
    assert (found.whole, found.valid, found.stamped, found.moment) == (True, True, True, clock.moment)
    assert data.startswith(pdf)
    assert failures(data, tmp_path) == []


def test_the_application_comes_back_from_a_stamped_file(key: FileKey, clock: Clock) -> None:
    source = Attachment("a.grant", MAGIC.decode(), "Hakemus", "Source", OURS)
    made = outline(Heading(2, "Allekirjoitukset"), Signature("A Oy", "Johtaja"))
    data = signed(printed(made, attachments=[source]), "Signature1", key, Seen(), clock)
    assert enclosed(data, MAGIC) == OURS


def refused(_: bytes) -> bytes:
    return TimeStampResp({"status": PKIStatusInfo({"status": "rejection"})}).dump()


def silent(_: bytes) -> bytes:
    raise NoStamp


@pytest.mark.parametrize(
    "stamper", [refused, silent, lambda _: b"", lambda _: b"<html>", lambda _: b"0\x03abc"]
)
def test_without_a_stamp_nothing_is_signed(pdf: bytes, key: FileKey, stamper: Any) -> None:
    with pytest.raises(NoStamp):
        signed(pdf, "Signature1", key, Seen(), stamper)


def test_a_stamp_for_somebody_else_is_none(pdf: bytes, key: FileKey, clock: Clock) -> None:
    def stale(request: bytes) -> bytes:
        other = TimeStampReq.load(request)
        other["nonce"] = 4711
        return clock(other.dump())

    with pytest.raises(NoStamp):
        signed(pdf, "Signature1", key, Seen(), stale)


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org", "example.org", "javascript:1", ""]
)
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    with pytest.raises(NoStamp):
        service(address)


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was asked of the web, which answers with the request itself."""
    asked: list[Any] = []

    def answered(query: Any, timeout: float) -> Any:
        asked.append((query, timeout))
        if "down" in query.full_url:
            raise URLError("down")
        if "cut" in query.full_url:
            raise http.client.IncompleteRead(b"")
        return io.BytesIO(query.data)

    monkeypatch.setattr("urllib.request.urlopen", answered)
    return asked


def test_a_service_is_asked_as_the_standard_says(web: list[Any]) -> None:
    assert service("https://example.org/tsa")(b"request") == b"request"
    ((query, timeout),) = web
    headers = Message()
    for name, value in query.header_items():
        headers[name] = value
    assert all(headers[name] == value for name, value in QUERY.items())
    assert 0 < timeout <= 60


@pytest.mark.parametrize("address", ["http://down.example.org", "http://cut.example.org"])
def test_a_service_that_does_not_answer_is_told(web: list[Any], address: str) -> None:
    with pytest.raises(NoStamp):
        service(address)(b"request")
