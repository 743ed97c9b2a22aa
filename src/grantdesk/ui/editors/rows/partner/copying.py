"""Takes a partner over from another file: asks for the file, reads it, asks which partner, does it in one step."""

from pathlib import Path as File

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.call.terms.node import Partners
from grantdesk.outline.fact.answer import plain
from grantdesk.session.partner import Elsewhere, Part, changed, copied, elsewhere, returned, returning
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.deed.deeds import Deeds
from grantdesk.ui.editors.rows.partner.source import Source
from grantdesk.words.phrase import Phrase, Texts, phrase
from grantdesk.words.trouble import Trouble


class Copying(QWidget):
    """Room for the question which partner. Signals: `done(key, said, detail)` after one was taken over: what was done,
    and what stayed behind, None if nothing did; `stopped` when the person would rather take none."""

    done = Signal(str, object, object)
    stopped = Signal()

    def __init__(self, desk: Desk, node: Partners, deeds: Deeds) -> None:
        super().__init__()
        self._desk, self._node, self._deeds = desk, node, deeds
        self._from: Elsewhere | None = None
        self._file = File()
        self.source: Source | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def ask(self) -> None:
        """Asks for the file, and reads it in the background."""
        file = self._desk.ask.file_to_open("application")
        if file is not None:
            self._drop()
            self._file = file
            self._desk.work.start(lambda: elsewhere(file), self._show, self._fail)

    def _show(self, found: Elsewhere) -> None:
        if not found.partners:
            self._desk.ask.tell(
                phrase("The application in “{file}” has no partners to copy.", file=self._file.name)
            )
            return
        known, new = returning(self._desk.session, found), changed(self._desk.session, found)
        offered = {key: name for key, name in found.partners.items() if key in new or key not in known}
        if not offered:
            self._desk.ask.tell(
                phrase("The partners in “{file}” are as they are here.", file=self._file.name)
            )
            return
        self._from = found
        self.source = Source(self._desk, self._file.name, offered, new)
        self.source.chosen.connect(self._copy)
        self.source.dropped.connect(self._stop)
        self._column.addWidget(self.source)
        self.show()
        next(iter(self.source.buttons.values())).setFocus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self._desk.ask.tell(error.phrase)

    def _copy(self, key: str) -> None:
        session, source = self._desk.session, self._from
        self._drop()
        if source is None:
            return
        name = plain("{name}", name=source.partners[key])
        try:
            if key in returning(session, source):
                self._update(key, returned(session, source, key), name)
            else:
                self._add(copied(session.form, session.answers, source, key), name)
        except Trouble as trouble:
            self._desk.ask.tell(trouble.phrase)

    def _add(self, part: Part, name: Phrase) -> None:
        self._hold(part)
        new = self._deeds.add(part.row, said=phrase("Copy partner “{name}”", name=name))
        self.done.emit(new, phrase("“{name}” was copied.", name=name), _left(part))

    def _update(self, key: str, part: Part, name: Phrase) -> None:
        path = self._node.id, key
        self._hold(part)
        self._desk.session.edit({path: part.row}, phrase("Update partner “{name}”", name=name), path)
        self.done.emit(key, phrase("“{name}” is now as in the file.", name=name), None)

    def _hold(self, part: Part) -> None:
        for content in part.contents:
            self._desk.session.hold(content)

    def _stop(self) -> None:
        self._drop()
        self.stopped.emit()

    def _drop(self) -> None:
        if self.source is not None:
            self.source.hide()
            self.source.deleteLater()
            self.source = None
        self.hide()


def _left(part: Part) -> Phrase | None:
    """What stayed behind."""
    dropped = phrase("This call does not ask, or asks otherwise: {fields}.", fields=_named(part.dropped))
    loose = phrase(
        "To be chosen anew, for it refers to rows of the other file: {fields}.", fields=_named(part.loose)
    )
    if part.dropped and part.loose:
        return plain("{dropped} {loose}", dropped=dropped, loose=loose)
    return dropped if part.dropped else loose if part.loose else None


def _named(labels: tuple[Texts, ...]) -> tuple[Texts, ...]:
    return tuple(dict.fromkeys(labels))
