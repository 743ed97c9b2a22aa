"""The editor of a question that is answered by yes or no."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import YesNo
from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer
from grantdesk.ui.editors.choice.radios import Radios
from grantdesk.ui.field.editor import Editor
from grantdesk.words.phrase import phrase

KEYS = {"yes": True, "no": False}


class YesNoEditor(Editor):
    """Two radio buttons side by side. Nothing is chosen before somebody chooses."""

    node: YesNo

    def __init__(self, desk: Desk, node: YesNo, path: Path) -> None:
        super().__init__(desk, node, path)
        self.radios = Radios(desk, across=True)
        self.radios.picked.connect(self._pick)
        self.entered.connect(self.radios.offer_back)
        self.left.connect(self.radios.offer_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.radios)
        self.refresh()

    def main(self) -> QWidget:
        """The answer that is chosen, or yes."""
        return self.radios.main()

    def refresh(self) -> None:
        """Shows which of the two is chosen; what is neither is shown as it came."""
        answer = self.answer
        chosen = next((key for key, value in KEYS.items() if value is answer), None)
        language = self.desk.speech.language
        found = [Offer(key, language.yes_no(value)) for key, value in KEYS.items()]
        if answer is not None and chosen is None:
            chosen = "other"
            found.append(Offer(chosen, self.desk.say(phrase("{name} (no longer offered)", name=str(answer)))))
        self.radios.show_offers(found, chosen, self.desk.say(self.node.label))

    def describe(self, name: str, description: str) -> None:
        """Each of the two is said with its question."""
        self.setAccessibleName(name)
        for option in self.radios.options.values():
            option.describe(f"{name}. {description}")

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self.radios.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Marks both."""
        wrong = any(finding.severity == "error" for finding in findings)
        for option in self.radios.options.values():
            option.mark(wrong)

    def _pick(self, key: str) -> None:
        if key in KEYS or not key:
            self.put(KEYS.get(key))
