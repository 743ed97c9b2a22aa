"""A compiled expression: closures that read the answers. There is no eval, and no code is made at run time."""

import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from grantdesk.call.expr import closure
from grantdesk.call.expr.checker import checked
from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.parser import parsed
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.meaning import Meaning
from grantdesk.call.expr.sign import COMPARE, COMPUTE, among, ticked
from grantdesk.call.expr.toll import Toll, bounded, is_too_long, tolls
from grantdesk.call.expr.types import DATE, ListOf, Scope, SetOf, Type, is_single, kind
from grantdesk.call.expr.value import UNKNOWN, Code, Frame, day, leaves, reader
from grantdesk.model.path import Path


@dataclass(frozen=True, slots=True)
class Program:
    """A compiled expression. Called with the root and `this` it gives a value of its type or UNKNOWN; it never raises.
    What would take too long is UNKNOWN too.

    A table, whole or filtered, is given as {row id: row}, in any order; a choice of several as {option: True}.

    `reads` are the places that the value depends on, "*" for any row: ("partners", "*", "role"), ("this", "start"). A
    place of a single value stands for the value, one of a table for which rows it has, one of a group for whether it is
    there. The fields of the rows of a table that is given as it is are not among them.
    """

    source: str
    type: Type
    reads: frozenset[Path]
    node: Node = field(repr=False)
    meaning: Meaning = field(repr=False)
    run: Code = field(repr=False)
    tolls: tuple[Toll, ...] = field(default=(), repr=False)

    def __call__(self, root: Mapping[str, Any], this: Mapping[str, Any] | None = None) -> Any:
        return self.run((root, this))

    def is_too_long(self, frame: Frame) -> bool:
        """Is it unknown in a frame because loops in loops would take too long?"""
        return any(is_too_long(toll, frame) for toll in self.tolls)


def compiled(source: str, scope: Scope, want: Type | None = None) -> Program:
    """The expression as a program. ExpressionFault if it is not sound in the scope, or not of the wanted type."""
    node = parsed(source)
    meaning = checked(source, node, scope, want)
    run, reads = code(node, meaning), frozenset(meaning.reads)
    return Program(source, meaning.types[node], reads, node, meaning, run, tuple(tolls(node, meaning)))


def code(node: Node, meaning: Meaning) -> Code:
    """The closure of a part."""
    match node:
        case syntax.Literal():
            return closure.Fixed(meaning.values[node])
        case syntax.Name() | syntax.Select():
            return _read(node, meaning)
        case syntax.Loop():
            run = _loop(node.method, code(node.over, meaning), code(node.body, meaning))
            return bounded(node, run, meaning)
    parts = [code(part, meaning) for part in syntax.operands(node)]
    made = _combined(node, meaning, parts)
    # What rests on literals and constants alone is worked out here, once.
    return closure.Fixed(made(())) if all(isinstance(part, closure.Fixed) for part in parts) else made


def _combined(node: syntax.Combined, meaning: Meaning, parts: list[Code]) -> Code:
    """The closure of a part that is put together from others, whose closures are `parts`."""
    match node:
        case syntax.Comparison(sign=sign):
            return closure.lifted(COMPARE[sign], parts)
        case syntax.Arithmetic(sign=sign):
            return closure.lifted(COMPUTE[sign], parts)
        case syntax.Logic(sign=sign):
            return closure.kleene(parts, sign == "||")
        case syntax.Membership(group=group):
            return _member(parts, meaning.types[group])
        case syntax.Not():
            return closure.lifted(operator.not_, parts)
        case syntax.Negative():
            return closure.lifted(operator.neg, parts)
        case syntax.Call():
            return closure.lifted(meaning.calls[node].run, parts)
        case syntax.Conditional():
            return closure.conditional(*parts)
        case syntax.Has():
            return closure.answered(*parts)
        case syntax.Listed():
            return closure.listed(parts)
        case _:
            assert_never(node)


def _member(parts: list[Code], group: Type) -> Code:
    item, within = parts
    if isinstance(group, SetOf):
        return closure.lifted(ticked, parts)
    if isinstance(within, closure.Fixed) and UNKNOWN not in within.value:
        return closure.lifted(frozenset(within.value).__contains__, [item])
    return closure.lifted(among, parts)


def _loop(method: str, over: Code, body: Code) -> Code:
    match method:
        case "map":
            return closure.mapped(over, body)
        case "filter":
            return closure.filtered(over, body)
    return closure.quantified(over, body, method == "exists")


def _read(node: syntax.Name | syntax.Select, meaning: Meaning) -> Code:
    place, type_ = meaning.places.get(node), meaning.types[node]
    if place is None:
        return closure.Fixed(meaning.values[node])
    read = reader(place.slot, place.keys, kind(type_))
    if isinstance(type_, ListOf) and is_single(type_.item):
        return leaves(read, _leaf(reader(0, (), kind(type_.item)), type_.item))
    return _leaf(read, type_)


def _leaf(read: Code, type_: Type) -> Code:
    return day(read) if type_ is DATE else read
