"""The what-if sheet: levers that try, an outcome beside today's, and nothing that changes before it is applied."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel
from pytestqt.qtbot import QtBot

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.trial.lever import FigureControl, PickControl, ScaleControl, TickControl
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


def rate(sheet: TrialSheet, text: str) -> FigureControl:
    made = sheet.tries.controls[RATE]
    assert isinstance(made, FigureControl)
    made.line.setText(text)
    made.line.editingFinished.emit()
    return made


def scale_of(sheet: TrialSheet, key: str) -> ScaleControl:
    made = sheet.tries.cards[key].scale
    assert made is not None
    return made


def pick(sheet: TrialSheet, value: str) -> None:
    made = sheet.tries.controls[BASIS]
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
    basis = sheet.tries.controls[BASIS]
    pick(sheet, "gber25")
    bonuses = ("partners", "university", "aid_bonuses")
    qtbot.waitUntil(lambda: bonuses in sheet.tries.controls)
    assert sheet.tries.controls[BASIS] is basis
    assert sheet.outcome.came.text() == "2 new issues"
    ticks = sheet.tries.controls[bonuses]
    assert isinstance(ticks, TickControl)
    ticks.boxes["collaboration"].click()
    assert sheet.trial.changes[bonuses] == {"collaboration": True}
    pick(sheet, "none")
    qtbot.waitUntil(lambda: bonuses not in sheet.tries.controls)


def test_effort_is_tried_by_a_slider_that_says_its_value(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    scale = scale_of(sheet, "city")
    scale.slider.setValue(5)
    assert scale.value.text() == "+25%"
    assert scale.slider.accessibleDescription() == "+25%"
    qtbot.waitUntil(sheet.apply.isEnabled)
    assert sheet.trial.scales == {"city": 25}


def test_a_partner_other_than_the_lead_may_be_left_out(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    boxes = {key: card.box for key, card in sheet.tries.cards.items() if card.box}
    assert set(boxes) == {"university", "company"}
    boxes["company"].click()
    qtbot.waitUntil(lambda: cells(sheet, 0)[3] != "–")
    assert sheet.trial.left_out == {"company"}


def test_applying_is_one_step_and_the_sheet_begins_anew(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    rate(sheet, "50")
    scale_of(sheet, "city").slider.setValue(-2)
    qtbot.waitUntil(sheet.apply.isEnabled)
    with qtbot.waitSignal(sheet.applied):
        sheet.apply.click()
    assert at.session.stack.count() == 1
    assert at.session.answers["partners"]["university"]["support_rate"] == 5000
    qtbot.waitUntil(lambda: not sheet.apply.isEnabled())
    assert scale_of(sheet, "city").slider.value() == 0
    assert cells(sheet, 0)[3] == "–"


def test_throwing_away_shows_everything_as_it_is(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    rate(sheet, "50")
    qtbot.waitUntil(sheet.forget.isEnabled)
    with qtbot.waitSignal(sheet.ended):
        sheet.forget.click()
    made = sheet.tries.controls[RATE]
    assert isinstance(made, FigureControl)
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
    assert RATE in sheet.tries.controls


def test_amounts_so_far_are_marked(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "unfinished"))
    assert cells(sheet, 0)[1].endswith("*")
    assert sheet.outcome._note.isVisible()


def test_every_lever_has_a_label(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    for made in sheet.tries.controls.values():
        assert made.label.text()
        assert isinstance(made, TickControl) or made.label.buddy() is not None
    assert all(box.text() for box in sheet.findChildren(QCheckBox))


def test_person_months_are_folded_away_and_tried_one_by_one(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    fold = next(iter(sheet.tries.cards["company"].folds.values()))
    assert fold.head.text() == "Person-months: 15.00\N{NO-BREAK SPACE}pm"
    assert fold.controls == {}
    fold.head.click()
    second = list(fold.controls.values())[1]
    assert second.label.text() == "Kehityspäällikkö, 2028"
    assert second.line.text() == "8.00"
    second.line.setText("2")
    second.line.editingFinished.emit()
    qtbot.waitUntil(
        lambda: fold.head.text() == "Person-months: 9.00\N{NO-BREAK SPACE}pm, today 15.00\N{NO-BREAK SPACE}pm"
    )
    assert cells(sheet, 0)[3] == "−€32,372"
    assert list(fold.controls.values())[1] is second
    second.line.setText("many")
    second.line.editingFinished.emit()
    assert second.message.isVisible()
    assert sheet.trial.changes == {second.lever.path: 200}


def test_a_slider_moves_the_numbers_that_are_unfolded(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    fold = next(iter(sheet.tries.cards["company"].folds.values()))
    fold.head.click()
    scale_of(sheet, "company").slider.setValue(10)
    qtbot.waitUntil(lambda: "22.50" in fold.head.text())
    assert [made.line.text() for made in fold.controls.values()] == ["3.00", "12.00", "7.50"]


def test_one_partner_more_is_tried_and_taken_back(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    another = sheet.tries.another
    assert another is not None
    another.pick.show_value("company")
    another.add.click()
    [key] = sheet.trial.added
    qtbot.waitUntil(lambda: sheet.outcome.partners.model().rowCount() == 4)
    card = sheet.tries.cards[key]
    assert card.isAncestorOf(sheet.focusWidget())
    assert ("partners", key, "support_rate") in sheet.tries.controls
    shown = sheet.outcome.partners.model()
    assert [str(shown.index(3, n).data()) for n in range(4)] == [
        "Part implementer 4",
        "€0",
        "€78,807",
        "+€78,807",
    ]
    assert card.remove is not None
    card.remove.click()
    qtbot.waitUntil(lambda: sheet.outcome.partners.model().rowCount() == 3)
    assert key not in sheet.tries.cards
    assert sheet.trial.patch == {}
    assert cells(sheet, 0)[3] == "–"


def test_what_is_wrong_comes_before_what_is_only_missing_and_names_the_partner(
    qtbot: QtBot, desk: Desks
) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    key = sheet.trial.add("company")
    sheet.trial.change(("partners", "company", "staff", "k2", "person_months"), 200)
    sheet.refresh()
    found = sheet.trial.compared().came
    assert not found[0].missing
    assert found[-1].missing
    texts = [label.text() for label in sheet.outcome.findChildren(QLabel)]
    assert any(text.startswith("Part implementer 4 ›") for text in texts)
    assert not any(key in text for text in texts)


def test_a_partner_that_was_added_is_applied(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    assert sheet.tries.another is not None
    sheet.tries.another.add.click()
    qtbot.waitUntil(sheet.apply.isEnabled)
    sheet.apply.click()
    assert len(at.session.answers["partners"]) == 4
    assert at.session.stack.count() == 1
    qtbot.waitUntil(lambda: not sheet.apply.isEnabled())
    assert len([card for key, card in sheet.tries.cards.items() if key]) == 4


def test_partners_who_come_and_go_in_the_form_come_and_go_in_the_sheet(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    sheet = opened(qtbot, at)
    at.session.edit({("partners", "company"): None}, phrase("Remove"))
    qtbot.waitUntil(lambda: "company" not in sheet.tries.cards)
    assert sheet.tries.another is not None
    assert sheet.tries.another.pick.count() == 2
    at.session.stack.undo()
    qtbot.waitUntil(lambda: "company" in sheet.tries.cards)
    assert sheet.tries.another.pick.count() == 3


def test_what_one_works_with_stays_in_sight_however_much_comes_of_it(qtbot: QtBot, desk: Desks) -> None:
    sheet = opened(qtbot, desk("hevi", "complete"))
    assert sheet.tries.another is not None
    sheet.tries.another.add.setFocus()
    sheet.tries.another.add.click()
    card = sheet.tries.cards[next(iter(sheet.trial.added))]
    assert card.scale is not None
    slider, view = card.scale.slider, sheet._scroll.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(slider.mapTo(view, slider.rect().center())))
    assert slider.hasFocus()
