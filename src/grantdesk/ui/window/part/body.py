"""The middle of the window: pages, page, paper and findings side by side, as far as there is room for them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.panel.findings import FindingsPanel
from grantdesk.ui.window.part.drawer import Drawer
from grantdesk.ui.window.part.side import Side
from grantdesk.words.phrase import Phrase, phrase

ISSUES_NEED, PAGES_NEED = 1100, 900
"""The width of the window, for a text size of 100 %, below which a panel is folded away."""
PAPER_NEED, PAGES_TOO, ISSUES_TOO = 940, 1200, 1500
"""The same for the paper beside the page, and for the panels while it is there."""
PAGE_LEAST = 470
"""What the paper leaves to the page at least."""
PAGES_WIDE, ISSUES_WIDE = 268, 306
PAPER_SHARE = 0.49  # of what page and paper have together, until a person has moved the border
SPLIT = "panels"


class Body(QWidget):
    """Three columns, or four with the paper, whose widths a person may change. A panel for which there is no room lies
    in a drawer instead, which is opened when it is asked for.

    Signals: `folded` when a panel was folded away or came back.
    """

    folded = Signal()

    def __init__(self, desk: Desk, pages: QWidget, middle: QWidget, issues: FindingsPanel) -> None:
        super().__init__()
        self._desk, self._pages, self._middle = desk, pages, middle
        self._findings, self._issues = issues, Side(desk, issues)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self.left = Drawer(desk, self, "left", 320)
        self.right = Drawer(desk, self, "right", 380)
        self.is_pages_folded = self.is_issues_folded = False
        self.paper: QWidget | None = None
        self._widths = self._remembered()
        self._arrange()
        self._issues.returned.connect(self.right.put_away)
        desk.look.changed.connect(self._fold)

    def show_pages(self) -> None:
        """Brings the list of pages to the eye, with the focus in it."""
        if self.is_pages_folded:
            self.left.show_widget(self._pages, phrase("Pages of the application"))
        else:
            self._pages.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_issues(self) -> None:
        """Brings the findings to the eye, with the focus in them."""
        self._issues.go_back()
        if self.is_issues_folded:
            self.right.show_widget(self._issues, phrase("Issues"))
        else:
            self._issues.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_aside(self, widget: QWidget, said: Phrase) -> None:
        """Shows something in the place of the findings for a while, under a title, with the focus in it."""
        self._issues.show_widget(widget, said)
        if self.is_issues_folded:
            self.right.show_widget(self._issues)

    def go_back(self) -> None:
        """Shows the findings again."""
        self._issues.go_back()

    def lay_beside(self, paper: QWidget) -> None:
        """Shows the paper at the right of the page from now on."""
        self.paper = paper
        self._split.insertWidget(self._split.indexOf(self._middle) + 1, paper)
        paper.show()
        self._fold()

    def take_away(self) -> None:
        """There is no paper beside the page any more."""
        if self.paper is not None:
            self.paper.hide()
            self.paper.setParent(self)
            self.paper = None
            self._fold()

    def close_drawers(self) -> None:
        """The page is what is looked at now."""
        self.left.put_away()
        self.right.put_away()

    def remember(self) -> None:
        """Keeps the widths for the next window."""
        widths = " ".join(str(width) for width in self._widths if width)
        places = {**self._desk.preferences.value.places, SPLIT: widths}
        self._desk.preferences.change(places=places)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _arrange(self) -> None:
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for panel in (self._pages, self._middle, self._issues):
            self._split.addWidget(panel)
        self._split.setStretchFactor(1, 1)
        self._split.splitterMoved.connect(self._note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _fold(self) -> None:
        """Folds and unfolds what the width of the window asks for."""
        px, width = self._desk.look.px, self.width()
        before = (self.is_pages_folded, self.is_issues_folded)
        needs = (PAGES_NEED, ISSUES_NEED) if self.paper is None else (PAGES_TOO, ISSUES_TOO)
        self.is_pages_folded, self.is_issues_folded = width < px(needs[0]), width < px(needs[1])
        if before[0] != self.is_pages_folded:
            self._move(self._pages, self.left, 0, self.is_pages_folded)
        if before[1] != self.is_issues_folded:
            self._move(self._issues, self.right, self._split.count(), self.is_issues_folded)
            self._findings.title.setHidden(self.is_issues_folded)
        self._spread()
        if before != (self.is_pages_folded, self.is_issues_folded):
            self.folded.emit()

    def _move(self, panel: QWidget, drawer: Drawer, at: int, fold: bool) -> None:
        if fold:
            panel.hide()
            panel.setParent(drawer)
        else:
            drawer.put_away()
            self._split.insertWidget(at, panel)
            panel.show()

    def _spread(self) -> None:
        px = self._desk.look.px
        left = 0 if self.is_pages_folded else px(self._widths[0])
        right = 0 if self.is_issues_folded else px(self._widths[1])
        for panel, least in ((self._pages, 180), (self._issues, 220), (self._middle, 340)):
            panel.setMinimumWidth(px(least) if panel.parent() is self._split else 0)
        rest = max(self.width() - left - right, 1)
        wished = px(self._widths[2]) or round(rest * PAPER_SHARE)
        paper = 0 if self.paper is None else max(min(wished, rest - px(PAGE_LEAST)), 1)
        sizes = [left, rest - paper, paper, right]
        self._split.setSizes([size for size in sizes if size])

    def _note(self, _at: int, _n: int) -> None:
        """A person has moved a border."""
        one = self._desk.look.px(100) / 100
        left, right, paper = self._widths
        if self._pages.parent() is self._split:
            left = round(self._pages.width() / one)
        if self._issues.parent() is self._split:
            right = round(self._issues.width() / one)
        if self.paper is not None:
            paper = round(self.paper.width() / one)
        self._widths = (left, right, paper)

    def _remembered(self) -> tuple[int, int, int]:
        """The widths of pages, issues and paper; 0 for paper that nobody has given a width."""
        told = self._desk.preferences.value.places.get(SPLIT, "").split()
        if len(told) in (2, 3) and all(each.isdecimal() and len(each) < 5 for each in told):
            left, right, paper = (int(each) for each in (*told, "0")[:3])
            return min(max(left, 180), 500), min(max(right, 220), 600), paper and min(max(paper, 320), 2000)
        return PAGES_WIDE, ISSUES_WIDE, 0
