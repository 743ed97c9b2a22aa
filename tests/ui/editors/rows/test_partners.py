"""Partners: one leads, removing is undone in one press, one is copied from another file."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desks import grant_of
from grantdesk.files import writing
from grantdesk.model.order import ordered
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import spot, spots

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # the offscreen platform has no windows to hint at
PATH = ("partners",)


def roles(desk: Desk) -> list[str]:
    return [row["role"] for _, row in ordered(desk.session.answers.get("partners"))]


def test_the_first_partner_leads_and_its_name_waits_to_be_typed(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi")
    partners = editor(made, PATH)
    partners.empty.first.click()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "City")
    partners.add.click()
    assert roles(made) == ["lead", "partner"]
    assert next(iter(partners.members.values())).name.text() == "City"


def test_make_lead_moves_the_lead_in_one_step(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    partners = editor(made, PATH)
    second = list(partners.members)[1]
    assert partners.members[second].lead.isVisible()
    partners.members[second].lead.click()
    assert roles(made).count("lead") == 1
    assert made.session.answers["partners"][second]["role"] == "lead"
    assert not partners.members[second].lead.isVisible()
    assert made.session.stack.count() == 1
    made.session.stack.undo()
    assert roles(made)[0] == "lead"


def test_choosing_lead_as_the_role_moves_the_lead_in_one_step(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    partners = editor(made, PATH)
    second = list(partners.members)[1]
    partners.edit(second)
    role = partners.fields.fields[(*PATH, second, "role")].editor
    role.radios.options["lead"].button.click()
    assert roles(made).count("lead") == 1
    assert made.session.answers["partners"][second]["role"] == "lead"
    made.session.stack.undo()
    assert roles(made).count("lead") == 1
    assert roles(made)[0] == "lead"
    assert not role.radios.options["lead"].button.isChecked()


def test_removing_asks_nothing_and_offers_undo(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    partners = editor(made, PATH)
    keys = list(partners.members)
    partners._do(keys[0], "remove")
    assert list(partners.members) == keys[1:]
    assert partners.gone.banner is not None
    assert "There is no lead partner now" in partners.gone.banner.detail.text()
    assert "referred to what is gone" in partners.gone.banner.detail.text()
    partners.gone.banner.button("undo").click()
    assert list(partners.members) == keys


def test_a_card_opens_its_part_by_a_signal_and_its_fields_in_place(desk, editor, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    partners = editor(desk("hevi", "complete"), PATH)
    key = list(partners.members)[1]
    with qtbot.waitSignal(partners.wanted) as signal:
        partners.members[key].open.click()
    assert spot(partners.desk.session, signal.args[0]) == next(
        page for page in spots(partners.desk.session) if page.partner == key
    )
    partners.members[key].edit.click()
    assert {path[1] for path in partners.fields.fields} == {key}
    partners.members[key].edit.click()
    assert partners.fields is None


def test_cards_tell_role_particulars_progress_and_sums(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    member = next(iter(editor(made, PATH).members.values()))
    assert member.chip.text() == "Main implementer"
    assert "0124610-9" in member.particulars.text()
    assert "answered" in member.state.findChildren(type(member.name))[0].text()
    assert member.sums.text().startswith("Net costs: €")
    assert "so far" not in member.sums.text()


def test_sums_are_so_far_while_something_is_missing(desk, editor) -> None:  # type: ignore[no-untyped-def]
    partners = editor(desk("hevi", "unfinished"), PATH)
    assert any("so far" in member.sums.text() for member in partners.members.values())


def test_cards_are_moved_and_duplicated_without_a_second_lead(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    partners = editor(made, PATH)
    keys = list(partners.members)
    partners._do(keys[0], "down")
    assert list(partners.members)[:2] == [keys[1], keys[0]]
    partners._do(keys[0], "duplicate")
    assert len(partners.members) == len(keys) + 1
    assert roles(made).count("lead") == 1


@pytest.mark.qt_log_ignore("does not support")
def test_the_menu_offers_what_can_be_done(desk, editor) -> None:  # type: ignore[no-untyped-def]
    member = next(iter(editor(desk("hevi", "complete"), PATH).members.values()))
    menu = member.open_menu()
    able = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert able == {"up": False, "down": True, "duplicate": True, "remove": True}
    menu.close()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.grant"
    writing.write(grant_of("hevi", "complete"), path)
    return path


def test_a_partner_is_copied_from_another_file_in_one_step(desk, editor, other: Path, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", {"partners": {"a": {"pos": "1", "name": "Own", "role": "lead"}}})
    partners = editor(made, PATH)
    made.ask.files = [other]
    partners.copy.click()
    qtbot.waitUntil(lambda: partners.copying.source is not None)
    buttons = partners.copying.source.buttons
    assert len(buttons) == 3
    next(iter(buttons.values())).click()
    assert ordered(made.session.answers["partners"])[0][1]["name"] == "Own"
    assert len(partners.members) == 2
    assert roles(made) == ["lead", "partner"]
    assert "Main work package" in partners.gone.banner.detail.text()
    assert made.session.stack.count() == 1


def test_a_part_that_a_partner_sends_back_takes_the_place_of_the_one_that_is_here(
    desk, editor, tmp_path: Path, qtbot: QtBot
) -> None:  # type: ignore[no-untyped-def]
    made, path = desk("hevi", "complete"), tmp_path / "back.grant"
    answers, key = made.session.answers, "university"
    part = {**answers["partners"][key], "phone": "+358 40 000 0000"}
    back = {**answers, "partners": {**answers["partners"], key: part}}
    writing.write(replace(made.session.grant, answers=back), path)
    partners = editor(made, PATH)
    made.ask.files = [path, path]
    partners.copy.click()
    qtbot.waitUntil(lambda: partners.copying.source is not None)
    assert [each.text() for each in partners.copying.source.buttons.values()] == [
        "Update “Vantaanjoen yliopisto”"
    ]
    partners.copying.source.buttons[key].click()
    assert made.session.answers["partners"][key] == part
    assert partners.gone.banner.said.text() == "“Vantaanjoen yliopisto” is now as in the file."
    partners.copy.click()
    qtbot.waitUntil(lambda: bool(made.ask.told))
    assert [made.say(said) for said in made.ask.told] == [
        "The partners in “back.grant” are as they are here."
    ]
    assert made.session.stack.count() == 1
    made.session.stack.undo()
    assert made.session.answers == answers


@pytest.mark.parametrize("answers", [{}, {"partners": {"a": {"pos": "1", "name": "Own"}}}])
def test_who_would_rather_copy_none_is_back_where_they_asked(
    desk, editor, other: Path, qtbot: QtBot, answers: dict[str, object]
) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", answers)
    partners = editor(made, PATH)
    button = partners.copy if answers else partners.empty.second
    made.ask.files = [other]
    button.click()
    qtbot.waitUntil(lambda: partners.copying.source is not None)
    partners.copying.source.cancel.click()
    assert QApplication.focusWidget() is button
    assert made.session.answers == answers


def test_a_file_that_is_none_is_told_and_nothing_changes(desk, editor, tmp_path: Path, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi")
    partners = editor(made, PATH)
    wrong = tmp_path / "wrong.grant"
    wrong.write_text("no application")
    made.ask.files = [wrong, None]
    partners.empty.second.click()
    qtbot.waitUntil(lambda: bool(made.ask.told))
    partners.empty.second.click()
    assert len(made.ask.told) == 1
    assert made.session.answers == {}


def test_who_only_reads_can_open_parts_and_nothing_else(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    made.session.read_only = True
    partners = editor(made, PATH)
    member = list(partners.members.values())[1]
    assert member.open.isVisible()
    assert not any(button.isVisible() for button in (member.edit, member.lead, member.more, partners.add))
