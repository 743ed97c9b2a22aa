"""The questions of a page in their order. They come and go as answers ask for them; what stays is never made anew."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import AnyNode, Total
from grantdesk.model.path import Path
from grantdesk.outline.dossier import Question
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.field.editor import Make
from grantdesk.ui.field.field import Field
from grantdesk.ui.page.illustration import Illustration, illustrated
from grantdesk.ui.page.totals import Row, Totals

if TYPE_CHECKING:  # for start-up: a page has been seen before it has charts
    from grantdesk.outline.picture import Picture


class Questions(QWidget):
    """A column of fields; figures of the call that stand below each other are one block.

    Signals: `wanted(path)` when one of them leads to another place of the form; `charts_due(charts)` when
    charts may be made.
    """

    wanted = Signal(object)
    charts_due = Signal(object)

    def __init__(self, desk: Desk, spot: Spot, nodes: Sequence[AnyNode], make: Make) -> None:
        super().__init__()
        self._desk, self._make = desk, make
        self._charts: dict[str, Illustration] = {}
        for which, below in illustrated(desk.session.form, spot, nodes).items():
            self._charts |= dict.fromkeys(below, self._illustration(which, spot.partner))
        self.fields: dict[Path, Field] = {}
        self._block_of: dict[str, Totals] = {}
        for block in _blocks(nodes):
            self._block_of |= dict.fromkeys(block, self._block())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.draw()

    def show_questions(self, questions: Sequence[Question]) -> bool:
        """Shows what is asked now. Has any of them been made for it?"""
        wanted = {question.at for question in questions}
        for path in self.fields.keys() - wanted:
            self._drop(self.fields.pop(path))
        before = len(self.fields)
        for question in questions:
            if question.at in self.fields:
                self.fields[question.at].need(question.needed)
            else:
                self.fields[question.at] = self._made(question)
        self._arrange([self.fields[question.at] for question in questions])
        if len(self.fields) > before:
            self.tidy()
        return len(self.fields) > before

    def tidy(self) -> None:
        """What several figures wait for is said once."""
        for block in set(self._block_of.values()):
            block.tidy()

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self._column.setSpacing(self._desk.look.px(18))
        for block in set(self._block_of.values()):
            block.draw()
        for charts in set(self._charts.values()):
            charts.draw()

    def _block(self) -> Totals:
        block = Totals(self._desk)
        block.hide()
        block.setParent(self)
        return block

    def _illustration(self, which: "Sequence[Picture]", partner: str) -> Illustration:
        charts = Illustration(self._desk, which, partner)
        charts.hide()
        charts.setParent(self)
        charts.due.connect(self.charts_due)
        return charts

    def _made(self, question: Question) -> Field:
        kind = Row if question.node.id in self._block_of else Field
        editor = self._make(self._desk, question.node, question.at)
        editor.wanted.connect(self.wanted)
        return kind(self._desk, editor, question.needed)

    def _drop(self, field: Field) -> None:
        field.hide()  # it keeps its parent until it is deleted: without one Python would delete it at any moment
        self._column.removeWidget(field)
        field.deleteLater()

    def _arrange(self, fields: Sequence[Field]) -> None:
        """Puts every field and block in its place; what stands there already is not touched."""
        rows: dict[Totals, list[Row]] = {}
        for field in fields:
            if isinstance(field, Row):
                rows.setdefault(self._block_of[field.editor.node.id], []).append(field)
        for block in set(self._block_of.values()):
            block.show_rows(rows.get(block, []))
            block.setVisible(block in rows)
        column = self._column_of(fields)
        for charts in {*self._charts.values()} - {*column}:
            charts.hide()
            self._column.removeWidget(charts)
        for n, widget in enumerate(column):
            if self._column.indexOf(widget) != n:
                self._column.insertWidget(n, widget)
                widget.show()  # a layout would do so later, after everything has been put in its place

    def _column_of(self, fields: Sequence[Field]) -> list[QWidget]:
        """The widgets of the column from above; a block stands where its first row does, charts below the last of
        what they show."""
        found = dict[QWidget, None]()
        for field in fields:
            node = field.editor.node.id
            found[self._block_of.get(node, field)] = None
            if charts := self._charts.get(node):
                found.pop(charts, None)
                found[charts] = None
        return [*found]


def _blocks(nodes: Sequence[AnyNode]) -> Iterator[list[str]]:
    """The figures of the call that stand right below each other, by their ids."""
    for is_total, group in groupby(nodes, key=lambda node: isinstance(node, Total)):
        if is_total:
            yield [node.id for node in group]
