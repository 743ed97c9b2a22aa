"""One file as a card: what it is, and what can be done with it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from grantdesk.session.attaching import Entry, format_of
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.file.naming import Naming
from grantdesk.ui.look.wear import wear
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.menu import underline
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Bytes, Phrase, phrase

DEEDS: dict[str, Phrase] = {
    "rename": phrase("Rename"),
    "replace": phrase("Replace"),
    "copy": phrase("Save a copy"),
    "up": phrase("Move up"),
    "down": phrase("Move down"),
    "remove": phrase("Remove"),
}
KEYS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "rename",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
}
PRESSED = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
"""A key is asked for before the window takes it for itself, and then pressed."""
SHORTCUTS = {"remove": "Del", "rename": "F2", "up": "Alt+Up", "down": "Alt+Down"}
CHANGING = frozenset(("rename", "replace", "up", "down", "remove"))
GONE = phrase("The file itself is missing. Replace it, or remove it.")


class FileCard(QFrame):
    """Signals: `chosen(deed, key)` with "open" or one of DEEDS and the id of the file; `renamed(key, stem)`."""

    chosen = Signal(str, str)
    renamed = Signal(str, str)

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__()
        self._desk, self.entry = desk, entry
        self._is_wrong = False
        self._picture = Picture(desk, "file-text", "mute", 22)
        self.name = Label(desk, entry.name, "label")
        self.naming = Naming(entry.name)
        self.facts = Label(desk, "", "mute")
        self.open = Tool(desk, phrase("Open “{file}”", file=entry.name), "external-link", named=False)
        self.remove = Tool(desk, phrase("Remove “{file}”", file=entry.name), "trash-2", named=False)
        self.more = Tool(desk, phrase("More for “{file}”", file=entry.name), "ellipsis", named=False)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self._lay_out()
        self._connect()
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Shows the file as it is now."""
        self.entry = entry
        self.name.show_said(entry.name)
        self.open.show_said(phrase("Open “{file}”", file=entry.name))
        self.remove.show_said(phrase("Remove “{file}”", file=entry.name))
        self.more.show_said(phrase("More for “{file}”", file=entry.name))
        self.open.setEnabled(entry.content is not None)
        self.facts.use("mute" if entry.content is not None else "message")
        self.facts.show_said(self._facts())
        self.remove.setVisible(not self._desk.session.read_only)
        self._paint()

    def mark(self, is_wrong: bool) -> None:
        """Shows that something is wrong with the file."""
        self._is_wrong = is_wrong
        self._paint()

    def start_naming(self) -> None:
        """Lets the person give it another name."""
        if not self._desk.session.read_only:
            self.name.hide()
            self.naming.begin(self.entry.name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del, F2, Alt with an arrow, before a button takes the arrow for itself."""
        if event.type() not in PRESSED or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = KEYS.get((Qt.Key(event.key()), modifiers))
        if deed is None or self._desk.session.read_only:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress:
            self._choose(deed)
        event.accept()
        return True

    def _facts(self) -> Phrase:
        if self.entry.content is None:
            return GONE
        kind = format_of(self.entry.name).upper()
        return phrase("{format} · {size}", format=kind or "?", size=Bytes(self.entry.size))

    def _lay_out(self) -> None:
        px = self._desk.look.px
        row, words = QHBoxLayout(self), QVBoxLayout()
        row.setContentsMargins(px(12), px(8), px(8), px(8))
        row.setSpacing(px(12))
        words.setSpacing(0)
        for widget in (self.name, self.naming, self.facts):
            words.addWidget(widget)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        for tool in (self.open, self.remove, self.more):
            row.addWidget(tool)

    def _connect(self) -> None:
        for tool in (self.open, self.remove, self.more):
            tool.installEventFilter(self)
        self.open.clicked.connect(partial(self._choose, "open"))
        self.remove.clicked.connect(partial(self._choose, "remove"))
        self.more.menu().aboutToShow.connect(self._fill)
        self.naming.ended.connect(self._name)

    def _fill(self) -> None:
        """The menu, in the language of the moment."""
        menu = self.more.menu()
        menu.clear()
        for deed, said in DEEDS.items():
            if deed in CHANGING and self._desk.session.read_only:
                continue
            action = menu.addAction(self._desk.say(said))
            action.triggered.connect(partial(self._choose, deed))
            action.setEnabled(deed != "copy" or self.entry.content is not None)
            if deed in SHORTCUTS:
                action.setShortcut(SHORTCUTS[deed])
                action.setShortcutVisibleInContextMenu(True)
        underline(menu)

    def _choose(self, deed: str, *_: object) -> None:
        if deed == "rename":
            self.start_naming()
        else:
            self.chosen.emit(deed, self.entry.key)

    def _name(self, stem: str) -> None:
        self.name.show()
        self.more.setFocus()
        if stem:
            self.renamed.emit(self.entry.key, stem)

    def _paint(self) -> None:
        wrong = self._is_wrong or self.entry.content is None
        role = "card-error" if wrong else "card"
        self._picture.draw("file-text" if not wrong else "circle-alert", "mute" if not wrong else "error")
        wear(self, "role", role)
