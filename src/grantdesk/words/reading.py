"""Reading what people type: an amount, a number, a rate, a date, yes or no. What is not plain is refused, not guessed.

Thousands may be set apart by a space of any width (U+0020, U+00A0, U+2009, U+202F), in English also by a comma, in
whole groups of three. A decimal comma and a decimal point are both understood, but the mark that is foreign to the
language only before one or two decimals: with three it may as well set thousands apart. In 1.234,50 points can only
set thousands apart, so there they do.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from unicodedata import normalize

from grantdesk.words import refusal
from grantdesk.words.manner import MINUS, NBSP, Tongue
from grantdesk.words.phrase import Cents, Fact, Rate, Scaled

CENTURY = 2000  # of a year in two digits
LONGEST = 40  # characters; no amount or date needs more
LARGEST = 10**13  # in the unit that is read: a hundred thousand million euros in cents
LARGEST_RATE = 99_999  # below 1000 %, so that no separator of thousands can be taken for a decimal comma
FIRST_YEAR, LAST_YEAR = 1900, 2199
PLAIN = str.maketrans({NBSP: " ", "\u2009": " ", "\u202f": " ", MINUS: "-"})
EXAMPLE_DAY = date(2027, 9, 1)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: its decimals at most, how a value is said, an example, and the pattern of its unit."""

    decimals: int
    said: Callable[[int], Fact]
    example: int
    unit: str = ""
    unit_first: bool = False
    largest: int = LARGEST


MONEY = Asked(2, Cents, 123450, unit="(?:€|[Ee][Uu][Rr])", unit_first=True)
RATE = Asked(2, Rate, 2644, unit="%", largest=LARGEST_RATE)


class Reading(Tongue):
    """A language that reads what was typed. Every method raises Unreadable, which says what to type instead."""

    __slots__ = ()

    def read_money(self, typed: str) -> int:
        """An amount in cents: "1 234,50 €", "1234.5", "−5 EUR". At most 10**13 either way."""
        return self._read(typed, MONEY)

    def read_number(self, typed: str, decimals: int = 0) -> int:
        """A number in units of 1/10**decimals, at most 10**13; more decimals are refused, not rounded."""
        return self._read(
            typed, Asked(decimals, lambda value: Scaled(value, decimals), 125 * 10**decimals // 10)
        )

    def read_rate(self, typed: str) -> int:
        """A percentage in basis points: "26,44 %", "60". At most 999,99 % either way.

        Below one it needs its sign: 0,6 may be meant as 60 %.
        """
        bp = self._read(typed, RATE)
        if 0 < abs(bp) < 100 and "%" not in typed:
            raise refusal.signless(typed, bp)
        return bp

    def read_date(self, typed: str) -> str:
        """A day as ISO text "2027-09-01", from 1.9.2027, 01.09.27, 2027-09-01, or 1 September 2027 (own months)."""
        text = typed.strip().translate(PLAIN)
        found = first_match(text, days())
        if found is None:
            raise (refusal.unclear if first_match(text, unclear_days()) else refusal.unlike)(
                typed, EXAMPLE_DAY
            )
        year, month, day = int(found["year"]), self._month(found["month"]), int(found["day"])
        if len(found["year"]) == 2:
            year += CENTURY
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise refusal.far_year(typed, FIRST_YEAR, LAST_YEAR)
        try:
            return date(year, month, day).isoformat()
        except ValueError:
            raise refusal.no_day(typed) from None

    def read_yes_no(self, typed: str) -> bool:
        """Yes or no by the language's own word or its first letter."""
        word = normalize("NFC", typed).strip().casefold()
        for answer, words in ((True, self.manner.yes), (False, self.manner.no)):
            if word in {own.casefold() for own in words}:
                return answer
        raise refusal.neither(typed, self.manner.yes[0], self.manner.no[0])

    def _read(self, typed: str, asked: Asked) -> int:
        text = dotted().sub(lambda found: found[0].replace(".", " "), typed.strip().translate(PLAIN))
        separators = " ," if self.manner.decimal == "." else " "
        found = first_match(text, (shape(asked.unit, asked.unit_first, separators),))
        example = asked.said(asked.example)
        if found is None or (found["after"] and found["before"].strip("-")):
            raise refusal.unlike(typed, example)
        whole, mark, part = found["whole"], found["mark"] or "", found["part"] or ""
        if mark != self.manner.decimal and (len(part) > 2 or (mark and mark in whole)):
            raise refusal.unclear(typed, example)
        if len(part) > asked.decimals:
            raise refusal.finer(typed, asked.decimals, example)
        value = int(re.sub("[ ,]", "", whole) + part.ljust(asked.decimals, "0"))
        if value > asked.largest:
            raise refusal.larger(typed, asked.said(asked.largest))
        return -value if "-" in found["before"] else value

    def _month(self, text: str) -> int:
        """The number of a month: digits, or the first three letters or more of its name. 0 if it is none."""
        if text.isdecimal():
            return int(text)
        for number, name in enumerate(self.manner.dated, 1):
            if name.casefold().startswith(text.casefold()):
                return number
        return 0


@cache  # these patterns are made when something is read: every command imports this, and few read what was typed
def dotted() -> re.Pattern[str]:
    """The whole part of a number with points between thousands, before a comma and decimals."""
    return re.compile(r"(?<![0-9])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?=,[0-9]{1,2}(?![0-9]))")


@cache
def days() -> tuple[re.Pattern[str], ...]:
    """How a day is written."""
    return (
        re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?(?P<year>[0-9]{4}|[0-9]{2})"),
        re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
        re.compile(r"(?P<day>[0-9]{1,2})\.? (?P<month>[^\W\d_]{3,})\.? (?P<year>[0-9]{4})"),
    )


@cache
def unclear_days() -> tuple[re.Pattern[str], ...]:
    """How a day is written that may be one of two."""
    return (re.compile(r"[0-9]{1,4}[/-][0-9]{1,2}[/-][0-9]{1,4}"),)


def first_match(text: str, patterns: tuple[re.Pattern[str], ...]) -> re.Match[str] | None:
    """The match of the first pattern that fits the whole text, which must not be longer than LONGEST."""
    if len(text) > LONGEST:
        return None
    return next((match for pattern in patterns if (match := pattern.fullmatch(text))), None)


@cache
def shape(unit: str, unit_first: bool, separators: str) -> re.Pattern[str]:
    """The pattern of a number: sign and unit before, whole, decimal mark, decimals, unit after."""
    before = f"-?{unit} ?|{unit} ?-|-?" if unit_first else "-?"
    after = f"(?P<after> ?{unit})?" if unit else "(?P<after>)"
    grouped = rf"[1-9][0-9]{{0,2}}(?P<sep>[{separators}])[0-9]{{3}}(?:(?P=sep)[0-9]{{3}})*"
    number = rf"(?P<whole>{grouped}|0|[1-9][0-9]*)(?:(?P<mark>[.,])(?P<part>[0-9]+))?"
    return re.compile(f"(?P<before>{before}){number}{after}")
