"""Whatever somebody does in the window, in whatever order: the report is fresh, what is seen is what is saved and what
is printed, every step can be undone, and nothing warns, breaks or stays behind.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from shiboken6 import isValid

from desks import Person, grant_of
from grantdesk.call.entry import entered
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.model.tree import EMPTY, Answers, same
from grantdesk.rules.check import Checker
from grantdesk.session.application import Application
from grantdesk.session.preferences import Preferences
from grantdesk.session.session import Session
from grantdesk.session.speech import Speech
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Kind, Question
from grantdesk.ui.desk.attention import Attention
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.look import Look
from grantdesk.ui.page.page import Page
from grantdesk.ui.window.window import Window
from grantdesk.words.language import Language
from hand import Closer, Hand
from onpaper import is_printed
from onscreen import shown
from outline.laid import KINDS
from worlds import form, sample

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen raises and grabs nothing

GESTURES = (
    *("type", "type", "type", "type", "press", "press", "click", "click", "choose", "cell", "cell", "paste"),
    *("turn", "turn", "rows", "rows", "command", "command", "command", "save", "reopen"),
)
Gesture = tuple[str, int, int]
Hands = tuple[Callable[[str, Answers | str], Hand], Callable[[], list[str]]]
NUMBER = st.integers(0, 997)
PROGRAMS = st.lists(st.tuples(st.sampled_from(GESTURES), NUMBER, NUMBER), min_size=8, max_size=30)
SETTINGS = settings(
    deadline=None,
    print_blob=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.data_too_large,
    ],
)
ENGLISH = Language("en")
FULL = entered(form("kinds"), KINDS, map("r{}".format, count()).__next__).answers
ODD = {
    **FULL,
    "price": "ten or so",
    "day": "in spring",
    "one": "purple",
    "some": {"purple": True, "red": True},
    "rows": {
        "a": {"pos": "1", "after": "After that", "done_by": {"gone": True}},
        "b": {"pos": "2", "after": "z"},
    },
    "parts": {
        "a": {"pos": "1", "role": "boss"},
        "b": {"pos": "2", "spent_on": {"c": {"pos": "1", "euros": "ten"}}},
    },
}
"""What could not be read, is not offered, or is not there any more."""
OPEN = sample("hidden", "open")
HIDDEN = {
    **OPEN,
    "places": {"home": True},
    "steps": {"s": {"pos": "1", "day": "2027-02-01"}, **OPEN["steps"]},
}
"""Answers that a condition hides: of a section, and in a table."""


class Anybody(Person):
    """Answers every question, now so and now so; never names a file."""

    def choose(self, question: Question) -> str:
        self.asked.append(question)
        return question.options[len(self.asked) % len(question.options)].id

    def file_to_open(self, kind: Kind, formats: object = ()) -> Path | None:
        return None

    def file_to_save(self, kind: Kind, suggested: Path) -> Path | None:
        return None

    def folder(self) -> Path | None:
        return None


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path, qtlog: Any) -> Iterator[Hands]:
    """Makes hands, each with a file of its own; and says what Qt has warned of."""
    look, speech = Look(qapp), Speech("en")

    def desk(session: Session) -> Desk:
        return Desk(session, Attention(session), speech, look, Anybody(), Preferences(), Work())

    def make(world: str, answers: Answers | str) -> Hand:
        file = tmp_path / "work.grant"
        write(grant_of(world, answers), file)
        speech.use("en")
        return Hand(desk, file)

    def said() -> list[str]:
        return [record.message for record in qtlog.records if not record.ignored]

    yield make, said
    qapp.clipboard().clear()  # what a table has put there would outlive Python, and the process end with a crash


@contextmanager
def working(hand: Hand) -> Iterator[Hand]:
    """The hand at work; afterwards the window is closed, and nothing of it is left."""
    closer = Closer()
    try:
        yield hand
    finally:
        closer.stop()
        hand.window.keeper.discard()
        hand.close()


def is_fresh(window: Window) -> bool:
    """Is the report what somebody would find who looks at everything anew?"""
    session = window.desk.session
    return session.report == Checker(session.form).report(session.answers)


def is_kept(hand: Hand) -> bool:
    """Does the file read as the window does?"""
    session = hand.window.desk.session
    file = read(hand.path).grant
    return Application(file).outline(ENGLISH) == Application(session.grant).outline(ENGLISH)


def is_true(window: Window) -> bool:
    """Does the open page show what a page would show that is built now?"""
    page = window.middle.book.page
    if page is None or not page.isVisible():
        return True
    window.moving.navigator.setFocus()
    QApplication.processEvents()
    other = Page(window.desk, page.spot)
    other.resize(page.size())
    page.fill()
    other.enter()
    other.fill()
    other.show()
    QApplication.processEvents()
    mine, fresh = shown(page), shown(other)
    other.leave()
    other.deleteLater()
    assert mine == fresh
    return True


def goes_back(window: Window, first: Answers) -> bool:
    """Does undoing step by step bring the first answers back, and redoing the last?"""
    stack, last = window.desk.session.stack, window.desk.session.answers
    steps = stack.index()
    for _ in range(steps):
        stack.undo()
        QApplication.processEvents()
    back = same(window.desk.session.answers, first)
    for _ in range(steps):
        stack.redo()
        QApplication.processEvents()
    return back and same(window.desk.session.answers, last)


def play(hand: Hand, program: list[Gesture]) -> None:
    """Does everything, and looks at the laws after each gesture."""
    first = hand.window.desk.session.answers
    for name, at, which in program:
        hand.do(name, at, which)
        assert is_fresh(hand.window)
        if name == "save":
            assert is_kept(hand)
        if name == "reopen":
            assert is_kept(hand)
            first = hand.window.desk.session.answers
    assert is_true(hand.window)
    assert is_printed(hand.window)
    assert goes_back(hand.window, first)
    hand.save(0, 0)
    assert is_kept(hand)


def pages_left() -> int:
    """The pages that are still there though their windows are closed."""
    gc.collect()
    return sum(isinstance(each, Page) and isValid(each) for each in gc.get_objects())


def run(hands: Hands, world: str, answers: Answers | str, examples: int) -> None:
    """Plays many programs; a broken law is shown with the shortest of them that breaks it."""
    make, said = hands

    @settings(SETTINGS, max_examples=examples)
    @given(PROGRAMS)
    def laws(program: list[Gesture]) -> None:
        before = len(said())
        with capture_exceptions() as broken, working(make(world, answers)) as hand:
            play(hand, program)
        assert [value for _, value, _ in broken] == []
        assert said()[before:] == []

    laws()
    assert pages_left() == 0


@pytest.mark.parametrize(
    ("world", "answers", "language"),
    [
        ("kinds", FULL, "sv"),
        ("kinds", ODD, "en"),
        ("hidden", HIDDEN, "en"),
        ("hevi", "complete", "fi"),
        ("hevi", "unfinished", "en"),
    ],
)
def test_a_print_says_what_the_pages_show(
    world: str, answers: Answers | str, language: str, hands: Hands
) -> None:
    with working(hands[0](world, answers)) as hand:
        hand.window.desk.speech.use(language)
        assert is_printed(hand.window)


@pytest.mark.parametrize("answers", [EMPTY, FULL], ids=["empty", "full"])
def test_anything_may_be_done_in_any_order(answers: Answers, hands: Hands) -> None:
    run(hands, "kinds", answers, 8)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("world", "answers"),
    [("kinds", EMPTY), ("kinds", FULL), ("hidden", HIDDEN), ("hevi", "unfinished"), ("hevi", "complete")],
)
def test_anything_may_be_done_for_long(world: str, answers: Answers | str, hands: Hands) -> None:
    run(hands, world, answers, 30)
