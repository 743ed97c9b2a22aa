"""A page of the form: head, what is to be mended, questions, foot. Built once, then only changed where answers did."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import AnyNode
from grantdesk.model.path import Path
from grantdesk.outline.dossier import Question
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, field
from grantdesk.ui.editors.kinds import editor
from grantdesk.ui.field.chain import chain
from grantdesk.ui.page.foot import Foot
from grantdesk.ui.page.head import Head
from grantdesk.ui.page.illustration import Illustration
from grantdesk.ui.page.questions import Questions
from grantdesk.ui.page.steady import settle, steady
from grantdesk.ui.page.summary import Summary
from grantdesk.ui.piece.scroll import Scroll

SCREEN = 8
"""So many lines to type in fill a screen; what is below is built one by one, right after the page is seen."""
HIGH = {"essay": 2, "table": 7, "matrix": 5, "indicators": 8, "partners": 6}
"""What is higher than a line, in lines."""
HELD = 500
"""Milliseconds after somebody was led to a place in which it stays in sight, whatever is still being built above it."""
PRESSED = 30
"""Milliseconds to wait again while a mouse button is down: what is being clicked must not move away."""


class Page(QWidget):
    """The page at a spot. `enter` when it is shown and `leave` when it is not any more.

    Signals: `previous`, `next_issue` and `onward` when the button of that name was chosen; `wanted(path)` when
    something on it leads to another place of the form.
    """

    wanted = Signal(object)
    previous = Signal()
    next_issue = Signal()
    onward = Signal()

    def __init__(self, desk: Desk, spot: Spot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.spot = desk, spot
        self._is_here, self._is_stale, self._sums = False, False, False
        form = desk.session.form
        entity = form.project.tables[form.partners.id] if spot.partner and form.partners else form.project
        self._asked = [asked for asked in entity.asked if asked.section == spot.section]
        self._room = _seen_first([asked.node for asked in self._asked])
        self.area = Scroll(desk)
        self.head, self.summary, self.foot = Head(desk, spot), Summary(desk), Foot(desk)
        self.questions = Questions(desk, spot, [asked.node for asked in self._asked], editor)
        self._later = QTimer(self, singleShot=True, interval=PRESSED)
        self._later.timeout.connect(self._turn)
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._build_on)
        self._held = QTimer(self, singleShot=True, interval=HELD)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._hold)
        self._lay_out()
        self._show_questions()
        self._connect()

    def enter(self) -> None:
        """The page is seen from now on. What happened meanwhile is caught up with."""
        self._is_here, self._sums = True, self.desk.attention.knows(self.spot)
        if self._is_stale:
            self._is_stale = False
            self._speak()
            self._draw()
            self._refresh()
        self._show_findings()
        self._more.start()

    def fill(self) -> None:
        """Builds what is left to build, at once."""
        self._room = len(self._asked)
        self._show_questions()

    def leave(self) -> None:
        """The page is not seen any more: what is missing on it may be told."""
        if self._is_here:
            self._is_here = False
            self._more.stop()
            self.desk.session.rest()
            self.desk.attention.leave_page(self.spot)

    def begin(self) -> None:
        """Puts the focus where one starts: on what is to be mended, else on the first question."""
        if not self.summary.isHidden():
            self.area.verticalScrollBar().setValue(0)
            self.summary.setFocus()
        elif self.questions.fields:
            first = next(iter(self.questions.fields.values()))
            first.reveal(first.path)
            settle()
            self._bring(first)
            self._held.start()

    def reveal(self, path: Path) -> None:
        """Brings a question, or a place in it, to view and puts the focus there; the top, where nothing is asked."""
        place = field(self.desk.session, path)
        if place not in self.questions.fields:
            self.fill()
        found = self.questions.fields.get(place)
        if found is None:
            self.area.verticalScrollBar().setValue(0)
            return
        found.reveal(path)
        settle()  # what has no place yet cannot be scrolled to
        self.area.bring(found)
        self._bring(found)
        self._held.start()

    def _hold(self) -> None:
        self._bring(self.questions)

    def _bring(self, place: QWidget) -> None:
        """What has the focus in a place of the page is seen."""
        inside = place.focusWidget()
        if inside is not None:
            self.area.bring(inside)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.foot)
        column = self.area.column
        column.setSpacing(self.desk.look.px(18))
        for part in (self.head, self.summary, self.questions):
            column.addWidget(part)
        column.addStretch(1)

    def _connect(self) -> None:
        desk = self.desk
        desk.session.changed.connect(self._change)
        desk.attention.turned.connect(self._turn)
        desk.speech.changed.connect(self._speak)
        desk.look.changed.connect(self._draw)
        self.area.verticalScrollBar().rangeChanged.connect(self._align)
        self.summary.followed.connect(self.reveal)
        self.questions.wanted.connect(self.wanted)
        self.questions.charts_due.connect(self._draw_charts)
        self.foot.previous.connect(self.previous)
        self.foot.next_issue.connect(self.next_issue)
        self.foot.onward.connect(self.onward)

    def _wanted(self) -> list[Question]:
        """What is asked on the page now; nothing where the partner is gone."""
        dossier = self.desk.session.dossier(self.desk.speech.language)
        part = dossier.members.get(self.spot.partner) if self.spot.partner else dossier.project
        return [*dossier.questions(part, self._asked)] if part else []

    def _show_questions(self) -> None:
        wanted = self._wanted()
        if self.questions.show_questions(wanted[: self._room]):
            self._chain()
        self.head.explain(any(question.needed for question in wanted))

    def _build_on(self) -> None:
        """Builds one question more, until all are there; typing is not kept waiting."""
        if self._room < len(self._asked):
            self._room += 1
            bar = self.area.verticalScrollBar()
            top = bar.value() == 0
            with steady(self.area):
                self._show_questions()
            if top:  # as the page grows it gets narrower and higher: it still begins with its title
                bar.setValue(0)
                self._hold()
            self._more.start()

    def _draw_charts(self, charts: Illustration) -> None:
        with steady(self.area):
            charts.make()
            self._chain()

    def _change(self, paths: frozenset[Path]) -> None:
        """Answers have changed: questions come and go, and those that are concerned look again."""
        if not self._is_here:
            self._is_stale = True
            return
        with steady(self.area):
            self._show_questions()
            for each in self.questions.fields.values():
                if any(map(each.editor.concerns, paths)):
                    each.refresh()
            self.questions.tidy()
            self.head.refresh()

    def _refresh(self) -> None:
        self._show_questions()
        for each in self.questions.fields.values():
            each.refresh()
        self.questions.tidy()
        self.head.refresh()

    def _turn(self) -> None:
        """Other findings are to be shown."""
        if not self._is_here:
            return
        if QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            self._later.start()
            return
        self._sums = self._sums or self.desk.attention.asked
        with steady(self.area):
            self._show_findings()

    def _show_findings(self) -> None:
        for each in self.questions.fields.values():
            each.show_findings()
        self.summary.show_findings(self.desk.attention.on(self.spot) if self._sums else ())
        self._chain()

    def _chain(self) -> None:
        """Tab leads through the page as one reads, also to what has just come."""
        chain(self.head, self.summary, self.questions, self.foot)

    def _align(self, _: int, longest: int) -> None:
        self.foot.leave_room(self.area.verticalScrollBar().sizeHint().width() if longest else 0)
        if self._held.isActive():
            self._again.start()

    def _speak(self) -> None:
        if not self._is_here:
            self._is_stale = True
            return
        with steady(self.area):
            self.head.speak()
            self.summary.speak()
            for each in self.questions.fields.values():
                each.speak()
            self.questions.tidy()

    def _draw(self) -> None:
        if not self._is_here:
            self._is_stale = True
            return
        self.area.column.setSpacing(self.desk.look.px(18))
        for part in (self.head, self.summary, self.questions, self.foot):
            part.draw()
        for each in self.questions.fields.values():
            each.draw()


def _seen_first(nodes: Sequence[AnyNode]) -> int:
    """How many questions fill a screen: a table is as high as several lines, and takes as long to build as they do."""
    for n, lines in enumerate(accumulate(HIGH.get(node.kind, 1) for node in nodes), 1):
        if lines >= SCREEN:
            return n
    return len(nodes)
