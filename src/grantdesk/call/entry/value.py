"""One value of JSON as an answer: amounts, numbers, rates, days, texts. Nothing is guessed, no fraction is a float."""

import re
from collections.abc import Collection
from typing import Any, TypeAlias, assert_never

from grantdesk.call.entry.misfit import Unfit
from grantdesk.call.identifier import normal
from grantdesk.call.terms.node import Date, Essay, Identifier, Money, Number, Rate, Text, YesNo
from grantdesk.model.tree import Leaf
from grantdesk.words.phrase import counted, phrase
from grantdesk.words.reading import LARGEST
from grantdesk.words.refusal import shown
from grantdesk.words.typed import clean, line
from grantdesk.words.writing import parsed_day

Single: TypeAlias = Text | Identifier | Essay | Money | Number | Rate | Date | YesNo
"""The kinds whose answer is one value that nothing else in the call decides."""
_DECIMAL = re.compile(r"(-?)([0-9]{1,16})(?:\.([0-9]{1,16}))?")


def single(node: Single, value: Any) -> Leaf:
    """The answer of a node that asks for one value."""
    match node:
        case Text():
            return short(value)
        case Identifier(scheme=scheme):
            return normal(scheme, short(value))
        case Essay():
            return text(value)
        case Money():
            return money(value)
        case Number(decimals=decimals):
            return number(value, decimals)
        case Rate():
            return rate(value)
        case Date():
            return day(value)
        case YesNo():
            return yes_no(value)
        case _:
            assert_never(node)


def told(value: Any) -> str:
    """As much of a value as a sentence can hold."""
    return shown(value if isinstance(value, str) else str(value))


def text(value: Any) -> str:
    """A text in paragraphs, cleaned."""
    return clean(_string(value))


def short(value: Any) -> str:
    """A text on one line, cleaned."""
    return line(_string(value))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Unfit(phrase("Here belongs a text."))
    return value


def money(value: Any) -> int:
    """ "5123.45" in cents. A bare number is refused: it might be meant in cents."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise Unfit(phrase("An amount is written as a text in euros, “5123.45”, for 5123 might be cents."))
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        raise Unfit(phrase("“{typed}” is no amount. Write it in euros: “5123.45”.", typed=told(value)))
    return _scaled(value, 2)


def number(value: Any, decimals: int) -> int:
    """12 or "1.50" in units of 1/10**decimals."""
    if isinstance(value, float):
        raise Unfit(phrase("A number with a fraction is written as a text: “1.50”."))
    if isinstance(value, bool) or not isinstance(value, str | int) or not _DECIMAL.fullmatch(str(value)):
        raise Unfit(phrase("“{typed}” is no number. Write it like this: “1.50”.", typed=told(value)))
    return _scaled(str(value), decimals)


def rate(value: Any) -> int:
    """ "26.44 %" in basis points."""
    number = value.removesuffix("%").removesuffix(" ") if isinstance(value, str) else ""
    if not number or number == value or not _DECIMAL.fullmatch(number):
        raise Unfit(phrase("“{typed}” is no rate. Write it like this: “26.44 %”.", typed=told(value)))
    return _scaled(number, 2)


def _scaled(number: str, decimals: int) -> int:
    match = _DECIMAL.fullmatch(number)
    sign, whole, part = match.groups(default="") if match else ("", "0", "")
    if len(part) > decimals:
        said = counted(
            "“{typed}” has more than {n} decimal.",
            "“{typed}” has more than {n} decimals.",
            n=decimals,
            typed=shown(number),
        )
        raise Unfit(said if decimals else phrase("“{typed}” is not a whole number.", typed=shown(number)))
    scaled = int(whole + part.ljust(decimals, "0"))
    if scaled > LARGEST:
        raise Unfit(phrase("“{typed}” is too large.", typed=shown(number)))
    return -scaled if sign else scaled


def day(value: Any) -> str:
    """A day of the calendar, "2027-09-01"."""
    if not isinstance(value, str) or parsed_day(value) is None:
        raise Unfit(phrase("“{text}” is no date. Dates are written 2027-03-31.", text=told(value)))
    return value


def yes_no(value: Any) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Unfit(phrase("Here belongs true or false."))
    return value


def option(value: Any, options: Collection[str]) -> str:
    """One of the options, by its id."""
    if not isinstance(value, str) or value not in options:
        raise Unfit(phrase("“{text}” is none of the options.", text=told(value)))
    return value


def ticks(value: Any) -> list[Any]:
    """What is chosen of several: of ["a", "b"] both, of {"a": true, "b": false} the first."""
    if isinstance(value, dict) and all(isinstance(tick, bool) for tick in value.values()):
        return [key for key, tick in value.items() if tick]
    if not isinstance(value, list):
        raise Unfit(phrase("Here belongs a list of what is chosen."))
    return value


def group(value: Any) -> dict[str, Any]:
    """An object whose keys say what stands in it."""
    if not isinstance(value, dict):
        raise Unfit(phrase("Here belongs an object: names with their values."))
    return value
