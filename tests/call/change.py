"""A world with something changed in it, and what is said of it then."""

import json
from typing import Any, Final

from grantdesk.call.author import packed, read
from grantdesk.call.fault import CallFault, Fault
from grantdesk.call.form import Form
from grantdesk.call.proof import proved
from grantdesk.call.terms.call import Call
from grantdesk.words.language import Language
from worlds import world

GONE: Final = object()
ENGLISH = Language("en")


def raw(name: str) -> Any:
    """The packed call as data that may be changed."""
    return json.loads(packed(world(name)))


def within(data: Any, way: list[str]) -> Any:
    """What stands at the end of the way; in a list a step is the id of a thing, or its number."""
    for step in way:
        if isinstance(data, list):
            ids = [thing.get("id") if isinstance(thing, dict) else None for thing in data]
            data = data[ids.index(step) if step in ids else int(step)]
        else:
            data = data[step]
    return data


def put(data: Any, place: str, value: Any) -> None:
    """Puts a value at a place, `sections.project.nodes.name.most`; GONE takes away, a + adds to a list."""
    *way, last = place.split(".")
    here = within(data, way)
    if last == "+":
        here.append(value)
    elif isinstance(here, list):
        at = here.index(within(here, [last]))
        here[at : at + 1] = [] if value is GONE else [value]
    elif value is GONE:
        del here[last]
    else:
        here[last] = value


def call(name: str, changes: dict[str, Any]) -> Call:
    """The changed call. CallFault if it cannot even be read."""
    data = raw(name)
    for place, value in changes.items():
        put(data, place, value)
    return read(json.dumps(data).encode())


def told(faults: tuple[Fault, ...] | list[Fault]) -> list[str]:
    """Faults as "place: sentence"."""
    return [f"{fault.place}: {ENGLISH.say(fault.phrase)}" for fault in faults]


def unreadable(name: str, changes: dict[str, Any]) -> list[str]:
    """What is said of a call that cannot be read."""
    try:
        call(name, changes)
    except CallFault as trouble:
        return told(trouble.faults)
    return []


def unsound(name: str, changes: dict[str, Any]) -> list[str]:
    """What is said of a call that cannot be made ready."""
    try:
        Form(call(name, changes))
    except CallFault as trouble:
        return told(trouble.faults)
    return []


def unproved(name: str, changes: dict[str, Any]) -> list[str]:
    """What the proof says of a call."""
    return told(proved(call(name, changes)))
