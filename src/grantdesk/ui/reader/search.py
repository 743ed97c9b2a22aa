"""Finds words in the document that is read: how many there are, and from one to the next."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

Key = QKeySequence.StandardKey


class Searched(Protocol):
    """What words are looked for in."""

    def find_all(self, words: str, /) -> int:
        """Marks all places where the words stand; how many there are."""
        ...

    def nearest(self) -> int:
        """The number of the place that one would go to first."""
        ...

    def show_found(self, n: int, /) -> None:
        """Brings the n-th place into sight."""
        ...

    def selected(self) -> str:
        """The text that a person has marked."""
        ...

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        """Takes the focus back."""
        ...


class Search(QFrame):
    """A bar below a page. Esc closes it; the keys that open it and go on are for whoever it stands in to pass on.

    Signals: `moved(n, all)` when another of the found places is shown; (0, 0) for none.
    """

    moved = Signal(int, int)

    def __init__(self, scene: Scene, page: Searched) -> None:
        super().__init__()
        self._scene, self._page = scene, page
        self._at, self._all = 0, 0
        self.setProperty("role", "foot")
        self.field, self._count = QLineEdit(), Label(scene, "", "mute")
        self._count.setWordWrap(False)
        self._field_name()
        row = QHBoxLayout(self)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for said, icon, keys, act in (
            (phrase("Previous match"), "chevron-up", "Shift+F3", self.back),
            (phrase("Next match"), "chevron-down", "F3", self.on),
            (phrase("Close the search"), "x", "Esc", self.close_bar),
        ):
            tool = Tool(scene, said, icon, named=False, keys=keys)
            tool.clicked.connect(act)
            row.addWidget(tool)
        self.field.textEdited.connect(self._search)
        self.field.returnPressed.connect(self.on)
        scene.speech.changed.connect(self._field_name)
        scene.speech.changed.connect(self._tell)
        self.hide()

    def act_for(self, event: QKeyEvent) -> Callable[[], None] | None:
        """What a key stands for: to open it, to go on, to go back; None for any other key."""
        acts = {Key.Find: self.open_bar, Key.FindNext: self.on, Key.FindPrevious: self.back}
        return next((act for key, act in acts.items() if event.matches(key)), None)

    def open_bar(self) -> None:
        """Opens it, with what is selected in the page."""
        selected = self._page.selected()
        self.show()
        if selected and not {"\u2029", "\n"} & {*selected}:
            self.field.setText(selected)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Closes it; nothing is marked any more."""
        self.hide()
        self._page.find_all("")
        self._at = self._all = 0
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def again(self) -> None:
        """The page shows another document: the same words are looked for in it."""
        if not self.isHidden():
            self._all = self._page.find_all(self.field.text())
            self._at = min(self._at, max(self._all - 1, 0))
            self._tell()

    def on(self) -> None:
        """To the next place, from the last to the first."""
        self._move(1)

    def back(self) -> None:
        """To the one before."""
        self._move(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._all = self._page.find_all(self.field.text())
        self._at = self._page.nearest()
        self._show()

    def _move(self, step: int) -> None:
        if self.isHidden():
            self.open_bar()
        elif self._all:
            self._at = (self._at + step) % self._all
            self._show()

    def _show(self) -> None:
        if self._all:
            self._page.show_found(self._at)
        self._tell()
        if self.field.text():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, self._count.text()))
        self.moved.emit(self._at + 1 if self._all else 0, self._all)

    def _tell(self) -> None:
        found = (
            phrase("{n} of {all}", n=self._at + 1, all=self._all) if self._all else phrase("Nothing found")
        )
        self._count.show_said(found if self.field.text() else "")

    def _field_name(self) -> None:
        name = self._scene.say(phrase("Find in the application"))
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
