"""What the application is called: in the title of its window, in the header, as a name for its file."""

from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo, QStandardPaths

from grantdesk.call.terms.node import Text
from grantdesk.outline.fact.answer import plain
from grantdesk.session.session import Session
from grantdesk.words.phrase import Fact, Phrase, phrase

ACRONYM = "acronym"  # the id by which calls ask for a short name, if they do


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


def documents() -> Path:
    """The folder in which a person keeps documents; their home where there is none."""
    told = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(told if QFileInfo(told).isDir() else QDir.homePath())


def _answered(session: Session, node: str) -> str:
    answer = session.answers.get(node)
    return " ".join(answer.split()) if isinstance(answer, str) else ""
