"""Tables: rows are added, copied, moved and deleted; wide ones are cards."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from grantdesk.model.order import ordered
from grantdesk.model.order import spread as spread_out
from grantdesk.model.tree import Answers, at
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.card.cards import Cards
from grantdesk.ui.editors.rows.spread import Spread
from grantdesk.ui.editors.rows.table import MANY, TableEditor

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # the offscreen platform has no windows to hint at
ROWS: Answers = {"rows": {key: {"pos": str(n), "name": key} for n, key in enumerate("abc", 1)}}


def names(desk: Desk, *path: str) -> list[Any]:
    return [row.get("name") for _, row in ordered(at(desk.session.answers, path))]


def spread(editor: Any, desk: Desk, *path: str) -> Spread:
    made = editor(desk, path)
    assert isinstance(made, TableEditor)
    assert isinstance(made.body, Spread)
    return made.body


def cards(editor: Any, desk: Desk, *path: str) -> Cards:
    made = editor(desk, path)
    assert isinstance(made.body, Cards)
    return made.body


def test_an_empty_table_says_how_to_begin_and_the_first_row_is_typed_in_at_once(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds")
    body = spread(editor, made, "rows")
    assert not body.grid.isVisible()
    body.empty.first.click()
    assert body.grid.isVisible()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "new")
    assert names(made, "rows") == ["new"]


def test_rows_of_a_spreadsheet_are_pasted_into_an_empty_table(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds")
    body = spread(editor, made, "rows")
    QGuiApplication.clipboard().setText("one\t2027-09-01\ntwo\t2027-10-01\n")
    body.empty.second.click()
    assert names(made, "rows") == ["one", "two"]
    assert made.session.stack.count() == 1


def test_rows_are_pasted_by_the_usual_key_into_an_empty_table(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds")
    body = spread(editor, made, "rows")
    QGuiApplication.clipboard().setText("one\ntwo\n")
    body.empty.first.setFocus()
    QTest.keyClick(body.empty.first, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(body.grid.view, Qt.Key.Key_Control)  # or it is held in every test that follows
    assert names(made, "rows") == ["one", "two"]
    assert body.grid.view.hasFocus()


def test_all_rows_that_were_copied_are_pasted_without_their_titles(desk, editor) -> None:  # type: ignore[no-untyped-def]
    spread(editor, desk("kinds", ROWS), "rows").tools.buttons["copy_all"].click()
    other = desk("kinds")
    body = spread(editor, other, "rows")
    body.empty.second.click()
    assert names(other, "rows") == ["a", "b", "c"]
    assert body.grid.notice is not None


def test_rows_are_duplicated_moved_and_deleted_by_the_buttons(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", ROWS)
    body = spread(editor, made, "rows")
    body.grid.view.setCurrentIndex(body.grid.model.index(1, 0))
    body.tools.buttons["up"].click()
    assert names(made, "rows") == ["b", "a", "c"]
    assert body.grid.view.chosen == ["b"]
    body.tools.buttons["duplicate"].click()
    assert names(made, "rows") == ["b", "b", "a", "c"]
    body.tools.buttons["delete"].click()
    assert names(made, "rows") == ["b", "a", "c"]
    assert [made.session.stack.text(n) for n in range(3)] == ["", "", ""]
    while made.session.stack.canUndo():
        made.session.stack.undo()
    assert names(made, "rows") == ["a", "b", "c"]


def test_alt_and_arrows_move_the_rows_that_are_selected(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", ROWS)
    body = spread(editor, made, "rows")
    body.grid.view.setFocus()
    body.grid.view.setCurrentIndex(body.grid.model.index(0, 0))
    QTest.keyClick(body.grid.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(body.grid.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(made, "rows") == ["c", "a", "b"]
    assert body.grid.view.chosen == ["a", "b"]


def test_a_row_is_dragged_by_its_name(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", ROWS)
    body = spread(editor, made, "rows")
    head = body.grid.view.rows
    body.grid.view.selectRow(0)
    start = head.viewport().rect().center()
    start.setY(head.sectionViewportPosition(0) + 5)
    goal = head.viewport().rect().center()
    goal.setY(head.sectionViewportPosition(2) + head.sectionSize(2) - 3)
    QTest.mousePress(head.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(head.viewport(), goal)
    QTest.mouseRelease(head.viewport(), Qt.MouseButton.LeftButton, pos=goal)
    assert names(made, "rows") == ["b", "c", "a"]


def test_all_rows_are_copied_with_their_titles(desk, editor) -> None:  # type: ignore[no-untyped-def]
    body = spread(editor, desk("kinds", ROWS), "rows")
    body.tools.buttons["copy_all"].click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[0] == "Name"
    assert [line.split("\t")[0] for line in lines[1:]] == ["a", "b", "c"]


def test_deleting_tells_who_referred_to_the_row_and_undo_is_one_press_away(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk(
        "kinds", {"rows": {"a": {"pos": "1", "name": "a"}, "b": {"pos": "2", "name": "b", "after": "a"}}}
    )
    body = spread(editor, made, "rows")
    body.grid.view.setCurrentIndex(body.grid.model.index(0, 0))
    body.tools.buttons["delete"].click()
    assert body.gone.banner is not None
    assert body.gone.banner.detail.text().startswith("1 place referred to what is gone")
    body.gone.banner.button("undo").click()
    assert names(made, "rows") == ["a", "b"]
    assert body.gone.banner is None


def test_the_offer_to_undo_goes_once_something_else_was_done(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", ROWS)
    body = spread(editor, made, "rows")
    body.grid.view.setCurrentIndex(body.grid.model.index(0, 0))
    body.tools.buttons["delete"].click()
    assert body.gone.isVisible()
    body.grid.model.type(body.grid.model.index(0, 0), "other")
    assert not body.gone.isVisible()


def test_a_table_that_is_full_takes_no_more(desk, editor) -> None:  # type: ignore[no-untyped-def]
    full = {"rows": {key: {"pos": str(n), "name": key} for n, key in enumerate("abcde", 1)}}
    body = spread(editor, desk("kinds", full), "rows")
    body.grid.view.setCurrentIndex(body.grid.model.index(0, 0))
    assert body.grid.model.rowCount() == 5
    assert not body.tools.buttons["add"].isEnabled()
    assert not body.tools.buttons["duplicate"].isEnabled()


def test_the_counter_tells_the_bounds(desk, editor) -> None:  # type: ignore[no-untyped-def]
    assert editor(desk("kinds", ROWS), ("rows",)).counter() == "3 rows; at most 5"
    assert editor(desk("hevi", "complete"), ("milestones",)).counter() == "6 rows; at least 1, at most 40"


def test_another_language_is_spoken_in_place(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    table = editor(made, ("milestones",))
    table.body.grid.view.setCurrentIndex(table.body.grid.model.index(2, 1))
    made.speech.use("fi")
    table.speak()
    model = table.body.grid.model
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Välitavoite"
    assert model.headerData(0, Qt.Orientation.Vertical) == "V1"
    assert table.body.grid.view.currentIndex().row() == 2


def test_wide_tables_are_cards_and_only_the_open_one_has_fields(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    body = cards(editor, made, "work_packages")
    assert body.fields is None
    first, second = list(body.cards)[:2]
    body.cards[first].head.click()
    assert body.fields is not None
    assert {path[1] for path in body.fields.fields} == {first}
    body.cards[second].head.click()
    assert {path[1] for path in body.fields.fields} == {second}
    body.cards[second].head.click()
    assert body.fields is None


def test_a_card_says_what_it_is_called_and_how_far_it_is(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", {"work_packages": {"a": {"pos": "1", "name": "Trials"}, "b": {"pos": "2"}}})
    body = cards(editor, made, "work_packages")
    assert [card.head.text() for card in body.cards.values()] == ["WP1 Trials", "WP2"]
    assert body.cards["a"].head.accessibleDescription() == "6 answers missing"
    assert body.cards["b"].head.accessibleDescription() == "7 answers missing"


def test_the_first_card_is_added_and_its_name_waits_to_be_typed(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi")
    body = cards(editor, made, "work_packages")
    assert body.empty.first.text() == "Add WP1"
    body.empty.first.click()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "Trials")
    assert names(made, "work_packages") == ["Trials"]
    assert body.cards[body.opened].head.text() == "WP1 Trials"


def test_cards_are_moved_duplicated_and_deleted(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", {"work_packages": {"a": {"pos": "1", "name": "A"}, "b": {"pos": "2", "name": "B"}}})
    body = cards(editor, made, "work_packages")
    body.cards["a"].tools["down"].click()
    assert names(made, "work_packages") == ["B", "A"]
    assert list(body.cards) == ["b", "a"]
    body.cards["b"].tools["duplicate"].click()
    assert names(made, "work_packages") == ["B", "B", "A"]
    body.cards["b"].tools["delete"].click()
    assert names(made, "work_packages") == ["B", "A"]
    assert body.gone.isVisible()
    while made.session.stack.canUndo():
        made.session.stack.undo()
    assert names(made, "work_packages") == ["A", "B"]


def test_revealing_a_place_opens_its_card_and_goes_to_the_field(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", "complete")
    body = cards(editor, made, "work_packages")
    key = list(body.cards)[2]
    body.reveal(("work_packages", key, "name"))
    assert body.opened == key
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    assert body.fields is not None
    assert body.fields.fields["work_packages", key, "name"].isAncestorOf(focus)


def test_what_is_wrong_in_a_card_is_shown_at_its_field(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", {"work_packages": {"a": {"pos": "1", "start": "soon"}}})
    body = cards(editor, made, "work_packages")
    body.open("a")
    made.attention.check()
    assert body.fields is not None
    field = body.fields.fields["work_packages", "a", "start"]
    assert [finding.kind for finding in field.findings] == ["unreadable"]
    body.open("")
    assert body.cards["a"].property("role") == "card-error"


def test_what_is_only_read_offers_nothing_to_do(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", ROWS)
    made.session.read_only = True
    body = spread(editor, made, "rows")
    body.grid.view.setCurrentIndex(body.grid.model.index(0, 0))
    assert [name for name, button in body.tools.buttons.items() if button.isEnabled()] == ["copy_all"]


def test_more_wide_rows_than_anybody_reads_as_cards_are_a_grid(desk, editor) -> None:  # type: ignore[no-untyped-def]
    packages = {f"r{n}": {"pos": pos, "name": str(n)} for n, pos in enumerate(spread_out(MANY + 1))}
    few = dict(list(packages.items())[:3])
    assert len(cards(editor, desk("hevi", {"work_packages": few}), "work_packages").cards) == 3
    body = spread(editor, desk("hevi", {"work_packages": packages}), "work_packages")
    assert len(body.grid.model.keys) == MANY + 1
