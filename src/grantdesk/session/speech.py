"""The language that the window speaks, which may change at any moment."""

from PySide6.QtCore import QObject, Signal

from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, Texts


class Speech(QObject):
    """Says phrases in the language of the moment.

    Signals: `changed` when another language was chosen; whoever shows a text says it anew.
    """

    changed = Signal()

    def __init__(self, code: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.language = Language(code)

    def use(self, code: str) -> None:
        """Speaks another language from now on. ValueError for a code that is none."""
        if code != self.language.code:
            self.language = Language(code)
            self.changed.emit()

    def say(self, said: Phrase | Texts) -> str:
        """A phrase, or a text of the call."""
        return self.language.say(said) if isinstance(said, Phrase) else self.language.pick(said)
