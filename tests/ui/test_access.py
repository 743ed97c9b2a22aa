"""Every page can be read, reached and used without a mouse and without eyes: names, roles, descriptions, Tab, focus."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from audit import Stop, backwards, nameless, passed_over, place, roleless, stops, tour
from desks import desk_of, session_of
from grantdesk.call.terms.node import Info
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, spots
from grantdesk.ui.page.book import Book
from grantdesk.ui.page.page import Page
from worlds import form

WORLDS = {"kinds": "", "hevi": "complete"}
SECTIONS = [(name, section.id) for name in WORLDS for section in form(name).call.sections]
EVERY_PAGE = pytest.mark.parametrize(("world", "section"), SECTIONS)


class Strays(QObject):
    """Notices every window that opens though nobody asked for one: for the eye a flash, for the focus the end."""

    def __init__(self, own: QWidget) -> None:
        super().__init__()
        self.own = own
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_window = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_window and watched is not self.own:
            self.seen.append(type(watched).__name__)
        return False


@dataclass(frozen=True)
class Opened:
    """A page in a window that has the focus, and the windows that opened meanwhile."""

    desk: Desk
    page: Page
    strays: list[str]


@pytest.fixture
def opened(world: str, section: str, qtbot: QtBot, qapp: QApplication) -> Iterator[Opened]:
    """The first page of a section, in a window as large as a small laptop."""
    session = session_of(world, WORLDS[world]) if WORLDS[world] else session_of(world)
    desk = desk_of(qapp, session)
    book = Book(desk)
    qtbot.addWidget(book)
    book.resize(800, 660)
    strays = Strays(book)
    qapp.installEventFilter(strays)
    book.show()
    qtbot.waitExposed(book)
    book.activateWindow()
    page = book.turn(next((spot for spot in spots(session) if spot.section == section), Spot(section)))
    qapp.processEvents()
    yield Opened(desk, page, strays.seen)
    qapp.removeEventFilter(strays)
    desk.work.close()


@EVERY_PAGE
def test_every_control_says_its_name_and_what_it_is(opened: Opened) -> None:
    assert stops(opened.page)
    assert nameless(opened.page) == []
    assert roleless(opened.page) == []


@EVERY_PAGE
def test_every_question_tells_a_screen_reader_its_help(opened: Opened) -> None:
    say = opened.desk.say
    for field in opened.page.questions.fields.values():
        node, main = field.editor.node, field.editor.main()
        if node.help and not isinstance(node, Info):
            assert say(node.help) in main.accessibleDescription(), place(main)


@EVERY_PAGE
def test_every_error_is_told_with_the_question_that_it_is_about(opened: Opened) -> None:
    opened.desk.attention.check()
    QApplication.processEvents()
    for field in opened.page.questions.fields.values():
        own = [finding for finding in field.findings if finding.path == field.path]
        for finding in own:
            assert opened.desk.say(finding.phrase) in field.editor.main().accessibleDescription(), place(
                field
            )


@EVERY_PAGE
def test_tab_comes_to_every_control_as_one_reads(opened: Opened) -> None:
    seen: list[Stop] = tour(opened.page)
    assert passed_over(opened.page, seen) == []
    assert backwards(seen) == []


@EVERY_PAGE
def test_the_eye_sees_where_the_focus_is(opened: Opened) -> None:
    seen = tour(opened.page)
    assert [place(stop.widget) for stop in seen if not stop.is_seen] == []
    assert [place(stop.widget) for stop in seen if not stop.is_marked] == []


@EVERY_PAGE
def test_no_page_opens_a_window_of_its_own(opened: Opened) -> None:
    assert opened.strays == []
