"""Writing values: numbers, money, dates, sizes and lists as a language writes them, without Babel's 50 ms.

Checked against Babel's data (CLDR) in the tests. Known differences: the minus is U+2212 everywhere, whole euros may
stand without decimals, dates in Finland-Swedish are 1.9.2027 as in Finnish and the clock has a point (CLDR has
2027-09-01 and 16:05), English dates are written out, so that nobody has to ask which number is the month.
"""

import datetime
import re
from collections.abc import Iterable
from unicodedata import normalize

from grantdesk.words.manner import MINUS, NBSP, Tongue

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-[0-9]{2})?")
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")


class Writing(Tongue):
    """A language that writes values."""

    __slots__ = ()

    def number(self, value: int, decimals: int = 0) -> str:
        """value in units of 1/10**decimals, with exactly that many decimals: number(150, 2) is "1,50"."""
        whole, part = divmod(abs(value), 10**decimals)
        text = f"{whole:,}".replace(",", self.manner.group)
        if decimals:
            text += f"{self.manner.decimal}{part:0{decimals}d}"
        return MINUS + text if value < 0 else text

    def count(self, n: int) -> str:
        """A whole number, grouped: "8 000"."""
        return self.number(n)

    def money(self, cents: int, decimals: bool | None = None) -> str:
        """Cents as euros: "1 234,50 €", "€1,234.50". `decimals` None: only when there are cents.

        False: whole euros, rounded half away from zero, for axes and overviews; True: always two decimals.
        """
        exact = cents % 100 != 0 if decimals is None else decimals
        value = abs(cents) if exact else (abs(cents) + 50) // 100
        text = self.number(value, 2 if exact else 0)
        text = f"€{text}" if self.manner.euro_first else f"{text}{NBSP}€"
        return MINUS + text if cents < 0 < value else text

    def rate(self, bp: int, least: int = 0) -> str:
        """Basis points as a percentage with as many decimals as it needs: 4000 is "40 %", 2644 is "26,44 %".

        With at least so many, where percentages stand below each other: rate(4000, 2) is "40,00 %".
        """
        decimals = max(least, 2 if bp % 10 else 1 if bp % 100 else 0)
        return self.number(bp // 10 ** (2 - decimals), decimals) + self.manner.percent

    def date(self, day: datetime.date | str) -> str:
        """A day, or its ISO text "2027-09-01". A text that is no day is what someone typed: it is given as it is."""
        if isinstance(day, str):
            found = parsed_day(day)
            if found is None:
                return day
            day = found
        if self.manner.short_dates:
            return f"{day.day}.{day.month}.{day.year}"
        return f"{day.day} {self.manner.dated[day.month - 1]} {day.year}"

    def month(self, month: datetime.date | str) -> str:
        """The month of a day or of ISO text "2027-09": "syyskuu 2027". A text that is no month is given as it is."""
        text = month if isinstance(month, str) else month.isoformat()[:10]
        found = MONTH.fullmatch(text)
        return f"{self.manner.months[int(found[2]) - 1]} {int(found[1])}" if found else text

    def moment(self, when: datetime.datetime | str, zone: bool = False) -> str:
        """A day and a time of the clock in the zone that `when` carries: "1.9.2027 klo 16.15".

        ISO text ("2027-09-01T16:15:00+03:00") will do as well; a text that is no moment is given as it is.
        With `zone` the zone is said too ("Suomen aikaa", "UTC", "UTC+02:00"), if there is one.
        """
        if isinstance(when, str):
            found = parsed_moment(when)
            if found is None:
                return when
            when = found
        time = f"{when.hour}{self.manner.clock}{when.minute:02d}"
        name = self._zone(when) if zone else ""
        return self.date(when) + self.manner.at + time + (f" {name}" if name else "")

    def _zone(self, when: datetime.datetime) -> str:
        if getattr(when.tzinfo, "key", "") == "Europe/Helsinki":
            return self.manner.finnish_time
        offset = when.utcoffset()
        if offset is None:
            return ""
        return f"UTC{when.isoformat()[-6:]}" if offset else "UTC"

    def size(self, size: int) -> str:
        """Bytes, in thousands of bytes with at most one decimal: "999 tavua", "1,2 Mt"."""
        one, several, *units = self.manner.sizes
        if size < 1000:
            return f"{self.number(size)}{NBSP}{one if size == 1 else several}"
        step = 1
        while (tenths := (20 * size // 1000**step + 1) // 2) >= 10_000 and step < len(units):
            step += 1
        number = self.number(tenths, 1) if tenths % 10 else self.number(tenths // 10)
        return f"{number}{NBSP}{units[step - 1]}"

    def join(self, items: Iterable[str]) -> str:
        """A list in a sentence: "a, b ja c"."""
        *first, last = [*items] or [""]
        return f"{', '.join(first)} {self.manner.conjunction} {last}" if first else last

    def yes_no(self, answer: bool) -> str:
        """The answer to a question that is answered by yes or no."""
        return self.manner.yes[0] if answer else self.manner.no[0]

    def alphabetical(self, text: str) -> tuple[str, str]:
        """A key for `sorted`: å, ä, ö after z in Finnish and Swedish; other marks and the case count only in a tie.

        Plain on purpose: no digraphs, no numbers by value. æ and ø stand where they stand in Unicode, after z.
        """
        folded = normalize("NFC", text.casefold())
        own = folded.translate({ord(c): chr(ord("z") + i) for i, c in enumerate(self.manner.after_z, 1)})
        plain = "".join(c for c in normalize("NFD", own) if not "\u0300" <= c <= "\u036f")
        return plain, text


def parsed_day(text: str) -> datetime.date | None:
    """The day of an ISO text "2027-09-01", None if it is none."""
    try:
        return datetime.date.fromisoformat(text) if DAY.fullmatch(text) else None
    except ValueError:
        return None


def parsed_moment(text: str) -> datetime.datetime | None:
    """The moment of an ISO text "2027-09-01T16:15:00Z", None if it is none."""
    try:
        return datetime.datetime.fromisoformat(text) if MOMENT.match(text) else None
    except ValueError:
        return None
