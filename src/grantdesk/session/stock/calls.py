"""The calls that come with the program, as much of them as somebody wants to know before choosing one."""

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from grantdesk.files import calls, places
from grantdesk.files.trouble import FileTrouble
from grantdesk.words.phrase import Texts

TOLD = ("title", "summary", "authority")
"""What every call tells of itself, each in the three languages."""
ZONE = "Europe/Helsinki"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Offered:
    """A call: what it funds (`summary`), what one should have at hand (`needs`), who calls (`authority`) and when.

    `opens` and `closes` carry the zone of the call; None where there is no such moment.
    """

    id: str
    title: Texts
    summary: Texts
    needs: Texts | None
    authority: Texts
    opens: datetime | None
    closes: datetime | None


@cache
def offered() -> tuple[Offered, ...]:
    """The calls that come with the program: first those that close, the next one first, then those without an end.

    Only the head of each is read: whether all of it is sound is seen when it is chosen. One without a sound head is
    left out.
    """
    found = [*_heads(places.calls())]
    ending = sorted((each for each in found if each.closes), key=lambda each: (each.closes, each.id))
    return (*ending, *(each for each in found if not each.closes))


def _heads(paths: list[Path]) -> Iterator[Offered]:
    for path in paths:
        try:
            yield _offered(path.stem, calls.head(path, TOLD))
        except (FileTrouble, LookupError, TypeError, ValueError):  # what a head lacks, or has and should not
            _log.warning("%s is no call that could be offered", path.name)


def _offered(name: str, head: Mapping[str, Any]) -> Offered:
    title, summary, authority = (_texts(head[key]) for key in TOLD)
    needs = _texts(head["needs"]) if "needs" in head else None
    opens, closes = _moment(head.get("opens")), _moment(head.get("closes"))
    return Offered(name, title, summary, needs, authority, opens, closes)


def _texts(value: Any) -> Texts:
    texts = Texts(**value)
    if not all(isinstance(text, str) for text in (texts.fi, texts.sv, texts.en)):
        raise TypeError("a text is not text")
    return texts


def _moment(value: Any) -> datetime | None:
    """A moment as a call has it: a day and a time of day in a zone."""
    if value is None:
        return None
    day, clock = date.fromisoformat(str(value["day"])), time.fromisoformat(str(value["time"]))
    return datetime.combine(day, clock, ZoneInfo(value.get("zone", ZONE)))
