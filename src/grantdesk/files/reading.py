"""Opens an application's file. It may come from anybody: whatever is wrong with it ends in one FileTrouble."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from grantdesk.files import canon, upgrade
from grantdesk.files.canon import Flaw
from grantdesk.files.container import entry as e
from grantdesk.files.container import reader
from grantdesk.files.container.content import Content
from grantdesk.files.container.entry import Entry
from grantdesk.files.container.source import Source
from grantdesk.files.container.stamp import Stamp, stamp
from grantdesk.files.grant import FORMAT, SHA256, VERSION, Grant, restored
from grantdesk.files.trouble import Damaged, FileTrouble, Foreign, Refused, TooNew
from grantdesk.words.phrase import Phrase, phrase

# Windows neither replaces nor removes a file that somebody has open.
KEEPS_OPEN_FILES_IN_PLACE = os.name == "nt"
_MAGIC_AT = e.LOCAL.size
_START = e.MIMETYPE.encode() + e.MAGIC
_KINDS = {
    b"%PDF": phrase("it is a PDF document"),
    b"PK\x03\x04": phrase("it is a package of another program, as a Word document is"),
    b"": phrase("it is empty"),
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An application as it was found at `path`. `notices` are to be shown; `read_only`: it needs a newer program to
    be changed."""

    grant: Grant
    path: Path
    stamp: Stamp
    notices: tuple[Phrase, ...] = ()
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """An opened file whose manifest was understood."""

    source: Source
    entries: Mapping[str, Entry]
    manifest: Mapping[str, Any]


def read(path: Path, newer: bool = False) -> Opened:
    """Opens the file at path; attachments are read when they are asked for.

    Raises Missing, NotAllowed, NotDone, Foreign, Damaged, Refused, or TooNew; with `newer` a file that needs a newer
    program is opened to be looked at, if its answers can be found.
    """
    package = package_at(path)
    needs = package.manifest["min_reader"]
    if needs > VERSION and not newer:
        raise TooNew(path, needs)
    try:
        grant, notices = _grant(package)
    except Damaged:
        if needs > VERSION:
            raise TooNew(path, needs) from None
        raise
    return Opened(grant, path, stamp(package.source), notices, needs > VERSION)


def package_at(path: Path) -> Package:
    """The file at path with its manifest: who, when, which call; quick, for lists of files. Raises as `read` does."""
    source = Source(path)
    _check_kind(source)
    entries = reader.directory(source)
    entries = {name: entry for name, entry in entries.items() if not name.endswith("/")}
    first = next(iter(entries.values()), None)
    if first is None or first.offset or reader.unpacked(source, first) != e.MAGIC:
        raise Damaged(path, phrase("it does not begin as it should"))
    manifest = _json(source, entries, e.MANIFEST)
    if manifest.get("format") != FORMAT:
        raise Foreign(path, phrase("it is of another kind"))
    for key in ("version", "min_reader"):
        if type(manifest.get(key)) is not int:
            raise Damaged(path, phrase("{key} in it is not what it should be", key=key))
    _check_listed(source, entries, manifest.get("entries"))
    return Package(source, entries, manifest)


def _check_kind(source: Source) -> None:
    """Foreign unless the file begins as ours do."""
    head = source.read(0, min(source.size, _MAGIC_AT + len(_START)))
    if head[:4] == e.LOCAL_SIGN and head[_MAGIC_AT:] == _START[: max(0, len(head) - _MAGIC_AT)]:
        return
    if _is_ours_within(source):
        raise Damaged(source.path, phrase("it does not begin as it should"))
    raise Foreign(source.path, _KINDS.get(head[:4], phrase("it is of another kind")))


def _is_ours_within(source: Source) -> bool:
    """Does it hold what ours do, though it begins otherwise?"""
    try:
        return reader.directory(source).keys() >= {e.MANIFEST, e.APPLICATION}
    except FileTrouble:
        return False


def _check_listed(source: Source, entries: Mapping[str, Entry], listed: Any) -> None:
    """Every entry that the manifest lists is there, in its size; there is nothing else but in the open rooms."""
    if not isinstance(listed, dict):
        raise Damaged(source.path, phrase("{key} in it is not what it should be", key="entries"))
    for name, facts in listed.items():
        if not isinstance(facts, dict) or not isinstance(facts.get("sha256"), str):
            raise Damaged(source.path, phrase("{key} in it is not what it should be", key="entries"))
        if name not in entries or entries[name].size != facts.get("size"):
            raise Damaged(source.path, phrase("{name} in it is missing or has another size", name=name))
    for name in sorted(entries.keys() - listed.keys() - {e.MIMETYPE, e.MANIFEST}):
        if not name.startswith((e.ATTACHMENTS, *e.ROOMS)):
            raise Refused(source.path, phrase("{name} in it does not belong there", name=name))


def _json(source: Source, entries: Mapping[str, Entry], name: str, sha256: str = "") -> dict[str, Any]:
    """The object in the JSON entry of that name. Damaged, also if its digest is another one."""
    raw = _raw(source, entries, name)
    if sha256 and canon.digest(raw) != sha256:
        raise Damaged(source.path, _altered(name))
    return _object(source, raw, name)


def _raw(source: Source, entries: Mapping[str, Entry], name: str) -> bytes:
    if name not in entries:
        raise Damaged(source.path, phrase("{name} in it is missing or has another size", name=name))
    return reader.unpacked(source, entries[name])


def _object(source: Source, raw: bytes, name: str) -> dict[str, Any]:
    try:
        data = canon.unpacked(raw)
    except Flaw as flaw:
        raise _flawed(source, flaw, name) from flaw
    if not isinstance(data, dict):
        raise Damaged(source.path, phrase("{name} in it is broken", name=name))
    return data


def _flawed(source: Source, flaw: Flaw, *entry: str) -> Damaged:
    place = ".".join((*entry, *flaw.place))
    return Damaged(
        source.path, phrase("in {place}: {what}", place=place, what=flaw.what) if place else flaw.what
    )


def _grant(package: Package) -> tuple[Grant, tuple[Phrase, ...]]:
    """The application in the package, brought up to today's format, and what to tell about that."""
    source, entries, manifest = package.source, package.entries, package.manifest
    call = _raw(source, entries, e.CALL)
    _object(source, call, e.CALL)
    told = manifest.get("call")
    if not isinstance(told, dict) or not canon.digest(call) == told.get("digest") == _listed(package, e.CALL):
        raise Damaged(source.path, _altered(e.CALL))
    said = _json(source, entries, e.APPLICATION, _listed(package, e.APPLICATION))
    try:
        grant = restored(upgrade.upgraded({"manifest": manifest, "application": said}), call)
    except Flaw as flaw:
        raise _flawed(source, flaw) from flaw
    attachments, extra = _contents(package)
    return replace(grant, attachments=attachments, extra=extra), _notices(manifest["version"])


def _listed(package: Package, name: str) -> str:
    """The digest that the manifest promises for an entry."""
    facts = package.manifest["entries"].get(name)
    if facts is None:
        raise Damaged(package.source.path, _altered(name))
    return str(facts["sha256"])


def _altered(name: str) -> Phrase:
    return phrase("{name} in it was changed outside of grantdesk", name=name)


def _contents(package: Package) -> tuple[dict[str, Content], dict[str, Content]]:
    """Attachments by digest, and by name what stands in the open rooms; none of it is read if the manifest lists it."""
    attachments: dict[str, Content] = {}
    extra: dict[str, Content] = {}
    for name, entry in package.entries.items():
        if name.startswith(e.ROOMS):
            extra[name] = _content(package, entry, None)
        elif name.startswith(e.ATTACHMENTS):
            sha256 = name.removeprefix(e.ATTACHMENTS)
            attachments[sha256] = _content(package, entry, sha256)
    if KEEPS_OPEN_FILES_IN_PLACE and (attachments or extra):
        package.source.detach()
    return attachments, extra


def _content(package: Package, entry: Entry, sha256: str | None) -> Content:
    """The content of an entry; its digest is promised by its name, by the manifest, or else taken now."""
    facts = package.manifest["entries"].get(entry.name)
    promised = {sha256, facts and facts["sha256"]} - {None}
    pieces = partial(reader.pieces, package.source, entry)
    if not promised:
        promised = {canon.digest(reader.unpacked(package.source, entry))}
    found = promised.pop()
    if promised or not SHA256.fullmatch(str(found)):
        raise Damaged(package.source.path, _altered(entry.name))
    return Content(str(found), entry.size, pieces, package.source)


def _notices(version: int) -> tuple[Phrase, ...]:
    if version > VERSION:
        return (phrase("A newer grantdesk made this file. What this one does not know is kept as it is."),)
    if version < VERSION:
        return (phrase("The file is of an older format and will be saved in today’s."),)
    return ()


def verify(opened: Opened) -> None:
    """Reads every attachment and the like once. Damaged if one is not what the file promises."""
    for content in (*opened.grant.attachments.values(), *opened.grant.extra.values()):
        for _ in content.chunks():
            pass
