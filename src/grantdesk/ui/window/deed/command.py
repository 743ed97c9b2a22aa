"""What a person can do in the window. Each thing is declared once; header, menu, go to and keys follow from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.tip import tip
from grantdesk.words.phrase import Phrase, phrase

Group: TypeAlias = Literal["file", "edit", "go", "view", "help"]
GROUPS: Mapping[Group, Phrase] = {
    "file": phrase("The file"),
    "edit": phrase("Answers"),
    "go": phrase("Moving about"),
    "view": phrase("The window"),
    "help": phrase("Help"),
}
"""In the order in which menus and tables have them."""


def always() -> bool:
    """What can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do. `keys` are shortcuts as Qt writes them, the first one is shown; `hint` says more, if there is
    more to say; `is_checked` is for what is on or off; what is not shown cannot be done either."""

    id: str
    group: Group
    said: Phrase
    run: Callable[[], object]
    icon: str = ""
    keys: tuple[str, ...] = ()
    is_enabled: Callable[[], bool] = always
    is_shown: Callable[[], bool] = always
    is_checked: Callable[[], bool] | None = None
    hint: Callable[[], Phrase | None] | None = None

    @property
    def is_usable(self) -> bool:
        """Can it be done now?"""
        return self.is_shown() and self.is_enabled()

    @property
    def key(self) -> str:
        """The first shortcut as this system writes it; empty if there is none."""
        return shown(self.keys[0]) if self.keys else ""


def shown(key: str) -> str:
    """A shortcut as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


class Commands(QObject):
    """The commands of one window as Qt's actions, which carry their shortcuts and say themselves in its language."""

    def __init__(self, desk: Desk, table: Sequence[Command], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self.table: Mapping[str, Command] = {command.id: command for command in table}
        self._actions = {command.id: self._made(command, window) for command in table}
        desk.speech.changed.connect(self.say)
        desk.look.changed.connect(self._draw)
        self.say()
        self._draw()

    def action(self, name: str) -> QAction:
        """The action of a command. KeyError for an id that is none."""
        return self._actions[name]

    def grouped(self) -> list[tuple[Phrase, list[Command]]]:
        """The commands by what they are about."""
        return [
            (said, [command for command in self.table.values() if command.group == group])
            for group, said in GROUPS.items()
        ]

    def refresh(self) -> None:
        """Looks anew what can be done."""
        for name, command in self.table.items():
            action = self._actions[name]
            visible = command.is_shown()
            action.setVisible(visible)
            action.setEnabled(visible and command.is_enabled())
            if command.is_checked is not None:
                action.setChecked(command.is_checked())
            if command.hint is not None:
                action.setToolTip(tip(self._hint(command)))

    def say(self) -> None:
        """Says everything anew."""
        for name, command in self.table.items():
            self._actions[name].setText(self._desk.say(command.said))
            self._actions[name].setToolTip(tip(self._hint(command)))
        self.refresh()

    def _hint(self, command: Command) -> str:
        more = command.hint() if command.hint else None
        said = self._desk.say(more or command.said)
        return f"{said} ({command.key})" if command.key else said

    def _draw(self) -> None:
        for name, command in self.table.items():
            if command.icon:
                self._actions[name].setIcon(self._desk.look.icon(command.icon))

    def _made(self, command: Command, window: QWidget) -> QAction:
        action = QAction(self)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.setCheckable(command.is_checked is not None)
        action.triggered.connect(lambda _checked=False: command.run())
        window.addAction(action)
        return action
