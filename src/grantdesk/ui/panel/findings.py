"""What is to be done, on the right: a card for each finding, and the way to the field that it is about."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QStackedWidget, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, spot
from grantdesk.ui.panel.card import Card
from grantdesk.ui.panel.list import LINE, Findings
from grantdesk.words.phrase import Phrase, counted, phrase


def summed(findings: "tuple[Finding, ...]") -> list[Phrase]:
    """How many there are of each severity: "5 must fix", "2 advice"; nothing for those that there are none of."""
    n = {name: sum(f.severity == name for f in findings) for name in ("error", "warning", "advice")}
    said = {
        "error": counted("{n} must fix", "{n} must fix", n=n["error"]),
        "warning": counted("{n} warning", "{n} warnings", n=n["warning"]),
        "advice": counted("{n} advice", "{n} advice", n=n["advice"]),
    }
    return [said[name] for name, count in n.items() if count]


class FindingsPanel(QFrame):
    """The findings that are shown. `title` is hidden where the panel stands under a title of somebody else's.

    Signals: `chosen(path)` when the person wants to go to a place.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk = desk
        self._last: Finding | None = None
        self._tour: list[Finding] = []
        self.findings = Findings(desk, self)
        self.list = Cards(desk, self.findings)
        self.title, self._sum, self._empty = QLabel(), QLabel(), QLabel()
        self._pile = QStackedWidget()
        self._column, self._head = QVBoxLayout(self), QHBoxLayout()
        self._arrange()
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        desk.attention.turned.connect(self._tell)
        desk.session.changed.connect(self._tell)
        desk.speech.changed.connect(self._say)
        desk.look.changed.connect(self._arrange_sizes)
        self._say()

    def turn(self, page: Spot) -> None:
        """Another page is open. Who got there otherwise than by the issues begins anew, with what is listed first."""
        if self._last is not None and spot(self._desk.session, self._last.path) != page:
            self._last = None
        self.findings.turn(page)
        self._tell()

    def step(self, by: int) -> Path | None:
        """Goes to the next finding, or with -1 to the one before, around and around; None if there is none.

        The way is as they were listed when it was begun: with each step another page may be the one that is open, and
        the list is another then.
        """
        listed = self.findings.listed
        if not listed:
            return None
        self._last = self._next(listed, by)
        self.list.setCurrentIndex(self.findings.index(self.findings.row_of(self._last)))
        self.chosen.emit(self._last.path)
        return self._last.path

    def _next(self, listed: list[Finding], by: int) -> Finding:
        """The one to go to. What is gone meanwhile is passed by, what has come meanwhile is at the end of the way."""
        there = {_key(each): each for each in listed}
        if self._last is None:
            self._tour = listed
            return listed[0 if by > 0 else -1]
        known = {_key(each) for each in self._tour}
        self._tour = [*self._tour, *(each for each in listed if _key(each) not in known)]
        keys = [_key(each) for each in self._tour]
        at = keys.index(_key(self._last))
        return next(
            there[key] for n in range(1, len(keys) + 1) if (key := keys[(at + by * n) % len(keys)]) in there
        )

    def _choose(self, index: QModelIndex) -> None:
        finding = index.data(LINE).finding
        if finding is not None:
            self._last, self._tour = finding, self.findings.listed
            self.chosen.emit(finding.path)

    def _arrange(self) -> None:
        self.title.setProperty("role", "section")
        self._sum.setProperty("role", "mute")
        self._empty.setProperty("role", "mute")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sum.setWordWrap(True)
        self._head.addWidget(self.title)
        self._head.addWidget(self._sum, 1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._pile, 1)
        self._pile.addWidget(self.list)
        self._pile.addWidget(self._empty)
        self.setFocusProxy(self.list)
        self._arrange_sizes()

    def _arrange_sizes(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(15), px(16), px(10), px(8))
        self._column.setSpacing(px(8))
        self._head.setContentsMargins(
            0, 0, px(12), 0
        )  # it ends where the cards do, left of the bar that scrolls

    def _say(self) -> None:
        said = self._desk.say(phrase("Issues"))
        self.title.setText(said)
        self.setAccessibleName(said)
        self.list.setAccessibleName(said)
        self._tell()

    def _tell(self) -> None:
        say, shown = self._desk.say, self._desk.attention.shown
        self._sum.setText(" · ".join(map(say, summed(shown))))
        self._empty.setText(say(self._calm()))
        page: QWidget = self.list if shown else self._empty
        if self._pile.currentWidget() is not page:
            self._pile.setCurrentWidget(page)
            self.setFocusProxy(
                page
            )  # to a list that is hidden nobody would come, and the Tab key would end here

    def _calm(self) -> Phrase:
        """What stands there when there is nothing to be done."""
        attention = self._desk.attention
        if attention.asked:
            return phrase("Nothing to fix: everything that the call asks for is there.")
        if attention.knows(self.findings.page):
            return phrase(
                "Nothing to fix on this page. “Check answers” tells what is still missing elsewhere."
            )
        return phrase("Nothing to fix so far. “Check answers” tells what is still missing.")


def _key(finding: Finding) -> tuple[str, str, Path]:
    """What stays the same of a finding while its facts change."""
    return finding.rule, finding.kind, finding.path


class Cards(QListView):
    """The list itself: only the cards that can be seen are drawn; arrows and Enter as in every list."""

    def __init__(self, desk: Desk, findings: Findings) -> None:
        super().__init__()
        self.setProperty("role", "plain")
        self.setModel(findings)
        self.setItemDelegate(Card(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        desk.look.changed.connect(self._resize)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap at the width that there is."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            self.activated.emit(index)
        else:
            super().keyPressEvent(event)

    def _resize(self) -> None:
        self.scheduleDelayedItemsLayout()
