"""A figure that is worked out: an amount, or what it comes to so far and what it waits for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from grantdesk.call.terms.node import Total
from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.figure import Figure
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.shown.lack import lack
from grantdesk.ui.field.editor import Editor
from grantdesk.words.phrase import Cents, phrase

Align = Qt.AlignmentFlag


class TotalEditor(Editor):
    """Shown at the right end, so that amounts stand below each other."""

    node: Total

    def __init__(self, desk: Desk, node: Total, path: Path) -> None:
        super().__init__(desk, node, path)
        self.amount, self.hint = QLabel(), QLabel()
        self.hint.setWordWrap(True)
        self._told: tuple[Figure | None, str] | None = None
        self.amount.setProperty("role", "figure")
        self.hint.setProperty("role", "help")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for label in (self.amount, self.hint):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Align.AlignRight | Align.AlignVCenter)
            column.addWidget(label)
        self.amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.speak()

    @property
    def figure(self) -> Figure | None:
        """The figure as the report has it; None where nothing is known of it yet."""
        report = self.desk.session.report
        figures = report.figures if self.node.of == "project" else report.partners.get(self.path[1])
        return figures.amounts.get(self.node.figure) if figures else None

    def concerns(self, path: Path) -> bool:
        """Nearly every answer may change a figure; telling the same again costs nothing."""
        return True

    def refresh(self) -> None:
        """Tells the figure if it is another, or waits for something else."""
        figure = self.figure
        hint = "" if figure is not None and figure.settled else self._hint()
        if (figure, hint) == self._told:
            return
        self._told = figure, hint
        self.amount.setText(self._said(figure))
        self.amount.setAccessibleName(f"{self.desk.say(self.node.label)}: {self.amount.text()}")
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_hint(self, shown: bool) -> None:
        """Whether what it waits for is said here, or by the figure above."""
        self.hint.setVisible(shown and bool(self.hint.text()))

    def speak(self) -> None:
        """Says it in the language of the window."""
        self._told = None
        self.refresh()

    def describe(self, name: str, description: str) -> None:
        """The amount has its name with it."""
        self.amount.setAccessibleDescription(description)

    def reveal(self, path: Path) -> None:
        """Brings the eye to the amount; there is nothing to type."""
        self.amount.setFocus()

    def _said(self, figure: Figure | None) -> str:
        if figure is None:
            return self.desk.say(phrase("not known yet"))
        cents = Cents(figure.cents)
        said = plain("{amount}", amount=cents) if figure.settled else phrase("{amount} so far", amount=cents)
        return self.desk.say(said)

    def _hint(self) -> str:
        dossier = self.desk.session.dossier(self.desk.speech.language)
        return self.desk.say(lack(dossier, self.node, self.path))
