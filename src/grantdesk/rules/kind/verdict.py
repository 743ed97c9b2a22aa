"""A verdict: what is wrong, nothing, or not known yet; and values as facts that a language can say."""

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

from grantdesk.call.expr import DATE, MONEY, RATE, Number, Program, Type
from grantdesk.call.ready import Ready
from grantdesk.rules.date import is_day
from grantdesk.rules.fault import Fault, quoted
from grantdesk.words.phrase import Cents, Fact, Rate, Scaled

Verdict: TypeAlias = "tuple[Fault, ...] | None"
"""What is wrong; () if the rule holds; None if it is not known yet."""
Values: TypeAlias = Mapping[str, Any]
"""The values of a rule's expressions, by parameter. None of them is unknown."""

HOLDS: Final[Verdict] = ()
NOT_YET: Final[Verdict] = None
TOO_LONG: Final = "too_long"
"""The sentence of a rule that would take too long: the call's own text would say that it is broken."""


def fault(sentence: str, **facts: Fact) -> Verdict:
    """One thing that is wrong."""
    return (Fault(sentence, facts),)


def fact(ready: Ready, name: str, value: int) -> Fact:
    """A number as a fact of the type that the parameter `name` has: an amount is said as an amount."""
    program = ready.operands[name]
    return typed((program if isinstance(program, Program) else program[0]).type, value)


def typed(type_: Type, value: Any) -> Fact:
    """A single value as a fact of its type."""
    if type_ == MONEY:
        return Cents(value)
    if type_ == RATE:
        return Rate(value)
    if type_ == DATE:
        return is_day(value) or quoted(value)
    if isinstance(type_, Number):
        return Scaled(value, type_.decimals)
    return value if isinstance(value, bool) else quoted(value)
