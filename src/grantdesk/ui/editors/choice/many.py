"""The editor of a choice of many options, or of the rows of a table: a list that drops down."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Choice
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.drop import Drop
from grantdesk.ui.editors.choice.offer import MANY, offers
from grantdesk.ui.field.editor import Editor
from grantdesk.words.phrase import Phrase, phrase


class ManyEditor(Editor):
    """One of many. What is typed into a searched list and is none of the options is kept, and found wrong."""

    node: Choice

    def __init__(self, desk: Desk, node: Choice, path: Path) -> None:
        super().__init__(desk, node, path)
        self.drop = Drop(desk, len(offers(desk, node)) > MANY)
        self.drop.picked.connect(self._pick)
        self.drop.typed.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.drop)
        self.refresh()

    def main(self) -> QWidget:
        """The list."""
        return self.drop

    def refresh(self) -> None:
        """Shows what is offered, and what is chosen of it."""
        answer = self.answer
        chosen = None if answer is None else str(answer)
        found = offers(self.desk, self.node, (chosen,) if chosen is not None else ())
        self.drop.show_offers(self.desk.say(phrase("Not answered") if found else self._lack()), found, chosen)

    def describe(self, name: str, description: str) -> None:
        """The line that one types in is a control of its own."""
        super().describe(name, description)
        if (line := self.drop.lineEdit()) is not None:
            line.setAccessibleName(name)
            line.setAccessibleDescription(description)

    def _lack(self) -> Phrase:
        """What to do first where there is nothing to choose from."""
        table = self.desk.session.form.project.node(self.node.rows_of or "")
        if table is None:
            return phrase("Not answered")
        return phrase("Nothing to choose from yet: there is nothing in “{table}”", table=table.label)

    def _pick(self, key: str) -> None:
        """Going through the list by arrows is one step."""
        if key != (self.answer or ""):
            self.put(key or None, typing=True)
