"""A fault: what is wrong by itself, the name of its sentence and the facts in it, before anyone knows the place."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias

from grantdesk.model.path import ROOT, Path
from grantdesk.words.phrase import Fact

NO_FACTS: Final[Mapping[str, Fact]] = MappingProxyType({})
LONG = 80


class Fault(NamedTuple):
    """The name of a sentence, its facts, and where below the node it is (a cell, a file)."""

    kind: str
    facts: Mapping[str, Fact] = NO_FACTS
    below: Path = ROOT


Judge: TypeAlias = Callable[[Any], Iterable[Fault]]
"""From an answer that is there to what is wrong with it. It never raises, whatever stands in the answer."""

SHAPE: Final = Fault("shape")


def quoted(value: object) -> str:
    """What somebody typed, as a fact: not longer than a sentence bears."""
    text = str(value)
    return text if len(text) <= LONG else text[: LONG - 1] + "…"
