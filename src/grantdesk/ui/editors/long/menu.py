"""A menu of things to do at a place in a text."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.menu import underline
from grantdesk.words.phrase import Phrase

Key = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Deed:
    """Something to do: what it is called, or a word as it is; what it does; its keys; can it be done now?"""

    said: Phrase | str
    do: Callable[[], None]
    keys: QKeySequence | Key | None = None
    is_open: bool = True


def menu(parent: QWidget, desk: Desk, groups: list[list[Deed]]) -> QMenu:
    """A menu of groups with a line between them; groups without deeds are none."""
    made = QMenu(parent)
    for group in filter(None, groups):
        if made.actions():
            made.addSeparator()
        for deed in group:
            said = deed.said if isinstance(deed.said, str) else desk.say(deed.said)
            action = QAction(said.replace("&", "&&"), made)
            if deed.keys is not None:
                action.setShortcut(QKeySequence(deed.keys))
            action.setEnabled(deed.is_open)
            action.triggered.connect(deed.do)
            made.addAction(action)
    underline(made)
    return made
