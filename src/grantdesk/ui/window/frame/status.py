"""The foot of the window: whether and where the work is saved, which call it answers, which language is spoken."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.menu import underline
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.window.deed.command import Commands
from grantdesk.ui.window.frame.line import Line
from grantdesk.words.language import LANGUAGES, NAMES
from grantdesk.words.phrase import Phrase, phrase

LOOKS = ("look_system", "look_light", "look_dark", "look_contrast")


class Told(Protocol):
    """What the foot tells of: the state in words, an icon for it with the role of its colour, and the place."""

    def state(self) -> tuple[Phrase, str, str]:
        """What to say, icon, role."""
        ...

    def place(self) -> str:
        """The path of the file; empty if there is none."""
        ...


class Status(QFrame):
    """The foot of the window. `refresh` looks anew at what it tells of."""

    def __init__(self, desk: Desk, told: Told, commands: Commands) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._desk, self._told = desk, told
        self._icon, self._saved, self._where, self._call = (
            Picture(desk, size=16),
            Line(True),
            Line(),
            Line(True),
        )
        self._language, self._look = QToolButton(), QToolButton()
        self._row = QHBoxLayout(self)
        self._arrange(commands)
        desk.speech.changed.connect(self.refresh)
        desk.look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Tells how things stand now."""
        say = self._desk.say
        said, icon, role = self._told.state()
        self._icon.draw(icon, role)
        self._saved.show_text(say(said))
        self._where.show_text(self._told.place())
        call = self._desk.session.form.call
        self._call.show_text(say(phrase("Call version {version}", version=call.version)))
        self._language.setText(NAMES[self._desk.speech.language.code])
        self._language.setAccessibleName(say(phrase("Language")))
        self._language.setAccessibleDescription(self._language.text())
        self._look.setAccessibleName(say(phrase("Look and size of text")))
        self._look.setToolTip(self._look.accessibleName())
        self._draw()

    def _arrange(self, commands: Commands) -> None:
        for label in (self._saved, self._where, self._call):
            label.setProperty("role", "mute")
        _menu(self._language, commands, tuple(f"speak_{code}" for code in LANGUAGES))
        _menu(self._look, commands, (*LOOKS, "", "larger", "smaller"))
        for widget in (self._icon, self._saved, self._where, self._call, self._language, self._look):
            self._row.addWidget(widget, int(widget is self._where))

    def _draw(self) -> None:
        look = self._desk.look
        self._look.setIcon(look.icon("contrast", "mute", 16))
        self._language.setIcon(look.icon("languages", "mute", 16, gap=4))
        self._language.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._look.setIconSize(QSize(look.px(16), look.px(16)))
        self._language.setIconSize(QSize(look.px(20), look.px(16)))
        self._row.setContentsMargins(look.px(18), look.px(1), look.px(12), look.px(1))
        self._row.setSpacing(look.px(10))


def _menu(button: QToolButton, commands: Commands, names: tuple[str, ...]) -> None:
    """Gives a button a menu of commands; an empty name is a line between them."""
    menu = QMenu(button)
    for name in names:
        if name:
            menu.addAction(commands.action(name))
        else:
            menu.addSeparator()
    menu.aboutToShow.connect(commands.refresh)
    menu.aboutToShow.connect(partial(underline, menu))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
