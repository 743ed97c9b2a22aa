"""The calls that come with the program, as much of them as somebody wants to know before choosing one."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.value import Moment
from grantdesk.files import places
from grantdesk.session.application import found
from grantdesk.words.phrase import Texts


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

    FileTrouble or CallFault if one is not sound.
    """
    calls = [_offered(found(path.stem).call) for path in places.calls()]
    ending = sorted((each for each in calls if each.closes), key=lambda each: (each.closes, each.id))
    return (*ending, *(each for each in calls if not each.closes))


def _offered(call: Call) -> Offered:
    opens, closes = _moment(call.opens), _moment(call.closes)
    return Offered(call.id, call.title, call.summary, call.needs, call.authority, opens, closes)


def _moment(moment: Moment | None) -> datetime | None:
    return moment.when() if moment else None
