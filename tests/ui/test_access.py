"""Every page can be read, reached and used without a mouse and without eyes: names, roles, descriptions, Tab, focus."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from audit import backwards, nameless, passed_over, place, roleless, stops, tour
from desks import desk_of, session_of
from grantdesk.call.terms.node import Info
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot, spots
from grantdesk.ui.page.book import Book
from grantdesk.ui.page.page import Page
from grantdesk.ui.window.window import Window
from views import dialogs, views
from worlds import form

WORLDS = {"kinds": "", "hevi": "complete"}
SECTIONS = [(name, section.id) for name in WORLDS for section in form(name).call.sections]
EVERY_PAGE = pytest.mark.parametrize(("world", "section"), SECTIONS)


@dataclass(frozen=True)
class Opened:
    """A page in a window that has the focus, and the other windows that took it meanwhile."""

    desk: Desk
    page: Page
    strays: list[str]


@pytest.fixture
def opened(world: str, section: str, qtbot: QtBot, qapp: QApplication) -> Iterator[Opened]:
    """The first page of a section, in a window as large as a small laptop."""
    session = session_of(world, WORLDS[world]) if WORLDS[world] else session_of(world)
    desk = desk_of(qapp, session)
    book = Book(desk)
    book.resize(800, 660)
    book.show()
    qtbot.waitExposed(book)
    book.activateWindow()
    strays: list[str] = []

    def look(window: QWindow | None) -> None:
        """A window that nobody asked for is a flash to the eye, and takes the focus away."""
        if window is not None and window is not book.windowHandle():
            strays.append(window.objectName() or "a window")

    qapp.focusWindowChanged.connect(look)
    page = book.turn(next((spot for spot in spots(session) if spot.section == section), Spot(section)))
    page.fill()
    qapp.processEvents()
    yield Opened(desk, page, strays)
    qapp.focusWindowChanged.disconnect(look)
    desk.work.close()
    book.close()
    book.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
    expected = stops(opened.page)
    seen = tour(opened.page)
    assert passed_over(expected, seen) == []
    assert backwards(seen) == []


@EVERY_PAGE
def test_the_eye_sees_where_the_focus_is(opened: Opened) -> None:
    seen = tour(opened.page)
    assert [place(stop.widget) for stop in seen if not stop.is_seen] == []
    assert [place(stop.widget) for stop in seen if not stop.is_marked] == []


@EVERY_PAGE
def test_no_page_opens_a_window_of_its_own(opened: Opened) -> None:
    assert opened.strays == []


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[Window]:
    """The whole window with the sample."""
    session = session_of("hevi", "complete")
    desk = desk_of(qapp, session)
    shown = Window(desk, Keeper(session))
    shown.resize(1360, 860)
    shown.show()
    qtbot.waitExposed(shown)
    shown.activateWindow()
    yield shown
    shown.keeper.discard()
    shown.close()
    desk.work.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_every_view_of_the_window_is_named_and_told(window: Window) -> None:
    """Pages with all that stands around them, what lies beside and over them, and every dialog."""
    wrong = {fault: name for name, view in views(window) for fault in (*nameless(view), *roleless(view))}
    assert wrong == {}


def test_tab_goes_around_in_every_dialog_and_is_seen(window: Window) -> None:
    for name, dialog in dialogs(window):
        dialog.activateWindow()
        QApplication.processEvents()
        expected, seen = stops(dialog), tour(dialog)
        assert (name, passed_over(expected, seen)) == (name, [])
        assert (name, [place(stop.widget) for stop in seen if not stop.is_marked]) == (name, [])
