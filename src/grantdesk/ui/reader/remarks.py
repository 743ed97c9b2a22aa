"""What the checks found in an application that is read: each finding with its place."""

from PySide6.QtCore import Signal

from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.card import Card
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import phrase

LOOKS = {
    "error": ("circle-alert", "card-error"),
    "warning": ("triangle-alert", "card-warning"),
    "advice": ("lightbulb", "card-info"),
}
MOST = 200  # more of them nobody reads one by one
NOTHING = phrase("The checks found nothing to remark.")


class Remarks(Scroll):
    """A list of cards, the worst first.

    Signals: `wanted(path)` when the person wants to see the place.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.cards: list[Card] = []
        self._none, self._rest = Label(desk, NOTHING, "help"), Label(desk, "", "help")
        for label in (self._none, self._rest):
            self.column.addWidget(label)
        self.column.addStretch(1)
        desk.session.changed.connect(self.refresh)
        desk.speech.changed.connect(self.refresh)
        self.refresh()

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.desk.session.report.findings)

    def refresh(self) -> None:
        """Lists the findings that the session has now."""
        for card in self.cards:
            self.column.removeWidget(card)
            card.deleteLater()
        session = self.desk.session
        names, order = Names(session.form, session.answers), list(LOOKS)
        found = sorted(session.report.findings, key=lambda finding: order.index(finding.severity))
        self.cards = []
        for n, finding in enumerate(found[:MOST]):
            card = finding_card(self.desk, finding, names)
            card.clicked.connect(self._choose)
            self.cards.append(card)
            self.column.insertWidget(n, card)
        self._none.setVisible(not found)
        more = phrase("… and {n} more.", n=len(found) - MOST)
        self._rest.show_said(more if len(found) > MOST else "")
        self._rest.setVisible(len(found) > MOST)
        self.setAccessibleName(self.desk.say(phrase("What the checks found")))

    def _choose(self) -> None:
        self.wanted.emit(tuple(self.sender().property("path")))


def finding_card(desk: Desk, finding: Finding, names: Names) -> Card:
    """A card that says a finding and where it is; its property "path" is the way there."""
    icon, role = LOOKS[finding.severity]
    card = Card(desk, finding.phrase, icon, role)
    card.add_line(joined(steps(names, finding.path)))
    card.setProperty("path", list(finding.path))
    return card
