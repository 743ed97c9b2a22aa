"""Signs a printed file at one of its places (PAdES B-B, with a time stamp B-T): what was there stays as it was.

pyHanko does the cryptography. Two things are done so that the file conforms after it as before: the metadata are left
alone, and the place to sign was made when the file was printed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from grantdesk.pdf.sign.block import block
from grantdesk.pdf.sign.key import Key
from grantdesk.pdf.sign.quiet import quiet
from grantdesk.pdf.sign.reading import guarded, opened
from grantdesk.pdf.sign.stamping import Stamper, stamps
from grantdesk.pdf.sign.trouble import NoField, NoKey, SigningTrouble
from grantdesk.words.phrase import phrase


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen at the place: two short lines under the name of whoever signs. `reason` goes into the signature."""

    lines: Sequence[str] = ()
    reason: str = ""


def fields(data: bytes) -> tuple[str, ...]:
    """The places of a printed file that are still free, in their order. NotInstalled, NoPdf."""
    return tuple(told(data))


def told(data: bytes) -> Mapping[str, str]:
    """The same places, each with what the file tells of it: who signs there. NotInstalled, NoPdf."""
    quiet()
    with opened(data) as reader:
        from pyhanko.sign.fields import enumerate_sig_fields  # for start-up

        free = enumerate_sig_fields(reader, filled_status=False)
        return {name: str(reference.get_object().get("/TU", "")) for name, _, reference in free}


def signed(data: bytes, field: str, key: Key, seen: Seen, stamper: Stamper | None = None) -> bytes:
    """The file with one more signature, at the place called `field`; the bytes that were there are its beginning.

    A `stamper` is asked for a time stamp. NotInstalled, NoPdf, NoField, NoKey, NoStamp.
    """
    free = fields(data)
    if field not in free:
        raise NoField(field, free)
    with key.signer() as signer, TemporaryDirectory() as folder:
        return _signed(data, field, signer, (seen, stamper, Path(folder) / "block.pdf"))


def _signed(data: bytes, field: str, signer: Any, rest: tuple[Seen, Stamper | None, Path]) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import signers
    from pyhanko.sign.fields import SigSeedSubFilter

    seen, stamper, drawn = rest

    class Writer(IncrementalPdfFileWriter):
        """Leaves the metadata as they are."""

        def _update_meta(self) -> None: ...

    with guarded():
        writer = Writer(BytesIO(data))
        width, height = _size(writer, field)
    drawn.write_bytes(block(width, height, (_name(signer), *seen.lines)))
    said = signers.PdfSignatureMetadata(
        field_name=field, subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256", reason=seen.reason or None
    )
    pdf_signer = signers.PdfSigner(
        said, signer, timestamper=stamps(stamper) if stamper else None, stamp_style=_style(drawn)
    )
    result = BytesIO()
    try:
        pdf_signer.sign_pdf(writer, output=result)
    except SigningTrouble:
        raise
    except Exception as error:  # of the key, of the card, of the file: each library has errors of its own
        raise NoKey(phrase("the signature could not be made")) from error
    return result.getvalue()


def _style(drawn: Path) -> Any:
    """The block as it is drawn in the file, over the whole place."""
    from pyhanko.pdf_utils.layout import AxisAlignment, InnerScaling, SimpleBoxLayoutRule
    from pyhanko.stamp import StaticStampStyle

    low = AxisAlignment.ALIGN_MIN
    whole = SimpleBoxLayoutRule(low, low, inner_content_scaling=InnerScaling.NO_SCALING)
    return StaticStampStyle.from_pdf_file(
        str(drawn), border_width=0, background_opacity=1.0, background_layout=whole
    )


def _name(signer: Any) -> str:
    """What the certificate calls whoever signs."""
    subject = signer.signing_cert.subject
    return str(subject.native.get("common_name") or subject.human_friendly)


def _size(writer: Any, field: str) -> tuple[float, float]:
    """The width and height of the place, in points."""
    from pyhanko.sign.fields import enumerate_sig_fields

    free = {name: reference for name, _, reference in enumerate_sig_fields(writer, filled_status=False)}
    left, bottom, right, top = map(float, free[field].get_object()["/Rect"])
    return right - left, top - bottom
