"""A call as it travels: one canonical JSON and its digest; and a call read from JSON, whoever wrote it."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.terms.call import FORMAT, FORMAT_VERSION, Call
from grantdesk.call.terms.node import AnyNode
from grantdesk.call.terms.rule import AnyRule
from grantdesk.words.phrase import Phrase, phrase

_MISSING, _ODD = phrase("This is missing."), phrase("This does not belong here.")
SAID = {
    "missing": _MISSING,
    "missing_argument": _MISSING,
    "extra_forbidden": _ODD,
    "unexpected_keyword_argument": _ODD,
    "union_tag_not_found": phrase("The kind is missing."),
}
"""The commonest errors of the models in our own words; the others are said as they come, in English."""


def packed(call: Call) -> bytes:
    """The canonical JSON of the call: sorted keys, UTF-8, no space. The same call gives the same bytes."""
    data = call.model_dump(mode="json", exclude_none=True, by_alias=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(packed: bytes) -> str:
    """The SHA-256 of a packed call, in hex."""
    return hashlib.sha256(packed).hexdigest()


def read(raw: bytes) -> Call:
    """A packed call, or any JSON of its shape. CallFault with each place that does not fit."""
    data = _parsed(raw)
    _refuse_newer(data)
    try:
        return Call.model_validate_json(raw)
    except ValidationError as error:
        errors = error.errors(include_url=False, include_context=False)
        faults = [Fault(_place(e["loc"], data), _said(e)) for e in errors if not _follows(e, errors)]
        raise CallFault(tuple(faults)) from None


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise CallFault((Fault("call", phrase("This is not a call: it is not JSON.")),)) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise CallFault((Fault("call", phrase("This is not a call of grantdesk.")),))
    return data


def _refuse_newer(data: dict[str, Any]) -> None:
    """A call of a newer program says in `requires` what this one lacks: better than a hundred strange faults."""
    version = data.get("format_version", FORMAT_VERSION)
    if isinstance(version, int) and version > FORMAT_VERSION:
        said = phrase("The call is in a newer format. Update grantdesk to open it.")
        raise CallFault((Fault("format_version", said),))
    requires = data.get("requires", [])
    names = {name for name in requires if isinstance(name, str)} if isinstance(requires, list) else set()
    if lacking := sorted(names - known()):
        said = phrase(
            "The call needs a newer grantdesk: this one does not know {kinds}.", kinds=tuple(lacking)
        )
        raise CallFault((Fault("requires", said),))


@cache
def known() -> frozenset[str]:
    """The kinds that this program can read: "node:money", "rule:share_max", …"""
    return frozenset(
        f"{word}:{kind}" for word, union in (("node", AnyNode), ("rule", AnyRule)) for kind in _tags(union)
    )


def _tags(union: Any) -> Iterator[str]:
    for model in union.__origin__.__args__:
        yield from model.model_fields["kind"].annotation.__args__


def _follows(error: ErrorDetails, errors: list[ErrorDetails]) -> bool:
    """Is a list called too short only because what stands in it is not sound?"""
    place = error["loc"]
    inside = (e["loc"] for e in errors if len(e["loc"]) > len(place))
    return error["type"] == "too_short" and any(other[: len(place)] == place for other in inside)


def _place(location: tuple[int | str, ...], data: Any) -> str:
    """Where an error is: the keys from the root, with the id of a thing instead of its number in a list."""
    names: list[str] = []
    here = data
    listed = False
    for key in location:
        if listed and isinstance(here, dict) and here.get("kind") == key:
            listed = False  # the models name the kind here, and the author did not
            continue
        listed = isinstance(key, int)
        here = _within(here, key)
        name = here.get("id") if listed and isinstance(here, dict) else key
        names.append(name if isinstance(name, str) else str(key))
    return ".".join(names) or "call"


def _within(value: Any, key: int | str) -> Any:
    try:
        return value[key]
    except (KeyError, IndexError, TypeError):
        return None


def _said(error: ErrorDetails) -> Phrase:
    said = SAID.get(error["type"])
    return said or phrase("{message}", message=error["msg"].removeprefix("Value error, "))
