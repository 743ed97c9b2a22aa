"""Expected trouble: an exception that carries what to tell the person.

    Trouble                      anything that a person can be told in a sentence, with what to do next
    ├── words.Unreadable         typed text that is no amount, number, rate or date
    ├── call.CallFault           a call that is not sound
    ├── call.Misfit              answers from outside that the call does not take
    ├── files.FileTrouble        a file that cannot be read or written as asked
    └── app.Usage                a command that asks for what cannot be done

Everything else is a fault of the program and goes to the crash handler.
"""

from grantdesk.words.phrase import Phrase


class Trouble(Exception):
    """Expected trouble. `phrase` is the sentence for the person."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.said)
        self.phrase = phrase
