"""The editor of an identifier, checked while it is typed: a business id, an account, an address."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from grantdesk.call.identifier import is_sound
from grantdesk.call.terms.node import AnyNode, Identifier
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.line import LineEditor
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import phrase

WIDTHS = {
    "business_id": 14,
    "vat_id": 18,
    "iban": 30,
    "bic": 14,
    "postal_code": 10,
    "phone": 24,
    "municipality": 8,
    "pic": 14,
    "orcid": 24,
}
"""Characters; addresses fill the column."""


class IdentifierEditor(LineEditor):
    """Keeps the normal form ("1234567-8", an IBAN in groups of four), and says when the check is passed."""

    node: Identifier

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        self._tick = Picture(desk, "circle-check", "ok", 16)
        self._sound = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._sound.setProperty("role", "ok")
        super().__init__(desk, node, path)
        self.line.setMaxLength(1000)
        self.counted.connect(self._judge)
        self._judge()

    @property
    def room(self) -> int:  # type: ignore[override]
        """By the scheme."""
        return WIDTHS.get(self.node.scheme, 0)

    @property
    def is_sound(self) -> bool:
        """Is there an answer that passes its check?"""
        answer = self.answer
        return isinstance(answer, str) and is_sound(self.node.scheme, answer)

    def speak(self) -> None:
        """Says it in the language of the window."""
        super().speak()
        self._sound.setText(self.desk.say(phrase("The check is passed")))

    def _lay_out(self) -> None:
        super()._lay_out()
        at = self._row.indexOf(self.unit) + 1
        self._row.insertWidget(at, self._tick)
        if self.room:
            self._row.insertWidget(at + 1, self._sound)

    def _judge(self) -> None:
        """A full line has room for the tick only; what it means is then its description."""
        sound = self.is_sound
        self._tick.setVisible(sound)
        self._tick.setAccessibleName(self._sound.text())
        self._tick.setToolTip(self._sound.text())
        self._sound.setVisible(sound and bool(self.room) and self.line.hasFocus())
