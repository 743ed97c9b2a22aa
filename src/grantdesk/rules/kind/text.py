"""Rules on texts: limit, pattern, checksum."""

from collections.abc import Callable

from grantdesk.call.terms.rule import Checksum, LimitRule, Pattern
from grantdesk.rules.identifier import is_sound
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
    if rule.most is not None and n > rule.most:
        return fault("rule.limit", count=n, most=rule.most, over=n - rule.most)
    return fault("rule.limit_few", count=n, least=rule.least) if n < rule.least else HOLDS


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
    return fault("rule.pattern", value=value[:80], example=rule.masks[0])


def checksum(rule: Checksum, values: Values) -> Verdict:
    """The identifier can be right."""
    value = values["value"]
    return HOLDS if is_sound(rule.scheme, value) else fault("rule.checksum", value=value[:80])
