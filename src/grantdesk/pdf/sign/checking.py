"""Tells who has signed a file, whether it is still what they signed, and what cannot be told without a network."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from grantdesk.pdf.sign.apart import apart
from grantdesk.pdf.sign.quiet import quiet
from grantdesk.pdf.sign.reading import opened
from grantdesk.pdf.sign.trouble import NoPdf, NoTrust


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature. `whole`: what it covers is as it was signed; `added`: something was added after it, which is
    allowed (`allowed`: other signatures) or not. `valid`: the key fits; `trusted`: the certificate leads to one of the
    given ones. `moment` is what the signer's computer said, or the time stamp if `stamped`."""

    field: str
    name: str
    moment: datetime | None
    whole: bool
    valid: bool
    trusted: bool
    added: bool
    allowed: bool
    stamped: bool


def signed(data: bytes, trusted: Sequence[bytes] = ()) -> list[Signed]:
    """`signatures`, read in a process of its own. NotInstalled, NoTrust; NoPdf if that takes too long."""
    if b"/ByteRange" not in data:
        return []
    found = apart(_told, data, tuple(trusted))
    return [Signed(**{**each, "moment": datetime.fromisoformat(at) if at else None}) for at, each in found]


def _told(data: bytes, trusted: Sequence[bytes]) -> list[tuple[str, dict[str, Any]]]:
    """The signatures, each with its moment as text."""
    found = signatures(data, trusted)
    return [
        (each.moment.isoformat() if each.moment else "", {**asdict(each), "moment": None}) for each in found
    ]


def signatures(data: bytes, trusted: Sequence[bytes] = ()) -> list[Signed]:
    """The signatures of a file in the order in which they were made; empty where there are none, or no PDF.

    `trusted` are certificates (PEM or DER) that signers' certificates must lead to. Nothing is asked from a network.
    NotInstalled if signatures are there and the libraries are not; NoTrust.
    """
    if b"/ByteRange" not in data:
        return []
    quiet()
    try:
        with opened(data) as reader:
            context = _context(trusted)
            return [_signed(each, context) for each in reader.embedded_regular_signatures]
    except NoPdf:
        return []


def _context(trusted: Sequence[bytes]) -> Any:
    from pyhanko.keys import load_certs_from_pemder_data
    from pyhanko_certvalidator import ValidationContext

    try:
        roots = [certificate for each in trusted for certificate in load_certs_from_pemder_data(each)]
        for certificate in roots:
            certificate.native  # noqa: B018 - reads it to the end
    except (ValueError, TypeError) as error:
        raise NoTrust from error
    return ValidationContext(trust_roots=roots, allow_fetching=False)


def _signed(signature: Any, context: Any) -> Signed:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.general import SigningError
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko.sign.validation.errors import SignatureValidationError

    subject = signature.signer_cert.subject
    name = str(subject.native.get("common_name") or subject.human_friendly)
    try:
        state = validate_pdf_signature(signature, context)
    except (SignatureValidationError, SigningError, ValueError):
        return Signed(signature.field_name, name, None, False, False, False, True, False, False)
    stamp = getattr(state, "timestamp_validity", None)
    moment = stamp.timestamp if stamp else state.signer_reported_dt
    covered = signature.coverage is not None and state.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    allowed = state.modification_level in (
        ModificationLevel.NONE,
        ModificationLevel.LTA_UPDATES,
        ModificationLevel.FORM_FILLING,
    )
    return Signed(
        field=signature.field_name,
        name=name,
        moment=moment,
        whole=bool(state.intact and covered),
        valid=bool(state.valid),
        trusted=bool(state.trusted),
        added=state.coverage != SignatureCoverageLevel.ENTIRE_FILE,
        allowed=allowed,
        stamped=stamp is not None,
    )
