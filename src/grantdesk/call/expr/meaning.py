"""What is found out about the parts of an expression, kept beside the tree: types, places, values, functions, reads."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.call.expr.functions import Signature
from grantdesk.call.expr.grammar.syntax import Literal, Node
from grantdesk.call.expr.types import DATE, ListOf, Record, SetOf, Type, fitted, widened
from grantdesk.model.path import Path
from grantdesk.words.phrase import phrase


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value is read: a slot of the frame and the keys below it.

    `pattern` is its path in the answers, "*" for any row; None for the elements of a list that was made by `map`.
    """

    slot: int
    keys: Path
    pattern: Path | None

    def below(self, key: str) -> "Place":
        """The place of a field of what stands here."""
        return Place(self.slot, (*self.keys, key), self.pattern and (*self.pattern, key))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each part means. Filled by the checker, part by part."""

    types: dict[Node, Type] = field(default_factory=dict)
    places: dict[Node, Place] = field(default_factory=dict)
    values: dict[Node, Any] = field(default_factory=dict)
    """Constants, and literals in the unit of what they stand beside."""
    calls: dict[Node, Signature] = field(default_factory=dict)
    reads: set[Path] = field(default_factory=set)

    def placed(self, node: Node, type_: Type, place: Place) -> Type:
        """Notes where the value of a part is read. A group is not read before one of its fields is."""
        self.places[node] = place
        if not isinstance(type_, Record):
            self.read(place.pattern, type_)
        return type_

    def read(self, pattern: Path | None, type_: Type) -> None:
        """Notes that a value is read: of a table which rows it has, and the elements unless they are rows."""
        if pattern is None:
            return
        self.reads.add(pattern)
        if isinstance(type_, ListOf | SetOf) and not isinstance(type_.item, Record):
            self.read((*pattern, "*"), type_.item)

    def fit(self, node: Node, wanted: Type) -> None:
        """Gives a literal the unit of what it stands beside. ExpressionFault if it is no such date or option."""
        if not isinstance(node, Literal):
            return
        try:
            self.types[node], self.values[node] = fitted(self.values[node], self.types[node], wanted)
        except ValueError:
            text = str(node.value)
            if wanted is DATE:
                said = phrase("“{text}” is no date. Dates are written 2027-03-31.", text=text)
            else:
                said = phrase("“{text}” is none of the options.", text=text)
            raise ExpressionFault(said, node.start) from None

    def agreed(self, nodes: Sequence[Node]) -> Type | None:
        """The one type that the parts have, once the literals among them have taken its unit; None if there is none."""
        wanted = next(
            (self.types[node] for node in nodes if not isinstance(node, Literal)), self.types[nodes[0]]
        )
        for node in nodes:
            self.fit(node, wanted)
        found = {self.types[node] for node in nodes}
        if len(found) > 1:
            found = {widened(type_) for type_ in found}
        return found.pop() if len(found) == 1 else None
