"""What the person has chosen for this computer, while the program runs."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, QObject, Signal

from grantdesk.files import preferences
from grantdesk.files.preferences import RECENT, Recent
from grantdesk.words.language import LANGUAGES


class Preferences(QObject):
    """Signals: `changed` when something was chosen anew."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.value = preferences.read()

    def change(self, **chosen: Any) -> None:
        """Chooses something and keeps it: change(look="dark"). ValueError for a value that cannot be chosen."""
        value = replace(self.value, **chosen)
        if value != self.value:
            self.value = value
            preferences.write(value)
            self.changed.emit()

    @property
    def spoken(self) -> str:
        """The language that was chosen; otherwise the first of the system's that we speak, and English if none is."""
        wanted = [self.value.language, *(name[:2].lower() for name in QLocale.system().uiLanguages())]
        return next((code for code in wanted if code in LANGUAGES), "en")

    def remember(self, file: Recent) -> None:
        """Puts a file first among the recent ones."""
        others = [each for each in self.value.recent if each.path != file.path]
        self.change(recent=(file, *others)[:RECENT])

    def forget(self, path: str) -> None:
        """Takes a file off the list of recent ones."""
        self.change(recent=tuple(each for each in self.value.recent if each.path != path))
