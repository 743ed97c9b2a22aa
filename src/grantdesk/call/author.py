"""From what an author writes to what travels: TOML parts assembled, packed to one canonical JSON, read back."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.terms.call import FORMAT, FORMAT_VERSION, Call
from grantdesk.call.terms.node import AnyNode
from grantdesk.call.terms.rule import AnyRule
from grantdesk.words.phrase import phrase

HEAD = "call"
_SHARED = {"tables", "lists"}  # what a section file may define beside its section
_GATHERED = {"rules", "indicators", "criteria"}


def assembled(parts: Mapping[str, Mapping[str, Any]]) -> Call:
    """The call of a folder: `parts` are its TOML files by stem. `call` is the head; every other file may hold one
    section (its id, title, nodes), tables, lists, rules, indicators and criteria; in the order of their names.

    CallFault if something is missing, stands twice, or does not fit.
    """
    if HEAD not in parts:
        raise CallFault((Fault("call.toml", phrase("The call has no call.toml.")),))
    whole: dict[str, Any] = {
        "sections": [],
        **{k: list(v) if isinstance(v, list) else v for k, v in parts[HEAD].items()},
    }
    faults: list[Fault] = []
    for stem in sorted(parts):
        if stem != HEAD:
            faults += _joined(whole, stem, dict(parts[stem]))
    if faults:
        raise CallFault(tuple(faults))
    whole["requires"] = sorted(_kinds(whole))
    return read(json.dumps(whole, ensure_ascii=False, default=_plain).encode())


def _joined(whole: dict[str, Any], stem: str, part: dict[str, Any]) -> Iterator[Fault]:
    """Puts one section file into the whole."""
    for name in _SHARED:
        table = whole.setdefault(name, {})
        for key, value in part.pop(name, {}).items():
            if key in table:
                yield Fault(f"{stem}.{name}.{key}", phrase("{name} is defined twice.", name=key))
            table[key] = value
    for name in _GATHERED:
        whole[name] = [*whole.get(name, ()), *part.pop(name, ())]
    if part:
        whole["sections"].append(part)


def _plain(value: Any) -> str:
    """TOML knows dates; JSON writes them as ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a call holds no {type(value).__name__}")


def _kinds(value: Any) -> set[str]:
    """The kinds of nodes and rules that stand in raw data."""
    kinds: set[str] = set()
    for rule in value.get("rules", ()):
        kinds |= (
            {f"rule:{rule['kind']}"}
            if isinstance(rule, dict) and isinstance(rule.get("kind"), str)
            else set()
        )
    columns = [
        c for t in value.get("tables", {}).values() if isinstance(t, dict) for c in t.get("columns", ())
    ]
    nodes = [n for s in value["sections"] if isinstance(s, dict) for n in s.get("nodes", ())]
    for node in (*columns, *nodes):
        kinds |= (
            {f"node:{node['kind']}"}
            if isinstance(node, dict) and isinstance(node.get("kind"), str)
            else set()
        )
    return kinds


def known() -> frozenset[str]:
    """The kinds that this program can read: "node:money", "rule:share_max", …"""
    return frozenset(
        f"{word}:{kind}" for word, union in (("node", AnyNode), ("rule", AnyRule)) for kind in _tags(union)
    )


def _tags(union: Any) -> Iterable[str]:
    for model in union.__origin__.__args__:
        yield from model.model_fields["kind"].annotation.__args__


def packed(call: Call) -> bytes:
    """The canonical JSON of the call: sorted keys, UTF-8, no space. The same call gives the same bytes."""
    data = call.model_dump(mode="json", exclude_none=True, by_alias=True)
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(packed: bytes) -> str:
    """The SHA-256 of a packed call, in hex."""
    return hashlib.sha256(packed).hexdigest()


def read(raw: bytes) -> Call:
    """A packed call, or any JSON of its shape. CallFault with each place that does not fit."""
    _refuse_newer(raw)
    try:
        return Call.model_validate_json(raw)
    except ValidationError as error:
        raise CallFault(
            tuple(_said(e) for e in error.errors(include_url=False, include_context=False))
        ) from None


def _refuse_newer(raw: bytes) -> None:
    """A call of a newer program says in `requires` what this one lacks: better than a hundred strange faults."""
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise CallFault((Fault("call", phrase("This is not a call: it is not JSON.")),)) from None
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise CallFault((Fault("call", phrase("This is not a call of grantdesk.")),))
    requires = data.get("requires", [])
    lacking = (
        sorted({r for r in requires if isinstance(r, str)} - known()) if isinstance(requires, list) else []
    )
    if lacking or data.get("format_version", 1) != FORMAT_VERSION:
        said = phrase(
            "The call needs a newer grantdesk: this one does not know {kinds}.", kinds=tuple(lacking or ["–"])
        )
        raise CallFault((Fault("call.requires", said),))


def _said(error: Any) -> Fault:
    """pydantic's error as a fault: the place as a path, the message as it is (authors read English)."""
    return Fault(".".join(map(str, error["loc"])), phrase("{message}", message=str(error["msg"])))


def schema() -> dict[str, Any]:
    """The JSON Schema of a packed call, published for other programs and editors."""
    model: type[BaseModel] = Call
    return model.model_json_schema(by_alias=True)
