"""All the pictures of an application below each other."""

from PySide6.QtGui import QShowEvent

from grantdesk.outline.picture import PICTURES, pictures
from grantdesk.ui.chart.panel import ChartPanel
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import phrase

WIDEST = 960
TITLE = phrase("Pictures")
NOTHING = phrase(
    "There is nothing to draw yet. Pictures appear when work packages, effort or costs are given."
)


class Pictures(Scroll):
    """The charts for which there are answers; a sentence in their place while there are none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, WIDEST)
        self.desk = desk
        self._none = Label(desk, NOTHING, "help")
        self.panels = [ChartPanel(desk, which) for which in PICTURES]
        for widget in (Label(desk, TITLE, "title"), self._none, *self.panels):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        desk.session.changed.connect(self._look)
        desk.speech.changed.connect(self._name)
        self._name()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is noticed now."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if self.isVisible():
            self._none.setVisible(not pictures(self.desk.session.dossier(self.desk.speech.language)))

    def _name(self) -> None:
        self.setAccessibleName(self.desk.say(TITLE))
