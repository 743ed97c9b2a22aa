"""A window to read in, and the ways from reading to working. Apart from the office: it brings the reader along."""

from functools import partial
from pathlib import Path

from grantdesk.app.office.entry.host import Host
from grantdesk.files.grant import Grant
from grantdesk.files.writing import write
from grantdesk.session.handing.attached import free
from grantdesk.session.keeping.place import now
from grantdesk.session.keeping.saving import claimed
from grantdesk.session.opening import Opening
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.reading import ReadingWindow
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble


def reading(host: Host, desk: Desk, opened: Opening) -> ReadingWindow:
    """The window, not shown yet. It says why one can only read, and what else there is to do."""
    window = ReadingWindow(desk, opened.keeper)
    if opened.reason is not None:
        window.explain(opened.reason, opened.kind != "newer", opened.kind == "locked")
    window.copy_wanted.connect(partial(_copy, host, window))
    window.over_wanted.connect(partial(_take_over, host, window))
    return window


def _copy(host: Host, window: ReadingWindow) -> None:
    """Works on a copy of what was only read."""
    path = window.keeper.path
    if path is None:
        return
    word = window.desk.say(phrase("copy"))
    target = window.desk.ask.file_to_save("application", free(path.with_stem(f"{path.stem} {word}")))
    if target is None:
        return
    try:
        _write(window.desk.session.grant, target)
    except Trouble as trouble:
        window.desk.ask.tell(trouble.phrase)
        return
    host.open(target)
    window.close()


def _write(grant: Grant, target: Path) -> None:
    """Writes the copy, but not over what somebody has open. FileTrouble."""
    lock = claimed(target, now())
    try:
        write(grant, target)
    finally:
        lock.release()


def _take_over(host: Host, window: ReadingWindow) -> None:
    path = window.keeper.path
    if path is not None:
        host.take_over(path)
        window.close()
