"""The what-if sheet: levers that try, an outcome beside today's, and nothing that changes before it is applied."""

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.trial.lever import PickControl, RateControl, TickControl
from grantdesk.ui.trial.sheet import TrialSheet
from grantdesk.words.phrase import phrase
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
RATE = ("partners", "university", "support_rate")
BASIS = ("partners", "university", "aid_basis")


def opened(qtbot: QtBot, desk: Desk) -> TrialSheet:
    sheet = TrialSheet(desk)
    qtbot.addWidget(sheet)
    sheet.resize(600, 900)
    sheet.show()
    qtbot.waitUntil(lambda: sheet.outcome.table.model().rowCount() > 0)
    return sheet


def cells(sheet: TrialSheet, row: int) -> list[str]:
    model = sheet.outcome.table.model()
    return [str(model.index(row, column).data()) for column in range(4)]


def rate(sheet: TrialSheet, text: str) -> RateControl:
    made = sheet.controls[RATE]
    assert isinstance(made, RateControl)
    made.line.setText(text)
    made.line.editingFinished.emit()
    return made


def pick(sheet: TrialSheet, value: str) -> None:
    made = sheet.controls[BASIS]
    assert isinstance(made, PickControl)
    made.pick.show_value(value)
    made.pick.picked.emit(value)


def test_a_rate_is_tried_as_it_is_typed_and_shown_beside_today(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    assert not sheet.apply.isEnabled()
    made = rate(sheet, "50")
    assert made.line.text() == "50%"
    qtbot.waitUntil(sheet.apply.isEnabled)
    assert cells(sheet, 0) == ["EU and state funding", "€381,069", "€360,992", "−€20,077"]
    assert "−€20,077" in sheet.brief.text()
    assert at.session.stack.count() == 0


def test_a_rate_above_what_the_call_allows_is_cut_to_it(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    assert rate(sheet, "99 %").line.text() == "60%"


def test_what_cannot_be_read_is_explained_and_tries_nothing(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    made = rate(sheet, "half")
    assert made.message.isVisible()
    assert made.line.property("invalid")
    assert sheet.trial.patch == {}
    rate(sheet, "40 %")
    assert not made.message.isVisible()
    assert sheet.trial.patch == {RATE: 4000}


def test_a_choice_brings_up_further_levers_and_issues(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    basis = sheet.controls[BASIS]
    pick(sheet, "gber25")
    bonuses = ("partners", "university", "aid_bonuses")
    qtbot.waitUntil(lambda: bonuses in sheet.controls)
    assert sheet.controls[BASIS] is basis
    assert sheet.outcome.came.text() == "2 new issues"
    ticks = sheet.controls[bonuses]
    assert isinstance(ticks, TickControl)
    ticks.boxes["collaboration"].click()
    assert sheet.trial.changes[bonuses] == {"collaboration": True}
    pick(sheet, "none")
    qtbot.waitUntil(lambda: bonuses not in sheet.controls)


def test_effort_is_tried_by_a_slider_that_says_its_value(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    scale = sheet.scales["city"]
    scale.slider.setValue(5)
    assert scale.value.text() == "+25%"
    assert scale.slider.accessibleDescription() == "+25%"
    qtbot.waitUntil(sheet.apply.isEnabled)
    assert sheet.trial.scales == {"city": 25}


def test_a_partner_other_than_the_lead_may_be_left_out(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    assert set(sheet.boxes) == {"university", "company"}
    sheet.boxes["company"].click()
    qtbot.waitUntil(lambda: cells(sheet, 0)[3] != "–")
    assert sheet.trial.left_out == {"company"}


def test_applying_is_one_step_and_the_sheet_begins_anew(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    rate(sheet, "50")
    sheet.scales["city"].slider.setValue(-2)
    qtbot.waitUntil(sheet.apply.isEnabled)
    with qtbot.waitSignal(sheet.applied):
        sheet.apply.click()
    assert at.session.stack.count() == 1
    assert at.session.answers["partners"]["university"]["support_rate"] == 5000
    qtbot.waitUntil(lambda: not sheet.apply.isEnabled())
    assert sheet.scales["city"].slider.value() == 0
    assert cells(sheet, 0)[3] == "–"


def test_throwing_away_shows_everything_as_it_is(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    rate(sheet, "50")
    qtbot.waitUntil(sheet.forget.isEnabled)
    with qtbot.waitSignal(sheet.ended):
        sheet.forget.click()
    made = sheet.controls[RATE]
    assert isinstance(made, RateControl)
    assert made.line.text() == "60%"
    assert sheet.trial.patch == {}


def test_nothing_can_be_applied_where_one_only_reads(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    at.session.read_only = True
    sheet = opened(qtbot, at)
    rate(sheet, "50")
    qtbot.waitUntil(sheet.forget.isEnabled)
    assert not sheet.apply.isEnabled()


def test_it_follows_edits_and_the_language(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    at.session.edit({("partners", "city", "support_rate"): 4000}, phrase("Change"))
    qtbot.waitUntil(lambda: cells(sheet, 0)[1] != "€381,069")
    at.speech.use("fi")
    qtbot.waitUntil(lambda: cells(sheet, 0)[0] == "EU- ja valtion rahoitus")
    assert RATE in sheet.controls


def test_amounts_so_far_are_marked(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "unfinished"))
    assert cells(sheet, 0)[1].endswith("*")
    assert sheet.outcome._note.isVisible()


def test_every_lever_has_a_label(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    for made in sheet.controls.values():
        assert made.label.text()
        assert isinstance(made, TickControl) or made.label.buddy() is not None
    assert all(box.text() for box in sheet.findChildren(QCheckBox))
