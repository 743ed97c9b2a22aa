"""What is read from the answers: a value of the shape that was declared, or UNKNOWN."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import Enum
from typing import Any, Final, NoReturn, TypeAlias


class Unknown(Enum):
    """The third value: not answered yet, or not readable."""

    UNKNOWN = "UNKNOWN"

    def __bool__(self) -> NoReturn:
        raise TypeError("UNKNOWN has no truth value: ask `is UNKNOWN`")

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown.UNKNOWN

Frame: TypeAlias = Sequence[Any]
"""What a closure looks names up in, by slot: the root, `this`, then the variables of the loops it stands in."""
Code: TypeAlias = Callable[[Frame], Any]
ROOT, THIS, FIRST = 0, 1, 2

_NOTHING: dict[str, Any] = {}


def is_date(text: str) -> bool:
    """Is the text a day of the calendar, written 2027-03-31?"""
    if len(text) != 10 or text[4] != "-" or text[7] != "-":
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def shaped(value: Any, kind: type) -> Any:
    """The value if it is of the kind (int, str, bool, dict), else UNKNOWN. A bool is no int; a subclass will do."""
    if type(value) is kind or (isinstance(value, kind) and not isinstance(value, bool)):
        return value
    return UNKNOWN


def reader(slot: int, keys: tuple[str, ...], kind: type) -> Code:
    """Reads what stands below a slot under the keys. Nearly all expressions spend their time here.

    The kinds are compared here and not in `shaped`, and paths of one and two keys are written out, because a call of a
    function costs as much as all the rest. What stands in the way of the path and is no dict has no `get`.
    """
    match keys:
        case ():

            def variable(frame: Frame) -> Any:
                value = frame[slot]
                return value if type(value) is kind else shaped(value, kind)

            return variable
        case (key,):

            def near(frame: Frame) -> Any:
                try:
                    value = frame[slot].get(key)
                except AttributeError:
                    return UNKNOWN
                return value if type(value) is kind else shaped(value, kind)

            return near
        case (outer, inner):

            def far(frame: Frame) -> Any:
                try:
                    value = frame[slot].get(outer, _NOTHING).get(inner)
                except AttributeError:
                    return UNKNOWN
                return value if type(value) is kind else shaped(value, kind)

            return far
    return _distant(slot, keys, kind)


def _distant(slot: int, keys: tuple[str, ...], kind: type) -> Code:
    *way, last = keys

    def distant(frame: Frame) -> Any:
        value = frame[slot]
        try:
            for key in way:
                value = value.get(key, _NOTHING)
            value = value.get(last)
        except AttributeError:
            return UNKNOWN
        return value if type(value) is kind else shaped(value, kind)

    return distant


def day(text: Code) -> Code:
    """Reads a date where `text` reads a text."""

    def read(frame: Frame) -> Any:
        value = text(frame)
        return value if value is UNKNOWN or is_date(value) else UNKNOWN

    return read


def leaves(table: Code, leaf: Code) -> Code:
    """Reads a table of single values; `leaf` reads one from a frame that holds nothing but the value."""

    def read(frame: Frame) -> Any:
        values = table(frame)
        return values if values is UNKNOWN else {key: leaf((value,)) for key, value in values.items()}

    return read


def elements(values: Any) -> Iterable[Any]:
    """The elements of a list: the rows of a table, or what a list literal or `map` gave."""
    return values.values() if isinstance(values, dict) else values
