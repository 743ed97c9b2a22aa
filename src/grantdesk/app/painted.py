"""Does the window work where it is installed? It is opened on a sample, every page is painted, and it is closed."""

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage

from grantdesk.app.command.demo import sample, samples
from grantdesk.app.office.office import Office
from grantdesk.app.office.running import Application
from grantdesk.files import places
from grantdesk.files.writing import write
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.desk.spot import spots
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.window import Window

BLANK = 8
"""A window that paints nothing has one or two colours; letters alone bring more than this."""


def painted() -> bool:
    """Is every page of every sample painted? Nothing of the person's own is touched: the home is another meanwhile."""
    before = os.environ.get(places.HOME)
    with tempfile.TemporaryDirectory() as folder:
        os.environ[places.HOME] = f"{folder}/home"
        try:
            return bool(samples()) and all(_shown(source, Path(folder)) for source in samples())
        finally:
            os.environ.pop(places.HOME)
            if before is not None:
                os.environ[places.HOME] = before


def _shown(source: Path, folder: Path) -> bool:
    file = folder / f"{source.stem}.grant"
    write(sample(source), file)
    app = QCoreApplication.instance()
    app = app if isinstance(app, Application) else Application()
    office = Office(app, Stage(Speech("fi", app), Look(app)), Preferences(app))
    office.open(file)
    windows = [window for window in office.windows if isinstance(window, Window)]
    passed = bool(windows) and all(_is_painted(window) for window in windows)
    office.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return passed and not office.windows


def _is_painted(window: Window) -> bool:
    for page in spots(window.desk.session):
        window.moving.turn(page)
        QCoreApplication.processEvents()
        if len(_colours(window.grab().toImage())) <= BLANK:
            return False
    return True


def _colours(image: QImage) -> set[int]:
    """The colours at every seventh point of every seventh line."""
    across, down = range(0, image.width(), 7), range(0, image.height(), 7)
    return {image.pixel(x, y) for y in down for x in across}
