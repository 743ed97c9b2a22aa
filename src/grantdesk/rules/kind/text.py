"""Rules on texts and days: limit, pattern, checksum, order."""

from collections.abc import Callable
from datetime import date

from grantdesk.call.identifier import is_sound
from grantdesk.call.terms.rule import Checksum, LimitRule, Order, Pattern
from grantdesk.rules.fault import quoted
from grantdesk.rules.kind.verdict import HOLDS, Values, Verdict, fault
from grantdesk.words.typed import count

_DIGITS = frozenset("0123456789")
_MASK: dict[str, Callable[[str], bool]] = {
    "9": lambda c: c in _DIGITS,
    "A": str.isalpha,
    "*": lambda c: c in _DIGITS or c.isalpha(),
    "?": lambda c: True,
}


def limit(rule: LimitRule, values: Values) -> Verdict:
    """The text is not too long and not too short, as the rule counts."""
    n = count(values["value"], rule.counting)
    unit = "_words" if rule.counting == "words" else ""
    if rule.most is not None and n > rule.most:
        return fault(f"rule.limit{unit}", count=n, most=rule.most, over=n - rule.most)
    return fault(f"rule.limit_few{unit}", count=n, least=rule.least) if n < rule.least else HOLDS


def fits(text: str, mask: str) -> bool:
    """Does the text have the form of the mask? As long as the mask, so a long text costs nothing."""
    if len(text) != len(mask):
        return False
    return all(_MASK[m](c) if m in _MASK else m == c for c, m in zip(text, mask, strict=True))


def pattern(rule: Pattern, values: Values) -> Verdict:
    """The text has the form of one of the masks."""
    value = values["value"]
    if any(fits(value, mask) for mask in rule.masks):
        return HOLDS
    return fault("rule.pattern", value=quoted(value), example=rule.masks[0])


def checksum(rule: Checksum, values: Values) -> Verdict:
    """The identifier can be right."""
    value = values["value"]
    return HOLDS if is_sound(rule.scheme, value) else fault("rule.checksum", value=quoted(value))


def order(rule: Order, values: Values) -> Verdict:
    """The days follow each other."""
    first, then = date.fromisoformat(values["first"]), date.fromisoformat(values["then"])
    if first < then or (first == then and not rule.apart):
        return HOLDS
    return fault("rule.order_apart" if rule.apart else "rule.order", first=first, then=then)
