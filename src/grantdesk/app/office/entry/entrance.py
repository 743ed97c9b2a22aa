"""The way in: an application is opened, begun, taken over from an earlier one or restored, and gets a window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from grantdesk.app.office.entry.desk import desk
from grantdesk.app.office.entry.host import Host
from grantdesk.app.office.recent import remember
from grantdesk.files.trouble import Damaged
from grantdesk.session import opening
from grantdesk.session.opening import Opening
from grantdesk.session.preferences import Preferences
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.application import ApplicationWindow
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

if TYPE_CHECKING:  # for start-up: mostly nothing is left unsaved
    from grantdesk.session.earlier.left import Left


class Doorkeeper(Host, Protocol):
    """Whoever has the windows; each new one is handed over by `admit`."""

    stage: Stage
    preferences: Preferences

    @property
    def windows(self) -> list[ApplicationWindow]:
        """All that are open."""
        ...

    def ask_in_front(self) -> Ask:
        """What asks the person, over the window in front."""
        ...

    def new_ask(self) -> Ask:
        """What a new window asks the person with."""
        ...

    def admit(self, window: ApplicationWindow) -> None:
        """Shows a new window."""
        ...

    def bring_up(self, window: ApplicationWindow) -> None:
        """Shows a window in front of all others."""
        ...

    def window_of(self, path: Path) -> ApplicationWindow | None:
        """The window in which a file is open."""
        ...


class Entrance:
    """Every way tells what went wrong, if anything did, and whether there is a window now."""

    def __init__(self, host: Doorkeeper) -> None:
        self._host = host

    def open(self, path: Path, *, over: bool = False, read: bool = False) -> bool:
        """By a file; `over` whoever has it open, or only to `read` it."""
        return self._enter(partial(opening.opened, path, over=over, read=read), path)

    def begin(self, call: str) -> bool:
        """As a new application for a call, by its id."""
        return self._enter(partial(opening.begun_for, call, self._host.stage.speech.language))

    def begin_from(self, path: Path, call: str) -> bool:
        """As one for a call that takes over what it can from an earlier one."""
        return self._enter(partial(opening.begun_from, path, call), path)

    def restore(self, work: "Left") -> bool:
        """As what a crash has left unsaved; in its window, if its file is open by now."""
        window = self._host.window_of(work.path) if work.path else None
        if window is not None and opening.put_back(work, window.desk.session, window.keeper):
            self._host.bring_up(window)
            return True
        return self._enter(partial(opening.restored, work), work.path)

    def _enter(self, job: Callable[[], Opening], path: Path | None = None) -> bool:
        try:
            opened = job()
        except Damaged as trouble:
            return self._offer_rescue(trouble, path)
        except Trouble as trouble:
            self._host.ask_in_front().tell(trouble.phrase)
            return False
        if opened.is_ours and path is not None:
            opened.keeper.close()
            self._bring_up_ours(opened)
        else:
            self._host.admit(self._window(opened))
        return True

    def _bring_up_ours(self, opened: Opening) -> None:
        """The same application, under another name, is open in a window of ours."""
        for window in self._host.windows:
            if window.desk.session.base.id == opened.session.base.id:
                self._host.bring_up(window)

    def _offer_rescue(self, trouble: Damaged, path: Path | None) -> bool:
        """Nobody is left alone with a damaged file: what is left of it may be opened."""
        options = (Option("rescue", phrase("Open what is left"), "main"), Option("", phrase("Don’t open")))
        ask = self._host.ask_in_front()
        if path is None or ask.choose(Question(trouble.phrase, options)) != "rescue":
            return False
        return self._enter(partial(opening.rescued, path))

    def _window(self, opened: Opening) -> ApplicationWindow:
        host = self._host
        made = desk(opened.session, host.stage, host.new_ask(), host.preferences)
        if opened.session.read_only:
            from grantdesk.app.office.entry.reading import reading  # for start-up: few windows are

            return reading(host, made, opened)
        from grantdesk.app.office.entry.working import working  # for start-up: reading needs no editors

        saved = partial(remember, host.preferences, opened.keeper, host.stage.speech)
        return working(host, made, opened, saved)
