"""Who takes part: a card for each partner, in their order; exactly one of them leads."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Partners
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.finding import Finding
from grantdesk.session.rows import begun, following, led
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import start_of_part
from grantdesk.ui.editors.rows.card.asked import questions
from grantdesk.ui.editors.rows.card.fields import Fields
from grantdesk.ui.editors.rows.deed.deeds import Deeds
from grantdesk.ui.editors.rows.deed.deeds import told as lost
from grantdesk.ui.editors.rows.deed.empty import Empty
from grantdesk.ui.editors.rows.deed.gone import Gone
from grantdesk.ui.editors.rows.listing import entity_of
from grantdesk.ui.editors.rows.partner.copying import Copying
from grantdesk.ui.editors.rows.partner.member import Member
from grantdesk.ui.editors.rows.partner.told import told
from grantdesk.ui.field.chain import chain
from grantdesk.ui.field.editor import Editor, Make
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.words.phrase import Phrase, counted, phrase


class PartnersEditor(Editor):
    """Edits the partners: {row id: {pos, column: answer, and the part}}. It leads to the part of each."""

    def __init__(self, desk: Desk, node: Partners, path: Path, make: Make) -> None:
        super().__init__(desk, node, path)
        self._partners, self._make = node, make
        self._table = desk.session.form.call.tables[node.table]
        self._entity = entity_of(desk.session.form, path)
        self.deeds = Deeds(desk.session, path, node.label)
        self.gone, self.copying = Gone(desk), Copying(desk, node, self.deeds)
        self.empty = Empty(
            desk,
            phrase("Who takes part? Begin with the organisation that leads."),
            phrase("Add the first partner"),
            phrase("Copy from another file …"),
        )
        self.add = Button(desk, phrase("Add a partner"), "plus")
        self.copy = Button(desk, phrase("Copy from another file …"), "copy", "quiet")
        self.members: dict[str, Member] = {}
        self.edited = ""
        self.fields: Fields | None = None
        self._lay_out()
        self._connect()
        self.refresh()

    def main(self) -> QWidget:
        """What can be done with the first partner, or the button that makes one."""
        return next(iter(self.members.values())).open if self.members else self.empty.first

    def concerns(self, path: Path) -> bool:
        """Nearly every answer may change how far a part is and what it costs."""
        return True

    def refresh(self) -> None:
        """Shows the partners that the session has."""
        self._match([key for key, _ in ordered(self.answer)])
        self._tell()
        if self.fields is not None:
            asked = questions(self._dossier, self._entity, (*self.path, self.edited))
            if self.fields.ask(asked):
                chain(self)

    def speak(self) -> None:
        """Says everything anew in the language of the window."""
        for member in self.members.values():
            member.speak()
        self._tell()
        if self.fields is not None:
            self.fields.speak()

    def draw(self) -> None:
        """Takes colours and sizes anew."""
        if self.fields is not None:
            self.fields.draw()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows what is wrong in the fields of the card that is edited, and on which cards something is."""
        wrong = {
            finding.path[1] for finding in findings if finding.severity == "error" and len(finding.path) > 1
        }
        for key, member in self.members.items():
            wear(member, "role", "card-error" if key in wrong else "card")
        if self.fields is not None:
            self.fields.show_findings()

    def reveal(self, path: Path) -> None:
        """Goes to a partner, and to the field of a place in its card."""
        key = path[1] if len(path) > 1 else ""
        if key not in self.members:
            self.main().setFocus()
        elif len(path) == 2:
            self.members[key].open.setFocus()
        else:
            self.edit(key)
            if self.fields is not None:
                self.fields.reveal(path)

    def counter(self) -> str:
        """How many there are."""
        n, most = len(self.members), self._table.most
        there = counted("{n} partner", "{n} partners", n=n)
        return self.desk.say(phrase("{rows}; at most {most}", rows=there, most=most))

    def edit(self, key: str) -> None:
        """Opens the fields of a card, and closes the other; the empty key closes all."""
        if key == self.edited:
            return
        self._close()
        if key in self.members:
            member = self.members[key]
            self.edited = key
            self.fields = Fields(self.desk, self._make)
            self.fields.ask(questions(self._dossier, self._entity, member.place))
            member.body.addWidget(self.fields)
            self.fields.show_findings()
            chain(self)
        self._tell()

    @property
    def _dossier(self) -> Dossier:
        return self.desk.session.dossier(self.desk.speech.language)

    def _lay_out(self) -> None:
        px = self.desk.look.px
        self._column, self._list, buttons = QVBoxLayout(self), QVBoxLayout(), Flow()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._list.setSpacing(px(8))
        for part in (self.gone, self.empty):
            self._column.addWidget(part)
        self._column.addLayout(self._list)
        self._column.addWidget(self.copying)
        buttons.setSpacing(px(8))
        buttons.addWidget(self.add)
        buttons.addWidget(self.copy)
        self._column.addLayout(buttons)

    def _connect(self) -> None:
        self.add.clicked.connect(self._begin)
        self.empty.begun.connect(self._begin)
        self.copy.clicked.connect(self.copying.ask)
        self.empty.other.connect(self.copying.ask)
        self.copying.done.connect(self._tell_copied)
        self.copying.stopped.connect(self._return)
        self.desk.session.changed.connect(self._pass_on)

    def _match(self, keys: list[str]) -> None:
        """One card a partner, in their order; those that stay are the same as before."""
        grown = keys != list(self.members)
        for key in [key for key in self.members if key not in keys]:
            if key == self.edited:
                self._close()
            member = self.members.pop(key)
            member.hide()
            member.deleteLater()
        for place, key in enumerate(keys):
            if key not in self.members:
                self.members[key] = Member(self.desk, key, (*self.path, key))
                self.members[key].wanted.connect(self._do)
            if self._list.indexOf(self.members[key]) != place:
                self._list.insertWidget(place, self.members[key])
        self.members = {key: self.members[key] for key in keys}
        may = not self.desk.session.read_only
        self.empty.setVisible(not keys and may)
        for button in (self.add, self.copy):
            button.setVisible(bool(keys) and may)
            button.setEnabled(len(keys) < self._table.most)
        if grown:
            chain(self)
            self.counted.emit()

    def _tell(self) -> None:
        dossier, keys, may = self._dossier, list(self.members), not self.desk.session.read_only
        for key, member in self.members.items():
            can = {
                "lead": may,
                "edit": may,
                "up": may and key != keys[0],
                "down": may and key != keys[-1],
                "duplicate": may and len(keys) < self._table.most,
                "remove": may,
            }
            member.show_told(told(dossier, self._partners, key), can, key == self.edited)

    def _pass_on(self, paths: frozenset[Path]) -> None:
        if self.fields is not None:
            self.fields.follow(paths)

    def _close(self) -> None:
        self.edited = ""
        if self.fields is not None:
            self.fields.hide()
            self.fields.deleteLater()
            self.fields = None

    def _begin(self) -> None:
        """Adds a partner and goes to its name; the first one leads."""
        session = self.desk.session
        key = self.deeds.add(begun(session.form, session.answers), phrase("Add a partner"))
        self.refresh()
        self.edit(key)
        if self.fields is not None:
            self.fields.reveal((*self.path, key))

    def _do(self, key: str, deed: str) -> None:
        if deed == "open":
            self.wanted.emit(start_of_part(self.desk.session, key))
        elif deed == "edit":
            self.edit("" if key == self.edited else key)
            if self.fields is not None:
                self.fields.reveal((*self.path, key))
        elif deed == "lead":
            self._lead(key)
        elif deed == "duplicate":
            self._duplicate(key)
        elif deed == "remove":
            self._remove(key)
        else:
            self.deeds.shift([key], -1 if deed == "up" else 1)
            self.members[key].more.setFocus()

    def _lead(self, key: str) -> None:
        """This one leads from now on, and nobody else."""
        session = self.desk.session
        patch = led(session.form, session.answers, key)
        said = phrase("Make “{name}” lead", name=self._name(key))
        session.edit(patch, said, (*self.path, key))
        self.gone.tell(phrase("“{name}” leads now.", name=self._name(key)))
        self.members[key].open.setFocus()

    def _duplicate(self, key: str) -> None:
        """A copy of a lead does not lead."""
        row = following(self.desk.session.form, dict(ordered(self.answer))[key])
        new = self.deeds.add(row, phrase("Duplicate partner “{name}”", name=self._name(key)))
        self.refresh()
        self.edit(new)
        self.reveal((*self.path, new, self._table.columns[0].id))

    def _remove(self, key: str) -> None:
        """Without asking: undoing is one press away."""
        name, had = self._name(key), self.members[key].told
        referring = self.deeds.remove([key], phrase("Remove partner “{name}”", name=name))
        leaderless = had is not None and had.leads and bool(self.members)
        self.gone.tell(
            phrase("“{name}” and its part were removed.", name=name), _left_behind(leaderless, referring)
        )
        self.main().setFocus()

    def _return(self) -> None:
        (self.copy if self.members else self.empty.second).setFocus()

    def _tell_copied(self, key: str, said: Phrase, left: Phrase | None) -> None:
        self.refresh()
        self.gone.tell(said, left)
        self.members[key].open.setFocus()

    def _name(self, key: str) -> Phrase:
        names = self._dossier.names.of(self._partners.id)
        return plain("{name}", name=names[key].full if key in names else key)


def _left_behind(leaderless: bool, referring: int) -> Phrase | None:
    """What is to be seen to after a partner was removed; nothing if all is well."""
    said = [phrase("There is no lead partner now: choose one.")] if leaderless else []
    said += [each for each in [lost(referring)] if each is not None]
    parts = {f"s{n}": each for n, each in enumerate(said)}
    return plain(" ".join(f"{{{name}}}" for name in parts), **parts) if said else None
