"""The charts of a page: where the work packages, the effort and the money are filled in, they can be looked at too."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.form import Form
from grantdesk.call.terms.node import AnyNode, Matrix, Total
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.field.field import BORDER

if TYPE_CHECKING:  # for start-up: a page has been seen before it has charts
    from grantdesk.outline.picture import Picture
    from grantdesk.ui.chart.panel import ChartPanel


class Illustration(QWidget):
    """Charts one under the other, made when the page has been seen without them.

    Signals: `due(itself)` when the page has been seen, and there is time to make them.
    """

    due = Signal(object)

    def __init__(self, desk: Desk, which: "Sequence[Picture]", partner: str) -> None:
        super().__init__()
        self._desk, self._which, self._partner = desk, which, partner
        self.panels: list[ChartPanel] = []
        self._column = QVBoxLayout(self)
        self.draw()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._tell)

    def showEvent(self, event: QShowEvent) -> None:
        """The first time the charts are still to be made."""
        super().showEvent(event)
        if not self.panels:
            self._later.start()

    def make(self) -> None:
        """Makes the charts, once."""
        from grantdesk.ui.chart.panel import ChartPanel  # for start-up: as above

        for which in () if self.panels else self._which:
            panel = ChartPanel(self._desk, which, self._partner, self)
            self.panels.append(panel)
            self._column.addWidget(panel)
            panel.show()  # a layout would do so later

    def draw(self) -> None:
        """Stands in line with the questions."""
        self._column.setContentsMargins(self._desk.look.px(12) + BORDER, 0, 0, 0)

    def _tell(self) -> None:
        self.due.emit(self)


def illustrated(form: Form, spot: Spot, nodes: Sequence[AnyNode]) -> "Mapping[tuple[Picture, ...], set[str]]":
    """The charts of a page that stand together, with the ids of the nodes below the last of which they stand."""
    found: dict[tuple[Picture, ...], set[str]] = {}
    for node in nodes:
        if node.id == form.call.parts.packages:
            found["schedule",] = {node.id}
        elif isinstance(node, Matrix) and form.partners and form.partners.id in (node.rows, node.columns):
            found["effort",] = {node.id}
    if money := tuple(_money(form, spot, nodes)):
        found[money] = {node.id for node in nodes if isinstance(node, Total)}
    return found


def _money(form: Form, spot: Spot, nodes: Sequence[AnyNode]) -> "Iterator[Picture]":
    """What the totals of a page are about: the costs and the financing of the project, or the years of a partner."""
    call, figures = form.call, {node.figure for node in nodes if isinstance(node, Total)}
    lines = {line.id for model in call.costs.models.values() for line in model.lines} if call.costs else set()
    sources = {source.id for source in call.financing.sources} if call.financing else set()
    if figures & lines:
        yield "costs_by_year" if spot.partner else "costs"
    if figures & sources:
        yield "financing_by_year" if spot.partner else "financing"
