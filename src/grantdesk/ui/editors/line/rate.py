"""The editor of a percentage."""

from grantdesk.ui.editors.line.figure import FigureEditor


class RateEditor(FigureEditor):
    """Percent in the line, basis points in the answer."""

    room = 9

    def number(self, value: int) -> str:
        """Without its sign, which stands after the line; below one with it, since 0,6 may be meant as 60 %."""
        language = self.desk.speech.language
        text = language.rate(value)
        return text if 0 < abs(value) < 100 else text.removesuffix(language.manner.percent)

    def measured(self) -> str:
        """The sign."""
        return "%"
