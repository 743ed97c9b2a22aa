"""A window to work in, with its ways to other windows at work. Apart from the office: it brings all editors along."""

from collections.abc import Callable

from grantdesk.app.office.entry.host import Host
from grantdesk.session.opening import Opening
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.window import Window


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
