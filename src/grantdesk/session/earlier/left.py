"""Unsaved work that a crash or a power cut left behind, and what restoring it would change."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TypeAlias

from grantdesk.call.fault import CallFault
from grantdesk.files import reading
from grantdesk.files.recovery import left
from grantdesk.files.recovery.record import Record
from grantdesk.files.trouble import FileTrouble, Missing
from grantdesk.model.tree import EMPTY, Answers, same
from grantdesk.session.application import form_of
from grantdesk.session.earlier.difference import Difference, differences
from grantdesk.words.language import Language
from grantdesk.words.phrase import Texts
from grantdesk.words.writing import parsed_moment

Fate: TypeAlias = Literal["same", "changed", "gone", "unsaved"]
"""What became of the file meanwhile: it is as it was, changed, gone or not readable; or there never was one."""


@dataclass(frozen=True, slots=True)
class Left:
    """Unsaved work. `name` is the project's (empty if it has none), `call` that of its call, `path` its file, `moment`
    when it was last worked on, `count` how many places restoring it would change; `fate` tells of the file.
    """

    name: str
    call: Texts
    path: Path | None
    moment: datetime
    count: int
    fate: Fate
    kept: left.Left
    base: Answers

    @property
    def record(self) -> Record:
        """What was kept."""
        return self.kept.record


def left_behind() -> tuple[Left, ...]:
    """What processes that are gone have left unsaved, latest first. What is in its file after all is cleared away."""
    return tuple(found for kept in left.left_behind() if (found := _left(kept)))


def changes(left: Left, language: Language) -> list[Difference]:
    """What restoring it would change, compared with the file as it is now; with nothing, if that is gone."""
    return differences(form_of(left.record.grant.call), left.base, left.record.grant.answers, language)


def forget(work: Left) -> None:
    """Lets it go; what is saved stays."""
    left.forget(work.kept)


def _left(kept: left.Left) -> Left | None:
    record = kept.record
    try:
        form = form_of(record.grant.call)
    except CallFault:
        return None
    base, fate = _base(record)
    if same(base, record.grant.answers):
        left.forget(kept)
        return None
    moment = parsed_moment(record.moment) or datetime.fromtimestamp(0, UTC)
    count = len(differences(form, base, record.grant.answers, Language("en")))
    return Left(record.name, form.call.title, record.path, moment, count, fate, kept, base)


def _base(record: Record) -> tuple[Answers, Fate]:
    """The answers that are safe, and what became of their file."""
    if record.path is None:
        return EMPTY, "unsaved"
    try:
        found = reading.read(record.path, newer=True).grant
    except (Missing, FileTrouble):
        return EMPTY, "gone"
    if found.id != record.grant.id:
        return EMPTY, "changed"
    return found.answers, "same" if found.revision in record.revisions else "changed"
