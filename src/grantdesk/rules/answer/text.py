"""Texts: one line, an essay, a day, an identifier; and yes or no."""

from typing import Any

from grantdesk.call.identifier import is_sound
from grantdesk.call.terms.node import Date, Essay, Identifier, Text, YesNo
from grantdesk.rules.date import is_day
from grantdesk.rules.fault import SHAPE, Fault, Judge, quoted
from grantdesk.words.reading import EXAMPLE_DAY
from grantdesk.words.typed import count


def text(node: Text) -> Judge:
    """One line, not too long."""
    most = node.most

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [SHAPE]
        faults = [Fault("lines")] if "\n" in value else []
        if len(value) > most:
            faults.append(Fault("characters", {"count": len(value), "most": most, "over": len(value) - most}))
        return faults

    return judged


def essay(node: Essay) -> Judge:
    """As long as the call allows, by the call's way of counting."""
    most, least, counting = node.limit.most, node.limit.least, node.limit.counting
    unit = "words" if counting == "words" else "characters"

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [SHAPE]
        if len(value) * 2 <= most and not least:  # no way of counting gives more than two for a character
            return []
        n = count(value, counting)
        if n > most:
            return [Fault(unit, {"count": n, "most": most, "over": n - most})]
        return [Fault(f"{unit}_few", {"count": n, "least": least})] if n < least else []

    return judged


def date(node: Date) -> Judge:
    """A day of the calendar, in the range of the call; ISO days compare as texts."""
    least, most = node.least or "0001-01-01", node.most or "9999-12-31"

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [SHAPE]
        day = is_day(value)
        if day is None:
            return [Fault("unreadable", {"typed": quoted(value), "example": EXAMPLE_DAY})]
        if value < least:
            return [Fault("early", {"value": day, "least": is_day(least) or least})]
        return [Fault("late", {"value": day, "most": is_day(most) or most})] if value > most else []

    return judged


def identifier(node: Identifier) -> Judge:
    """Something that passes its check."""

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, str):
            return [SHAPE]
        return [] if is_sound(node.scheme, value) else [Fault(node.scheme, {"value": quoted(value)})]

    return judged


def yes_no(node: YesNo) -> Judge:
    """Yes or no, and the one with which the application can be funded."""

    def judged(value: Any) -> list[Fault]:
        if not isinstance(value, bool):
            return [SHAPE]
        return [Fault("must_be")] if node.must_be is not None and value is not node.must_be else []

    return judged
