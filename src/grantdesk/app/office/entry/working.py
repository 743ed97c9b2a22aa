"""A window to work in, with its ways to other windows at work. Apart from the office: it brings all editors along."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from grantdesk.session.opening import Opening
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.window import Window


class Host(Protocol):
    """What the window asks of whoever opens it."""

    def open(self, path: Path) -> None:
        """Opens a file."""
        ...

    def open_all(self, paths: list[Path]) -> None:
        """Opens files."""
        ...

    def read(self, path: Path) -> None:
        """Opens a file to read it."""
        ...

    def show_start(self) -> None:
        """Shows the page where one begins."""
        ...

    def leave(self) -> None:
        """Closes all windows."""
        ...


def working(host: Host, desk: Desk, opened: Opening, saved: Callable[[], None]) -> Window:
    """The window, not shown yet; `saved` is called after every save."""
    window = Window(desk, opened.keeper)
    window.doors.start_wanted.connect(host.show_start)
    window.doors.file_wanted.connect(host.open)
    window.doors.files_wanted.connect(host.open_all)
    window.doors.reading_wanted.connect(host.read)
    window.doors.leave_wanted.connect(host.leave)
    window.saving.looked.connect(host.read)
    opened.keeper.saved.connect(saved)
    window.saving.notice(opened.notices)
    return window
