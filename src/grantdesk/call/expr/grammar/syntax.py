"""The parts of an expression as it is written: one class for each kind of part.

Parts are compared by identity, so that what the checker finds out about each can stand in a dict beside the tree.
"""

from dataclasses import dataclass
from typing import TypeAlias, assert_never


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """What every part has: the offsets of its first character and of the one after its last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Literal(Part):
    """A value that is written out: 12, -12, "text", true."""

    value: bool | int | str


@dataclass(frozen=True, slots=True, eq=False)
class Name(Part):
    """A root, `this`, a constant, or the variable of a loop."""

    name: str


@dataclass(frozen=True, slots=True, eq=False)
class Select(Part):
    """of.field, or of["field"]."""

    of: "Node"
    field: str


@dataclass(frozen=True, slots=True, eq=False)
class Listed(Part):
    """[a, b, c]"""

    items: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Not(Part):
    """!of"""

    of: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Negative(Part):
    """-of"""

    of: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Logic(Part):
    """parts joined by one `sign`, && or ||; a && b && c is one Logic of three parts."""

    sign: str
    parts: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Comparison(Part):
    """left sign right, the sign one of == != < <= > >=, standing at offset `at`."""

    sign: str
    at: int
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Membership(Part):
    """item in group, `in` standing at offset `at`."""

    at: int
    item: "Node"
    group: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Arithmetic(Part):
    """left sign right, the sign one of + - * / %, standing at offset `at`."""

    sign: str
    at: int
    left: "Node"
    right: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Conditional(Part):
    """test ? then : other"""

    test: "Node"
    then: "Node"
    other: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Has(Part):
    """has(of)"""

    of: "Node"


@dataclass(frozen=True, slots=True, eq=False)
class Call(Part):
    """function(arguments)"""

    function: str
    arguments: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Loop(Part):
    """over.method(variable, body); the variable stands at offset `at`."""

    method: str
    over: "Node"
    variable: str
    at: int
    body: "Node"


Combined: TypeAlias = (
    Listed | Not | Negative | Logic | Comparison | Membership | Arithmetic | Conditional | Has | Call
)
"""What has a value as soon as its operands have theirs."""
Node: TypeAlias = Literal | Name | Select | Loop | Combined


def signed(sign: str, start: int, node: Node) -> Node:
    """The part with ! or - before it; -12 is a number that is written out."""
    if sign == "!":
        return Not(start, node.end, node)
    if isinstance(node, Literal) and type(node.value) is int:
        return Literal(start, node.end, -node.value)
    return Negative(start, node.end, node)


def operands(node: Node) -> tuple[Node, ...]:
    """The parts that a part is made of; the body of a loop is not among them, it has a value only on a row."""
    match node:
        case Literal() | Name():
            return ()
        case Select(of=of) | Not(of=of) | Negative(of=of) | Has(of=of) | Loop(over=of):
            return (of,)
        case Listed(items=items) | Logic(parts=items) | Call(arguments=items):
            return items
        case Comparison(left=left, right=right) | Arithmetic(left=left, right=right):
            return left, right
        case Membership(item=item, group=group):
            return item, group
        case Conditional(test=test, then=then, other=other):
            return test, then, other
        case _:
            assert_never(node)
