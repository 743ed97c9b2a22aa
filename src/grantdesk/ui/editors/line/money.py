"""The editor of an amount: "1 234,50", "1234.5", "−5 €", as people type amounts in Finnish, Swedish and English."""

from grantdesk.ui.editors.line.figure import FigureEditor


class MoneyEditor(FigureEditor):
    """Euros in the line, cents in the answer."""

    room = 14

    def number(self, value: int) -> str:
        """Cents are written only where there are some."""
        language = self.desk.speech.language
        return language.number(value, 2) if value % 100 else language.number(value // 100)

    def measured(self) -> str:
        """Euros, in every language after the line: what one types comes first."""
        return "€"
