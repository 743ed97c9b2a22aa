"""The type of what is put together from parts: by signs, in lists, by functions."""

from grantdesk.call.expr.fault import ExpressionFault
from grantdesk.call.expr.functions import FUNCTIONS, Many, Parameter, Same
from grantdesk.call.expr.grammar import syntax
from grantdesk.call.expr.grammar.syntax import Node
from grantdesk.call.expr.meaning import Meaning
from grantdesk.call.expr.sign import computed, is_compared
from grantdesk.call.expr.types import (
    BOOL,
    MONEY,
    RATE,
    ListOf,
    SetOf,
    Type,
    described,
    is_numeric,
    is_single,
    widened,
)
from grantdesk.words.phrase import phrase


def condition(name: str, node: Node, meaning: Meaning) -> None:
    """ExpressionFault unless the part is a yes or no, as `name` needs it."""
    found = meaning.types[node]
    if found is not BOOL:
        said = phrase("“{name}” needs a yes or no here, not {found}.", name=name, found=described(found))
        raise ExpressionFault(said, node.start)


def listed(node: syntax.Listed, meaning: Meaning) -> Type:
    """[a, b]: single values of one type."""
    item = meaning.agreed(node.items) if node.items else None
    if item is None or not is_single(item):
        raise ExpressionFault(phrase("A list holds single values of one kind, at least one."), node.start)
    return ListOf(item)


def signed(node: syntax.Not | syntax.Negative, meaning: Meaning) -> Type:
    """!a of a yes or no, -a of a number."""
    of = meaning.types[node.of]
    sign, takes = ("!", of is BOOL) if isinstance(node, syntax.Not) else ("-", is_numeric(of))
    if not takes:
        said = phrase("“{sign}” does not stand before {found}.", sign=sign, found=described(of))
        raise ExpressionFault(said, node.start)
    return of


def logic(node: syntax.Logic, meaning: Meaning) -> Type:
    """a && b, a || b"""
    for part in node.parts:
        condition(node.sign, part, meaning)
    return BOOL


def comparison(node: syntax.Comparison, meaning: Meaning) -> Type:
    """a < b: values of one type, once literals have taken the unit of what they stand beside."""
    agreed = meaning.agreed((node.left, node.right))
    if agreed is None or not is_compared(node.sign, agreed):
        raise _apart(node.sign, node.at, node.left, node.right, meaning)
    return BOOL


def membership(node: syntax.Membership, meaning: Meaning) -> Type:
    """a in list, "option" in several"""
    types, group = meaning.types, node.group
    if isinstance(group, syntax.Listed):
        agreed = meaning.agreed((node.item, *group.items))
        if agreed is not None:
            types[group] = ListOf(agreed)
            return BOOL
    elif isinstance(within := types[group], ListOf | SetOf):
        meaning.fit(node.item, within.item)
        if is_single(within.item) and widened(types[node.item]) == widened(within.item):
            return BOOL
    raise _apart("in", node.at, node.item, group, meaning)


def arithmetic(node: syntax.Arithmetic, meaning: Meaning) -> Type:
    """a + b, a * b and the like; see `computed`."""
    if node.sign in ("+", "-"):
        meaning.agreed((node.left, node.right))
    types = meaning.types
    found = computed(node.sign, types[node.left], types[node.right])
    if found is None:
        raise _apart(node.sign, node.at, node.left, node.right, meaning)
    return found


def conditional(node: syntax.Conditional, meaning: Meaning) -> Type:
    """test ? a : b of single values; a group would have no path in the read set."""
    condition("?", node.test, meaning)
    agreed = meaning.agreed((node.then, node.other))
    if agreed is None or not is_single(agreed):
        raise _apart(":", node.other.start, node.then, node.other, meaning)
    return agreed


def call(node: syntax.Call, meaning: Meaning) -> Type:
    """The result of the first signature that takes the arguments."""
    if node.function not in FUNCTIONS:
        said = phrase("There is no function “{name}”.", name=node.function)
        raise ExpressionFault(said, node.start)
    for signature in FUNCTIONS[node.function]:
        _fit(node.arguments, signature.parameters, meaning)
        found = signature.given(tuple(meaning.types[argument] for argument in node.arguments))
        if found is not None:
            meaning.calls[node] = signature
            return found
    if not node.arguments:
        said = phrase("{name}() needs something in its brackets.", name=node.function)
    else:
        given = tuple(described(meaning.types[argument]) for argument in node.arguments)
        said = phrase("{name}() does not take this: {given}.", name=node.function, given=given)
    raise ExpressionFault(said, node.start)


def _fit(arguments: tuple[Node, ...], parameters: tuple[Parameter, ...], meaning: Meaning) -> None:
    """Gives literals among the arguments the unit of the parameter, or of the argument beside them."""
    if len(arguments) != len(parameters):
        return
    for argument, parameter in zip(arguments, parameters, strict=True):
        if isinstance(parameter, Same):
            meaning.agreed(arguments)
        elif not isinstance(parameter, Many):
            meaning.fit(argument, parameter)


def _apart(sign: str, at: int, left: Node, right: Node, meaning: Meaning) -> ExpressionFault:
    """The fault of a sign between two things that it does not stand between."""
    types = meaning.types[left], meaning.types[right]
    if sign == "*" and set(types) == {MONEY, RATE}:
        # Cents times basis points, compared with cents, would allow everything.
        return ExpressionFault(phrase("An amount and a rate go together in share() or within()."), at)
    a, b = map(described, types)
    return ExpressionFault(phrase("“{sign}” does not stand between {a} and {b}.", sign=sign, a=a, b=b), at)
