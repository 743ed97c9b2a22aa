"""Pictures of the window: samples are opened, every page is turned to, and what else there is to see is brought up.

It is the real program that is shown, on a screen that nobody sees, with a home of its own for as long as it takes.
"""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QFontDatabase, QImage, QPainter
from PySide6.QtWidgets import QDialog, QWidget  # noqa: TID251 - what is shown is the window

import workshop
from grantdesk.app.command.demo import COMPLETE, sample, samples
from grantdesk.app.office.office import Office
from grantdesk.app.office.running import Application
from grantdesk.files import places
from grantdesk.files.writing import write
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.desk.spot import CHECK, spots
from grantdesk.ui.dialog.compare import CompareDialog
from grantdesk.ui.dialog.seek.goto import GoTo
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.reader.reader import FILES, PICTURES, REMARKS, Reader
from grantdesk.ui.trial.sheet import TrialSheet
from grantdesk.ui.window.window import Window

WIDE, HIGH = 1360, 860
PAUSE, CALM, PATIENCE = 30, 5, 300
"""Milliseconds; how often in a row nothing goes on; how often one looks at the most."""
COLOURS, COARSE = 256, 0xF8F8F8
ALL, GUIDE = workshop.ROOT / "build/shots", workshop.ROOT / "docs/guide/pictures"
CHOSEN = {
    ("light", "start"): "start",
    ("light", "marks"): "marks",
    ("light", "consortium"): "partners",
    ("light", "effort"): "effort",
    ("light", "city-budget"): "costs",
    ("light", "check"): "check",
    ("light", "go-to"): "go-to",
    ("light", "what-if"): "what-if",
    ("light", "compare"): "compare",
    ("light", "reader"): "reader",
    ("light", "reader-charts"): "charts",
    ("light", "preview"): "preview",
    ("dark", "project"): "dark",
}
"""The pictures of the guide: the look and the name that they are taken in, and what they are called there."""

Take = Callable[[str, QImage], None]


class Studio:
    """The program with a few files of its own. Every picture is given to `take`, with its name."""

    def __init__(self, app: Application, folder: Path) -> None:
        self.stage = Stage(Speech("en", app), Look(app))
        self.office = Office(app, self.stage, Preferences(app))
        self.complete, self.unfinished = folder / "HILJA.grant", folder / "HILJA spring.grant"
        for file, suffix in ((self.complete, COMPLETE), (self.unfinished, "-unfinished.json")):
            write(sample(next(each for each in samples(suffix) if each.name.startswith("hevi"))), file)
        self.take: Take = lambda name, image: None

    def show(self, language: str, look: str) -> None:
        """Everything that there is to see, in a language and a look."""
        self.stage.speech.use(language)
        self.stage.look.use(look, 100)
        for file, tour in ((self.unfinished, self._marks), (self.complete, self._whole)):
            self.office.open(file)
            window = next(each for each in self.office.windows if isinstance(each, Window))
            window.resize(WIDE, HIGH)
            tour(window)
            window.close()
        self.office.show_start()
        if self.office.start is not None:
            self.office.start.resize(WIDE, HIGH)
            self._shoot("start", self.office.start)
            self.office.start.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _marks(self, window: Window) -> None:
        """What is marked where something is missing or wrong."""
        window.desk.attention.check()
        window.moving.next_finding()
        self._shoot("marks", window)
        window.moving.turn(CHECK)
        self._shoot("errors", window)

    def _whole(self, window: Window) -> None:
        for page in spots(window.desk.session):
            window.moving.turn(page)
            self._shoot("-".join(filter(None, (page.partner, page.section))) or "check", window)
        window.moving.go(("effort", next(reversed(window.desk.session.answers["partners"]))))
        self._shoot("effort", window)
        window.moving.turn(spots(window.desk.session)[1])
        self._panels(window)
        self._dialogs(window)
        self._covers(window)

    def _panels(self, window: Window) -> None:
        """What comes up beside the page."""
        window.looking.help()
        self._shoot("help", window)
        window.body.go_back()
        window.looking.find()
        self._shoot("find", window)
        window.body.go_back()
        window.viewing.try_out()
        settle(window)
        scales = [
            card.scale for card in window.findChildren(TrialSheet)[0].tries.cards.values() if card.scale
        ]
        scales[0].slider.setValue(-4)
        self._shoot("what-if", window)
        window.findChildren(TrialSheet)[0].forget.click()

    def _dialogs(self, window: Window) -> None:
        """What comes up over the window."""
        for name, deed in (
            ("go-to", window.looking.go_to),
            ("shortcuts", window.looking.shortcuts),
            ("preferences", window.looking.prefer),
            ("about", window.looking.about),
            ("compare", window.handing.compare),
            ("export", window.handing.export),
        ):
            window.looking.run = window.handing.run = partial(self._dialog, name, window)
            deed()

    def _dialog(self, name: str, window: Window, dialog: QDialog) -> None:
        if isinstance(dialog, GoTo):
            dialog.line.setText("bud")
        if isinstance(dialog, CompareDialog):
            dialog.compare_with(self.unfinished)
        dialog.show()
        self._shoot(name, window, dialog)
        dialog.close()

    def _covers(self, window: Window) -> None:
        """What comes up in place of the form."""
        window.viewing.read()
        self._shoot("reader", window)
        reader = window.findChildren(Reader)[0]
        for name, tab in (("charts", PICTURES), ("files", FILES), ("remarks", REMARKS)):
            reader.tabs.setCurrentIndex(tab)
            self._shoot(f"reader-{name}", window)
        window.viewing.preview()
        self._shoot("preview", window)
        window.viewing.preview()  # or the next window would begin with it

    def _shoot(self, name: str, window: QWidget, dialog: QWidget | None = None) -> None:
        settle(window)
        image = window.grab().toImage()
        if dialog is not None:
            at = QPoint((WIDE - dialog.width()) // 2, (HIGH - dialog.height()) // 2)
            frame = dialog.rect().translated(at).adjusted(-1, -1, 0, 0)
            painter = QPainter(image)
            painter.drawPixmap(at, dialog.grab())
            painter.setPen(self.stage.look.color("mute"))
            painter.drawRect(frame)
            painter.end()
        self.take(name, image)


def documents(home: Path) -> Path:
    """Where the files of the person in the pictures lie."""
    (home / "Documents").mkdir()
    return home / "Documents"


def settle(window: QWidget) -> None:
    """Lets the program go on until nothing goes on in it."""
    loop, calm = QEventLoop(), 0
    work = window.desk.work if isinstance(window, Window) else None
    for _ in range(PATIENCE):
        QTimer.singleShot(PAUSE, loop.quit)
        loop.exec()
        calm = 0 if work and work.busy else calm + 1
        if calm == CALM:
            return


def small(image: QImage) -> QImage:
    """The picture with a palette: the commonest colour of each of the commonest shades."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    commonest: dict[int, int] = {}
    shades: Counter[int] = Counter()
    for colour, n in Counter(memoryview(image.constBits()).cast("I")).most_common():
        commonest.setdefault(colour & COARSE, colour)
        shades[colour & COARSE] += n
    table = [commonest[shade] for shade, _ in shades.most_common(COLOURS)]
    return image.convertToFormat(QImage.Format.Format_Indexed8, table)


def keep(folder: Path, numbers: Counter[Path], name: str, image: QImage) -> None:
    """Puts a picture beside the others of its language and look, numbered in the order in which they are taken."""
    numbers[folder] += 1
    put(image, folder / f"{numbers[folder]:02}-{name}.png")


def choose(look: str, name: str, image: QImage) -> None:
    """Puts a picture into the guide, if the guide shows it."""
    if (look, name) in CHOSEN:
        put(small(image), GUIDE / f"{CHOSEN[look, name]}.png")


def put(image: QImage, file: Path) -> None:
    """Writes a picture. OSError if that cannot be done."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(file), quality=0):  # of a PNG: as small as can be, whatever time it takes
        raise OSError(f"{file} could not be written")


def main() -> int:
    docs = "--docs" in sys.argv[1:]
    numbers: Counter[Path] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, places.HOME: f"{folder}/.grantdesk"}
        app = Application()
        app.setQuitOnLastWindowClosed(False)
        for letters in places.resource("fonts").glob("*.ttf"):  # where the system has none
            QFontDatabase.addApplicationFont(str(letters))
        studio = Studio(app, documents(Path(folder)))
        for language in ("en",) if docs else ("fi", "sv", "en"):
            for look in ("light", "dark"):
                aside = ALL / f"{language}-{look}"
                studio.take = partial(choose, look) if docs else partial(keep, aside, numbers)
                studio.show(language, look)
                print(f"{language} {look}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
