"""The head of the window: which application, for which call, how long there is time, and what is done most often."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout

from grantdesk.outline.fact.answer import plain
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.menu import underline
from grantdesk.ui.window.deed.command import Commands
from grantdesk.ui.window.frame.countdown import Countdown
from grantdesk.ui.window.frame.deed import Deed
from grantdesk.ui.window.frame.line import Line
from grantdesk.ui.window.part.title import acronym, name
from grantdesk.words.phrase import phrase

BUTTONS = ("undo", "redo", "check", "read", "preview", "trial", "export", "print")
"""The commands in the head, from left to right."""
BARE = ("redo", "undo", "read", "preview", "trial", "print")
"""Those that show their icon only, with the name as a tip."""
GIVES = ("print", "trial", "preview", "redo", "undo", "read", "export", "check")
"""Which of them give up their names first where there is no room."""
LEAVES = ("trial", "redo", "print", "preview", "read", "undo", "export", "check")
"""Which of them go into the menu first where there is still none, as on a small screen with large text."""
KNOWN, SHARE = 340, 2 / 5
"""The width that a name needs to be known by, at a text size of 100 %; but no more than a share of the head."""
UNLISTED = (
    *(
        "menu",
        "page",
        "paper",
        "find_next",
        "find_previous",
        "next_page",
        "previous_page",
        "next_finding",
        "usual",
    ),
    *("previous_finding", "speak_fi", "speak_sv", "speak_en"),
    *("look_system", "look_light", "look_dark", "look_contrast"),
)
"""What no menu needs: it is done by keys, or stands at the foot of the window."""


class Header(QFrame):
    """Name and call on the left, commands on the right; `pages` and `issues` are for panels that are folded away."""

    def __init__(self, desk: Desk, commands: Commands) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._desk, self._commands = desk, commands
        closes = desk.session.form.call.closes
        self.countdown = Countdown(closes.when(), parent=self) if closes else None
        self.pages, self.issues = QToolButton(), QToolButton()
        self.menu = QMenu(self)
        self._name, self._call = Line(), Line()
        self._buttons = {key: self._deed(key) for key in BUTTONS if key in commands.table}
        self._more = QToolButton()
        self._away: set[str] = set()
        self._row = QHBoxLayout(self)
        self._arrange()
        self._connect()
        self._say()
        self._draw()

    def fit(self) -> None:
        """Takes names off the buttons, the least needed first, and then buttons into the menu, until there is room."""
        away: set[str] = set()
        for key, button in self._buttons.items():
            button.show_named(key not in BARE)
        for key in filter(self._buttons.__contains__, GIVES):
            if self._needed(away) <= self.width():
                break
            self._buttons[key].show_named(False)
        for key in filter(self._buttons.__contains__, LEAVES):
            if self._needed(away) <= self.width():
                break
            away.add(key)
        for key, button in self._buttons.items():
            button.place(key not in away)
        if away != self._away:
            self._away = away
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """It gives way: without its names it is narrow."""
        return QSize(self._desk.look.px(400), super().minimumSizeHint().height())

    def _deed(self, key: str) -> Deed:
        return Deed(self._desk, self._commands.action(key), self._commands.table[key].icon, key not in BARE)

    def _needed(self, away: set[str]) -> int:
        """The width at which the name of the application still has room to be known by."""
        deeds = [each for key, each in self._buttons.items() if key not in away and each.is_wanted]
        shown = [*deeds, *(each for each in (self.pages, self.issues, self._more) if not each.isHidden())]
        buttons = sum(each.sizeHint().width() + self._row.spacing() for each in shown)
        margins = self._row.contentsMargins()
        known = min(self._desk.look.px(KNOWN), round(self.width() * SHARE))
        return buttons + margins.left() + margins.right() + known

    def _arrange(self) -> None:
        self._name.setProperty("role", "section")
        self._call.setProperty("role", "mute")
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._call)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.menu)
        for button in (self.pages, self.issues, self._more):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.issues.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.issues.setProperty("role", "plain")
        self._fill()
        self._row.addWidget(self.pages)
        self._row.addLayout(names, 1)
        for widget in (*self._buttons.values(), self.issues, self._more):
            self._row.addWidget(widget)

    def _fill(self) -> None:
        """The menu has all that the head has no button for."""
        self.menu.clear()
        seen = self._buttons.keys() - self._away
        for _, commands in self._commands.grouped():
            if self.menu.actions():
                self.menu.addSeparator()
            for command in commands:
                if command.id not in (*seen, *UNLISTED):
                    self.menu.addAction(self._commands.action(command.id))

    def _underline(self) -> None:
        underline(self.menu)

    def _connect(self) -> None:
        desk = self._desk
        desk.session.changed.connect(self._tell)
        desk.speech.changed.connect(self._say)
        desk.look.changed.connect(self._draw)
        if self.countdown:
            self.countdown.turned.connect(self._tell)
        self.menu.aboutToShow.connect(self._underline)
        self._commands.action("menu").triggered.connect(self._more.showMenu)

    def _say(self) -> None:
        more = self._desk.say(phrase("More commands"))
        self._more.setAccessibleName(more)
        self._more.setToolTip(f"{more} ({self._commands.table['menu'].key})")
        pages = self._desk.say(phrase("Pages of the application"))
        self.pages.setAccessibleName(pages)
        self.pages.setToolTip(pages)
        self._tell()
        self.fit()

    def _tell(self) -> None:
        say, session = self._desk.say, self._desk.session
        short = acronym(session)
        said = name(session)
        self._name.show_text(say(plain("{short} · {it}", it=said, short=short)) if short else say(said))
        self._call.show_text(say(session.form.call.title), self._time())
        if self.countdown:
            self._call.use("advice" if self.countdown.is_near else "mute")

    def _time(self) -> str:
        """Until when the call is open; empty where the call does not say so."""
        closes = self._desk.session.form.call.closes
        if closes is None or self.countdown is None:
            return ""
        if self.countdown.is_over:
            said = phrase("closed {when}", when=closes.when())
        else:
            said = phrase("closes {when}, {left}", when=closes.when(), left=self.countdown.said)
        return self._desk.say(said)

    def _draw(self) -> None:
        look = self._desk.look
        self._more.setIcon(look.icon("ellipsis"))
        self.pages.setIcon(look.icon("panel-left"))
        for button in (self._more, self.pages, self.issues):
            button.setIconSize(QSize(look.px(18), look.px(18)))
        self._row.setContentsMargins(look.px(20), look.px(8), look.px(12), look.px(8))
        self._row.setSpacing(look.px(4))
        self.fit()
