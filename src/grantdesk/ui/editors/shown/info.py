"""A text of the call to be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from grantdesk.call.terms.node import Info
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.editor import Editor


class InfoEditor(Editor):
    """The help of the node, as running text. There is nothing to answer."""

    node: Info

    def __init__(self, desk: Desk, node: Info, path: Path) -> None:
        super().__init__(desk, node, path)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.refresh()

    def refresh(self) -> None:
        """Says it in the language of the window."""
        said = self.desk.say(self.node.help).strip() if self.node.help else ""
        self.text.setText(said)
        self.text.setVisible(bool(said))
