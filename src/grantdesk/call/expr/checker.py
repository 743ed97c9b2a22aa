"""Gives each part of an expression its meaning in a scope, or says where it has none.

The read set is what visibility, ownership and the memo rest on, so every value that is read has a path in it. `? :` and
`map` give single values only: a later `.field` on a group of theirs would read something that has no path.
"""

from typing import assert_never

from grantdesk.call.expr import combination
from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.meaning import Meaning, Place
from grantdesk.call.expr.types import (
    BOOL,
    INT,
    TEXT,
    ListOf,
    Record,
    Scope,
    Type,
    described,
    is_single,
    widened,
)
from grantdesk.call.expr.value import FIRST, ROOT, THIS
from grantdesk.model.path import Path
from grantdesk.words.phrase import phrase

LOOPS = 2
"""How deep loops may stand in each other, so that the work is at most PARTS times the square of the longest table.

To read a table of single values is a loop too."""


def checked(source: str, node: Node, scope: Scope, want: Type | None) -> Meaning:
    """The meaning of the parts. ExpressionFault at the first part that has none, or if the whole is not as wanted."""
    checker = _Checker(source, scope)
    checker.check(node)
    meaning = checker.meaning
    if want is not None:
        meaning.fit(node, want)
    found = meaning.types[node]
    if want is not None and widened(found) != widened(want):
        said = phrase(
            "This gives {found}, and {wanted} is needed.", found=described(found), wanted=described(want)
        )
        raise ExpressionFault(said, node.start)
    if isinstance(found, Record):
        raise ExpressionFault(phrase("This is a group of fields. Name one of them."), node.start)
    return meaning


class _Checker:
    """Goes over the parts; `_variables` are those of the loops around the part it is at."""

    def __init__(self, source: str, scope: Scope) -> None:
        self.meaning = Meaning()
        self._source = source
        self._scope = scope
        self._variables: dict[str, tuple[Type, Place]] = {}

    def check(self, node: Node) -> Type:
        """The type of a part, after those of its own parts."""
        for part in syntax.operands(node):
            self.check(part)
        found = self.meaning.types[node] = self._type(node)
        return found

    def _type(self, node: Node) -> Type:
        match node:
            case syntax.Literal():
                return self._literal(node)
            case syntax.Name():
                return self._name(node)
            case syntax.Select():
                return self._select(node)
            case syntax.Has():
                return self._has(node)
            case syntax.Loop():
                return self._loop(node)
            case syntax.Comparison():
                return combination.comparison(node, self.meaning)
            case syntax.Logic():
                return combination.logic(node, self.meaning)
            case syntax.Arithmetic():
                return combination.arithmetic(node, self.meaning)
            case syntax.Membership():
                return combination.membership(node, self.meaning)
            case syntax.Call():
                return combination.call(node, self.meaning)
            case syntax.Not() | syntax.Negative():
                return combination.signed(node, self.meaning)
            case syntax.Conditional():
                return combination.conditional(node, self.meaning)
            case syntax.Listed():
                return combination.listed(node, self.meaning)
            case _:
                assert_never(node)

    def _literal(self, node: syntax.Literal) -> Type:
        self.meaning.values[node] = node.value
        if isinstance(node.value, str):
            return TEXT
        return BOOL if isinstance(node.value, bool) else INT

    def _name(self, node: syntax.Name) -> Type:
        name, scope = node.name, self._scope
        if name in self._variables:
            return self._placed(node, *self._variables[name])
        if name == "this" and scope.this is not None:
            return self._placed(node, scope.this, Place(THIS, (), ("this",)))
        if name in scope.roots:
            return self._placed(node, scope.roots[name], Place(ROOT, (name,), (name,)))
        if name in scope.constants:
            type_, self.meaning.values[node] = scope.constants[name]
            return type_
        raise ExpressionFault(phrase("There is no “{name}” here.", name=name), node.start)

    def _select(self, node: syntax.Select) -> Type:
        of, place = self.meaning.types[node.of], self.meaning.places.get(node.of)
        if place is None or not isinstance(of, Record) or node.field not in of.fields:
            whole = self._source[node.of.start : node.of.end]
            said = phrase("“{whole}” has no field “{field}”.", field=node.field, whole=whole)
            raise ExpressionFault(said, node.of.end)
        return self._placed(node, of.fields[node.field], place.below(node.field))

    def _placed(self, node: Node, type_: Type, place: Place) -> Type:
        if isinstance(type_, ListOf) and is_single(type_.item):
            self._bounded(node.start)  # to read its values is to go over them
        return self.meaning.placed(node, type_, place)

    def _bounded(self, at: int) -> None:
        """ExpressionFault if one more loop would stand too deep here."""
        if len(self._variables) == LOOPS:
            raise ExpressionFault(phrase("Loops stand at most {limit} deep.", limit=LOOPS), at)

    def _has(self, node: syntax.Has) -> Type:
        place = self.meaning.places.get(node.of)
        if place is not None and place.pattern is not None:
            self.meaning.reads.add(place.pattern)  # also where it is a group
        return BOOL

    def _loop(self, node: syntax.Loop) -> Type:
        over = self.meaning.types[node.over]
        if not isinstance(over, ListOf):
            said = phrase("“{name}” goes over a list, not {found}.", name=node.method, found=described(over))
            raise ExpressionFault(said, node.over.end)
        body = self._body(node, over.item)
        if node.method != "map":
            combination.condition(node.method, node.body, self.meaning)
            return over if node.method == "filter" else BOOL
        if not is_single(body):
            said = phrase("“map” makes single values, not {found}.", found=described(body))
            raise ExpressionFault(said, node.body.start)
        return ListOf(body)

    def _body(self, node: syntax.Loop, item: Type) -> Type:
        """The type of the body of a loop, in which the variable has a meaning."""
        name, depth = node.variable, len(self._variables)
        self._bounded(node.at)
        if name in self._variables or self._scope.knows(name):
            # A name that hides another one reads as the one and runs as the other.
            raise ExpressionFault(
                phrase("The name “{name}” is taken. Choose another one.", name=name), node.at
            )
        self._variables[name] = item, Place(FIRST + depth, (), self._rows(node.over))
        body = self.check(node.body)
        del self._variables[name]
        return body

    def _rows(self, over: Node) -> Path | None:
        """The pattern of the rows of a list: those of a table, also where they are filtered."""
        while isinstance(over, syntax.Loop) and over.method == "filter":
            over = over.over
        place = self.meaning.places.get(over)
        return (*place.pattern, "*") if place is not None and place.pattern is not None else None
