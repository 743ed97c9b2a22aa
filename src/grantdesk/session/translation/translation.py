"""The same question in several languages: which nodes belong together, and whether a translation is still one.

The answers keep beside a translation what it was last edited against: under the reserved key MARKS, its id with the
first digits of the SHA-256 of its source. It is no answer to any node, so no check, outline or page reads it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from grantdesk.call.form import Entity, Form
from grantdesk.files.disk.backup import backups
from grantdesk.files.reading import read
from grantdesk.files.trouble import FileTrouble
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, Patch, apply, at
from grantdesk.session.edit import Edit
from grantdesk.session.session import Session

MARKS = "translations"
DIGITS = 12


@dataclass(frozen=True, slots=True)
class Family:
    """One question in several languages: the ids of its nodes by language, in the order of the call. The first is the
    source of the others. `scope` is where they are asked: "" for the project, "partners", "work_packages" …"""

    scope: str
    ids: Mapping[str, str]

    @property
    def source(self) -> str:
        """The id of the node that the others translate."""
        return next(iter(self.ids.values()))

    def language(self, node: str) -> str:
        """The language that a node of the family is asked in."""
        return next(language for language, name in self.ids.items() if name == node)

    def others(self, node: str) -> tuple[str, ...]:
        """The ids of the other nodes, the source first."""
        return tuple(name for name in self.ids.values() if name != node)


@lru_cache(maxsize=8)
def families(form: Form) -> tuple[Family, ...]:
    """The families of a call: nodes of one kind in one section, or columns of one table, whose ids differ only in the
    language at their end. None where the call itself asks something called MARKS."""
    return tuple(family for entity in form.scopes().values() for family in _of_entity(entity))


def _of_entity(entity: Entity) -> list[Family]:
    if entity.node(MARKS) is not None:
        return []
    found: dict[tuple[str, str, str], dict[str, str]] = {}
    for asked in entity.asked:
        if key := asked.family:
            node = asked.node
            found.setdefault(key, {})[getattr(node, "language", "")] = node.id
    return [Family(entity.scope, ids) for ids in found.values() if len(ids) > 1]


def family_of(form: Form, path: Path) -> Family | None:
    """The family of the node that is asked at path; None if it is alone."""
    scope = ".".join(path[:-1:2])
    return next((f for f in families(form) if f.scope == scope and path[-1] in f.ids.values()), None)


def marked(form: Form, answers: Answers, path: Path, value: Answer | None) -> Patch:
    """The patch that answers at path, and for a translation keeps what it was written against."""
    family = family_of(form, path)
    if family is None or family.source == path[-1]:
        return {path: value}
    mark = digest(at(answers, _beside(path, family.source))) if value is not None else None
    return {path: value, mark_of(path): mark}


def keeping(form: Form, answers: Answers, patch: Patch) -> Patch:
    """The patch, which may put in whole rows, and with it what each translation in it is written against."""
    after, found = apply(answers, patch), dict(patch)
    for path, value in patch.items():
        cells = [(*path, name) for name in value] if isinstance(value, dict) else [path]
        for cell in cells:
            if (family := family_of(form, cell)) is not None and family.source != cell[-1]:
                found[mark_of(cell)] = marked(form, after, cell, at(after, cell))[mark_of(cell)]
    return found


def holding(form: Form, answers: Answers, path: Path) -> Patch:
    """The patch that says: the translation at path is one of the source as it is now."""
    return marked(form, answers, path, at(answers, path))


def is_stale(form: Form, answers: Answers, path: Path) -> bool:
    """Has the source of the translation at path changed since it was edited? No, if either has no text."""
    family = family_of(form, path)
    if family is None or at(answers, path) is None:
        return False
    mark, source = at(answers, mark_of(path)), at(answers, _beside(path, family.source))
    return mark is not None and source is not None and mark != digest(source)


def earlier(session: Session, path: Path) -> Callable[[], str | None]:
    """How to find the source that the translation at path was edited against: among the steps that can be undone, or
    else among the backups of the application, which takes a while. None where it is in neither."""
    family, mark = family_of(session.form, path), at(session.answers, mark_of(path))
    if family is None or mark is None:
        return lambda: None
    source, here = _beside(path, family.source), _steps(session)
    name = session.grant.id
    return lambda: next(
        (text for text in _texts(chain(here, _backups(name)), source) if digest(text) == mark), None
    )


def _steps(session: Session) -> list[Answers]:
    """The answers before and after every step, the latest first."""
    steps = map(session.stack.command, range(session.stack.count() - 1, -1, -1))
    return [answers for step in steps if isinstance(step, Edit) for answers in (step.after, step.before)]


def _backups(application: str) -> Iterator[Answers]:
    for path in backups(application):
        with suppress(FileTrouble):
            yield read(path).grant.answers


def _texts(versions: Iterable[Answers], path: Path) -> Iterator[str]:
    """The different texts at a place, in their order."""
    last: Answer | None = None
    for answers in versions:
        text = at(answers, path)
        if isinstance(text, str) and text is not last:
            last = text
            yield text


def mark_of(path: Path) -> Path:
    """Where the mark of a translation stands."""
    return (*path[:-1], MARKS, path[-1])


def digest(source: Answer | None) -> str | None:
    """The mark of a source; None if there is no text."""
    if not isinstance(source, str):
        return None
    return hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def _beside(path: Path, node: str) -> Path:
    return (*path[:-1], node)
