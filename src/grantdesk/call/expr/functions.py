"""The functions of the language: a closed table of names, signatures and what they do.

A function is given values of its parameters' types, never UNKNOWN; the elements of a list may be UNKNOWN.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeAlias

from grantdesk.call.expr.types import (
    BOOL,
    DATE,
    INT,
    MONEY,
    RATE,
    TEXT,
    ListOf,
    SetOf,
    Type,
    is_numeric,
    is_ordered,
    widened,
)
from grantdesk.call.expr.value import UNKNOWN, elements
from grantdesk.model import money


@dataclass(frozen=True, slots=True)
class Same:
    """A parameter of any type that passes the test; all such parameters of one signature have the same type."""

    test: Callable[[Type], bool]


@dataclass(frozen=True, slots=True)
class Many:
    """A parameter that is a list; its items are of any one type that passes the test."""

    test: Callable[[Type], bool]


Parameter: TypeAlias = Type | Same | Many


@dataclass(frozen=True, slots=True)
class Signature:
    """One way to call a function. Where `result` is None, the result has the type that Same or Many stands for."""

    parameters: tuple[Parameter, ...]
    result: Type | None
    run: Callable[..., Any]

    def given(self, types: tuple[Type, ...]) -> Type | None:
        """The type of the result for arguments of these types; None if the function does not take them."""
        if len(types) != len(self.parameters):
            return None
        free: set[Type] = set()
        for parameter, type_ in zip(self.parameters, types, strict=True):
            bound = _bound(parameter, type_)
            if bound is None:
                return None
            if isinstance(parameter, Same | Many):
                free.add(bound)
        if len(free) > 1:
            return None
        return self.result or free.pop()


def _bound(parameter: Parameter, type_: Type) -> Type | None:
    """What the parameter stands for when it takes the type; None if it does not take it."""
    match parameter:
        case Same(test):
            return type_ if test(type_) else None
        case Many(test):
            return type_.item if isinstance(type_, ListOf) and test(type_.item) else None
        case _:
            return type_ if widened(type_) == parameter else None


def _chosen(several: Mapping[str, Any]) -> int:
    return sum(1 for mark in several.values() if mark is True)


def _words(text: str) -> int:
    return len(text.split())


def _total(values: Any) -> Any:
    total = 0
    for value in elements(values):
        if value is UNKNOWN:
            return UNKNOWN
        total += value
    return total


def _outermost(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Any], Any]:
    """min or max over a list: UNKNOWN if the list is empty or an element is UNKNOWN."""

    def picked(values: Any) -> Any:
        found = list(elements(values))
        return UNKNOWN if not found or any(value is UNKNOWN for value in found) else pick(found)

    return picked


def _year(day: str) -> int:
    return int(day[:4])


def _months(first: str, last: str) -> int:
    """The calendar months that the time from first to last touches; 0 if last is before first."""
    if last < first:
        return 0
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7]) + 1


def _days(first: str, last: str) -> int:
    """The days from first to last, both counted; 0 if last is before first."""
    return max(0, date.fromisoformat(last).toordinal() - date.fromisoformat(first).toordinal() + 1)


_ORDERED, _ORDERED_LIST, _NUMBERS = Same(is_ordered), Many(is_ordered), Many(is_numeric)
_ANY_LIST = Many(lambda _: True)

FUNCTIONS: Final[Mapping[str, tuple[Signature, ...]]] = {
    "size": (
        Signature((TEXT,), INT, len),
        Signature((_ANY_LIST,), INT, len),
        Signature((SetOf(TEXT),), INT, _chosen),
    ),
    "words": (Signature((TEXT,), INT, _words),),
    "sum": (Signature((_NUMBERS,), None, _total),),
    "min": (
        Signature((_ORDERED, _ORDERED), None, min),
        Signature((_ORDERED_LIST,), None, _outermost(min)),
    ),
    "max": (
        Signature((_ORDERED, _ORDERED), None, max),
        Signature((_ORDERED_LIST,), None, _outermost(max)),
    ),
    "eur": (Signature((INT,), MONEY, lambda euros: euros * 100),),
    "bp": (Signature((INT,), RATE, lambda points: points),),
    "share": (Signature((MONEY, RATE), MONEY, money.share),),
    "within": (Signature((MONEY, MONEY, RATE), BOOL, money.within),),
    "year": (Signature((DATE,), INT, _year),),
    "months": (Signature((DATE, DATE), INT, _months),),
    "days": (Signature((DATE, DATE), INT, _days),),
}
