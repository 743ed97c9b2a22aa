"""What every part of one window works with."""

from dataclasses import dataclass

from grantdesk.session.preferences import Preferences
from grantdesk.session.session import Session
from grantdesk.session.speech import Speech
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.look.look import Look
from grantdesk.words.phrase import Phrase, Texts


@dataclass(frozen=True, slots=True)
class Desk:
    """The application that is open in a window, and how the window speaks, looks and asks."""

    session: Session
    attention: Attention
    speech: Speech
    look: Look
    ask: Ask
    preferences: Preferences
    work: Work

    def say(self, said: Phrase | Texts) -> str:
        """A phrase, or a text of the call, in the language of the window."""
        return self.speech.say(said)
