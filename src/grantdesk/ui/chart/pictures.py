"""All the pictures of an application below each other."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from grantdesk.outline.picture import PICTURES, pictures
from grantdesk.ui.chart.panel import ChartPanel
from grantdesk.ui.desk.desk import Desk
from grantdesk.words.phrase import phrase

WIDEST = 960
TITLE = phrase("Pictures")
NOTHING = phrase(
    "There is nothing to draw yet. Pictures appear when work packages, effort or costs are given."
)


class Pictures(QScrollArea):
    """The charts for which there are answers; a sentence in their place while there are none."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._title, self._none = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._none.setProperty("role", "help")
        self._none.setWordWrap(True)
        self.panels = [ChartPanel(desk, which) for which in PICTURES]
        self._column = QWidget()
        self._inside = QVBoxLayout(self._column)
        for widget in (self._title, self._none, *self.panels):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        self.setWidget(self._column)
        desk.session.changed.connect(self._say)
        desk.speech.changed.connect(self._say)
        desk.look.changed.connect(self._fit)
        self._say()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is said now."""
        super().showEvent(event)
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.desk.say(TITLE))
        self._title.setText(self.desk.say(TITLE))
        self._none.setText(self.desk.say(NOTHING))
        if self.isVisible():
            self._none.setVisible(not pictures(self.desk.session.dossier(self.desk.speech.language)))

    def _fit(self) -> None:
        px = self.desk.look.px
        self._column.setMaximumWidth(px(WIDEST))
        self._inside.setContentsMargins(px(24), px(16), px(24), px(24))
        self._inside.setSpacing(px(14))
