"""The middle column: the pages of the form, and the last page, where everything is read, checked and exported."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spot
from grantdesk.ui.page.book import Book

Last = Callable[[], QWidget]
"""Makes the last page, when it is first opened."""


class Middle(QStackedWidget):
    """One page of all is open; `last` makes the one after those of the form.

    Signals: `turned(Spot)` when another one is open; `previous`, `next_issue` and `onward` from the foot of a page;
    `wanted(path)` when something on it leads to another place of the form.
    """

    wanted = Signal(object)
    turned = Signal(object)
    previous = Signal()
    next_issue = Signal()
    onward = Signal()

    def __init__(self, desk: Desk, last: Last) -> None:
        super().__init__()
        self._desk, self._make_last = desk, last
        self.book = Book(desk)
        self.last: QWidget | None = None
        self.addWidget(self.book)
        self.book.turned.connect(self._turned)
        self.book.previous.connect(self.previous)
        self.book.next_issue.connect(self.next_issue)
        self.book.onward.connect(self.onward)
        self.book.wanted.connect(self.wanted)

    def turn(self, to: Spot) -> None:
        """Opens a page. KeyError for a section that the call does not have."""
        if to == CHECK:
            self._turn_to_last()
            return
        was_last = self.currentWidget() is self.last and self.last is not None
        self.setCurrentWidget(self.book)
        if was_last and self.book.page is not None and self.book.page.spot == to:
            self.book.resume()
            self.turned.emit(to)
        else:
            self.book.turn(to)

    def reveal(self, path: Path) -> None:
        """Brings a place of the form to the eye, with the focus in it."""
        if spot(self._desk.session, path) != CHECK:
            self.setCurrentWidget(self.book)
            self.book.reveal(path)

    def begin(self) -> None:
        """Puts the focus where one starts on the page."""
        if self.currentWidget() is self.book and self.book.page is not None:
            self.book.page.begin()
        elif self.last is not None:
            self.last.setFocus()

    def rest(self) -> None:
        """No page is seen."""
        if self.currentWidget() is self.book:
            self.book.rest()

    def resume(self) -> None:
        """The page that is open is seen again."""
        if self.currentWidget() is self.book:
            self.book.resume()

    def _turn_to_last(self) -> None:
        if self.last is None:
            self.last = self._make_last()
            self.addWidget(self.last)
        self.book.rest()
        self.setCurrentWidget(self.last)
        self.turned.emit(CHECK)

    def _turned(self, page: Spot) -> None:
        self.turned.emit(page)
