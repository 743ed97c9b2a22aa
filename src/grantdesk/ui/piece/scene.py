"""What a piece is shown in: how the window speaks and looks. A Desk is one; other windows make a Stage."""

from dataclasses import dataclass
from typing import Protocol

from grantdesk.session.speech import Speech
from grantdesk.ui.look.look import Look
from grantdesk.words.phrase import Phrase, Texts


class Scene(Protocol):
    """What every piece is made with."""

    @property
    def speech(self) -> Speech:
        """The language of the window."""
        ...

    @property
    def look(self) -> Look:
        """Its colours, sizes and icons."""
        ...

    def say(self, said: Phrase | Texts) -> str:
        """A phrase in the language of the window."""
        ...


@dataclass(frozen=True, slots=True)
class Stage:
    """A scene without an application."""

    speech: Speech
    look: Look

    def say(self, said: Phrase | Texts) -> str:
        """A phrase in the language of the window."""
        return self.speech.say(said)
