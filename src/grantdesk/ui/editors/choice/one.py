"""The part that the editors share in which one answer is chosen by radio buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Choice, YesNo
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer
from grantdesk.ui.editors.choice.radios import Radios
from grantdesk.ui.field.editor import Editor


class OneEditor(Editor):
    """One of what is offered, or none. A kind says what is offered, and what stands in the answer for it."""

    node: Choice | YesNo

    def __init__(self, desk: Desk, node: Choice | YesNo, path: Path) -> None:
        super().__init__(desk, node, path)
        self.radios = Radios(desk, across=isinstance(node, YesNo))
        self.radios.picked.connect(self.pick)
        self.entered.connect(self.radios.offer_back)
        self.left.connect(self.radios.offer_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.radios)
        self.refresh()

    def pick(self, key: str) -> None:
        """Answers with an option; with the empty key the answer is taken back."""
        raise NotImplementedError

    def offered(self) -> tuple[Sequence[Offer], str | None]:
        """The options, and the key of the one that is chosen; what is chosen is always among them."""
        raise NotImplementedError

    def main(self) -> QWidget:
        """The option that is chosen, or the first."""
        return self.radios.main()

    def refresh(self) -> None:
        """Shows what is offered, and what is chosen of it."""
        found, chosen = self.offered()
        self.radios.show_offers(found, chosen, self.desk.say(self.node.label))

    def describe(self, name: str, description: str) -> None:
        """Each option is said with its question."""
        self.setAccessibleName(name)
        self.radios.describe(f"{name}. {description}")

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self.radios.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Marks every option."""
        wrong = any(finding.severity == "error" for finding in findings)
        for option in self.radios.options.values():
            option.mark(wrong)
