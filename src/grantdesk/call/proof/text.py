"""The texts of a call: there in three languages, without anything unseen, with the same slots, each of them filled."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from grantdesk.call.fault import Fault
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.rule import Rule
from grantdesk.words.language import LANGUAGES, SLOT
from grantdesk.words.phrase import Phrase, Texts, phrase
from grantdesk.words.typed import clean

NO_FACTS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placed:
    """Texts, where they stand, and the facts that can fill their slots."""

    place: str
    texts: Texts
    facts: frozenset[str]


def text_faults(call: Call) -> Iterator[Fault]:
    """What is wrong with the texts."""
    for placed in texts(call, ""):
        said = {code: getattr(placed.texts, code) for code in LANGUAGES}
        yield from _empty(placed.place, said)
        yield from _slots(placed, {code: frozenset(SLOT.findall(text)) for code, text in said.items()})


def texts(thing: Any, place: str, facts: frozenset[str] = NO_FACTS) -> Iterator[Placed]:
    """Every text in a part of a call, with its place: sections.need.nodes.objectives.label."""
    match thing:
        case Texts():
            yield Placed(place, thing, facts)
        case BaseModel():
            for name in type(thing).model_fields:
                filled = thing.facts() if isinstance(thing, Rule) and name == "text" else NO_FACTS
                yield from texts(getattr(thing, name), f"{place}.{name}" if place else name, filled)
        case tuple():
            for at, item in enumerate(thing):
                yield from texts(item, f"{place}.{getattr(item, 'id', at)}")
        case dict():
            for key, item in thing.items():
                yield from texts(item, f"{place}.{key}")


def _empty(place: str, said: dict[str, str]) -> Iterator[Fault]:
    for code, text in said.items():
        if not text.strip():
            yield Fault(f"{place}.{code}", phrase("The text is empty."))
        elif clean(text) != text:
            yield Fault(f"{place}.{code}", phrase("The text has characters that nobody can see."))


def _slots(placed: Placed, slots: dict[str, frozenset[str]]) -> Iterator[Fault]:
    everywhere = frozenset.intersection(*slots.values())
    for code, found in slots.items():
        for name in sorted(found - placed.facts):
            yield Fault(f"{placed.place}.{code}", _unfilled(name, placed.facts))
        for name in sorted((found & placed.facts) - everywhere):
            said = phrase("{slot} does not stand in every language.", slot=f"{{{name}}}")
            yield Fault(f"{placed.place}.{code}", said)


def _unfilled(name: str, facts: frozenset[str]) -> Phrase:
    slot = f"{{{name}}}"
    if not facts:
        return phrase("Nothing fills {slot} here.", slot=slot)
    known = tuple(f"{{{fact}}}" for fact in sorted(facts))
    return phrase("Nothing fills {slot} here; there are {slots}.", slot=slot, slots=known)
