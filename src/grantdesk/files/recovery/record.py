"""What is kept of unsaved work, as JSON; and read again as if strangers had written it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from grantdesk.files import canon, mend
from grantdesk.files.container.content import Content
from grantdesk.files.container.entry import ROOMS, is_safe
from grantdesk.files.grant import MIN_READER, MOMENT, REVISION, SHA256, UUID, VERSION, Grant

FORMAT: Final = "grantdesk/recovery"
_NAME: Final = 300  # characters of a name that anybody would read
_PATH: Final = 4096

Find = Callable[[str], Content | None]
"""Finds a content by its SHA-256."""


@dataclass(frozen=True, slots=True)
class Record:
    """Unsaved work: `grant` is the revision that was edited, with the answers of the moment.

    `path` is its file, None if it was never saved; `coming` the revision of a save that was begun, empty if none was;
    `moment` when this was kept (UTC, as in files); `name` what a person calls the application; `instead` the folder of
    the unsaved work that this one goes on from, and takes the place of.
    """

    grant: Grant
    path: Path | None
    moment: str
    name: str = ""
    coming: str = ""
    instead: str = ""

    @property
    def revisions(self) -> frozenset[str]:
        """The revisions of the file over which these answers may go without taking anything from anybody."""
        return frozenset({self.grant.revision, self.coming} - {""})

    def contents(self) -> Iterator[Content]:
        """The attachments and the like, which lie beside the record."""
        yield from self.grant.attachments.values()
        yield from self.grant.extra.values()


def written(record: Record) -> bytes:
    """The record as JSON, in ASCII: so every text can be written, half of a character too."""
    grant = record.grant
    said = {
        "format": FORMAT,
        "answers": grant.answers,
        "application": grant.id,
        "attachments": sorted(grant.attachments),
        "by": grant.by[:_NAME],
        "call": canon.digest(grant.call),
        "coming": record.coming,
        "created": grant.created,
        "instead": record.instead,
        "extra": {name: content.sha256 for name, content in grant.extra.items()},
        "moment": record.moment,
        "name": record.name,
        "parent": grant.parent or "",
        "path": str(record.path) if record.path else "",
        "revision": grant.revision,
        "saved": grant.saved,
        "unknown": grant.unknown,
        "version": grant.version,
    }
    return json.dumps(said, separators=(",", ":")).encode()


def read(raw: bytes, call: Callable[[str], bytes], find: Find) -> Record:
    """The inverse; `call` gives the packed call for its SHA-256. ValueError or Flaw if it is no such record."""
    said = json.loads(raw, parse_float=str, parse_constant=str)
    if not isinstance(said, dict) or said.get("format") != FORMAT:
        raise ValueError("no recovery")
    answers = said.get("answers")
    if not isinstance(answers, dict):
        raise ValueError("no answers")
    fit, _ = mend.fitting(answers)
    path = _text(said, "path", _PATH)
    return Record(
        _grant(said, fit, call(_matched(said, "call", SHA256)), find),
        Path(path) if path and "\0" not in path else None,
        _matched(said, "moment", MOMENT),
        _text(said, "name", _NAME),
        _text(said, "coming", 32),
        _text(said, "instead", _NAME),
    )


def _grant(said: Mapping[str, Any], answers: Mapping[str, Any], call: bytes, find: Find) -> Grant:
    parent = _text(said, "parent", 32)
    return Grant(
        id=_matched(said, "application", UUID),
        created=_matched(said, "created", MOMENT),
        answers=answers,
        call=call,
        revision=_matched(said, "revision", REVISION),
        parent=parent if REVISION.fullmatch(parent) else None,
        saved=_matched(said, "saved", MOMENT),
        by=_text(said, "by", _NAME),
        attachments=_attachments(said.get("attachments"), find),
        extra=_extra(said.get("extra"), find),
        unknown=_unknown(said.get("unknown")),
        version=_version(said.get("version")),
        min_reader=MIN_READER,
    )


def _attachments(listed: Any, find: Find) -> dict[str, Content]:
    names = [name for name in listed if isinstance(name, str)] if isinstance(listed, list) else []
    return {name: content for name in names if SHA256.fullmatch(name) and (content := find(name))}


def _extra(listed: Any, find: Find) -> dict[str, Content]:
    """What newer programs left in the file, where it is still at hand."""
    pairs = listed.items() if isinstance(listed, dict) else ()
    safe = {name: key for name, key in pairs if is_safe(name) and name.startswith(ROOMS)}
    return {
        name: content
        for name, key in safe.items()
        if isinstance(key, str) and SHA256.fullmatch(key) and (content := find(key))
    }


def _unknown(data: Any) -> dict[str, Mapping[str, Any]]:
    parts = data if isinstance(data, dict) else {}
    canon.check(parts)
    return {
        name: part for name, part in parts.items() if name in ("manifest", "application") and _is_full(part)
    }


def _is_full(part: Any) -> bool:
    return isinstance(part, dict) and bool(part)


def _version(value: Any) -> int:
    return value if type(value) is int and 0 < value < 1000 else VERSION


def _text(said: Mapping[str, Any], key: str, most: int) -> str:
    value = said.get(key, "")
    if not isinstance(value, str) or len(value) > most:
        raise ValueError(key)
    return value


def _matched(said: Mapping[str, Any], key: str, pattern: Any) -> str:
    value = _text(said, key, _NAME)
    if not pattern.fullmatch(value):
        raise ValueError(key)
    return value
