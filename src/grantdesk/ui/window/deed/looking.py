"""What comes up beside or over the page: go to, find, help, the table of keys, preferences, about."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.run import Run, run
from grantdesk.ui.window.deed.command import Commands, shown
from grantdesk.ui.window.deed.moving import Moving
from grantdesk.ui.window.part.body import Body
from grantdesk.ui.window.part.cover import Cover
from grantdesk.words.language import LANGUAGES, Language
from grantdesk.words.phrase import Phrase, phrase

if TYPE_CHECKING:  # for start-up: a window opens before anybody looks for anything
    from grantdesk.ui.dialog.seek.destination import Destination
    from grantdesk.ui.dialog.seek.find import FindPanel
    from grantdesk.ui.dialog.seek.hit import Hit


class Looking(QObject):
    """`commands` is set as soon as there are any. `run` shows a dialog, and tests put another in its place."""

    def __init__(self, desk: Desk, body: Body, cover: Cover, moving: Moving) -> None:
        super().__init__(cover)
        self._desk, self._body, self._cover, self._moving = desk, body, cover, moving
        self.commands: Commands | None = None
        self.run: Run = run
        self._find: FindPanel | None = None

    def go_to(self) -> None:
        """Asks where to go, and goes there."""
        from grantdesk.ui.dialog.seek.destination import Ways, destinations  # for start-up: as above
        from grantdesk.ui.dialog.seek.goto import GoTo

        ways = Ways(self._moving.turn, self._moving.go)
        among = [*destinations(self._desk, ways), *self._deeds()]
        dialog = GoTo(self._desk, among, self._cover.window())
        self.run(dialog)
        dialog.deleteLater()
        if dialog.chosen is not None:
            self._body.close_drawers()
            dialog.chosen.go()

    def find(self) -> None:
        """Opens the search beside the page, or that of the reader where it is seen."""
        reading = getattr(self._cover.over, "search", None)
        if reading is not None:
            reading.open_bar()
            return
        panel = self._panel()
        self._body.show_aside(panel, phrase("Find in the answers"))
        panel.line.setFocus()
        panel.line.selectAll()

    def find_next(self) -> None:
        """Goes to the next place that was found."""
        self._step(1)

    def find_previous(self) -> None:
        """Goes to the place before."""
        self._step(-1)

    def help(self) -> None:
        """Shows the call's guidance for the page, beside it."""
        if self._moving.help.isVisible():
            self._body.go_back()
        else:
            self._body.show_aside(self._moving.help, phrase("Help for this page"))

    def shortcuts(self) -> None:
        """Shows the table of keys."""
        from grantdesk.ui.dialog.shortcuts import Chapter, Shortcuts  # for start-up

        chapters = [Chapter(said, rows) for said, rows in self._chapters()]
        self._show(Shortcuts(self._desk, chapters, self._cover.window()))

    def prefer(self) -> None:
        """Shows the preferences."""
        from grantdesk.ui.dialog.preferences import PreferencesDialog  # for start-up

        self._show(PreferencesDialog(self._desk, self._desk.preferences, self._cover.window()))

    def about(self) -> None:
        """Shows versions and licences."""
        from grantdesk.ui.dialog.about import About  # for start-up

        self._show(About(self._desk, self._cover.window()))

    def menu(self) -> None:
        """The menu comes up by the action itself; the header listens for it."""

    def _show(self, dialog: QDialog) -> None:
        self.run(dialog)
        dialog.deleteLater()

    def _step(self, by: int) -> None:
        if self._find is None or not self._find.line.text().strip():
            self.find()
        else:
            self._find.step(by)

    def _panel(self) -> "FindPanel":
        if self._find is None:
            from grantdesk.ui.dialog.seek.find import FindPanel  # for start-up: as above

            self._find = FindPanel(self._desk)
            self._find.chosen.connect(self._go)
        return self._find

    def _go(self, hit: "Hit") -> None:
        """To the field, with the word marked in it."""
        from grantdesk.ui.dialog.seek.select import select  # for start-up: as above

        self._moving.go(hit.path)
        focused = QApplication.focusWidget()
        if focused is not None and not (self._find and self._find.isAncestorOf(focused)):
            select(focused, hit.word, hit.n)

    def _deeds(self) -> "Iterator[Destination]":
        """The commands that can be done now, as places to go to."""
        from grantdesk.ui.dialog.seek.destination import Destination  # for start-up: as above
        from grantdesk.ui.dialog.seek.match import folded

        commands = self.commands.table.values() if self.commands else ()
        tongues = [Language(code) for code in LANGUAGES]
        for command in commands:
            if command.is_usable and command.id not in ("goto", "menu"):
                names = tuple({folded(tongue.say(command.said)) for tongue in tongues})
                said = self._desk.say(command.said)
                yield Destination("command", said, "", command.run, names, command.key, command.icon)

    def _chapters(self) -> Iterator[tuple[Phrase, list[tuple[Phrase, list[str]]]]]:
        for said, commands in self.commands.grouped() if self.commands else ():
            yield said, [(each.said, [shown(key) for key in each.keys]) for each in commands if each.keys]
