"""What does not fit in answers from outside: each place and what to write there instead."""

from grantdesk.call.fault import Fault
from grantdesk.words.phrase import Phrase, counted
from grantdesk.words.trouble import Trouble


class Misfit(Trouble):
    """Answers that the call does not take. `faults` holds every place: `partners[0].staff[2].pay`."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        said = counted(
            "The answers do not fit the call: {place}: {fault}",
            "The answers do not fit the call in {n} places; the first is {place}: {fault}",
            n=len(faults),
            place=first.place,
            fault=first.phrase,
        )
        super().__init__(said)
        self.faults = faults


class Unfit(Exception):
    """One value that does not fit; `phrase` says what to write."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.said)
        self.phrase = phrase
