"""A verdict: what is wrong, nothing, or not known yet; and values as facts that a language can say."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from grantdesk.call.expr import MONEY, RATE, Number, Program
from grantdesk.call.ready import Ready
from grantdesk.rules.date import is_day
from grantdesk.words.phrase import Cents, Fact, Rate, Scaled

Fault: TypeAlias = "tuple[str, Mapping[str, Fact]]"
"""The name of a sentence and its facts."""
Verdict: TypeAlias = "tuple[Fault, ...] | None"
"""What is wrong; () if the rule holds; None if it is not known yet."""
Values: TypeAlias = Mapping[str, Any]
"""The values of a rule's expressions, by parameter. None of them is unknown."""

HOLDS: Verdict = ()
NOT_YET: Verdict = None


def fault(sentence: str, **facts: Fact) -> Verdict:
    """One thing that is wrong."""
    return ((sentence, facts),)


def fact(ready: Ready, name: str, value: Any) -> Fact:
    """A value as a fact of the type that the parameter `name` has: an amount is said as an amount."""
    program = ready.operands[name]
    type_ = (program if isinstance(program, Program) else program[0]).type
    if type_ == MONEY:
        return Cents(value)
    if type_ == RATE:
        return Rate(value)
    if isinstance(type_, Number):
        return Scaled(value, type_.decimals)
    day = is_day(value)
    return day if day is not None else value if isinstance(value, int) else str(value)[:80]
