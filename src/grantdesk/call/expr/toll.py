"""What loops in loops would take, counted before they run: a stranger's call must not keep anybody waiting.

The steps are counted and no time is taken, so that every computer comes to the same end; and all rows are counted, also
those that would not be gone over, so that their order makes no difference.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final, TypeAlias

from grantdesk.call.expr.closure import Fixed
from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.meaning import Meaning
from grantdesk.call.expr.types import ListOf, SetOf, is_single, kind
from grantdesk.call.expr.value import UNKNOWN, Code, Frame, elements, reader

STEPS: Final = 1_000_000
"""What a loop may take with all that it goes over for each of its rows: a table of a thousand rows, each compared with
each."""
LETTERS = 16
"""So many characters are gone over in one step."""

Toll: TypeAlias = Code
"""Gives the steps in a frame; more than STEPS are not counted to the end."""


def toll(loop: syntax.Loop, meaning: Meaning) -> Toll | None:
    """The steps of a loop; None where nothing is gone over for its rows: then it takes one for each."""
    inner = [*_walks(loop.body, meaning)]
    return partial(_through, _source(loop.over, meaning), inner) if inner else None


def bounded(loop: syntax.Loop, run: Code, meaning: Meaning) -> Code:
    """The loop, UNKNOWN where it would take too long."""
    steps = toll(loop, meaning)
    return run if steps is None else lambda frame: UNKNOWN if is_too_long(steps, frame) else run(frame)


def is_too_long(steps: Toll, frame: Frame) -> bool:
    """Are these more steps than a loop may take?"""
    return bool(steps(frame) > STEPS)


def tolls(node: Node, meaning: Meaning) -> Iterator[Toll]:
    """Those of the outermost loops of an expression."""
    if isinstance(node, syntax.Loop) and (own := toll(node, meaning)) is not None:
        yield own
    for part in syntax.operands(node):
        yield from tolls(part, meaning)


def _walks(node: Node, meaning: Meaning) -> Iterator[Toll]:
    """The steps of all that is gone over for one row."""
    match node:
        case syntax.Loop():
            yield toll(node, meaning) or _size(_source(node.over, meaning), 1)
        case syntax.Name() | syntax.Select() if _is_list(node, meaning):
            yield _size(_source(node, meaning), 1)
        case syntax.Call(function="words", arguments=(of,)) if of in meaning.places:
            yield _size(_read(of, meaning), LETTERS)
        case syntax.Call(function="size", arguments=(of,)) if isinstance(meaning.types[of], SetOf):
            yield _size(_read(of, meaning), 1)
    for part in syntax.operands(node):
        yield from _walks(part, meaning)


def _is_list(node: Node, meaning: Meaning) -> bool:
    """Is it a table of single values, whose reading goes over them?"""
    type_ = meaning.types[node]
    return node in meaning.places and isinstance(type_, ListOf) and is_single(type_.item)


def _source(over: Node, meaning: Meaning) -> Code:
    """The rows that a loop goes over, before any are filtered."""
    while isinstance(over, syntax.Loop):
        over = over.over
    if isinstance(over, syntax.Listed):
        return Fixed([UNKNOWN] * len(over.items))
    return _read(over, meaning) if over in meaning.places else Fixed(meaning.values[over])


def _read(node: Node, meaning: Meaning) -> Code:
    place = meaning.places[node]
    return reader(place.slot, place.keys, kind(meaning.types[node]))


def _size(rows: Code, by: int) -> Toll:
    def size(frame: Frame) -> Any:
        found = rows(frame)
        return 0 if found is UNKNOWN else len(found) // by

    return size


def _through(rows: Code, walks: list[Toll], frame: Frame) -> int:
    found = rows(frame)
    each_of_them: Iterable[Any] = () if found is UNKNOWN else elements(found)
    inner, steps = [*frame, None], 0
    for inner[-1] in each_of_them:
        steps += 1 + sum(walk(inner) for walk in walks)
        if steps > STEPS:
            break
    return steps
