"""The pages as a tree: the sections, and each partner's part beneath the section with the partners."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.name import Names
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.look.tip import tip
from grantdesk.ui.panel.mark import Mark, standing
from grantdesk.words.phrase import phrase

Index: TypeAlias = "QModelIndex | QPersistentModelIndex"
NOWHERE = QModelIndex()
ITEM = int(Qt.ItemDataRole.UserRole)


@dataclass(slots=True, eq=False)
class Item:
    """A page, or a partner's part (`spot` None) with its pages beneath it."""

    spot: Spot | None = None
    partner: str = ""
    parent: "Item | None" = None
    row: int = 0
    id: int = 0
    number: str = ""
    title: str = ""
    mark: Mark = field(default_factory=lambda: Mark("not_started"))
    children: "list[Item]" = field(default_factory=list)


class Contents(QAbstractItemModel):
    """The tree of pages. What is shown of a page is its Item, under the role ITEM; after an edit only the rows that
    say something else are told to have changed."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: list[Spot] = []
        self._items = [Item()]
        self._sections: dict[str, str] = {}
        self.share = 0
        self.refresh()
        desk.session.changed.connect(self.refresh)
        desk.attention.turned.connect(self.refresh)
        desk.speech.changed.connect(self._speak)

    def refresh(self) -> None:
        """Reads everything anew, and tells what has become different."""
        pages = spots(self._desk.session)
        if pages != self._pages:
            self.beginResetModel()
            self._pages = pages
            self._items = _grown(pages)
            self._fill()
            self.endResetModel()
        else:
            for item in self._fill():
                index = self._index_of(item)
                self.dataChanged.emit(index, index)

    def find(self, page: Spot) -> QModelIndex:
        """Where a page stands; no index for one that is not asked now."""
        found = next((item for item in self._items[1:] if item.spot == page), None)
        return self._index_of(found) if found else QModelIndex()

    def part(self, partner: str) -> QModelIndex:
        """Where the part of a partner stands; no index for one that is not there."""
        found = next((i for i in self._items[1:] if i.spot is None and i.partner == partner), None)
        return self._index_of(found) if found else QModelIndex()

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        item = self._item(parent)
        if column == 0 and 0 <= row < len(item.children):
            return self.createIndex(row, column, item.children[row].id)
        return QModelIndex()

    def parent(self, index: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        above = self._item(index).parent
        return self._index_of(above) if above else QModelIndex()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._item(parent).children) if parent.column() <= 0 else 0

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid():
            return None
        item = self._item(index)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._told(item)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._told(item))
            case _:
                return item if role == ITEM else None

    def _told(self, item: Item) -> str:
        """All of a row in one line, as a screen reader says it."""
        title = f"{item.number} {item.title}" if item.number else item.title
        return title if item.spot == CHECK else f"{title}, {self._desk.say(item.mark.said)}"

    def _item(self, index: Index) -> Item:
        return self._items[index.internalId()] if index.isValid() else self._items[0]

    def _index_of(self, item: Item) -> QModelIndex:
        return self.createIndex(item.row, 0, item.id) if item.id else QModelIndex()

    def _fill(self) -> list[Item]:
        """Says the titles and marks of all items. Those that are different now."""
        stand = standing(self._desk.session, self._desk.attention)
        self.share = stand.share
        titles, different = self._titles(), []
        for item in self._items[1:]:
            title = titles[item.partner if item.spot is None else item.spot.section]
            mark = stand.pages[item.spot] if item.spot else stand.parts[item.partner]
            number = str(item.row + 1) if item.parent is self._items[0] else ""
            if (title, mark, number) != (item.title, item.mark, item.number):
                item.title, item.mark, item.number = title, mark, number
                different.append(item)
        return different

    def _titles(self) -> dict[str, str]:
        """What the pages are called, by their sections, and the parts, by their partners."""
        desk, form = self._desk, self._desk.session.form
        if not self._sections:
            self._sections = {key: desk.say(section.title) for key, section in form.sections.items()}
            self._sections[CHECK.section] = desk.say(phrase("Check and export"))
        if form.partners is None:
            return self._sections
        names = Names(form, desk.session.answers).of(form.partners.id)
        return {
            **self._sections,
            **{key: desk.say(plain("{it}", it=each.full)) for key, each in names.items()},
        }

    def _speak(self) -> None:
        self._sections = {}
        self.refresh()


def _grown(pages: list[Spot]) -> list[Item]:
    """The items of the pages; the first is the root, above all others."""
    items = [Item()]

    def add(above: Item, spot: Spot | None, partner: str) -> Item:
        items.append(Item(spot, partner, above, len(above.children), len(items)))
        above.children.append(items[-1])
        return items[-1]

    home = part = items[0]
    for page in pages:
        if not page.partner:
            home = add(items[0], page, "")
        else:
            if part.partner != page.partner:
                part = add(home, None, page.partner)
            add(part, page, page.partner)
    return items
