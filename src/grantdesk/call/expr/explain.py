"""Why an expression has the value that it has: the parts that decide, and in loops the rows that do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.program import Program, code
from grantdesk.call.expr.toll import is_too_long, toll
from grantdesk.call.expr.types import ListOf, SetOf, Type, is_single
from grantdesk.call.expr.value import UNKNOWN, Code, Frame, elements
from grantdesk.model.order import position

ROWS = 20
"""Deciding rows that are told of each loop."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A part of the expression as it is written, and its value.

    The value is a single one, UNKNOWN, or a tuple: of row ids for a table, of the options for a choice of several, of
    the values for a list of values. `depth` says below which reason it stands: the last before it that is less deep.
    With `row` the source is the variable of a loop, the value a row's id, and what stands below holds for that row.
    """

    depth: int
    source: str
    value: Any
    row: bool = False


def explain(program: Program, root: Mapping[str, Any], this: Mapping[str, Any] | None = None) -> list[Reason]:
    """The parts that decide the value, from the whole down to the answers; what is written out is left out."""
    return list(_Explainer(program).reasons(program.node, (root, this), 0))


class _Explainer:
    """Works out parts of a program one by one; a part is compiled when it is first asked for."""

    def __init__(self, program: Program) -> None:
        self._source = program.source
        self._meaning = program.meaning
        self._codes: dict[Node, Code] = {}

    def reasons(self, node: Node, frame: Frame, depth: int) -> Iterator[Reason]:
        """The part itself, then what decides it."""
        value = self._value(node, frame)
        yield self._reason(node, value, depth)
        for part in self._deciding(node, value, frame):
            if value is not UNKNOWN and isinstance(self._meaning.types[part], ListOf):
                yield self._reason(part, self._value(part, frame), depth + 1)
            else:
                yield from self.reasons(part, frame, depth + 1)
        if isinstance(node, syntax.Loop):
            yield from self._rows(node, value, frame, depth + 1)

    def _value(self, node: Node, frame: Frame) -> Any:
        if node not in self._codes:
            self._codes[node] = code(node, self._meaning)
        return self._codes[node](frame)

    def _reason(self, node: Node, value: Any, depth: int) -> Reason:
        return Reason(depth, self._source[node.start : node.end], _told(value, self._meaning.types[node]))

    def _deciding(self, node: Node, value: Any, frame: Frame) -> list[Node]:
        """The parts of a part that its value rests on."""
        match node:
            case syntax.Name() | syntax.Select() | syntax.Has():
                return []
            case syntax.Logic(parts=parts):
                return [part for part in parts if self._value(part, frame) is value]
            case syntax.Conditional(test=test, then=then, other=other):
                chosen = self._value(test, frame)
                return [test] if chosen is UNKNOWN else [test, then if chosen else other]
            case syntax.Loop(over=over):
                return [over] if self._value(over, frame) is UNKNOWN else []
        parts = tuple(part for part in syntax.operands(node) if not _written_out(part))
        unknown = [part for part in parts if value is UNKNOWN and _is_unknown(self._value(part, frame))]
        return unknown or list(parts)

    def _rows(self, loop: syntax.Loop, value: Any, frame: Frame, depth: int) -> Iterator[Reason]:
        """The rows that decide a loop: those that are as the whole is; of `map` and `filter` those that are unknown."""
        rows, steps = self._value(loop.over, frame), toll(loop, self._meaning)
        quantifier = loop.method in ("all", "exists")
        if rows is UNKNOWN or (quantifier and value is (loop.method == "all")):
            return
        if steps is not None and is_too_long(steps, frame):
            return
        wanted, told = value if quantifier else UNKNOWN, 0
        for key, row in _ordered(rows):
            inner = (*frame, row)
            if self._value(loop.body, inner) is wanted and told < ROWS:
                told += 1
                yield Reason(depth, loop.variable, key, row=isinstance(rows, dict))
                yield from self.reasons(loop.body, inner, depth + 1)


def _written_out(node: Node) -> bool:
    """Is its value plain to see, because it rests on nothing but literals?"""
    if isinstance(node, syntax.Literal):
        return True
    parts = syntax.operands(node)
    return not isinstance(node, syntax.Loop) and bool(parts) and all(map(_written_out, parts))


def _is_unknown(value: Any) -> bool:
    if value is UNKNOWN:
        return True
    return isinstance(value, list | dict) and any(element is UNKNOWN for element in elements(value))


def _told(value: Any, type_: Type) -> Any:
    """The value without what does not matter in it: the fields of rows, the order of a list."""
    if value is UNKNOWN or is_single(type_):
        return value
    if isinstance(type_, SetOf):
        return tuple(sorted(option for option, mark in value.items() if mark is True))
    if isinstance(type_, ListOf) and is_single(type_.item):
        return _sorted(elements(value))
    return tuple(key for key, _ in _ordered(value))


def _ordered(rows: Any) -> list[tuple[Any, Any]]:
    """Rows as (id, row) in the order of the table, elements of a list as (element, element) in their own."""
    if not isinstance(rows, dict):
        return [(element, element) for element in _sorted(rows)]
    return sorted(
        rows.items(), key=lambda item: (position(item[1]) if isinstance(item[1], dict) else "", item[0])
    )


def _sorted(values: Iterable[Any]) -> tuple[Any, ...]:
    """The values from the smallest to the largest, UNKNOWN ones last."""
    found = list(values)
    known = sorted(value for value in found if value is not UNKNOWN)
    return (*known, *[UNKNOWN] * (len(found) - len(known)))
