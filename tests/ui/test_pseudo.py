"""Nothing is left untold and nothing is cut off: the window in a language that nobody speaks and that needs more room,
on a small screen; and in our own languages with text twice as large.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit import clipped, sideways, texts
from desks import desk_of, session_of
from grantdesk.model.tree import leaves
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.window.window import Window
from grantdesk.words.language import Language
from pseudo import Pseudo, untold
from views import views

KEYS = (
    "Ctrl",
    "Shift",
    "Alt",
    "Esc",
    "Up",
    "Down",
    "PgUp",
    "PgDown",
    "Del",
    "Tab",
    "Enter",
    "Space",
    "Home",
    "End",
)
NAMES = {*KEYS, "Suomi", "Svenska", "English", "grantdesk", "PDF", "XLSX", "DOCX", "CSV", "PNG"}
"""What is called so in every language: keys, languages in their own words, formats, and ourselves."""
OF_OTHERS = ("about", "Sheet in")
"""The works of others are named in their own words, and what is on paper is read as it is printed."""
LEAST = 3  # letters of an answer: shorter ones, an option's id, would be found in every word
PATIENCE = 25  # times that a view is given to settle
SMALL, TWICE = (1024, 700), 200
WORLDS = pytest.mark.parametrize(("world", "sample"), [("kinds", ""), ("hevi", "complete")])
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen raises and grabs nothing


class Windows:
    """Makes windows on a small screen."""

    def __init__(self, app: QApplication, qtbot: QtBot) -> None:
        self._app, self._qtbot = app, qtbot
        self.made: list[Window] = []

    def open(self, world: str, sample: str, language: Language, text: int = 100) -> Window:
        """A window in which everything is told: every finding, every help."""
        session = session_of(world, sample) if sample else session_of(world)
        desk = desk_of(self._app, session, "fi")
        desk.speech.language = language
        desk.look.use("light", text)
        desk.attention.check()
        window = Window(desk, Keeper(session))
        window.resize(*SMALL)
        window.show()
        self._qtbot.waitExposed(window)
        window.activateWindow()
        self.made.append(window)
        return window

    def close(self) -> None:
        """Closes them without a question."""
        for window in self.made:
            window.keeper.discard()
            window.close()
            window.desk.work.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def windows(qapp: QApplication, qtbot: QtBot) -> Iterator[Windows]:
    made = Windows(qapp, qtbot)
    yield made
    made.close()


def settled(view: QWidget) -> list[str]:
    """What does not fit in a view, once everything in it has found its place: some of it may just have come."""
    found = [*clipped(view), *sideways(view)]
    for _ in range(PATIENCE):
        if found:
            QTest.qWait(20)
            found = [*clipped(view), *sideways(view)]
    return found


def cut_off(window: Window) -> str:
    """What does not fit anywhere in the window, and in which view."""
    found = {cut: name for name, view in views(window) for cut in settled(view)}
    return "\n".join(f"{name}: {cut}" for cut, name in found.items())


@WORLDS
def test_every_text_of_the_window_is_told(world: str, sample: str, windows: Windows) -> None:
    window = windows.open(world, sample, Pseudo("fi"))
    said = {value for _, value in leaves(window.desk.session.answers) if isinstance(value, str)}
    answers = {answer for answer in said if len(answer) >= LEAST}
    found: dict[str, str] = {}
    for name, view in views(window):
        for text in texts(view):
            words = [word for word in untold(text.text, answers) if word not in NAMES]
            if words and not any(place in f"{text.where} in {name}" for place in OF_OTHERS):
                found[text.text] = f"{name}: {words} in {text.where}"
    assert list(found.values()) == []


@WORLDS
def test_a_longer_language_fits_on_a_small_screen(world: str, sample: str, windows: Windows) -> None:
    window = windows.open(world, sample, Pseudo("fi"))
    assert cut_off(window) == ""


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_text_twice_as_large_is_not_cut_off(language: str, windows: Windows) -> None:
    window = windows.open("hevi", "complete", Language(language), TWICE)
    assert cut_off(window) == ""


def test_the_words_are_searched_outside_of_what_was_told() -> None:
    """The test's own tool: a sentence within a sentence, an answer, a number and a loose word."""
    assert untold("⟦Å ⟦b⟧ Acme⟧ Acme Oy 12 (x) Save", ["Acme Oy"]) == ["Save"]
    assert untold("⟦Šåṽé⟧ (3)") == []
