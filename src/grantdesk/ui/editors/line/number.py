"""The editor of a number with a unit: person-months, people, a year."""

from grantdesk.call.terms.node import Number
from grantdesk.ui.editors.line.figure import FigureEditor


class NumberEditor(FigureEditor):
    """A number of 1/10**decimals; a plain one, such as a year, is not grouped."""

    node: Number
    room = 10

    def number(self, value: int) -> str:
        """With all its decimals, as it is printed."""
        return str(value) if self.node.plain else self.desk.speech.language.number(value, self.node.decimals)

    def measured(self) -> str:
        """The unit that the call gives it."""
        return self.desk.say(self.node.unit) if self.node.unit else ""
