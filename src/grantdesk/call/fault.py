"""What is not sound in a call: each place and what is wrong there."""

from dataclasses import dataclass

from grantdesk.words.phrase import Phrase, counted, phrase
from grantdesk.words.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a call ("rules.eu_share.part", "tables.staff") and what is wrong there."""

    place: str
    phrase: Phrase


def unknown(place: str, name: str) -> Fault:
    """A name that leads nowhere, or to a thing of another kind."""
    return Fault(place, phrase("There is no “{name}”.", name=name))


class CallFault(Trouble):
    """The call is not sound. `faults` holds every one that was found."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        said = counted(
            "The call is not sound: {place}: {fault}",
            "The call is not sound in {n} places; the first is {place}: {fault}",
            n=len(faults),
            place=first.place,
            fault=first.phrase,
        )
        super().__init__(said)
        self.faults = faults
