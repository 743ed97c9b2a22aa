"""What is read to lay out a call on paper."""

from dataclasses import dataclass

from grantdesk.call.form import Form
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, Texts


@dataclass(frozen=True, slots=True)
class Hand:
    """A call, ready, and the language in which it asks on paper."""

    form: Form
    language: Language

    def pick(self, texts: Texts | None) -> str:
        """A text of the call; empty if there is none."""
        return self.language.pick(texts).strip() if texts else ""

    def say(self, said: Phrase) -> str:
        """A sentence."""
        return self.language.say(said)
