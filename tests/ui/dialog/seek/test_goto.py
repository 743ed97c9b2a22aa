"""Go to finds any page, partner, question, issue and command, in any language, by keys alone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.spot import spots
from grantdesk.ui.dialog.seek.destination import Destination, Ways, best, destinations
from grantdesk.ui.dialog.seek.goto import GoTo

# Qt without a screen says of each dialog that it cannot tell its size to a window manager.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def nowhere(_: object) -> None:
    """Goes nowhere."""


WAYS = Ways(nowhere, nowhere)


def test_every_page_partner_question_and_issue_is_there(desk):
    one = desk("hevi", "unfinished")
    one.attention.check()
    found = destinations(one, WAYS)
    kinds = [each.kind for each in found]
    assert kinds.count("page") == len(spots(one.session))
    assert kinds.count("partner") == len(one.session.answers["partners"])
    assert kinds.count("finding") == len(one.attention.shown)
    assert kinds.count("question") > 100


def test_a_name_in_another_language_finds_it_too(desk):
    one = desk("hevi", "complete", "sv")
    section = one.session.form.call.sections[3]
    for text in (section.title.fi, section.title.sv, section.title.en):
        first = best(text, destinations(one, WAYS))[0]
        assert first.title == section.title.sv


def test_a_page_and_the_name_of_a_partner_find_that_partners_page(desk):
    one = desk("hevi", "complete")
    dossier = one.session.dossier(one.speech.language)
    partner = dossier.say(dossier.partner(list(dossier.members)[1]).full)
    page = next(each for each in spots(one.session) if each.partner == list(dossier.members)[1])
    title = one.say(one.session.form.sections[page.section].title)
    went = []
    found = best(f"{title} {partner}", destinations(one, Ways(went.append, nowhere)))
    found[0].go()
    assert went == [page]


def test_arrows_and_enter_choose_while_one_types(desk, qtbot: QtBot):
    one = desk("hevi", "complete")
    dialog = GoTo(one, [Destination("command", name, "", list) for name in ("alpha", "alpine", "beta")], None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "alp")
    assert dialog._found.rowCount() == 2
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert dialog.chosen.title == "alpine"


def test_escape_goes_nowhere_and_enter_on_nothing_stays(desk, qtbot: QtBot):
    one = desk("kinds")
    dialog = GoTo(one, [Destination("command", "alpha", "", list)], None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.line, "zzz")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.chosen is None
