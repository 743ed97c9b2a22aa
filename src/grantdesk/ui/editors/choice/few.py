"""The editor of a choice of few options: radio buttons, all of them to be seen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Choice
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import offers
from grantdesk.ui.editors.choice.radios import Radios
from grantdesk.ui.field.editor import Editor


class FewEditor(Editor):
    """One of a few options."""

    node: Choice

    def __init__(self, desk: Desk, node: Choice, path: Path) -> None:
        super().__init__(desk, node, path)
        self.radios = Radios(desk)
        self.radios.picked.connect(self._pick)
        self.entered.connect(self.radios.offer_back)
        self.left.connect(self.radios.offer_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.radios)
        self.refresh()

    def main(self) -> QWidget:
        """The option that is chosen, or the first."""
        return self.radios.main()

    def refresh(self) -> None:
        """Shows what is offered, and what is chosen of it."""
        answer = self.answer
        chosen = None if answer is None else str(answer)
        found = offers(self.desk, self.node, (chosen,) if chosen is not None else ())
        self.radios.show_offers(found, chosen, self.desk.say(self.node.label))

    def describe(self, name: str, description: str) -> None:
        """Each option is said with its question."""
        self.setAccessibleName(name)
        for option in self.radios.options.values():
            option.describe(f"{name}. {description}")

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self.radios.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Marks every option."""
        wrong = any(finding.severity == "error" for finding in findings)
        for option in self.radios.options.values():
            option.mark(wrong)

    def _pick(self, key: str) -> None:
        self.put(key or None)
