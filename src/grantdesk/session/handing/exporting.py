"""The application as a PDF: made from what it is at the moment, put where the person wants it, never in place of the
application itself."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QDir

from grantdesk.files.result import put
from grantdesk.files.trouble import FileTrouble
from grantdesk.session.application import Application
from grantdesk.session.handing.attached import safe
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

Profile: TypeAlias = Literal["submission", "draft", "public", "partner", "findings"]
"""For whom it is printed, as the paper knows it."""
ENDING = ".pdf"
LONGEST = 60


class WouldReplace(FileTrouble):
    """The PDF would take the place of the application."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, phrase("The PDF would replace the application itself. Choose another name."))


@dataclass(frozen=True, slots=True)
class Wish:
    """How it is printed: in the language of the code, with optional parts that have no answer or without them, for a
    reader; `partner` is the row id of the partner whose part is printed for the profile "partner"."""

    language: str
    empty: bool = True
    profile: Profile = "submission"
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Printing:
    """A frozen application that can be printed in another thread while the person works on."""

    application: Application

    def pdf(self, wish: Wish) -> bytes:
        """The bytes of the PDF. Damaged if an attachment is not what it was."""
        from grantdesk.session.paper.printing import (
            printed,  # for start-up: the fonts take longer than checking
        )

        return printed(self.application, Language(wish.language), wish.empty, wish.profile, wish.partner)

    def export(self, wish: Wish, target: Path, own: Path | None = None) -> Path:
        """Puts the PDF at target; `own` is the file of the application. WouldReplace, Damaged; what `put` raises."""
        if own is not None and (target == own or (target.exists() and own.exists() and target.samefile(own))):
            raise WouldReplace(target)
        put(target, self.pdf(wish))
        return target


def printing(session: Session) -> Printing:
    """The session's application as it is at this moment."""
    return Printing(Application(session.grant, session.checked))


def is_draft(session: Session) -> bool:
    """Will each page be marked as a draft?"""
    return session.report.count("error") > 0


def suggested(session: Session, wish: Wish, own: Path | None, folder: str = "") -> Path:
    """Where the PDF might go: into the folder that was used last, or beside the application; named like the
    application, or the project, with the language where that is not Finnish."""
    beside = own.parent if own else Path(QDir.homePath())
    return (Path(folder) if folder and Path(folder).is_dir() else beside) / name(session, wish, own)


def name(session: Session, wish: Wish, own: Path | None) -> str:
    """The name of the PDF's file."""
    title = session.report.asked.get(session.form.call.parts.title)
    given = title if isinstance(title, str) and title.strip() else session.form.call.id
    stem = own.stem if own else safe(given)[:LONGEST].rstrip(" .")
    language = [] if wish.language == "fi" else [wish.language]
    marks = ", ".join([*([] if wish.profile == "submission" else [wish.profile]), *language])
    return f"{stem} ({marks}){ENDING}" if marks else f"{stem}{ENDING}"
