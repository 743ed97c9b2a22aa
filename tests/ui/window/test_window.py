"""The window leads to every place, shows what is to be done, folds where it is narrow, and speaks as one wants."""

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.spot import CHECK, Spot, spot, spots
from grantdesk.ui.window.window import Window
from grantdesk.words.phrase import phrase


def test_it_opens_on_the_first_page_with_the_focus_in_its_first_question(window):
    shown = window("hevi", "complete")
    first = spots(shown.desk.session)[0]
    assert shown.moving.here == first
    assert shown.middle.book.page.spot == first
    assert shown.middle.isAncestorOf(shown.focusWidget())


def test_every_page_can_be_opened_and_everything_else_follows(window):
    shown = window("hevi", "complete")
    for page in spots(shown.desk.session):
        shown.moving.turn(page)
        assert shown.moving.here == page
        assert shown.moving.navigator.tree.here == page
        assert shown.moving.findings.findings.page == page


def test_going_to_a_place_opens_its_page_and_puts_the_focus_into_the_field(window):
    shown = window("hevi", "complete")
    partner = list(shown.desk.session.answers["partners"])[1]
    nodes = [asked.id for asked in shown.desk.session.form.project.tables["partners"].asked if asked.section]
    path = ("partners", partner, nodes[0])
    shown.go(path)
    assert shown.moving.here == spot(shown.desk.session, path)
    assert shown.middle.book.page.questions.fields[path].isAncestorOf(shown.focusWidget())


def test_next_issue_goes_through_all_of_them_and_around(window, qtbot: QtBot):
    shown = window("hevi", "unfinished")
    qtbot.keyClick(shown, Qt.Key.Key_F7)
    assert shown.moving.here == CHECK
    order = [finding.path for finding in shown.desk.attention.shown]
    went = []
    shown.moving.findings.chosen.connect(went.append)
    for _ in range(5):
        qtbot.keyClick(shown, Qt.Key.Key_F8)
    qtbot.keyClick(shown, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert went == [*order[:5], order[3]]
    assert shown.moving.here == spot(shown.desk.session, order[3])


def test_next_issue_asks_for_the_check_if_nobody_has(window):
    shown = window("hevi", "unfinished")
    shown.moving.next_finding()
    assert shown.desk.attention.asked
    assert shown.moving.here == spot(shown.desk.session, shown.desk.attention.shown[0].path)


def test_next_and_previous_page_follow_the_order_and_stop_at_the_ends(window):
    shown = window("hevi", "complete")
    pages = spots(shown.desk.session)
    shown.moving.previous_page()
    assert shown.moving.here == pages[0]
    for page in pages[1:]:
        shown.moving.next_page()
        assert shown.moving.here == page
    shown.moving.next_page()
    assert shown.moving.here == pages[-1]


def test_where_it_is_narrow_the_findings_fold_into_a_button(window, qtbot: QtBot):
    shown = window("hevi", "unfinished")
    assert not shown.body.is_issues_folded
    assert shown.header.issues.isHidden()
    shown.desk.attention.check()
    shown.resize(1024, 700)
    assert shown.body.is_issues_folded
    assert not shown.body.is_pages_folded
    n = len(shown.desk.attention.shown)
    qtbot.waitUntil(lambda: shown.header.issues.text() == f"Issues ({n})")
    shown.header.issues.click()
    assert shown.moving.findings.isVisible()
    qtbot.keyClick(shown.body.right, Qt.Key.Key_Escape)
    assert not shown.moving.findings.isVisible()


def test_choosing_in_a_drawer_closes_it(window):
    shown = window("hevi", "unfinished")
    shown.desk.attention.check()
    shown.resize(1024, 700)
    shown.body.show_issues()
    shown.moving.findings.step(1)
    assert not shown.body.right.isVisible()


def test_help_in_a_drawer_has_one_title_and_one_way_to_close_it(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    shown.resize(1024, 700)
    shown.looking.help()
    drawer = shown.body.right
    closers = [each for each in drawer.findChildren(QToolButton) if each.isVisible()]
    assert [each.accessibleName() for each in closers] == ["Back to the issues"]
    closers[0].click()
    assert not drawer.isVisible()
    shown.body.show_issues()
    closers = [each for each in drawer.findChildren(QToolButton) if each.isVisible()]
    assert [each.accessibleName() for each in closers] == ["Close"]
    shown.desk.look.use("light", 200)
    assert closers[0].iconSize().height() == 36


def test_where_it_is_very_narrow_the_pages_fold_too_and_come_back(window):
    shown = window("hevi", "complete")
    shown.resize(860, 700)
    assert shown.body.is_pages_folded
    assert not shown.header.pages.isHidden()
    shown.body.show_pages()
    assert shown.moving.navigator.isVisible()
    shown.resize(1360, 860)
    assert not shown.body.is_pages_folded
    assert shown.moving.navigator.isVisible()
    assert shown.moving.findings.isVisible()
    assert shown.header.pages.isHidden()


def test_large_text_folds_what_there_is_no_room_for(window):
    shown = window("hevi", "complete")
    shown.desk.look.use("light", 200)
    try:
        assert shown.body.is_issues_folded
        assert shown.body.is_pages_folded
    finally:
        shown.desk.look.use("light", 100)


def test_another_language_says_everything_at_once_and_keeps_the_focus(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    focused = shown.focusWidget()
    shown.commands.action("speak_fi").trigger()
    assert shown.desk.speech.language.code == "fi"
    assert shown.status._language.text() == "Suomi"
    first = shown.desk.session.form.call.sections[0]
    assert first.title.fi in shown.moving.navigator.contents.find(Spot(first.id)).data()
    assert shown.focusWidget() is focused
    assert shown.desk.preferences.value.language == "fi"


def test_the_title_names_the_project_and_marks_what_is_not_saved(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    shown.desk.session.edit({("name_fi",): "Uusi nimi"}, phrase("Change"))
    qtbot.waitUntil(lambda: shown.windowTitle().startswith("Uusi nimi"))
    assert shown.isWindowModified()
    assert "grantdesk" in shown.windowTitle()


def test_undo_says_what_it_undoes_and_brings_the_eye_to_it(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    session = shown.desk.session
    path = ("name_fi",)
    session.edit({path: "Uusi nimi"}, phrase("Change “{field}”", field="Name"), path)
    shown.moving.turn(spots(session)[-2])
    qtbot.waitUntil(lambda: shown.commands.action("undo").isEnabled())
    assert "Change “Name”" in shown.commands.action("undo").toolTip()
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.answers["name_fi"] != "Uusi nimi"
    assert shown.moving.here == spot(session, path)
    assert shown.moving._glow.isVisible()
    qtbot.waitUntil(lambda: not shown.moving._glow.isVisible())


def test_a_page_that_is_gone_is_left(window):
    shown = window("hevi", "complete")
    session = shown.desk.session
    partner = list(session.answers["partners"])[-1]
    page = next(each for each in spots(session) if each.partner == partner)
    shown.moving.turn(page)
    session.edit({("partners", partner): None}, phrase("Remove"))
    assert shown.moving.here in spots(session)


def test_the_menu_has_every_command_that_has_no_button(window):
    shown = window("hevi", "complete")
    listed = {action.text() for action in shown.header.menu.actions()}
    for name in ("save", "save_as", "goto", "find", "help", "shortcuts", "preferences", "about"):
        assert shown.commands.action(name).text() in listed


def test_no_two_commands_have_the_same_keys(window):
    shown = window("hevi", "complete")
    keys = [key for command in shown.commands.table.values() for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_head_keeps_within_the_narrowest_window_in_every_language(window, language: str):
    shown = window("hevi", "complete", language)
    shown.resize(1024, 700)
    assert shown.width() == 1024
    assert shown.header.minimumSizeHint().width() <= 1024


def test_help_stands_beside_the_page_and_follows_it(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    qtbot.keyClick(shown, Qt.Key.Key_F1)
    help_ = shown.moving.help
    assert help_.isVisible()
    section = shown.desk.session.form.sections[shown.moving.here.section]
    assert section.title.en in help_.text.toPlainText()
    shown.moving.next_page()
    section = shown.desk.session.form.sections[shown.moving.here.section]
    assert section.title.en in help_.text.toPlainText()
    qtbot.keyClick(help_.text, Qt.Key.Key_Escape)
    assert shown.moving.findings.isVisible()


def test_a_closed_window_leaves_nothing_behind(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    shown = Window(one, Keeper(one.session))
    shown.show()
    qtbot.waitExposed(shown)
    shown.moving.check()
    shown.keeper.discard()
    shown.close()
    there = weakref.ref(shown)
    shown.deleteLater()
    del shown
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert there() is None


def test_an_idle_window_has_no_timer_that_wakes_it(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    assert shown.header.countdown.waits >= 60_000 or shown.header.countdown.waits == 0


def test_large_text_on_a_small_screen_leaves_the_name_and_the_time_their_room(window, qtbot: QtBot):
    shown = window("hevi", "complete")
    header, look = shown.header, shown.desk.look
    shown.desk.speech.use("fi")
    look.use("light", 200)
    shown.resize(1024, 700)
    lines = [header._name, header._call]
    qtbot.waitUntil(lambda: all(line.width() >= 1024 / 3 and len(line.text()) > 10 for line in lines))
    assert header.issues.isHidden() or header.issues.width() >= header.issues.sizeHint().width()
    listed = set(header.menu.actions())
    for key, button in header._buttons.items():
        assert button.isHidden() == (key in header._away)
        assert (shown.commands.action(key) in listed) == (key in header._away)
    assert not header._away & {"check", "export"}
    look.use("light", 100)
    shown.resize(1360, 800)
    qtbot.waitUntil(lambda: not header._away)
    assert not any(button.isHidden() for button in header._buttons.values() if button.is_wanted)
    assert not set(header.menu.actions()) & {shown.commands.action(key) for key in header._buttons}
