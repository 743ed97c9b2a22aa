"""The files of an answer: those that are there, and the patches that add, replace, move and rename them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grantdesk.call.entry.file import LONGEST_NAME, media_type
from grantdesk.files.container.content import Content
from grantdesk.model.order import POS, between, fresh, last, moved, ordered, position
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Patch, at
from grantdesk.rules.value import whole
from grantdesk.session.attaching.reading import Taken
from grantdesk.session.named import DIGEST
from grantdesk.session.session import Session
from grantdesk.words.typed import line


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that an answer names: the id of its row, what it is called, its size in bytes. `content` is None if the
    application does not hold it."""

    key: str
    name: str
    size: int
    content: Content | None


def entries(session: Session, path: Path) -> list[Entry]:
    """The files of an answer in their order; what is none of a file's values counts as empty."""
    return [_entry(session, key, file) for key, file in ordered(at(session.answers, path))]


def added(session: Session, path: Path, files: Sequence[Taken]) -> Patch:
    """The patch that puts files behind those that are there; their contents are kept from now on."""
    patch: dict[Path, Answer | None] = {}
    pos = last(at(session.answers, path))
    for file in files:
        patch[(*path, fresh())] = {POS: pos, **_named(session, file)}
        pos = between(pos, None)
    return patch


def replaced(session: Session, path: Path, key: str, file: Taken) -> Patch:
    """The patch that puts a file in the place of another."""
    old = dict(ordered(at(session.answers, path))).get(key, {})
    return {(*path, key): {POS: position(old) or last(None), **_named(session, file)}}


def shifted(session: Session, path: Path, key: str, by: int) -> Patch:
    """The patch that moves a file up (-1) or down (1) by one; empty at the end of the list."""
    table = at(session.answers, path)
    keys = [each for each, _ in ordered(table)]
    place = keys.index(key) + by
    if not 0 <= place < len(keys) or not isinstance(table, dict):
        return {}
    keys.remove(key)
    return moved(table, path, key, keys[place - 1] if place else None)


def renamed(name: str, stem: str) -> str:
    """The name with another stem; the same name if that is none. What a file may not be called is left out."""
    ending = f".{name.rpartition('.')[2]}" if "." in name else ""
    plain = line(stem).replace("/", "_").replace("\\", "_").strip(" .")
    return plain[: LONGEST_NAME - len(ending)] + ending if plain else name


def is_new(session: Session, path: Path, file: Taken) -> bool:
    """Is its content not yet among the files of the answer?"""
    return all(row.get(DIGEST) != file.content.sha256 for _, row in ordered(at(session.answers, path)))


def _named(session: Session, file: Taken) -> dict[str, str | int]:
    content = session.hold(file.content)
    return {"name": file.name, "type": media_type(file.name), "size": content.size, DIGEST: content.sha256}


def _entry(session: Session, key: str, row: Mapping[str, object]) -> Entry:
    name, digest = row.get("name"), row.get(DIGEST)
    content = session.attachments.get(digest) if isinstance(digest, str) else None
    return Entry(key, name if isinstance(name, str) else "", whole(row.get("size")) or 0, content)
