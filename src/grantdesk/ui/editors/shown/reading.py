"""An answer to be read, where it is not to be edited."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.editor import Editor


class ReadingEditor(Editor):
    """The answer as a text that can be marked and copied."""

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
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
        """Says the answer."""
        dossier = self.desk.session.dossier(self.desk.speech.language)
        answer = self.answer
        self.text.setText(dossier.not_answered(False) if answer is None else dossier.said(self.node, answer))
