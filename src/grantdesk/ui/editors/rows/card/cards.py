"""The rows of a wide table as cards, one below the other; one of them is open and has its fields."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import TableNode
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.card.asked import name, questions, tally
from grantdesk.ui.editors.rows.card.card import RowCard, Summary, movable
from grantdesk.ui.editors.rows.card.fields import Fields
from grantdesk.ui.editors.rows.deed.deeds import Deeds
from grantdesk.ui.editors.rows.deed.deeds import told as lost
from grantdesk.ui.editors.rows.deed.empty import Empty
from grantdesk.ui.editors.rows.deed.gone import Gone
from grantdesk.ui.editors.rows.listing import entity_of
from grantdesk.ui.field.chain import chain
from grantdesk.ui.field.editor import Make
from grantdesk.ui.piece.button import Button
from grantdesk.words.phrase import Phrase, counted, phrase


class Cards(QWidget):
    """A table as cards. Only the open card has fields."""

    def __init__(self, desk: Desk, node: TableNode, path: Path, make: Make) -> None:
        super().__init__()
        self._desk, self._node, self._path, self._make = desk, node, path, make
        self._entity = entity_of(desk.session.form, path)
        self._table = desk.session.form.call.tables[node.table]
        self.deeds = Deeds(desk.session, path, node.label)
        self.gone = Gone(desk)
        self.empty = Empty(desk, phrase("Nothing here yet."), self._first())
        self.add = Button(desk, phrase("Add a row"), "plus")
        self.cards: dict[str, RowCard] = {}
        self.opened = ""
        self.fields: Fields | None = None
        self._findings: Sequence[Finding] = ()
        self._lay_out()
        desk.session.changed.connect(self._follow)
        self.refresh()

    def main(self) -> QWidget:
        """The head of the open card or of the first, or the button that makes one."""
        if not self.cards:
            return self.empty.first
        return self.cards.get(self.opened, next(iter(self.cards.values()))).head

    def refresh(self) -> None:
        """Shows the rows that the session has."""
        rows = ordered(at(self._desk.session.answers, self._path))
        self._match([key for key, _ in rows])
        self._summarize()
        if self.fields is not None:
            asked = questions(self._dossier, self._entity, (*self._path, self.opened))
            if self.fields.ask(asked):
                chain(self)

    def draw(self) -> None:
        """Language, look or size of text are others."""
        self._summarize()
        if self.fields is not None:
            self.fields.speak()
            self.fields.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows on which cards something is wrong."""
        self._findings = findings
        self._summarize()
        if self.fields is not None:
            self.fields.show_findings()

    def reveal(self, path: Path) -> None:
        """Opens the card of a place and goes to its field."""
        key = path[len(self._path)] if len(path) > len(self._path) else ""
        if key in self.cards:
            self.open(key)
            if self.fields is not None:
                self.fields.reveal(path)
        else:
            self.main().setFocus()

    def open(self, key: str) -> None:
        """Opens a card and closes the other; the empty key closes all."""
        if key == self.opened:
            return
        self._close()
        card = self.cards.get(key)
        if card is None:
            return
        self.opened = key
        self.fields = Fields(self._desk, self._make)
        self.fields.ask(questions(self._dossier, self._entity, card.place))
        card.body.addWidget(self.fields)
        card.open(True)
        self.fields.show_findings()
        chain(self)

    @property
    def _dossier(self) -> Dossier:
        return self._desk.session.dossier(self._desk.speech.language)

    def _first(self) -> Phrase:
        if self._table.prefix is not None:
            return phrase("Add {name}", name=self._named(1))
        return phrase("Add the first row")

    def _named(self, n: int) -> Phrase:
        return plain("{prefix}{n}", prefix=self._table.prefix or "", n=str(n))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._desk.look.px(6))
        self._list = QVBoxLayout()
        self._list.setSpacing(self._desk.look.px(6))
        self._column.addWidget(self.gone)
        self._column.addWidget(self.empty)
        self._column.addLayout(self._list)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.empty.begun.connect(self._begin)
        self.add.clicked.connect(self._begin)

    def _match(self, keys: list[str]) -> None:
        """One card a row, in their order; those that stay are the same as before."""
        other = keys != list(self.cards)
        for key in [key for key in self.cards if key not in keys]:
            if key == self.opened:
                self._close()
            card = self.cards.pop(key)
            card.hide()
            card.deleteLater()
        for place, key in enumerate(keys):
            if key not in self.cards:
                self.cards[key] = self._card(key)
            if self._list.indexOf(self.cards[key]) != place:
                self._list.insertWidget(place, self.cards[key])
        self.cards = {key: self.cards[key] for key in keys}
        may = not self._desk.session.read_only
        self.empty.setVisible(not keys and may)
        self.add.setVisible(bool(keys) and may)
        self.add.setEnabled(len(keys) < self._table.most)
        if self._table.prefix is not None:
            self.add.show_said(phrase("Add {name}", name=self._named(len(keys) + 1)))
        if other:
            chain(self)

    def _card(self, key: str) -> RowCard:
        card = RowCard(self._desk, key, (*self._path, key))
        card.toggled.connect(self._toggle)
        card.wanted.connect(self._do)
        return card

    def _summarize(self) -> None:
        dossier, keys = self._dossier, list(self.cards)
        may, room = not self._desk.session.read_only, len(keys) < self._table.most
        for key, card in self.cards.items():
            asked = questions(dossier, self._entity, card.place)
            far = tally(asked, self._findings, card.place)
            card.show_summary(Summary(name(dossier, self._node, card.place), far))
            card.allow({**movable(keys, key), "duplicate": room} if may else {})

    def _follow(self, paths: frozenset[Path]) -> None:
        if self.fields is not None:
            self.fields.follow(paths)

    def _close(self) -> None:
        if self.opened in self.cards:
            self.cards[self.opened].open(False)
        self.opened = ""
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
            self.fields = None

    def _toggle(self, key: str) -> None:
        self.open("" if key == self.opened else key)

    def _begin(self) -> None:
        """Adds a row and goes to its first field."""
        key = self.deeds.add()
        self.refresh()
        self.reveal((*self._path, key))

    def _do(self, key: str, deed: str) -> None:
        if deed == "duplicate":
            new = self.deeds.duplicate([key])[0]
            self.refresh()
            self.reveal((*self._path, new))
        elif deed == "delete":
            referring = self.deeds.remove([key])
            self.gone.tell(counted("{n} row was deleted.", "{n} rows were deleted.", n=1), lost(referring))
            self.refresh()
            self.main().setFocus()
        else:
            self.deeds.shift([key], -1 if deed == "up" else 1)
            self.refresh()
            self.cards[key].tools[deed].setFocus()
