"""Which words of a text are others than they were."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

State: TypeAlias = Literal["same", "gone", "new"]
_PIECE = re.compile(r"\n|\S+[^\S\n]*|[^\S\n]+")
MOST = 3000
"""Words that are compared one by one; where more are different, all of them are shown as one change."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text that stayed, went or came."""

    state: State
    text: str


def changes(old: str, new: str) -> list[Stretch]:
    """Both texts as one: the new one is what is "same" and "new", the old one what is "same" and "gone"."""
    a, b = _PIECE.findall(old), _PIECE.findall(new)
    head = alike(a, b)
    tail = alike(a[head:][::-1], b[head:][::-1])
    middle = _compared(a[head : len(a) - tail], b[head : len(b) - tail])
    first, last = Stretch("same", "".join(a[:head])), Stretch("same", "".join(a[len(a) - tail :]))
    return [stretch for stretch in (first, *middle, last) if stretch.text]


def alike(a: Sequence[str], b: Sequence[str]) -> int:
    """How many of the first items are equal."""
    shorter = min(len(a), len(b))
    if a[:shorter] == b[:shorter]:
        return shorter
    return next(n for n in range(shorter) if a[n] != b[n])


def _compared(a: list[str], b: list[str]) -> Iterator[Stretch]:
    if max(len(a), len(b)) > MOST:
        yield Stretch("gone", "".join(a))
        yield Stretch("new", "".join(b))
        return
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Stretch("same", "".join(a[a1:a2]))
        else:
            yield Stretch("gone", "".join(a[a1:a2]))
            yield Stretch("new", "".join(b[b1:b2]))
