"""What the application is called: in the title of its window, in the header, as a name for its file."""

import re
from pathlib import Path

from grantdesk.call.terms.node import Text
from grantdesk.outline.fact.answer import plain
from grantdesk.session.session import Session
from grantdesk.words.phrase import Fact, Phrase, phrase

ACRONYM = "acronym"  # the id by which calls ask for a short name, if they do
LONGEST = 60  # characters of a file's name: names grow in mails and copies
SUFFIX = ".grant"
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def title(session: Session) -> str:
    """The project's name; empty while it has none."""
    return _answered(session, session.form.call.parts.title)


def acronym(session: Session) -> str:
    """Its short name; empty where the call asks for none, or while it has none."""
    return _answered(session, ACRONYM) if isinstance(session.form.project.node(ACRONYM), Text) else ""


def name(session: Session) -> Phrase:
    """What it is called on the screen, also before it has a name."""
    said: Fact = title(session) or acronym(session)
    return plain("{it}", it=said) if said else phrase("Untitled application")


def file_name(session: Session, otherwise: str) -> str:
    """A name for its file that every system takes; `otherwise` while it has no name of its own."""
    fit = _UNFIT.sub(" ", acronym(session) or title(session))
    words = " ".join(fit.split())[:LONGEST].strip(" .")
    return (words or otherwise) + SUFFIX


def suggested(session: Session, folder: Path, otherwise: str) -> Path:
    """Where it might be saved first: in the folder, under a name that is still free there."""
    first = folder / file_name(session, otherwise)
    n, path = 1, first
    while path.exists():
        n += 1
        path = first.with_stem(f"{first.stem} {n}")
    return path


def _answered(session: Session, node: str) -> str:
    answer = session.answers.get(node)
    return " ".join(answer.split()) if isinstance(answer, str) else ""
