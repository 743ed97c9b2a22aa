"""Where the application is signed: once for the project, or once for each partner, as the call wants it."""

from collections.abc import Iterator

from grantdesk.call.terms.criterion import Signature as Signing
from grantdesk.outline.block import Block, Heading, Signature
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.section import COUNTS
from grantdesk.words.phrase import phrase


def signatures(dossier: Dossier, level: int) -> Iterator[Block]:
    """The places to sign under a heading of the level; nothing where nobody signs."""
    found = list(_places(dossier))
    if found:
        yield Heading(level, dossier.say(phrase("Signatures")), COUNTS)
        yield from found


def _places(dossier: Dossier) -> Iterator[Signature]:
    only = dossier.edition.partner
    for signing in dossier.form.call.signatures:
        if signing.owner == "partner":
            for key, part in dossier.members.items():
                if only in (None, key):
                    yield _place(dossier, signing, part, dossier.say(dossier.partner(key).full))
        elif only is None:
            yield _place(dossier, signing, dossier.project, dossier.applicant)


def _place(dossier: Dossier, signing: Signing, part: Part, organisation: str) -> Signature:
    """A place to sign; the name is the answer of the node that the call names, if it is asked and answered."""
    name = part.view.get(signing.name) if signing.name else None
    known = name if isinstance(name, str) else ""
    at = (*part.path, signing.name) if signing.name else part.path
    return Signature(organisation, dossier.pick(signing.role), known, dossier.pick(signing.promise), at)
