"""The pictures among the files that are attached to a question."""

from collections.abc import Iterator

from grantdesk.model.order import ordered
from grantdesk.outline.block import Image
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.label import labelled
from grantdesk.words.phrase import phrase

MEDIA = frozenset(f"image/{kind}" for kind in ("png", "jpeg", "tiff", "bmp", "gif"))


def images(dossier: Dossier, question: Question, of: str = "") -> Iterator[Image]:
    """Those that go along, in the order of the files; `of` names the row in which the question is asked."""
    label = " – ".join(filter(None, (of, dossier.label(question.node))))
    for _, file in ordered(question.answer):
        match file:
            case {"name": str(name), "sha256": str(digest), "type": str(media)} if media in MEDIA:
                if digest in dossier.edition.held:
                    said = phrase("A picture that was attached to “{label}”: {name}", label=label, name=name)
                    yield Image(labelled(label, name), dossier.say(said), digest, question.at)
