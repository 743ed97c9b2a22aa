"""The fields of one row, one below the other; those that a condition hides come and go."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.model.path import Path, starts
from grantdesk.outline.dossier import Question
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.editor import Make
from grantdesk.ui.field.field import Field


class Fields(QWidget):
    """What is asked in a row."""

    def __init__(self, desk: Desk, make: Make) -> None:
        super().__init__()
        self._desk, self._make = desk, make
        self.fields: dict[Path, Field] = {}
        self._column = QVBoxLayout(self)
        px = desk.look.px
        self._column.setContentsMargins(px(10), px(6), px(10), px(10))
        self._column.setSpacing(px(12))

    def ask(self, questions: Sequence[Question]) -> bool:
        """Asks these; a field that stays is the same as before. Has any of them been made for it?"""
        before = set(self.fields.values())
        wanted = {question.at: question for question in questions}
        for path in [path for path in self.fields if path not in wanted]:
            gone = self.fields.pop(path)
            gone.hide()
            gone.deleteLater()
        for place, (path, question) in enumerate(wanted.items()):
            field = self.fields.get(path)
            if field is None:
                field = Field(self._desk, self._make(self._desk, question.node, path), question.needed)
                self.fields[path] = field
                self._column.insertWidget(place, field)
            field.need(question.needed)
        return not before.issuperset(self.fields.values())

    def follow(self, paths: frozenset[Path]) -> None:
        """Other answers stand at these places."""
        for field in self.fields.values():
            if any(field.editor.concerns(path) for path in paths):
                field.refresh()

    def refresh(self) -> None:
        """Shows all anew."""
        for field in self.fields.values():
            field.refresh()

    def show_findings(self) -> None:
        """Shows what is wrong."""
        for field in self.fields.values():
            field.show_findings()

    def speak(self) -> None:
        """Says all anew in the language of the window."""
        for field in self.fields.values():
            field.speak()

    def draw(self) -> None:
        """Takes colours and sizes anew."""
        for field in self.fields.values():
            field.draw()

    def reveal(self, path: Path) -> None:
        """Brings the focus to the field of a place, or to the first."""
        found = (field for at, field in self.fields.items() if starts(path, at))
        field = next(found, None) or next(iter(self.fields.values()), None)
        if field is not None:
            field.reveal(path)
