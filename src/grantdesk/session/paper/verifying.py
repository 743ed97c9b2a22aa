"""Whether a PDF, a printed code and an application belong together, in words."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Literal, TypeAlias

from grantdesk.files.container.entry import MAGIC
from grantdesk.files.grant import Grant, digest
from grantdesk.pdf import Seal, enclosed, reads_alike, seal
from grantdesk.pdf.sign import checking
from grantdesk.session.application import PROGRAM, Application, form_of
from grantdesk.session.earlier.difference import Difference, differences
from grantdesk.session.paper.enclosing import unpacked
from grantdesk.session.paper.printing import WHOLE, printed
from grantdesk.session.paper.signer import signed, stands, unchecked
from grantdesk.session.paper.verdict import Fit, Verdict
from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Phrase, phrase

Pages: TypeAlias = Literal["alike", "unlike", "unknown"]
"""Whether the pages say what the application inside says; unknown if another version of grantdesk printed them."""
_MAKER = f"<pdf:Producer>{PROGRAM}</pdf:Producer>".encode()
_SAYS = b"<dc:language><rdf:Bag><rdf:li>%s<"  # what a print says of its own language


def verified(
    data: bytes, file: Grant | None, language: Language, trusted: Sequence[bytes] | None = None
) -> Verdict:
    """What there is to say about a PDF, its signatures, and an application beside it. `trusted` are certificates (PEM
    or DER) that those who sign must lead to; None if nobody gave any.

    NothingEnclosed if no application is in the PDF; FileTrouble, CallFault if it cannot be read; NotInstalled if it is
    signed and the libraries for that are not there.
    """
    inside = unpacked(enclosed(data, MAGIC))
    state, signers = seal(data), checking.signed(data, trusted or ())
    pages = _compared(data, inside)
    said = [_sealed(state, bool(signers)), *_printed(state, pages), *map(signed, signers)]
    holds = state == "whole" or (state == "added" and bool(signers) and all(map(stands, signers)))
    holds = holds and pages != "unlike"
    left = tuple(unchecked(signers, trusted is not None))
    if file is None:
        return Verdict(holds, tuple(said), left, sound=holds)
    matches = digest(file) == digest(inside)
    found = () if matches else tuple(differences(form_of(file.call), inside.answers, file.answers, language))
    said.append(_together(matches, holds, file, inside, found))
    return Verdict(holds and matches, tuple(said), left, found, _fit(matches, file, inside), holds)


def _compared(data: bytes, inside: Grant) -> Pages:
    """Printing the application again must give these bytes, in whichever language and edition it was printed; from
    another build of this version at least these words."""
    application = Application(inside)
    if _MAKER not in data:
        return "unknown"
    said = [code for code in LANGUAGES if _SAYS % code.encode() in data]
    ways = product(said or LANGUAGES, (True, False), WHOLE)
    prints = []
    for code, empty, profile in ways:
        prints.append(printed(application, Language(code), empty, profile))
        if data.startswith(prints[-1]):
            return "alike" if data == prints[-1] or reads_alike(prints[-1:], data) else "unlike"
    return "alike" if reads_alike(prints, data) else "unlike"


def _sealed(state: Seal, signed: bool) -> Phrase:
    match state:
        case "whole":
            return phrase("The PDF is as grantdesk made it.")
        case "added" if signed:
            return phrase("The PDF is as grantdesk made it, with signatures added.")
        case "added":
            return phrase(
                "Something was added to the PDF that nobody signed: it may show what was never printed."
            )
        case _:
            return phrase(
                "The PDF was altered after grantdesk made it, or another program has written it anew."
            )


def _printed(state: Seal, pages: Pages) -> Iterator[Phrase]:
    if pages == "alike":
        yield phrase("What is printed is what the application inside says.")
    elif pages == "unlike":
        yield phrase(
            "What is printed is not what the application inside says: take it out and print it again."
        )
    elif state != "altered":
        yield phrase(
            "Another version of grantdesk printed it: its pages were not compared with the application inside."
        )


def _fit(same: bool, file: Grant, inside: Grant) -> Fit:
    if same:
        return "same"
    return "changed" if file.id == inside.id else "other"


def _together(same: bool, sound: bool, file: Grant, inside: Grant, differ: Sequence[Difference]) -> Phrase:
    if same and sound:
        return phrase("The PDF and the application belong together.")
    if same:
        return phrase(
            "The application inside the PDF is the same, but do not rely on this PDF: print the application again."
        )
    if file.id != inside.id:
        return phrase("The PDF is of another application.")
    if differ:
        return phrase("The application has changed since the PDF was made:")
    return phrase("The application has changed since the PDF was made: its call is another version.")
