"""What the editors of figures share: digits at the right end, and a figure written as the language writes it."""

from PySide6.QtCore import Qt

from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer
from grantdesk.rules.value import whole
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.line import LineEditor


class FigureEditor(LineEditor):
    """A line with a whole number behind it: cents, basis points, hundredths."""

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        super().__init__(desk, node, path)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def number(self, value: int) -> str:
        """The figure in the language of the window, without its unit."""
        raise NotImplementedError

    def written(self, answer: Answer) -> str:
        """The figure; a text is what somebody typed and nobody could read."""
        value = whole(answer)
        return str(answer) if value is None else self.number(value)
