"""Earlier versions of an application, and other copies of it that lie beside its file; and what differs in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from grantdesk.files import reading
from grantdesk.files.disk.backup import backups, saved_at
from grantdesk.files.trouble import FileTrouble
from grantdesk.model.tree import Answers
from grantdesk.session.application import Application
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

if TYPE_CHECKING:  # for start-up: a file is opened more often than compared
    from grantdesk.session.earlier.difference import Difference

SUFFIX = ".grant"
MOST = 50  # files beside it that are opened


@dataclass(frozen=True, slots=True)
class Version:
    """A version that was kept when a later one was saved. `moment` is when it was saved itself; `size` in bytes."""

    moment: datetime
    path: Path
    size: int


def versions(keeper: Keeper) -> list[Version]:
    """The earlier versions of the application, latest first."""
    return list(_versions(keeper.session.base.id))


def _versions(application: str) -> Iterator[Version]:
    for path in backups(application):
        try:
            found = path.stat()
        except OSError:  # thinned out at this very moment
            continue
        moment = saved_at(path) or datetime.fromtimestamp(found.st_mtime, UTC)
        yield Version(moment, path, found.st_size)


def compared(before: Answers, after: Answers, session: Session, language: Language) -> "list[Difference]":
    """What differs between two versions of the session's application, in words and in the order of the form."""
    from grantdesk.session.earlier.difference import differences  # for start-up: as above

    return differences(session.form, before, after, language)


def go_back(session: Session, earlier: Application) -> None:
    """Takes the answers of an earlier version over, with what is attached there, as one undoable step. ValueError if
    it is no version of the session's application, for the same call."""
    if not session.may_load(earlier.grant):
        raise ValueError("this is another application")
    session.answer_as(earlier.grant, phrase("Go back to an earlier version"))


def siblings(path: Path) -> list[Path]:
    """Files beside the one at path that are the same application: what cloud clients make of two people's changes,
    "Hakemus (conflicted copy 2026-11-24).grant", and copies that somebody made. They begin with the same name, or
    with a part of it."""
    application = _application(path)
    if application is None:
        return []
    return [each for each in _beside(path) if _application(each) == application]


def _beside(path: Path) -> list[Path]:
    try:
        others = sorted(path.parent.glob(f"*{SUFFIX}"))
    except OSError:
        return []
    mine = path.stem
    alike = (
        each
        for each in others
        if each.name != path.name and (each.stem.startswith(mine) or mine.startswith(each.stem))
    )
    return [each for each in alike if not each.name.startswith(".")][:MOST]


def _application(path: Path) -> str | None:
    try:
        found = reading.package_at(path).manifest.get("application")
    except FileTrouble:
        return None
    return found if isinstance(found, str) else None
