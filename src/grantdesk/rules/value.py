"""Values as they stand in the answers: is anything there, and is it a number?"""

from typing import Any

HUGE = 10**18
"""From here on a number is none that anybody typed, and writing it out costs more than it tells."""


def is_blank(value: Any) -> bool:
    """Is there no answer? An empty text, one of nothing but spaces, and a choice of nothing are none."""
    if isinstance(value, str):
        return not value or value.isspace()
    return value is None or value == {}


def whole(value: object) -> int | None:
    """An answer that is a number, or None: True is no number, and neither is what nobody could read."""
    if type(value) is int or (isinstance(value, int) and not isinstance(value, bool)):
        return value if -HUGE < value < HUGE else None
    return None
