"""The window from within, on a real screen: typing, turning pages, and what stays in memory. Prints JSON.

`python -m bench.within FILE KEYS TURNS`; bench.desk runs it and tells what the figures mean.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from bench import bare
from grantdesk.app.office.office import Office
from grantdesk.app.office.running import Application
from grantdesk.call.terms.node import Essay, Text
from grantdesk.session.preferences import Preferences
from grantdesk.session.speech import Speech
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.look.look import Look
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.window import Window
from grantdesk.words.phrase import phrase

PACE = 0.06
"""Seconds from key to key: a fast typist. A key that comes while the program is busy waits, and that is counted."""
REST, BREATH = 0.55, 8
"""Seconds of a pause in typing with the pages beside, and the keys between two pauses."""
LETTERS = "sana ja toinen "
PATIENCE = 5.0
SAMPLES = 10


class Brush(QObject):
    """Notices that a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.painted = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.painted = self.painted or event.type() == QEvent.Type.Paint
        return False

    def wait(self) -> None:
        """Until it was painted. TimeoutError if nobody would wait so long."""
        end = time.perf_counter() + PATIENCE
        while not self.painted:
            QApplication.processEvents()
            if time.perf_counter() > end:
                raise TimeoutError(f"{type(self.parent()).__name__} is not painted")


def typed(widget: QWidget, keys: int, breath: int = 0) -> list[float]:
    """Milliseconds from the moment when each key is due until the letter is painted. After each `breath` of keys comes
    a pause, long enough for the pages beside to be made anew: what is typed next comes while that goes on."""
    surface = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    brush, took = Brush(surface), []
    due = time.perf_counter() + PACE
    for number in range(keys):
        while time.perf_counter() < due:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 1)
            time.sleep(0.0005)
        brush.painted = False
        press(widget, LETTERS[number % len(LETTERS)])
        brush.wait()
        took.append((time.perf_counter() - due) * 1000)
        due += PACE if not breath or (number + 1) % breath else REST
    return took


def press(widget: QWidget, letter: str) -> None:
    """One key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(widget, event)


def turned(turn: Callable[[], QWidget]) -> float:
    """Milliseconds until another page is painted; `turn` opens and gives it."""
    start = time.perf_counter()
    Brush(turn()).wait()
    return (time.perf_counter() - start) * 1000


def settle(seconds: float) -> None:
    """Lets everything happen that was put off; what is to be deleted goes, as it does in the program's own loop."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def opened(window: Window, page: Spot) -> QWidget:
    """Opens a page of the form, and gives it."""
    window.moving.turn(page)
    shown = window.middle.book.page
    assert shown is not None
    return shown


def essay(window: Window) -> QWidget:
    """The first longer text that is asked of the project, with the focus in it."""
    for page in spots(window.desk.session):
        window.moving.turn(page)
        shown = window.middle.book.page
        fields = shown.questions.fields if shown else {}
        path = next((path for path, field in fields.items() if isinstance(field.editor.node, Essay)), None)
        if path is not None:
            window.go(path)
            settle(0.5)
            focused = QApplication.focusWidget()
            if isinstance(focused, QPlainTextEdit | QTextEdit):
                return focused
    raise LookupError("the call asks for no longer text")


def all_pages(window: Window) -> list[float]:
    """Every page of the form, one after another, each for the first time."""
    took = []
    for page in spots(window.desk.session):
        if page not in (CHECK, window.moving.here):
            took.append(turned(lambda page=page: opened(window, page)))  # type: ignore[misc]  # page is bound
            settle(0.02)
    return took


def bare_pages() -> list[float]:
    """Pages of plain fields, each for the first time."""
    stack = QStackedWidget()
    stack.resize(760, 700)
    stack.addWidget(QWidget())
    stack.show()
    settle(0.3)

    def turn() -> QWidget:
        stack.setCurrentIndex(stack.addWidget(bare.page()))
        return stack.currentWidget()

    took = [turned(turn) for _ in range(20)]
    stack.close()
    return took


def bare_keys(keys: int) -> list[float]:
    """Typing into a plain window."""
    window = bare.window()
    window.show()
    settle(0.3)
    field = window.findChild(QPlainTextEdit)
    field.setFocus()
    took = typed(field, keys)
    window.close()
    return took


def edits(window: Window) -> Iterator[Spot]:
    """Turns pages for ever, with an edit of a text on each that has one."""
    session = window.desk.session
    pages = [page for page in spots(session) if page != CHECK]
    while True:
        for number, page in enumerate(pages):
            window.moving.turn(page)
            QApplication.processEvents()
            shown = window.middle.book.page
            editors = [field.editor for field in shown.questions.fields.values()] if shown else []
            path = next((editor.path for editor in editors if isinstance(editor.node, Text)), None)
            if path is not None:
                session.edit({path: f"Sana {number % 7}"}, phrase("Change the text"), path)
            settle(0.001)
            yield page


def beside(window: Window, keys: int) -> list[float]:
    """Typing with the print preview beside, which is made anew again and again meanwhile; it is put away in the end."""
    window.resize(1500, 900)
    window.viewing.preview()
    easel = window.viewing.easel
    paper = easel.paper
    assert paper is not None
    follow(lambda: paper.pdf is not None)
    before = paper.pdf
    took = typed(essay(window), keys, BREATH)
    follow(lambda: paper.pdf is not before and not paper.making.is_running)
    window.viewing.preview()
    return took


def follow(is_so: Callable[[], bool]) -> None:
    """Waits for the pages. TimeoutError if they do not come."""
    end = time.perf_counter() + PATIENCE * 6
    while not is_so():
        settle(0.1)
        if time.perf_counter() > end:
            raise TimeoutError("the pages did not follow")


def memory(window: Window, turns: int) -> list[float]:
    """MiB in use after each tenth of the turns; the steps that can be undone are forgotten, for they are to be kept."""
    walk, found = edits(window), []
    for number in range(1, turns + 1):
        next(walk)
        if number % max(1, turns // SAMPLES) == 0:
            window.desk.session.stack.clear()
            settle(0.1)
            gc.collect()
            found.append(resident())
    return found


def resident() -> float:
    """MiB of memory that this process holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> int:
    """Measures everything and prints it."""
    file, keys, turns = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    app = Application()
    preferences = Preferences(app)
    office = Office(app, Stage(Speech("fi", app), Look(app)), preferences)
    plain = {"bare_keys": bare_keys(keys), "bare_pages": bare_pages()}
    office.open(file)
    window = office.windows[0]
    assert isinstance(window, Window)
    window.activateWindow()
    settle(1.0)
    mine = {"keys": typed(essay(window), keys)}
    mine["paper_keys"] = beside(window, keys)
    mine |= {"pages": all_pages(window), "memory": memory(window, turns)}
    print(json.dumps(plain | mine))
    window.keeper.discard()
    office.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main())
