"""What somebody answers one node with: the part that all editors share."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from grantdesk.call.terms.node import AnyNode, Choice, Matrix, Several
from grantdesk.model.path import Path, starts
from grantdesk.model.tree import Answer, at
from grantdesk.rules.finding import Finding
from grantdesk.session.rows import answered
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.focus import Followed, follow
from grantdesk.ui.look.wear import wear
from grantdesk.words.phrase import phrase


class Editor(Followed):
    """Edits the answer of `node` at `path`. It shows what the session has and keeps nothing of its own.

    Signals: `entered` and `left` when the focus comes and goes for good; `counted` when `counter` says something else;
    `wanted(path)` when the person wants to go to another place of the form.
    """

    counted = Signal()
    wanted = Signal(object)

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        super().__init__()
        self.desk, self.node, self.path = desk, node, path
        follow(desk)

    @property
    def answer(self) -> Answer | None:
        """The answer as the session has it."""
        return at(self.desk.session.answers, self.path)

    def put(self, value: Answer | None, typing: bool = False) -> None:
        """Answers, as one undoable step; `typing` makes one step of what is typed without a pause."""
        said = phrase("Change “{field}”", field=self.node.label)
        session = self.desk.session
        patch = answered(session.form, session.answers, self.path, value)
        session.edit(patch, said, self.path, self.path if typing else None)

    def main(self) -> QWidget:
        """The control that has the focus when somebody comes here, and that the label names."""
        return self

    def concerns(self, path: Path) -> bool:
        """Does it show something else after the answer at path has changed?"""
        return starts(path, self.path) or starts(self.path, path) or path[0] in _read(self.node)

    def refresh(self) -> None:
        """Shows the answer that the session has. What already stands there stays, and so does a caret."""
        raise NotImplementedError

    def speak(self) -> None:
        """Says everything anew in the language of the window, without losing a caret."""
        self.refresh()

    def draw(self) -> None:
        """Takes colours, icons and sizes of the look anew, where it has any of its own."""

    def describe(self, name: str, description: str) -> None:
        """What a screen reader says of it: the label; the help, and what is wrong."""
        self.main().setAccessibleName(name)
        self.main().setAccessibleDescription(description)

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows where in it something is wrong; the findings are those at and below `path` that are to be shown."""
        wear(self.main(), "invalid", any(finding.severity == "error" for finding in findings))

    def reveal(self, path: Path) -> None:
        """Brings the eye and the focus to a place at or below `path`."""
        self.main().setFocus()

    def counter(self) -> str:
        """How much of a limit is used, "38 of 250 words"; empty where there is none."""
        return ""


def _read(node: AnyNode) -> tuple[str, ...]:
    """The tables of the project whose rows the node shows by name."""
    match node:
        case Choice(rows_of=str(table)) | Several(rows_of=str(table)):
            return (table,)
        case Matrix(rows=rows, columns=columns):
            return rows, columns
        case _:
            return ()


Make: TypeAlias = Callable[[Desk, AnyNode, Path], Editor]
"""Makes the editor for a kind of node: for editors that have others in them."""
