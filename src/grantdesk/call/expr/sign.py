"""The signs between values: which types they stand between, and what they do."""

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from grantdesk.call.expr.types import INT, Type, is_numeric, is_ordered, is_single
from grantdesk.call.expr.value import UNKNOWN, elements


def is_compared(sign: str, type_: Type) -> bool:
    """Can two values of the type stand on either side of == != < <= > >=?"""
    return is_single(type_) if sign in ("==", "!=") else is_ordered(type_)


def computed(sign: str, left: Type, right: Type) -> Type | None:
    """The type of left + - * / % right, or None.

    Amounts, rates and scaled numbers are added among themselves and multiplied or divided by whole numbers. An amount
    times a rate would be cents times basis points: `share` and `within` are there for that.
    """
    whole = INT in (left, right)
    match sign:
        case "+" | "-":
            return left if left == right and is_numeric(left) else None
        case "*":
            return (
                (right if left == INT else left) if whole and is_numeric(left) and is_numeric(right) else None
            )
        case "/":
            return left if right == INT and is_numeric(left) else None
    return INT if left == right == INT else None


def quotient(a: int, b: int) -> Any:
    """a / b cut towards zero, as in CEL; Python would round down. UNKNOWN if b is 0."""
    if b == 0:
        return UNKNOWN
    q = abs(a) // abs(b)
    return q if (a >= 0) == (b > 0) else -q


def remainder(a: int, b: int) -> Any:
    """What `quotient` leaves; it has the sign of a. UNKNOWN if b is 0."""
    return UNKNOWN if b == 0 else a - b * quotient(a, b)


def among(item: Any, values: Any) -> Any:
    """Is the item among the elements of a list? UNKNOWN if it is not but an element is UNKNOWN."""
    found: bool | Any = False
    for value in elements(values):
        if value is UNKNOWN:
            found = UNKNOWN
        elif value == item:
            return True
    return found


def ticked(option: str, several: Mapping[str, Any]) -> bool:
    """Is the option chosen in a several answer?"""
    return several.get(option) is True


COMPARE: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
COMPUTE: Final[Mapping[str, Callable[[int, int], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": quotient,
    "%": remainder,
}
