"""Compares the application with an earlier version of it, or with another file: what differs, place by place."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from grantdesk.model.path import Path as Place
from grantdesk.outline.fact.answer import plain
from grantdesk.session.application import Application, opened
from grantdesk.session.earlier.difference import Difference
from grantdesk.session.earlier.versions import compared, go_back, versions
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.handing.difference import DifferenceCard
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.clock import here
from grantdesk.words.phrase import Bytes, Phrase, counted, phrase
from grantdesk.words.trouble import Trouble

WIDE, HIGH, MOST = 760, 680, 120
CHOOSE = phrase("Choose a version …")


class CompareDialog(QDialog):
    """Shows what differs. `keeper` knows the earlier versions; without one only files can be compared.

    Signals: `wanted(path)` when the person wants to see a place in the application.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, keeper: Keeper | None = None, over: QWidget | None = None) -> None:
        super().__init__(over)
        self.desk = desk
        self.differences: list[Difference] = []
        self.rows: list[DifferenceCard] = []
        self.setWindowTitle(desk.say(phrase("Compare")))
        found = versions(keeper) if keeper else []
        options: list[tuple[object, Phrase]] = [(None, CHOOSE)]
        options += [
            (each.path, plain("{moment}, {size}", moment=here(each.moment), size=Bytes(each.size)))
            for each in found
        ]
        self.pick = Pick(desk, options)
        self.pick.setEnabled(bool(found))
        self.browse = Button(desk, phrase("Another file …"), "folder-open")
        self.back = Button(desk, phrase("Go back to this version"), "history")
        self._other: Application | None = None
        self.sum = Label(desk, phrase("Choose what to compare the application with."), "label")
        self.list = Scroll(desk, WIDE, 0)
        self._arrange()
        self.pick.picked.connect(self._picked)
        self.browse.clicked.connect(self._browse)

    def compare_with(self, path: Path) -> None:
        """Opens a file and shows what differs, away from the window's thread."""
        self.sum.show_said(phrase("Reading the other version …"))
        self.back.hide()
        self._show([])
        self.desk.work.start(lambda: opened(path)[1], self._opened, self._fail)

    def _arrange(self) -> None:
        desk, px = self.desk, self.desk.look.px
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        label = Label(desk, phrase("Earlier version"), "label")
        label.name(self.pick)
        row.addWidget(self.pick, 1)
        row.addWidget(self.browse)
        close, foot = Button(desk, phrase("Close")), QHBoxLayout()
        close.clicked.connect(self.reject)
        self.back.clicked.connect(self._go_back)
        self.back.hide()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(close)
        column.addWidget(Label(desk, phrase("Compare the application"), "section"))
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.sum)
        column.addWidget(self.list, 1)
        column.addLayout(foot)
        self.list.column.addStretch(1)
        Fit(self, desk.look, WIDE + 48, HIGH)

    def _picked(self, path: object) -> None:
        if isinstance(path, Path):
            self.compare_with(path)

    def _browse(self) -> None:
        path = self.desk.ask.file_to_open("application")
        if path is not None:
            self.pick.show_value(None)
            self.compare_with(path)

    def _opened(self, other: Application) -> None:
        if not isValid(self):
            return
        session = self.desk.session
        found = compared(other.answers, session.answers, session, self.desk.speech.language)
        if other.form.call.id != session.form.call.id:
            self.sum.show_said(
                phrase("That file answers another call: “{call}”.", call=other.form.call.title)
            )
        elif found:
            said = counted("{n} place differs.", "{n} places differ.", n=len(found))
            self.sum.show_said(said)
            self._show(found)
            self._other = other
            self.back.setVisible(session.may_load(other.grant) and not session.read_only)
        else:
            self.sum.show_said(phrase("Nothing differs: the answers are the same."))

    def _show(self, found: list[Difference]) -> None:
        for row in self.rows:
            self.list.column.removeWidget(row)
            row.deleteLater()
        self.differences = found
        self.rows = [self._row(each) for each in found[:MOST]]
        for n, row in enumerate(self.rows):
            self.list.column.insertWidget(n, row)
        if len(found) > MOST:
            self.sum.show_said(
                phrase("{n} places differ. The first {most} are shown.", n=len(found), most=MOST)
            )

    def _row(self, found: Difference) -> DifferenceCard:
        """One place: where it is, the other answer, and that of the application."""
        card = DifferenceCard(self.desk, found, (phrase("Other version"), phrase("This application")))
        card.wanted.connect(self._go)
        return card

    def _go_back(self) -> None:
        """The other version takes the place of this one; undoing brings this one back."""
        if self._other is not None:
            go_back(self.desk.session, self._other)
            self.accept()

    def _go(self, path: Place) -> None:
        self.wanted.emit(path)
        self.accept()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self.sum.show_said(error.phrase)
