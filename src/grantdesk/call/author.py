"""From what an author writes to one call: the TOML parts of a folder put together, in the order of their names."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.pack import digest, known, packed, read
from grantdesk.call.terms.call import Call
from grantdesk.words.phrase import phrase

__all__ = ["HEAD", "assembled", "digest", "known", "packed", "read"]

HEAD = "call"
SHARED = ("tables", "lists")
"""What a section file may define beside its section, by name."""
GATHERED = ("rules", "indicators", "criteria")
"""What it may add to, one after the other."""


def assembled(parts: Mapping[str, Mapping[str, Any]]) -> Call:
    """The call of a folder: `parts` are its TOML files by stem. `call` is the head; every other file may hold one
    section (its id, title, nodes), tables, lists, rules, indicators and criteria; in the order of their names.

    CallFault if something is missing, stands twice, or does not fit.
    """
    if HEAD not in parts:
        raise CallFault((Fault("call.toml", phrase("The call has no call.toml.")),))
    whole: dict[str, Any] = {"sections": []}
    stems = sorted(parts, key=lambda stem: (stem != HEAD, stem))
    faults = [fault for stem in stems for fault in _joined(whole, stem, parts[stem])]
    if faults:
        raise CallFault(tuple(faults))
    whole["requires"] = sorted(
        _kinds(whole) & known()
    )  # a kind that is not known is a slip, told with its place
    return read(json.dumps(whole, default=_plain).encode())


def _joined(whole: dict[str, Any], stem: str, part: Mapping[str, Any]) -> Iterator[Fault]:
    """Puts one file into the whole."""
    rest = dict(part)
    for name in SHARED:
        yield from _shared(whole.setdefault(name, {}), f"{stem}.{name}", rest.pop(name, {}))
    for name in GATHERED:
        yield from _gathered(whole.setdefault(name, []), f"{stem}.{name}", rest.pop(name, []))
    if stem == HEAD:
        yield from _gathered(whole["sections"], f"{stem}.sections", rest.pop("sections", []))
        whole |= rest
    elif "id" in rest:
        whole["sections"].append(rest)
    elif rest:
        said = phrase("The file has no id, so it is no section: {keys} cannot stand in it.", keys=tuple(rest))
        yield Fault(stem, said)


def _shared(table: dict[str, Any], place: str, more: Any) -> Iterator[Fault]:
    if not isinstance(more, dict):
        yield Fault(place, phrase("This is written as [{name}.an_id].", name=place.rpartition(".")[2]))
        return
    for key, value in more.items():
        if key in table:
            yield Fault(f"{place}.{key}", phrase("{name} is defined twice.", name=key))
        table[key] = value


def _gathered(found: list[Any], place: str, more: Any) -> Iterator[Fault]:
    if isinstance(more, list):
        found += more
    else:
        yield Fault(place, phrase("This is written as [[{name}]].", name=place.rpartition(".")[2]))


def _plain(value: Any) -> str:
    """TOML knows days and times of day; JSON writes them as ISO text."""
    if isinstance(value, date | time):
        return value.isoformat()
    raise TypeError(f"a call holds no {type(value).__name__}")


def _kinds(whole: Mapping[str, Any]) -> set[str]:
    """The kinds of nodes and rules that stand in raw data."""
    columns = [c for table in _objects([*whole["tables"].values()]) for c in _objects(table.get("columns"))]
    nodes = [node for section in _objects(whole["sections"]) for node in _objects(section.get("nodes"))]
    return {
        f"{word}:{thing['kind']}"
        for word, things in (("rule", _objects(whole["rules"])), ("node", [*columns, *nodes]))
        for thing in things
        if isinstance(thing.get("kind"), str)
    }


def _objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; whatever else stands there is refused later, with its place."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
