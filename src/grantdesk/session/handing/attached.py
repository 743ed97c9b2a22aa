"""The files that go along with an application: which they are, where each belongs, and a copy of one to open."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as File

from PySide6.QtCore import QFileInfo

from grantdesk.call.terms.node import Attachment
from grantdesk.files import places
from grantdesk.files.container.content import Content
from grantdesk.files.result import put
from grantdesk.files.trouble import Missing
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.value import whole
from grantdesk.session.named import DIGEST
from grantdesk.session.session import Session
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase

UNSAFE = re.compile(r'[\x00-\x1f/\\:*?"<>|]+')
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that an answer names. `place` says where in the form, `path` is the place of the answer; `size` in
    bytes."""

    place: Phrase
    path: Path
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A question that is answered by files; `needed`: at least one must go along."""

    place: Phrase
    path: Path
    needed: bool
    files: tuple[Attached, ...]


def wanted(session: Session, language: Language) -> list[Wanted]:
    """Every question for files that is asked now, in the order of the form."""
    dossier = session.dossier(language)
    names = Names(session.form, session.answers)
    parts = [dossier.project, *dossier.members.values()]
    return [each for part in parts for each in _of_part(dossier, part, names)]


def attached(session: Session, language: Language) -> list[Attached]:
    """Every file that goes along, in the order of the form."""
    return [file for question in wanted(session, language) for file in question.files]


def content(session: Session, file: Attached) -> Content:
    """What is in a file. Missing if the application does not hold it."""
    found = session.attachments.get(file.sha256)
    if found is None:
        raise Missing(File(file.name))
    return found


def copy(session: Session, file: Attached, target: File) -> None:
    """Writes a copy of the file. Missing, Damaged; what `put` raises."""
    put(target, content(session, file).read())


def laid_out(session: Session, file: Attached) -> File:
    """A copy among what can be made anew, for another program to open. Missing, Damaged; what `put` raises."""
    target = places.cache() / "opened" / file.sha256[:16] / safe(file.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    copy(session, file, target)
    return target


def safe(name: str) -> str:
    """A name that every system takes for a file, and that leads nowhere else."""
    plain = UNSAFE.sub("_", name).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:LONGEST]}{dot}{ending[:20]}" if stem else plain[:LONGEST] or "file"


def free(first: File) -> File:
    """The path, or one like it with a number, under which nothing lies yet."""
    n, path = 1, first
    while QFileInfo.exists(str(path)):
        n += 1
        path = first.with_stem(f"{first.stem} {n}")
    return path


def _of_part(dossier: Dossier, part: Part, names: Names) -> Iterator[Wanted]:
    for question in dossier.questions(part, part.entity.asked):
        if isinstance(question.node, Attachment):
            said = joined(steps(names, question.at))
            yield Wanted(said, question.at, question.needed, tuple(_files(dossier, question.at, said)))


def _files(dossier: Dossier, path: Path, said: Phrase) -> Iterator[Attached]:
    for key, file in ordered(at(dossier.report.asked, path)):
        name, digest = file.get("name"), file.get(DIGEST)
        if isinstance(name, str) and isinstance(digest, str):
            yield Attached(said, (*path, key), name, whole(file.get("size")) or 0, digest)
