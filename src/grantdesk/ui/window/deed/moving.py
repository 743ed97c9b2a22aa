"""How one gets about in the window: from page to page, to a field, from one issue to the next."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spot, spots
from grantdesk.ui.panel.findings import FindingsPanel
from grantdesk.ui.panel.help import HelpPanel
from grantdesk.ui.panel.navigator import Navigator
from grantdesk.ui.window.part.glow import Glow
from grantdesk.ui.window.part.middle import Middle


class Moving(QObject):
    """Keeps page, navigator, findings and help together; `here` is the page that is open.

    Signals: `moved` when the person wants to see a page, be it the one that is open; `turned(Spot)` when another one is
    open.
    """

    moved = Signal()
    turned = Signal(object)

    def __init__(self, desk: Desk, middle: Middle, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._middle = desk, middle
        self.navigator, self.findings = Navigator(desk), FindingsPanel(desk)
        self.help = HelpPanel(desk)
        self._window = window
        self._glow = Glow(desk.look, window)
        self.here = Spot("")
        self.navigator.chosen.connect(self.begin)
        self.findings.chosen.connect(self.go)
        middle.turned.connect(self._follow)
        middle.previous.connect(self.previous_page)
        middle.next_issue.connect(self.next_finding)
        middle.wanted.connect(self.go)
        desk.session.changed.connect(self._stay)
        desk.session.returned.connect(self.return_to)

    def start(self) -> None:
        """Opens the first page, with the focus on its first question."""
        self.begin(spots(self._desk.session)[0])

    def turn(self, page: Spot) -> None:
        """Opens a page."""
        self.moved.emit()
        if page != self.here:
            self._middle.turn(page)

    def begin(self, page: Spot) -> None:
        """Opens a page, with the focus where one starts on it."""
        self.turn(page)
        self._middle.begin()

    def go(self, path: Path) -> None:
        """Brings a place in the answers to the eye, on whatever page it is, with the focus in it."""
        self.turn(spot(self._desk.session, path))
        if path:
            self._middle.reveal(path)

    def return_to(self, path: Path) -> None:
        """The same after an undo, and frames for a moment what has changed."""
        page = spot(self._desk.session, path)
        if page != CHECK or not path:
            self.go(path)
            focused = QApplication.focusWidget()
            if path and focused is not None and self._window.isAncestorOf(focused):
                self._glow.show_over(focused)

    def step_page(self, by: int) -> None:
        """Opens the next page, or with -1 the one before; at the ends nothing happens."""
        pages = spots(self._desk.session)
        at = pages.index(self.here) if self.here in pages else 0
        if 0 <= at + by < len(pages):
            self.begin(pages[at + by])

    def next_page(self) -> None:
        """Opens the next page."""
        self.step_page(1)

    def previous_page(self) -> None:
        """Opens the page before."""
        self.step_page(-1)

    def next_finding(self) -> None:
        """Goes to the next issue; looks for them all, if nobody has asked for that yet."""
        self._step(1)

    def previous_finding(self) -> None:
        """Goes to the issue before."""
        self._step(-1)

    def check(self) -> None:
        """Tells everything that is missing or wrong, and opens the last page."""
        self._desk.attention.check()
        self.begin(CHECK)

    def rest(self) -> None:
        """No page is seen: something else is in its place."""
        self._middle.rest()

    def resume(self) -> None:
        """The page is seen again, with the focus in it."""
        self._middle.resume()
        self._middle.begin()

    def focus_page(self) -> None:
        """Puts the focus back into the page."""
        self._middle.begin()

    def _step(self, by: int) -> None:
        if self.findings.step(by) is None and not self._desk.attention.asked:
            self._desk.attention.check()
            self.findings.step(by)

    def _follow(self, page: Spot) -> None:
        self.here = page
        self.navigator.turn(page)
        self.findings.turn(page)
        self.help.turn(page)
        self.turned.emit(page)

    def _stay(self) -> None:
        """A page that is not asked any more is left: for the one that stood before it."""
        pages = spots(self._desk.session)
        if self.here not in pages:
            same = [page for page in pages if page.section == self.here.section]
            home = self._desk.session.form.partners
            other = Spot(self._desk.session.form.home(home.id)) if home and self.here.partner else pages[0]
            self.turn((same or [other if other in pages else pages[0]])[0])
