"""Which findings a person is shown now: nothing is called wrong while it is being typed, and no new page is red."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from grantdesk.model.path import Path, starts
from grantdesk.rules.finding import Finding
from grantdesk.session.session import Session
from grantdesk.ui.desk.spot import Spot, field, spot


class Attention(QObject):
    """`shown` are the findings to be shown, in the order of the form: all of them after a check was asked for; before,
    those of fields that were left, and what is missing on pages that were left.

    Signals: `turned` when `shown` may be another list; `entered(path)` when the person begins to work in a field.
    """

    turned = Signal()
    entered = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left: set[Path] = set()
        self._pages: set[Spot] = set()
        self._page_of: dict[Path, Spot] = {}  # remembered: it is asked of every finding at every key
        self._typing: Path | None = None
        self._by_field: Mapping[Path, tuple[Finding, ...]] = {}
        self.asked = False
        self.shown: tuple[Finding, ...] = ()
        session.changed.connect(self._turn)

    def enter(self, path: Path) -> None:
        """The person works in the field at path: what is wrong there waits, unless it is being told already."""
        told = any(starts(finding.path, path) for finding in self.shown)
        self._typing = None if told else path
        self.entered.emit(path)

    def leave(self, path: Path) -> None:
        """The person has left the field."""
        self._typing = None
        self._left.add(path)
        self._turn()

    def leave_page(self, page: Spot) -> None:
        """The person has left the page: what is missing there may be said."""
        self._pages.add(page)
        self._turn()

    def check(self) -> None:
        """The person wants to know everything."""
        self.asked = True
        self._typing = None
        self._turn()

    def knows(self, page: Spot) -> bool:
        """Is everything told that is wrong on the page? After a check, and once the page was left."""
        return self.asked or page in self._pages

    def of(self, path: Path) -> tuple[Finding, ...]:
        """Those shown that belong to the question at path, on its page: in a cell of its table, but in no part of it.

        The path may be that of a cell too, or of a row.
        """
        place = field(self._session, path)
        found = self._by_field.get(place, ())
        return found if place == path else tuple(each for each in found if starts(each.path, path))

    def on(self, page: Spot) -> list[Finding]:
        """Those shown on a page, in the order of the form."""
        return [finding for finding in self.shown if self._page(finding.path) == page]

    def _turn(self) -> None:
        shown = tuple(filter(self._is_shown, self._session.report.findings))
        if shown != self.shown:
            self.shown, self._by_field = shown, self._sorted(shown)
            self.turned.emit()

    def _sorted(self, shown: tuple[Finding, ...]) -> Mapping[Path, tuple[Finding, ...]]:
        found: dict[Path, tuple[Finding, ...]] = {}
        for finding in shown:
            place = field(self._session, finding.path)
            found[place] = (*found.get(place, ()), finding)
        return found

    def _page(self, path: Path) -> Spot:
        if path not in self._page_of:
            self._page_of[path] = spot(self._session, path)
        return self._page_of[path]

    def _is_shown(self, finding: Finding) -> bool:
        path = finding.path
        if self._typing is not None and starts(path, self._typing):
            return False
        if self.asked or (self._pages and self._page(path) in self._pages):
            return True
        return not finding.missing and any(path[:n] in self._left for n in range(1, len(path) + 1))
