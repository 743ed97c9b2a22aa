"""What comes of a what-if: amounts today and in the trial, and the issues that come and go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.model.tree import Answers
from grantdesk.outline.block import Column, Grid
from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.finding import Finding
from grantdesk.session.trial.comparison import Comparison, Row
from grantdesk.ui.chart.table import GridTable
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, counted, phrase

MARK = "*"
FEW = 6
SAME = "–"
LOOKS = {
    "error": ("circle-alert", "error", "card-error"),
    "warning": ("triangle-alert", "warning", "card-warning"),
    "advice": ("lightbulb", "accent", "card-info"),
}
GONE = ("circle-check", "ok", "card")


class Outcome(QWidget):
    """Shows one comparison after the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.table, self.partners = GridTable(), GridTable()
        self._note = Label(desk, phrase("{mark} So far: an answer is still missing.", mark=MARK), "help")
        self.came, self.went = Label(desk, "", "label"), Label(desk, "", "label")
        self.cards, self._gone = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(10))
        for widget in (self.table, self.partners, self._note, self.came):
            column.addWidget(widget)
        column.addLayout(self.cards)
        column.addWidget(self.went)
        column.addLayout(self._gone)

    def show_comparison(self, found: Comparison, trial: Answers) -> None:
        """Shows what would be different in the answers of the trial."""
        say = self.desk.say
        self.table.show_grid(self._grid(say(phrase("Amounts of the project")), found.rows))
        self.partners.setVisible(bool(found.partners))
        if found.partners:
            self.partners.show_grid(self._grid(say(phrase("Applied for by each partner")), found.partners))
        self._note.setVisible(not all(row.settled for row in (*found.rows, *found.partners)))
        nothing = phrase("No new issues.")
        came = counted("{n} new issue", "{n} new issues", n=len(found.came)) if found.came else nothing
        self.came.show_said(came)
        self.went.show_said(counted("{n} issue fewer", "{n} issues fewer", n=len(found.went)))
        self.went.setVisible(bool(found.went))
        self._list(self.cards, found.came, trial, is_new=True)
        self._list(self._gone, found.went, self.desk.session.answers, is_new=False)

    def brief(self, found: Comparison) -> str:
        """The main amounts in a line each: what they are in the trial, and by how much that differs."""
        lines = (self._cells(row) for row in found.rows if row.main)
        return "\n".join(
            f"{name}: {after}" + (f" ({apart})" if apart != SAME else "") for name, _, after, apart in lines
        )

    def _grid(self, caption: str, rows: Sequence[Row]) -> Grid:
        say = self.desk.say
        heads = (phrase("Today"), phrase("What if"), phrase("Difference"))
        columns = (Column(caption, 2.0), *(Column(say(head), numeric=True) for head in heads))
        shown = [row for row in rows if row.main or row.before.cents or row.after.cents]
        return Grid(caption, columns, tuple(map(self._cells, shown)), row_heads=1)

    def _cells(self, row: Row) -> tuple[str, ...]:
        language = self.desk.speech.language
        exact = any(figure.cents % 100 for figure in (row.before, row.after))
        marks = ["" if figure.settled else MARK for figure in (row.before, row.after)]
        before, after = (language.money(figure.cents, exact) for figure in (row.before, row.after))
        sign = "+" if row.difference > 0 else ""
        apart = f"{sign}{language.money(row.difference, exact)}" if row.difference else SAME
        return language.say(plain("{it}", it=row.label)), before + marks[0], after + marks[1], apart

    def _list(self, column: QVBoxLayout, findings: Sequence[Finding], answers: Answers, is_new: bool) -> None:
        while item := column.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        names = Names(self.desk.session.form, answers)
        for finding in findings[:FEW]:
            column.addWidget(self._issue(finding, names, is_new))
        if len(findings) > FEW:
            column.addWidget(Label(self.desk, _more(len(findings) - FEW), "help"))

    def _issue(self, finding: Finding, names: Names, is_new: bool) -> QFrame:
        desk, frame = self.desk, QFrame()
        icon, ink, role = LOOKS[finding.severity] if is_new else GONE
        frame.setProperty("role", role)
        row, lines = QHBoxLayout(frame), QVBoxLayout()
        row.addWidget(Picture(desk, icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        lines.addWidget(Label(desk, finding.phrase))
        lines.addWidget(Label(desk, joined(steps(names, finding.path)), "mute"))
        px = desk.look.px
        row.setContentsMargins(px(12), px(10), px(12), px(10))
        row.setSpacing(px(10))
        return frame


def _more(n: int) -> Phrase:
    return phrase("… and {n} more.", n=n)
