"""The closures that a program is made of: each reads what it stands for from a frame, in three-valued logic."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grantdesk.call.expr.value import UNKNOWN, Code, Frame, elements


@dataclass(frozen=True, slots=True)
class Fixed:
    """The closure of a value that is known before anyone has answered."""

    value: Any

    def __call__(self, frame: Frame) -> Any:
        return self.value


def lifted(run: Callable[..., Any], parts: list[Code]) -> Code:
    """run over the values of one, two or three parts; UNKNOWN if one of them is UNKNOWN."""
    match parts:
        case [part]:
            return _one(run, part)
        case [part, Fixed(value)] if value is not UNKNOWN:
            return _beside(run, part, value)
        case [left, right]:
            return _two(run, left, right)
    return _three(run, *parts)


def _one(run: Callable[[Any], Any], part: Code) -> Code:
    def one(frame: Frame) -> Any:
        value = part(frame)
        return UNKNOWN if value is UNKNOWN else run(value)

    return one


def _beside(run: Callable[[Any, Any], Any], part: Code, fixed: Any) -> Code:
    def beside(frame: Frame) -> Any:
        value = part(frame)
        return UNKNOWN if value is UNKNOWN else run(value, fixed)

    return beside


def _two(run: Callable[[Any, Any], Any], left: Code, right: Code) -> Code:
    def two(frame: Frame) -> Any:
        a = left(frame)
        if a is UNKNOWN:
            return UNKNOWN
        b = right(frame)
        return UNKNOWN if b is UNKNOWN else run(a, b)

    return two


def _three(run: Callable[[Any, Any, Any], Any], first: Code, second: Code, third: Code) -> Code:
    def three(frame: Frame) -> Any:
        a, b, c = first(frame), second(frame), third(frame)
        return UNKNOWN if a is UNKNOWN or b is UNKNOWN or c is UNKNOWN else run(a, b, c)

    return three


def kleene(parts: list[Code], decisive: bool) -> Code:
    """Decisive (False for &&, True for ||) as soon as one part is, UNKNOWN if one is unknown, else the opposite."""

    def joined(frame: Frame) -> Any:
        unknown = False
        for part in parts:
            value = part(frame)
            if value is decisive:
                return decisive
            if value is UNKNOWN:
                unknown = True
        return UNKNOWN if unknown else not decisive

    return joined


def conditional(test: Code, then: Code, other: Code) -> Code:
    """test ? then : other"""

    def chosen(frame: Frame) -> Any:
        value = test(frame)
        if value is UNKNOWN:
            return UNKNOWN
        return then(frame) if value else other(frame)

    return chosen


def answered(part: Code) -> Code:
    """Is there a value?"""
    return lambda frame: part(frame) is not UNKNOWN


def listed(parts: list[Code]) -> Code:
    """A list of the values, UNKNOWN ones too."""
    return lambda frame: [part(frame) for part in parts]


def quantified(over: Code, body: Code, decisive: bool) -> Code:
    """`all` (decisive False) and `exists` (decisive True) over the rows of a list.

    A loop makes one longer frame, whose last place holds the row. Nothing keeps the frame beyond the loop.
    """

    def over_all(frame: Frame) -> Any:
        rows = over(frame)
        if rows is UNKNOWN:
            return UNKNOWN
        inner, unknown = [*frame, None], False
        for inner[-1] in elements(rows):
            value = body(inner)
            if value is decisive:
                return decisive
            if value is UNKNOWN:
                unknown = True
        return UNKNOWN if unknown else not decisive

    return over_all


def mapped(over: Code, body: Code) -> Code:
    """A list of what the body gives on each row, UNKNOWN values too."""

    def values(frame: Frame) -> Any:
        rows = over(frame)
        if rows is UNKNOWN:
            return UNKNOWN
        inner, found = [*frame, None], []
        for inner[-1] in elements(rows):
            found.append(body(inner))
        return found

    return values


def filtered(over: Code, body: Code) -> Code:
    """The rows on which the body is true, with their ids where there are any; UNKNOWN if it is unknown on one."""

    def kept(frame: Frame) -> Any:
        rows = over(frame)
        if rows is UNKNOWN:
            return UNKNOWN
        inner, verdicts = [*frame, None], []
        for inner[-1] in elements(rows):
            value = body(inner)
            if value is UNKNOWN:
                return UNKNOWN
            verdicts.append(value)
        if isinstance(rows, dict):
            return {key: row for (key, row), keep in zip(rows.items(), verdicts, strict=True) if keep}
        return [row for row, keep in zip(rows, verdicts, strict=True) if keep]

    return kept
