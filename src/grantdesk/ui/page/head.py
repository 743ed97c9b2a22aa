"""The head of a page: which section it is, whose part it belongs to, what it is about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, numbered
from grantdesk.ui.field.field import BORDER
from grantdesk.ui.field.help import helping
from grantdesk.ui.piece.label import Badge, Label
from grantdesk.words.phrase import phrase


class Head(QWidget):
    """Says itself anew when the page does."""

    def __init__(self, desk: Desk, spot: Spot) -> None:
        super().__init__()
        self._desk, self._spot = desk, spot
        section = desk.session.form.sections[spot.section]
        self.count, self.title = Label(desk, "", "mute"), Label(desk, section.title, "title")
        self.owner = Badge(desk, "", "info" if spot.partner else "")
        self.help = helping(desk, section.help) if section.help else None
        self.sign = Label(desk, phrase("* must be answered"), "mute")
        self._column = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self.count, 1)
        top.addWidget(self.owner, 0, Qt.AlignmentFlag.AlignRight)
        self._column.addLayout(top)
        for part in (self.title, self.help, self.sign):
            if part is not None:
                self._column.addWidget(part)
        self.refresh()
        self.draw()

    def refresh(self) -> None:
        """The number of the page and the name of the partner may be others."""
        n, of = numbered(self._desk.session, self._spot)
        self.count.show_said(phrase("Section {n} of {total}", n=n, total=of))
        self.owner.setVisible(self._desk.session.form.partners is not None)
        self.owner.show_said(self._owned())

    def speak(self) -> None:
        """Says it in the language of the window; the labels do so by themselves."""
        if self.help is not None:
            self.help.speak()
        self.refresh()

    def draw(self) -> None:
        """Takes the sizes of the look."""
        px = self._desk.look.px
        self._column.setContentsMargins(px(12) + BORDER, 0, 0, 0)
        self._column.setSpacing(px(4))

    def explain(self, needed: bool) -> None:
        """Explains the sign of what must be answered, where a question has it."""
        self.sign.setVisible(needed)

    def _owned(self) -> str:
        """Whose the page is: everybody's, or one partner's own."""
        if not self._spot.partner:
            return self._desk.say(phrase("Common to all partners"))
        dossier = self._desk.session.dossier(self._desk.speech.language)
        if self._spot.partner not in dossier.members:
            return ""
        return self._desk.say(phrase("Own part: {partner}", partner=dossier.partner(self._spot.partner).full))
