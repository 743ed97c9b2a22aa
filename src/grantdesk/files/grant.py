"""An application as it travels: the answers, the call they answer, the attachments, and which revision this is.

In the file it is a manifest (`manifest.json`), the answers (`application.json`), the call (`call.json`), and contents.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Final

from grantdesk.files import canon
from grantdesk.files.canon import Flaw
from grantdesk.files.container.content import Content
from grantdesk.model.tree import EMPTY, Answers
from grantdesk.words.phrase import phrase

FORMAT: Final = "grantdesk/application"
VERSION: Final = 1
MIN_READER: Final = 1

UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
REVISION: Final = re.compile(r"[0-9a-f]{32}")
MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
SHA256: Final = re.compile(r"[0-9a-f]{64}")

_MANIFEST: Final = {
    "application", "by", "call", "entries", "format", "min_reader", "parent", "revision", "saved", "version",
}  # fmt: skip
_APPLICATION: Final = {"answers", "created", "id"}


@dataclass(frozen=True, slots=True)
class Grant:
    """One revision of an application; a value that nothing changes.

    `id` is a UUID that lives as long as the application; `revision` and `parent` are 32 hex digits, parent is None for
    the first; `created` and `saved` are UTC, "2026-11-24T10:15:00Z"; `by` is who or what saved it. `call` is the packed
    call. `attachments` by their SHA-256; `extra` by their entry's name: what newer programs put in history/ or extra/.
    `unknown` holds the keys of "manifest" and of "application" that this program does not know.
    """

    id: str
    created: str
    answers: Answers
    call: bytes
    revision: str
    parent: str | None
    saved: str
    by: str
    attachments: Mapping[str, Content] = field(default_factory=dict)
    extra: Mapping[str, Content] = field(default_factory=dict)
    unknown: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    version: int = VERSION
    min_reader: int = MIN_READER


def moment(now: datetime) -> str:
    """An aware moment as it stands in files: UTC, to the second."""
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def begun(call: bytes, by: str, now: datetime, answers: Answers = EMPTY) -> Grant:
    """A new application for a packed call."""
    from uuid import uuid4  # 4 ms that opening a file need not take

    at = moment(now)
    return Grant(str(uuid4()), at, answers, call, secrets.token_hex(16), None, at, by)


def revised(grant: Grant, answers: Answers, by: str, now: datetime) -> Grant:
    """The next revision: other answers, a new revision id, the old one as its parent."""
    return replace(
        grant,
        answers=answers,
        by=by,
        saved=moment(now),
        revision=secrets.token_hex(16),
        parent=grant.revision,
    )


def digest(grant: Grant) -> str:
    """What ties paper to data: SHA-256 (hex) over the application's id, answers and call.

    Every revision that says the same has the same one; files that answers name are in it by their own digests. Flaw if
    the answers can stand in no file.
    """
    parts = {"answers": canon.packed(grant.answers), "call": grant.call, "id": grant.id.encode()}
    return canon.digest(canon.packed({name: canon.digest(raw) for name, raw in parts.items()}))


def call_facts(call: bytes) -> dict[str, str]:
    """What the manifest says of a packed call: its id, version and digest. Flaw if it is no JSON object."""
    try:
        data = canon.unpacked(call)
    except Flaw as flaw:
        raise Flaw(flaw.what, ("call.json",)) from flaw
    if not isinstance(data, dict):
        raise Flaw(phrase("it is not JSON as it should be"), ("call.json",))
    return {"id": _text(data, "id"), "version": _text(data, "version"), "digest": canon.digest(call)}


def application(grant: Grant) -> dict[str, Any]:
    """The data of application.json."""
    known = {"answers": grant.answers, "created": grant.created, "id": grant.id}
    return {**grant.unknown.get("application", {}), **known}


def manifest(grant: Grant, entries: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The data of manifest.json; `entries` is {name: {"sha256": hex, "size": bytes}} of every entry it speaks for."""
    return {
        **grant.unknown.get("manifest", {}),
        "format": FORMAT,
        "version": grant.version,
        "min_reader": grant.min_reader,
        "application": grant.id,
        "revision": grant.revision,
        "parent": grant.parent,
        "saved": grant.saved,
        "by": grant.by,
        "call": call_facts(grant.call),
        "entries": entries,
    }


def restored(raw: Mapping[str, Any], call: bytes) -> Grant:
    """The inverse: a Grant without contents from raw = {"manifest": …, "application": …}. Flaw if they do not fit."""
    told, said = raw["manifest"], raw["application"]
    answers = said.get("answers")
    if not isinstance(answers, dict):
        raise Flaw(phrase("it holds no answers"))
    canon.check(answers, canon.ANSWERS)
    if _matched(said, "id", UUID) != told.get("application"):
        raise Flaw(phrase("its parts are of two applications"))
    return Grant(
        id=said["id"],
        created=_matched(said, "created", MOMENT),
        answers=answers,
        call=call,
        revision=_matched(told, "revision", REVISION),
        parent=None if told.get("parent") is None else _matched(told, "parent", REVISION),
        saved=_matched(told, "saved", MOMENT),
        by=_text(told, "by"),
        unknown=_unknown(told, said),
        version=told["version"],
        min_reader=max(told["min_reader"], MIN_READER),
    )


def _unknown(told: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    parts = {"manifest": (told, _MANIFEST), "application": (said, _APPLICATION)}
    rest = {name: {k: v for k, v in data.items() if k not in known} for name, (data, known) in parts.items()}
    return {name: data for name, data in rest.items() if data}


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise Flaw(phrase("{key} in it is not what it should be", key=key))
    return value


def _matched(data: Mapping[str, Any], key: str, pattern: re.Pattern[str]) -> str:
    value = _text(data, key)
    if not pattern.fullmatch(value):
        raise Flaw(phrase("{key} in it is not what it should be", key=key))
    return value
