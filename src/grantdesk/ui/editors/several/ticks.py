"""The editor of several choices, each with a tick: all of them below each other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from grantdesk.call.terms.node import Several
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer, offers
from grantdesk.ui.editors.choice.option import Option
from grantdesk.ui.editors.several.set import SetEditor


class TicksEditor(SetEditor):
    """Any number of a few."""

    def __init__(self, desk: Desk, node: Several, path: Path) -> None:
        super().__init__(desk, node, path)
        self.options: dict[str, Option] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.refresh()

    def main(self) -> QWidget:
        """The first option."""
        return next((option.button for option in self.options.values()), self)

    def refresh(self) -> None:
        """Shows what is offered, and what is chosen of it."""
        chosen = self.chosen()
        found = offers(self.desk, self.node, chosen)
        wanted = {offer.id: offer for offer in found}
        for key in self.options.keys() - wanted.keys():
            gone = self.options.pop(key)
            gone.hide()
            gone.deleteLater()
        for n, offer in enumerate(found):
            option = self.options.get(offer.id) or self._made(offer)
            if self._column.indexOf(option) != n:
                self._column.insertWidget(n, option)
            if option.offer != offer:
                option.show_offer(offer)
            if option.button.isChecked() != (offer.id in chosen):
                option.button.setChecked(offer.id in chosen)
        self.counted.emit()

    def describe(self, name: str, description: str) -> None:
        """Each option is said with its question."""
        self.setAccessibleName(name)
        for option in self.options.values():
            option.describe(f"{name}. {description}")

    def draw(self) -> None:
        """Takes the sizes of the look."""
        for option in self.options.values():
            option.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Marks every option."""
        wrong = any(finding.severity == "error" for finding in findings)
        for option in self.options.values():
            option.mark(wrong)

    def _made(self, offer: Offer) -> Option:
        option = self.options[offer.id] = Option(self.desk, QCheckBox(), offer)
        option.button.clicked.connect(self._click)
        return option

    def _click(self) -> None:
        button = self.sender()
        option = next(option for option in self.options.values() if option.button is button)
        self.tick(option.offer.id, option.button.isChecked())
