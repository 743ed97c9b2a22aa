"""A phrase not yet spoken: what shall be said and the facts in it, before anyone has chosen a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in the three languages of the field; a call's own words."""

    __pydantic_config__ = {"extra": "forbid"}

    fi: str
    sv: str
    en: str


class Cents(int):
    """An amount of money in integer cents, said as money."""


class Rate(int):
    """A rate in integer basis points (4000 = 40 %), said as a percentage."""


class Bytes(int):
    """A size in bytes, said as kilobytes or megabytes."""


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number held as an integer of 1/10**decimals, with its unit: Scaled(150, 2, "pm") is 1.50 pm."""

    value: int
    decimals: int = 0
    unit: "str | Texts" = ""


Fact: TypeAlias = (
    "str | int | Cents | Rate | Bytes | Scaled | date | datetime | Texts | Phrase | tuple[Fact, ...]"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What shall be said. `said` is the English sentence that the catalogues know, or a call's own Texts.

    Slots are named, `{name}`, and filled from `facts` when a Language says it. With `plural` the fact `n` counts.
    """

    said: str | Texts
    facts: Mapping[str, Fact] = field(default_factory=dict)
    plural: str = ""


def phrase(said: str, /, **facts: Fact) -> Phrase:
    """A sentence of the program's own; `said` is the key in the catalogues."""
    return Phrase(said, facts)


def counted(said: str, plural: str, /, n: int, **facts: Fact) -> Phrase:
    """A sentence that depends on a count: counted("{n} error", "{n} errors", n=3)."""
    return Phrase(said, {"n": n, **facts}, plural)


def quoted(texts: Texts, /, **facts: Fact) -> Phrase:
    """A sentence of a call: its own texts with named slots."""
    return Phrase(texts, facts)
