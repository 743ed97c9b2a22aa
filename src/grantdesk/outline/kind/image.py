"""The pictures among the files that are attached to a question."""

from collections.abc import Iterator

from grantdesk.model.order import ordered
from grantdesk.outline.block import Image
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.words.phrase import phrase

MEDIA = frozenset(f"image/{kind}" for kind in ("png", "jpeg", "tiff", "webp", "bmp", "gif"))


def images(dossier: Dossier, question: Question, of: str = "") -> Iterator[Image]:
    """Those that go along, in the order of the files; `of` names the row in which the question is asked."""
    label = dossier.label(question.node)
    for _, file in ordered(question.answer):
        name, digest = file.get("name"), file.get("sha256")
        held = isinstance(digest, str) and digest in dossier.edition.held
        if held and isinstance(name, str) and file.get("type") in MEDIA:
            said = phrase("{label}: {name}", label=label, name=name)
            alt = phrase("A picture that was attached to “{label}”: {name}", label=label, name=name)
            yield Image(dossier.say(said), dossier.say(alt), digest, question.at)
