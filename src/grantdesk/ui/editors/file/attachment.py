"""The editor of a question that is answered by files."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path as File

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from grantdesk.call.terms.node import Attachment
from grantdesk.model.path import Path
from grantdesk.model.tree import Patch
from grantdesk.rules.finding import Finding
from grantdesk.session import attaching
from grantdesk.session.attaching import Entry, Harvest, Taken
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.file.card import FileCard
from grantdesk.ui.editors.file.dropping import Dropping
from grantdesk.ui.editors.file.notice import Notice
from grantdesk.ui.editors.file.reading import Reading
from grantdesk.ui.editors.file.zone import Zone
from grantdesk.words.phrase import Phrase, phrase

Deed = Callable[[Entry], None]


class AttachmentEditor(Dropping):
    """A card for each file, and the place to add more. Files are read in the background; one that cannot be attached is
    refused, and a sentence tells why."""

    node: Attachment

    def __init__(self, desk: Desk, node: Attachment, path: Path) -> None:
        super().__init__(desk, node, path)
        self.cards: dict[str, FileCard] = {}
        self.zone, self.notice = Zone(desk, node), Notice(desk)
        self.reading = Reading(desk)
        self.reading.failed.connect(self._tell)
        self.zone.wanted.connect(self._choose_file)
        self._cards = QVBoxLayout()
        self._deeds: dict[str, Deed] = {
            "open": self._open,
            "copy": self._copy,
            "replace": self._choose_other,
            "remove": self._remove,
            "up": partial(self._shift, -1),
            "down": partial(self._shift, 1),
        }
        self._lay_out()
        self.refresh()

    def main(self) -> QWidget:
        """The button that adds; where nothing can be added, the first file."""
        if not self.desk.session.read_only:
            return self.zone.button
        return next((card.open for card in self.cards.values()), self)

    def refresh(self) -> None:
        """Shows the files that the session has, in their order; a card that stays keeps the focus."""
        found = attaching.entries(self.desk.session, self.path)
        for key in self.cards.keys() - {entry.key for entry in found}:
            self._forget(key)
        for place, entry in enumerate(found):
            card = self.cards.get(entry.key) or self._made(entry)
            card.show_entry(entry)
            if self._cards.indexOf(card) != place:
                self._cards.removeWidget(card)
                self._cards.insertWidget(place, card)
        self.cards = {entry.key: self.cards[entry.key] for entry in found}
        self.zone.show_count(len(found))
        self.counted.emit()

    def speak(self) -> None:
        """Says everything in the language of the window."""
        self.notice.speak()
        self.refresh()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows which files are meant."""
        wrong = {each.path[len(self.path)] for each in findings if len(each.path) > len(self.path)}
        for key, card in self.cards.items():
            card.mark(key in wrong)

    def reveal(self, path: Path) -> None:
        """Brings the focus to a file, or to where one is added."""
        card = self.cards.get(path[len(self.path)]) if len(path) > len(self.path) else None
        (card.more if card is not None else self.main()).setFocus()

    def light(self, is_over: bool) -> None:
        """Shows where files can be dropped."""
        self.zone.light(is_over)

    def take(self, files: Sequence[File]) -> None:
        """Reads files and adds them; where one file is asked and one is there, another takes its place."""
        if len(files) == self.node.most == len(self.cards) == 1:
            self._read(files, partial(self._put_in_place, next(iter(self.cards))))
        elif files:
            self._read(files, self._add)

    def _lay_out(self) -> None:
        px = self.desk.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._cards.setSpacing(px(8))
        column.addWidget(self.notice)
        column.addLayout(self._cards)
        column.addWidget(self.reading)
        column.addWidget(self.zone)
        self.zone.setVisible(not self.desk.session.read_only)

    def _made(self, entry: Entry) -> FileCard:
        card = self.cards[entry.key] = FileCard(self.desk, entry)
        card.chosen.connect(self._do)
        card.renamed.connect(self._rename)
        return card

    def _forget(self, key: str) -> None:
        """The focus goes on to where one can add."""
        card = self.cards.pop(key)
        if card.isAncestorOf(QApplication.focusWidget() or self):
            self.main().setFocus()
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _do(self, deed: str, key: str) -> None:
        card = self.cards.get(key)
        if card is not None:
            self.notice.show_said([])
            self._deeds[deed](card.entry)

    def _choose_file(self) -> None:
        file = self.desk.ask.file_to_open("attachment", self.node.formats)
        if file is not None:
            self.take([file])

    def _choose_other(self, entry: Entry) -> None:
        file = self.desk.ask.file_to_open("attachment", self.node.formats)
        if file is not None:
            self._read([file], partial(self._put_in_place, entry.key))

    def _read(self, files: Sequence[File], then: Callable[[Harvest], None]) -> None:
        self.notice.show_said([])
        self.reading.start(len(files), partial(attaching.read, list(files), self.node), then)

    def _add(self, harvest: Harvest) -> None:
        new: dict[str, Taken] = {}
        refused = list(harvest.refused)
        for file in harvest.taken:
            if file.content.sha256 in new or not attaching.is_new(self.desk.session, self.path, file):
                refused.append(phrase("“{file}” is among these files already.", file=file.name))
            else:
                new[file.content.sha256] = file
        if new:
            patch = attaching.added(self.desk.session, self.path, list(new.values()))
            self._edit(patch, phrase("Add a file to “{field}”", field=self.node.label))
        self.notice.show_said(refused)

    def _put_in_place(self, key: str, harvest: Harvest) -> None:
        if harvest.taken and key in self.cards:
            said = phrase("Replace “{file}”", file=self.cards[key].entry.name)
            self._edit(attaching.replaced(self.desk.session, self.path, key, harvest.taken[0]), said)
        self.notice.show_said(harvest.refused)

    def _open(self, entry: Entry) -> None:
        def opened(file: File) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
                self._tell(phrase("No program opened “{file}”. Save a copy and open that.", file=entry.name))

        self.reading.start(1, partial(attaching.laid_out, entry), opened)

    def _copy(self, entry: Entry) -> None:
        target = self.desk.ask.file_to_save("attachment", File(entry.name))
        if target is not None:
            self.reading.start(1, partial(attaching.copy, entry, target), lambda _: None)

    def _remove(self, entry: Entry) -> None:
        self._edit({(*self.path, entry.key): None}, phrase("Remove “{file}”", file=entry.name))

    def _shift(self, by: int, entry: Entry) -> None:
        patch = attaching.shifted(self.desk.session, self.path, entry.key, by)
        if patch:
            self._edit(patch, phrase("Move “{file}”", file=entry.name))
            self.cards[entry.key].more.setFocus()

    def _rename(self, key: str, stem: str) -> None:
        old = self.cards[key].entry.name
        name = attaching.renamed(old, stem)
        self._edit({(*self.path, key, "name"): name}, phrase("Rename “{file}”", file=old))

    def _edit(self, patch: Patch, said: Phrase) -> None:
        self.desk.session.edit(patch, said, self.path)

    def _tell(self, said: Phrase) -> None:
        self.notice.show_said([said])
