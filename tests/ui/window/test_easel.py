"""The paper stands beside the page where there is room, and in its place where there is none."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from grantdesk.session.handing.exporting import Wish
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.window.deed.easel import BESIDE, PLACE
from grantdesk.ui.window.window import Window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
LONG = 30_000


@pytest.fixture
def shown(window, qtbot: QtBot) -> Window:
    """A wide window with the paper beside the page, and its pages there."""
    one: Window = window("hevi", "complete")
    qtbot.keyClick(one, Qt.Key.Key_P, KEYS)
    wait(qtbot, one)
    return one


def wait(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.viewing.easel.paper.pdf is not None, timeout=LONG)  # type: ignore[union-attr]


def test_it_stands_beside_the_page_and_the_key_puts_it_away_again(qtbot: QtBot, shown: Window):
    paper = shown.viewing.easel.paper
    assert paper.isVisible()
    assert shown.middle.isVisible()
    assert (
        paper.mapTo(shown, paper.rect().topLeft()).x() > shown.middle.mapTo(shown, shown.rect().topLeft()).x()
    )
    assert shown.body.is_issues_folded
    assert not shown.body.is_pages_folded
    assert shown.middle.isAncestorOf(shown.focusWidget()), "one goes on writing"
    qtbot.keyClick(shown, Qt.Key.Key_P, KEYS)
    assert not paper.isVisible()
    assert not shown.body.is_issues_folded


def test_very_wide_windows_have_room_for_all_four(qtbot: QtBot, shown: Window):
    shown.resize(1900, 900)
    assert not shown.body.is_issues_folded
    assert not shown.body.is_pages_folded
    assert shown.viewing.easel.paper.isVisible()


def test_it_takes_the_place_of_the_page_where_there_is_no_room_and_gives_it_back(qtbot: QtBot, shown: Window):
    paper = shown.viewing.easel.paper
    shown.resize(760, 800)
    assert shown.cover.over is paper
    assert not shown.middle.isVisible()
    assert not paper.bar.close_it.isVisible()
    shown.resize(1360, 800)
    assert shown.cover.over is None
    assert shown.middle.isVisible()
    assert paper.isVisible()
    assert paper.bar.close_it.isVisible()


def test_escape_in_it_leads_back_to_the_page(qtbot: QtBot, shown: Window):
    qtbot.keyClick(shown, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    paper = shown.viewing.easel.paper
    assert paper.pages.hasFocus()
    qtbot.keyClick(paper.pages, Qt.Key.Key_Escape)
    assert shown.middle.isAncestorOf(shown.focusWidget())
    assert paper.isVisible()
    shown.resize(760, 800)
    qtbot.keyClick(paper.pages, Qt.Key.Key_Escape)
    assert shown.cover.over is None


def test_its_keys_are_its_own_while_it_has_the_focus(qtbot: QtBot, shown: Window):
    text = shown.desk.preferences.value.text
    shown.viewing.show_paper()
    paper = shown.viewing.easel.paper
    qtbot.keyClick(paper.pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(paper.pages.zoom, int)
    qtbot.keyClick(paper.pages, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert paper.search.isVisible()
    assert shown.desk.preferences.value.text == text
    assert shown.looking._find is None


def test_the_field_in_focus_is_led_to_and_a_click_leads_back(qtbot: QtBot, shown: Window):
    pages = shown.viewing.easel.paper.pages
    shown.go(("need",))
    strip = pages.places.of(("need",))[0]
    assert pages.sheets[strip.page].answers
    shown.moving.go(("name_fi",))
    pages.wanted.emit(("need",))
    assert shown.middle.book.page.questions.fields[("need",)].isAncestorOf(shown.focusWidget())


def test_the_section_of_the_page_that_is_open_is_shown_until_a_field_has_the_focus(
    qtbot: QtBot, shown: Window
):
    pages = shown.viewing.easel.paper.pages
    shown.go(("need",))
    page = shown.viewing.easel.paper.print.sections[("budget", "company")][0]
    assert pages.at != page
    shown.viewing.preview()  # away, and up again on another page
    shown.moving.navigator.setFocus()
    shown.moving.turn(Spot("budget", "company"))
    shown.viewing.preview()
    assert pages.at == page
    assert not any(sheet.answers for sheet in pages.sheets.values())
    shown.go(("need",))
    strip = pages.places.of(("need",))[0]
    assert pages.sheets[strip.page].answers


def test_the_next_window_has_it_beside_too(window, qtbot: QtBot, shown: Window):
    assert shown.desk.preferences.value.places[PLACE] == BESIDE
    other = window("hevi", "complete")
    qtbot.waitUntil(lambda: other.viewing.easel.is_up)
    wait(qtbot, other)
    other.viewing.preview()
    assert other.desk.preferences.value.places[PLACE] == ""
    third = window("kinds")
    qtbot.wait(0)
    assert third.viewing.easel.paper is None


def test_a_narrow_window_begins_with_the_page(window, qtbot: QtBot):
    shown = window("kinds")
    shown.desk.preferences.change(places={PLACE: BESIDE})
    other = window("kinds")
    other.resize(760, 700)
    qtbot.waitUntil(lambda: other.width() == 760)
    other.viewing.easel._resume()
    assert other.viewing.easel.paper is None


def test_reading_hides_it_and_the_way_back_shows_it_again(qtbot: QtBot, shown: Window):
    paper = shown.viewing.easel.paper
    shown.viewing.read()
    assert not paper.isVisible()
    shown.viewing.preview()
    assert paper.isVisible()
    assert shown.cover.over is None


def test_the_width_that_it_was_given_is_kept(qtbot: QtBot, shown: Window):
    body, paper = shown.body, shown.viewing.easel.paper
    body._split.moveSplitter(body._split.width() - 500, body._split.indexOf(paper))
    width = paper.width()
    assert abs(width - 500) < 12
    body.remember()
    shown.resize(1420, 860)
    assert abs(paper.width() - width) < 12
    assert shown.desk.preferences.value.places["panels"].split()[2] == str(width)


def test_a_part_is_saved_where_the_person_says(qtbot: QtBot, shown: Window, tmp_path):
    key = next(iter(shown.desk.session.dossier(shown.desk.speech.language).members))
    shown.desk.ask.files.append(tmp_path / "part.pdf")
    shown.viewing.easel.paper.exporting.emit(Wish("fi", profile="partner", partner=key))
    qtbot.waitUntil((tmp_path / "part.pdf").exists, timeout=LONG)
    qtbot.waitUntil(lambda: "part.pdf" in shown.strip.text, timeout=LONG)
