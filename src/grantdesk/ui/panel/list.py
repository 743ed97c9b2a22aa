"""What is to be done as a list: first on the page that is open, then elsewhere; of each the worst first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from grantdesk.model.path import Path
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, spot
from grantdesk.words.phrase import Phrase, phrase

LINE = int(Qt.ItemDataRole.UserRole)
CALM = 250  # milliseconds after an edit until the places are said anew: names of rows may be others now
SEVERITY = {"error": phrase("Must fix"), "warning": phrase("Warning"), "advice": phrase("Advice")}
"""The worst first, as they are listed."""


@dataclass(slots=True, eq=False)
class Line:
    """A heading (`finding` None) or a finding, and what is said of it: the sentence, and where it is."""

    finding: Finding | None
    heading: Phrase | None = None
    text: str = ""
    place: str = ""

    def is_same(self, other: "Line") -> bool:
        """Does it stand for the same, whatever the language?"""
        return self.finding == other.finding and self.heading == other.heading


class Findings(QAbstractListModel):
    """The findings that are shown, as Lines under the role LINE. Rows that stay are not told to have changed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = Spot("")
        self._lines: list[Line] = []
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self.say)
        desk.attention.turned.connect(self.refresh)
        desk.session.changed.connect(self._calm.start)
        desk.speech.changed.connect(self.say)
        self.refresh()

    def turn(self, page: Spot) -> None:
        """Another page is open."""
        if page != self._page:
            self._page = page
            self.refresh()

    def refresh(self) -> None:
        """Takes the findings that are shown now; of the list only the part that differs is changed."""
        lines = list(self._sorted())
        first = _common(self._lines, lines)
        last = _common(self._lines[first:][::-1], lines[first:][::-1])
        gone, came = len(self._lines) - last, len(lines) - last
        if gone > first:
            self.beginRemoveRows(QModelIndex(), first, gone - 1)
            del self._lines[first:gone]
            self.endRemoveRows()
        if came > first:
            self._speak(lines[first:came], self._names())
            self.beginInsertRows(QModelIndex(), first, came - 1)
            self._lines[first:first] = lines[first:came]
            self.endInsertRows()

    def say(self) -> None:
        """Says everything anew; what is said otherwise than before is told to have changed."""
        before = [(line.text, line.place) for line in self._lines]
        self._speak(self._lines, self._names())
        for row, (line, old) in enumerate(zip(self._lines, before, strict=True)):
            if (line.text, line.place) != old:
                self.dataChanged.emit(self.index(row), self.index(row))

    @property
    def listed(self) -> list[Finding]:
        """The findings in the order in which they are seen."""
        return [line.finding for line in self._lines if line.finding is not None]

    def row_of(self, finding: Finding) -> int:
        """The row in which a finding stands; -1 if it is not shown."""
        return next((n for n, line in enumerate(self._lines) if line.finding == finding), -1)

    @property
    def page(self) -> Spot:
        """The page that is open."""
        return self._page

    @property
    def here(self) -> int:
        """How many of them are on the page that is open."""
        session = self._desk.session
        return sum(spot(session, finding.path) == self._page for finding in self._desk.attention.shown)

    def rowCount(self, parent: "QModelIndex | QPersistentModelIndex" = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: "QModelIndex | QPersistentModelIndex") -> Qt.ItemFlag:
        """Headings can be read but not chosen."""
        heading = index.isValid() and self._lines[index.row()].finding is None
        return Qt.ItemFlag.NoItemFlags if heading else super().flags(index)

    def data(
        self, index: "QModelIndex | QPersistentModelIndex", role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(line)
            case _:
                return line if role == LINE else None

    def _told(self, line: Line) -> str:
        if line.finding is None:
            return line.text
        return f"{self._desk.say(SEVERITY[line.finding.severity])}: {line.text} {line.place}"

    def _sorted(self) -> Iterator[Line]:
        here: list[Line] = []
        elsewhere: list[Line] = []
        order = list(SEVERITY)
        for finding in sorted(self._desk.attention.shown, key=lambda each: order.index(each.severity)):
            on_page = spot(self._desk.session, finding.path) == self._page
            (here if on_page else elsewhere).append(Line(finding))
        if here:
            yield Line(None, phrase("On this page"))
            yield from here
        if elsewhere:
            yield Line(None, phrase("Elsewhere"))
            yield from elsewhere

    def _names(self) -> Names:
        return Names(self._desk.session.form, self._desk.session.answers)

    def _speak(self, lines: Sequence[Line], names: Names) -> None:
        for line in lines:
            if line.heading is not None:
                line.text = self._desk.say(line.heading)
            elif line.finding is not None:
                line.text = self._desk.say(line.finding.phrase)
                line.place = self._desk.say(self._where(names, line.finding.path))

    def _where(self, names: Names, path: Path) -> Phrase:
        """Where it is. On the page that is open its name need not be said."""
        way = steps(names, path)
        if not path or spot(self._desk.session, path) != self._page:
            return joined(way)
        partner, section = names.form.located(path)
        if partner and section == names.form.home(path[0]):
            return joined([way[0], *way[2:]])  # whose it is must be said on the page with all of them
        return joined(way[min(1 + bool(partner), len(way) - 1) :])


def _common(one: Sequence[Line], other: Sequence[Line]) -> int:
    """How many lines are the same from the beginning on."""
    n = 0
    for a, b in zip(one, other, strict=False):
        if not a.is_same(b):
            break
        n += 1
    return n
