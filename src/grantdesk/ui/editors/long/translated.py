"""What a text in several languages has beside it: the text in another language, and a word when that has changed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from grantdesk.model.path import Path
from grantdesk.model.tree import at
from grantdesk.session import translation
from grantdesk.session.translation import Family, Stretch, changes
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.long.changed import Changed
from grantdesk.ui.piece.banner import Action, Banner
from grantdesk.ui.piece.button import Button
from grantdesk.words.phrase import Phrase, phrase

OPEN: Mapping[str, Phrase] = {
    "fi": phrase("Show the Finnish text beside this"),
    "sv": phrase("Show the Swedish text beside this"),
    "en": phrase("Show the English text beside this"),
}
CLOSE: Mapping[str, Phrase] = {
    "fi": phrase("Hide the Finnish text"),
    "sv": phrase("Hide the Swedish text"),
    "en": phrase("Hide the English text"),
}
STALE: Mapping[str, Phrase] = {
    "fi": phrase("The Finnish text has changed since this was written."),
    "sv": phrase("The Swedish text has changed since this was written."),
    "en": phrase("The English text has changed since this was written."),
}
DEEDS = (Action("show", phrase("Show what changed")), Action("hold", phrase("It still holds")))
GONE = phrase("The earlier text is no longer at hand. Compare the two texts beside each other.")


class Translated(QWidget):
    """A button that opens the other text, and a message when the source of a translation has changed. Without
    `opens` the message alone: of one line, the other text stands on the page anyway.

    Signals: `opened(bool)` when the other text shall be seen, or not any more.
    """

    opened = Signal(bool)

    def __init__(self, desk: Desk, path: Path, family: Family, opens: bool = True) -> None:
        super().__init__()
        self._desk, self._path, self._family, self._opens = desk, path, family, opens
        self._banner: Banner | None = None
        self.changed: Changed | None = None
        self.other = family.others(path[-1])[0]
        self._language = family.language(self.other)
        self.button = Button(desk, OPEN[self._language], "languages", "quiet")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    @property
    def text(self) -> str:
        """The other text."""
        text = at(self._desk.session.answers, (*self._path[:-1], self.other))
        return text if isinstance(text, str) else ""

    @property
    def is_stale(self) -> bool:
        """Has the source changed since this was written?"""
        session = self._desk.session
        return not session.read_only and translation.is_stale(session.form, session.answers, self._path)

    def refresh(self) -> None:
        """Shows what is of use now."""
        self.button.setVisible(self._opens and (bool(self.text) or self.button.isChecked()))
        is_stale = self.is_stale
        if is_stale and self._banner is None:
            self._banner = self._made()
        if self._banner is not None:
            self._banner.setVisible(is_stale)
        if not is_stale and self.changed is not None:
            self.changed.hide()

    def speak(self) -> None:
        """Says what is not said by itself."""
        if self.changed is not None:
            self.changed.speak()

    def draw(self) -> None:
        """Takes the colours of the look."""
        if self.changed is not None:
            self.changed.draw()

    def show_changes(self) -> None:
        """Looks for the source as it was, which may take a while, and shows what is different now."""
        desk = self._desk
        find, now = translation.earlier(desk.session, self._path), self.text
        desk.work.start(lambda: _found(find, now), self._show, self._fail)

    def hold(self) -> None:
        """The translation is one of the source as it is now."""
        session = self._desk.session
        node = session.form.node(self._path)
        if node is not None:
            said = phrase("Keep “{field}” as it is", field=node.label)
            session.edit(translation.holding(session.form, session.answers, self._path), said, self._path)

    def _made(self) -> Banner:
        banner = Banner(self._desk, STALE[self._language], tone="warning")
        banner.offer(DEEDS)
        banner.chosen.connect(self._choose)
        self._column.addWidget(banner)
        return banner

    def _choose(self, deed: str) -> None:
        if deed == "hold":
            self.hold()
        elif self.changed is not None and self.changed.isVisible():
            self.changed.hide()
        else:
            self.show_changes()

    def _show(self, found: list[Stretch] | None) -> None:
        """Under the message; where nobody has the earlier text, both texts as they are."""
        if not isValid(self) or self._banner is None:
            return
        if found is None:
            self._banner.detail.show_said(GONE)
            self._banner.detail.show()
            self.button.setChecked(self._opens)
            return
        if self.changed is None:
            self.changed = Changed(self._desk)
            self._banner.add(self.changed)
        self.changed.show_changes(found)
        self.changed.show()

    def _fail(self, error: Exception) -> None:
        self._show(None)

    def _toggle(self, is_open: bool) -> None:
        self.button.show_said((CLOSE if is_open else OPEN)[self._language])
        self.opened.emit(is_open)
        self.refresh()


def _found(find: Callable[[], str | None], now: str) -> list[Stretch] | None:
    old = find()
    return None if old is None else changes(old, now)
