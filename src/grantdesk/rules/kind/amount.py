"""Rules on numbers and amounts: range, sum_equals, share_max, share_min, compare."""

import operator
from collections.abc import Callable

from grantdesk.call.ready import Ready
from grantdesk.call.terms.rule import Compare, Range, ShareMax, ShareMin, SumEquals
from grantdesk.model.money import share, within
from grantdesk.rules.kind.verdict import HOLDS, Values, Verdict, fact, fault
from grantdesk.words.phrase import Cents, Rate

COMPARISONS: dict[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
    "!=": operator.ne,
}


def range_(rule: Range, ready: Ready, values: Values) -> Verdict:
    """The value lies between least and most; either may be left out."""
    value = values["value"]
    if rule.least is not None and value < values["least"]:
        least = fact(ready, "least", values["least"])
        return fault("rule.range_low", value=fact(ready, "value", value), least=least)
    if rule.most is not None and value > values["most"]:
        most = fact(ready, "most", values["most"])
        return fault("rule.range_high", value=fact(ready, "value", value), most=most)
    return HOLDS


def sum_equals(rule: SumEquals, ready: Ready, values: Values) -> Verdict:
    """The parts add up to the total, within the tolerance."""
    total = values["total"]
    got = sum(values["parts"])
    if abs(got - total) <= rule.tolerance:
        return HOLDS
    return fault(
        "rule.sum_equals",
        sum=fact(ready, "total", got),
        total=fact(ready, "total", total),
        difference=fact(ready, "total", abs(got - total)),
    )


def share_max(rule: ShareMax, values: Values) -> Verdict:
    """The part is at most a share of the whole; exact, nothing is rounded on the way."""
    part, whole = values["part"], values["whole"]
    if within(part, whole, rule.rate):
        return HOLDS
    limit = share(whole, rule.rate, "floor")
    return fault(
        "rule.share_max",
        part=Cents(part),
        whole=Cents(whole),
        rate=Rate(rule.rate),
        limit=Cents(limit),
        over=Cents(part - limit),
    )


def share_min(rule: ShareMin, values: Values) -> Verdict:
    """The part is at least a share of the whole."""
    part, whole = values["part"], values["whole"]
    limit = share(whole, rule.rate, "ceil")
    if part >= limit:
        return HOLDS
    return fault(
        "rule.share_min",
        part=Cents(part),
        whole=Cents(whole),
        rate=Rate(rule.rate),
        limit=Cents(limit),
        short=Cents(limit - part),
    )


def compare(rule: Compare, ready: Ready, values: Values) -> Verdict:
    """left is related to right as the rule says."""
    left, right = values["left"], values["right"]
    if COMPARISONS[rule.is_](left, right):
        return HOLDS
    return fault("rule.compare", left=fact(ready, "left", left), right=fact(ready, "right", right))
