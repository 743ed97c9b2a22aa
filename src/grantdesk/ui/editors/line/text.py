"""The editor of a short text."""

from grantdesk.call.terms.node import Text
from grantdesk.model.tree import Answer
from grantdesk.ui.editors.line.line import LineEditor
from grantdesk.words.phrase import counted
from grantdesk.words.typed import line

SHORT = 40
"""A text of so few characters has a line of its own width."""


class TextEditor(LineEditor):
    """A text on one line, and how much of its limit is used, once that is worth knowing."""

    node: Text

    @property
    def room(self) -> int:  # type: ignore[override]
        """As wide as the text may be, if that is not wide."""
        return self.node.most + 2 if self.node.most <= SHORT else 0

    def counter(self) -> str:
        """ "53 of 120 characters"; nothing while the limit is far."""
        used = len(line(self.line.text()))
        if not used or (used * 2 < self.node.most and not self.line.hasFocus()):
            return ""
        most = self.node.most
        return self.desk.say(
            counted("{used} of {n} character", "{used} of {n} characters", n=most, used=used)
        )

    def written(self, answer: Answer) -> str:
        """As it is kept; a line break that a file brought stays to be seen and explained."""
        return str(answer)
