"""What there is to say of those who signed a PDF."""

from collections.abc import Iterator, Sequence

from grantdesk.pdf.sign.checking import Signed
from grantdesk.words.phrase import Phrase, phrase


def stands(signature: Signed) -> bool:
    """Is what was signed still so, and nothing added to it but what may be?"""
    return signature.whole and signature.valid and (signature.allowed or not signature.added)


def signed(signature: Signed) -> Phrase:
    """Who signed, when, and whether it stands."""
    name, moment = signature.name, signature.moment
    if not stands(signature):
        return phrase("The signature of {name} does not stand: the file is not what was signed.", name=name)
    if moment is None:
        return phrase("Signed by {name}; the file is as it was then.", name=name)
    return phrase("Signed by {name}, {moment}; the file is as it was then.", name=name, moment=moment)


def unchecked(signatures: Sequence[Signed], trust: bool) -> Iterator[Phrase]:
    """What was not checked, and cannot be without a network; `trust`: certificates to be trusted were given."""
    if not signatures:
        yield phrase("It is not signed: who made it cannot be told from it.")
        return
    for each in signatures:
        if trust and not each.trusted:
            yield phrase("The certificate of {name} leads to none of those that you trust.", name=each.name)
    if not trust:
        yield phrase(
            "Whether the certificates are genuine was not checked: none that you trust was given to compare with."
        )
    yield phrase("Whether a certificate was revoked was not checked: that needs a network.")
    if not all(each.stamped for each in signatures):
        yield phrase("The moments are what the computers of those who signed said.")
