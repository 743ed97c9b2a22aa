"""A chart with its caption, its words and a way to see the same as a table; kept fresh while it is seen."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.outline.block import Chart
from grantdesk.outline.picture import Picture, picture
from grantdesk.ui.chart.table import GridTable
from grantdesk.ui.chart.view import ChartView
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import phrase

AS_TABLE, AS_PICTURE = phrase("Show as a table"), phrase("Show as a picture")
PAUSE = 200  # ms without an edit before it is drawn anew


class ChartPanel(QWidget):
    """Shows one picture of the application, or of one partner's part; nothing while there is nothing to draw.

    It follows the session, the language and the look by itself, and works only while it is visible.
    """

    def __init__(self, desk: Desk, which: Picture, partner: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.which, self.partner = desk, which, partner
        self.chart: Chart | None = None
        self._stale = True
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        self._build()
        desk.session.changed.connect(self._wait)
        desk.speech.changed.connect(self._wait_no_longer)
        desk.look.changed.connect(self._fit)

    def refresh(self) -> None:
        """Draws what the session has now, at once if it is visible, else when it will be."""
        if not self.isVisible():
            self._stale = True
            return
        self._stale = False
        self._pause.stop()
        self.chart = picture(self.desk.session.dossier(self.desk.speech.language), self.which, self.partner)
        self._card.setVisible(self.chart is not None)
        if self.chart is not None:
            self._caption.show_said(self.chart.caption)
            self._words.show_said(self.chart.alt)
            self.toggle.setAccessibleDescription(self.chart.caption)
            self.view.show_chart(self.chart)
            self.table.show_grid(self.chart.table)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is drawn now."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _build(self) -> None:
        self._card = QFrame()
        self._card.setProperty("role", "card")
        self._card.hide()
        self._caption, self._words, self._said = (
            Label(self.desk, "", role) for role in ("section", "help", "mute")
        )
        self.view, self.table = ChartView(self.desk.look), GridTable()
        self.toggle = Button(self.desk, AS_TABLE, "chart-column", role="quiet")
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._turn)
        self.view.pointed.connect(self._point)
        self.table.hide()
        head = QHBoxLayout()
        head.addWidget(self._caption, 1)
        head.addWidget(self.toggle)
        inside = QVBoxLayout(self._card)
        inside.addLayout(head)
        for widget in (self._words, self.view, self.table, self._said):
            inside.addWidget(widget)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._card)
        self._fit()

    def _turn(self, as_table: bool) -> None:
        self.table.setVisible(as_table)
        self.view.setVisible(not as_table)
        self._said.setVisible(not as_table)
        self.toggle.show_said(AS_PICTURE if as_table else AS_TABLE)

    def _point(self, said: str) -> None:
        self._said.show_said(said or " ")

    def _wait(self) -> None:
        self._stale = True
        if self.isVisible():
            self._pause.start()

    def _wait_no_longer(self) -> None:
        self.refresh()

    def _fit(self) -> None:
        px = self.desk.look.px
        layout = self._card.layout()
        if layout is not None:
            layout.setContentsMargins(px(16), px(12), px(16), px(12))
            layout.setSpacing(px(8))
        self._said.setMinimumHeight(px(20))
