"""The pages that were built, one of them open. Few are kept: building one takes less than the blink of an eye."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLayout, QStackedWidget

from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spot
from grantdesk.ui.page.page import Page

KEPT = 8
NARROWEST, LARGEST = 420, 620
"""The least width of a page: at a text size of 100 %, and in pixels at any size."""


class Book(QStackedWidget):
    """Pages by their spots; the one that was not seen for longest is forgotten first.

    Signals: `turned(spot)` when another page is open; `previous`, `next_issue` and `onward` from the foot of the page;
    `wanted(path)` when something on it leads to another place of the form.
    """

    wanted = Signal(object)
    turned = Signal(object)
    previous = Signal()
    next_issue = Signal()
    onward = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pages: dict[Spot, Page] = {}
        layout = self.layout()
        if layout is not None:  # else a window's least size would be another at every page
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    @property
    def page(self) -> Page | None:
        """The page that is open."""
        here = self.currentWidget()
        return here if isinstance(here, Page) else None

    def minimumSizeHint(self) -> QSize:
        """The same for every page: wider things on a page scroll by themselves."""
        px = self._desk.look.px
        return QSize(min(px(NARROWEST), LARGEST), px(240))

    def turn(self, to: Spot) -> Page:
        """Opens a page, and builds it if it is not there. KeyError for a section that the call does not have."""
        here = self.page
        if here is not None and here.spot == to:
            return here
        page = self._pages.pop(to, None) or self._built(to)
        self._pages[to] = page  # the last of them is the one seen last
        if here is not None:
            here.leave()
        page.enter()
        self.setCurrentWidget(page)
        self._forget()
        self.turned.emit(to)
        return page

    def rest(self) -> None:
        """No page is seen: another part of the window is."""
        if self.page is not None:
            self.page.leave()

    def resume(self) -> None:
        """The open page is seen again."""
        if self.page is not None:
            self.page.enter()

    def reveal(self, path: Path) -> None:
        """Opens the page on which a place is asked and puts the focus there. What no page asks changes nothing."""
        to = spot(self._desk.session, path)
        if to != CHECK:
            self.turn(to).reveal(path)

    def _built(self, to: Spot) -> Page:
        page = Page(self._desk, to, self)
        page.previous.connect(self.previous)
        page.next_issue.connect(self.next_issue)
        page.onward.connect(self.onward)
        page.wanted.connect(self.wanted)
        self.addWidget(page)
        return page

    def _forget(self) -> None:
        for old in [*self._pages][:-KEPT]:
            page = self._pages.pop(old)
            self.removeWidget(page)
            page.hide()
            page.setParent(self)  # without a parent Python would delete it at any moment
            page.deleteLater()
