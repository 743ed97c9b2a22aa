"""The values a call is written in: ids, amounts, rates, days, conditions. Strict, frozen, nothing unknown passes."""

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, TypeAlias
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
)

from grantdesk.words.phrase import Texts


class Strict(BaseModel):
    """A part of a call: frozen, and an unknown key is an error, so that a slip of the pen never passes in silence."""

    # for start-up: what a whole call needs is built at once, when the first one is read
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]{0,63}$")]
Source = Annotated[str, StringConstraints(max_length=400)]
Condition = Annotated[str, StringConstraints(min_length=1, max_length=2000)]

_AMOUNT = re.compile(r"(-?)([0-9]{1,12})(?:\.([0-9]{2}))?")
_PERCENT = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,2}))? ?%")


def _cents(value: Any) -> Any:
    """ "200000" and "0.01" are euros, as people write them; an int is cents, as the packed call holds them."""
    if isinstance(value, str):
        match = _AMOUNT.fullmatch(value)
        if not match:
            raise ValueError('an amount is written "1234" or "1234.50" (euros), or as an integer of cents')
        cents = int(match[2]) * 100 + int(match[3] or 0)
        return -cents if match[1] else cents
    return value


def _basis_points(value: Any) -> Any:
    """ "26.44 %" is 2644 basis points."""
    if isinstance(value, str):
        match = _PERCENT.fullmatch(value)
        if not match:
            raise ValueError('a rate is written "26.44 %", or as an integer of basis points')
        return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    return value


Amount = Annotated[int, BeforeValidator(_cents)]
Unit = Annotated[int, Field(ge=1), BeforeValidator(_cents)]
Percent = Annotated[int, Field(ge=0, le=1_000_000), BeforeValidator(_basis_points)]


def _is_day(value: str) -> str:
    date.fromisoformat(value)
    return value


DayText = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_day)]
"""A day of the calendar as ISO text, "2027-09-01"."""


class Moment(Strict):
    """A moment as a call notice gives it: a day, a time of day, and the zone it is meant in."""

    day: DayText
    time: Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    zone: str = "Europe/Helsinki"

    @field_validator("zone")
    @classmethod
    def _zone_is_a_name(cls, value: str) -> str:
        if not re.fullmatch(r"[A-Za-z_]+(/[A-Za-z_+\-0-9]+){0,2}", value):
            raise ValueError("a zone is written Europe/Helsinki")
        return value

    def when(self) -> datetime:
        """The moment with its zone. zoneinfo.ZoneInfoNotFoundError if this machine does not know the zone."""
        hour, minute = map(int, self.time.split(":"))
        return datetime.combine(date.fromisoformat(self.day), time(hour, minute), ZoneInfo(self.zone))


class Option(Strict):
    """One choice of a code list."""

    id: OptionId
    label: Texts
    help: Texts | None = None


class CodeList(Strict):
    """A list of choices, defined flat and named by the fields that use it."""

    options: Annotated[tuple[Option, ...], Field(min_length=1, max_length=2000)]
    source: Source = ""

    @field_validator("options")
    @classmethod
    def _ids_differ(cls, options: tuple[Option, ...]) -> tuple[Option, ...]:
        return distinct(options)


def distinct(things: tuple[Any, ...]) -> tuple[Any, ...]:
    """The things as they are. ValueError if two have the same id."""
    seen: set[str] = set()
    for thing in things:
        if thing.id in seen:
            raise ValueError(f"the id {thing.id!r} stands twice")
        seen.add(thing.id)
    return things


Severity: TypeAlias = Literal["error", "warning", "advice"]
