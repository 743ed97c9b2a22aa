"""The keys of a spreadsheet."""

import pytest
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from grantdesk.model.order import ordered, spread
from grantdesk.model.tree import Answers, at
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.chooser import Chooser
from grantdesk.ui.editors.grid.grid import Grid
from grantdesk.ui.editors.grid.measure import MANY
from grantdesk.words.phrase import phrase

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # the offscreen platform has no windows to hint at
Key, Held = Qt.Key, Qt.KeyboardModifier
ROWS: Answers = {
    "rows": {
        "a": {"pos": "1", "name": "one", "from_day": "2027-09-01"},
        "b": {"pos": "2", "name": "two"},
        "c": {"pos": "3", "name": "three"},
    },
    "parts": {"p": {"pos": "1", "who": "City"}, "q": {"pos": "2", "who": "University"}},
}


@pytest.fixture
def rows(desk, grid) -> Grid:  # type: ignore[no-untyped-def]
    return grid(desk("kinds", ROWS), ("rows",))


def stand(grid: Grid, row: int, column: int) -> None:
    grid.view.setCurrentIndex(grid.model.index(row, column))


def here(grid: Grid) -> tuple[int, int]:
    return grid.view.currentIndex().row(), grid.view.currentIndex().column()


def press(grid: Grid, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    QTest.keyClick(grid.view, key, held)


def type_in(grid: Grid, text: str) -> None:
    """The first sign opens the cell, the others go into it."""
    QTest.keyClicks(grid.view, text[0])
    QTest.keyClicks(editor(grid), text[1:])


def editor(grid: Grid, kind: type = QLineEdit) -> QWidget:
    found = [each for each in grid.view.viewport().findChildren(kind) if each.isVisible()]
    assert found, "nothing is being typed in"
    return found[-1]


def is_typing(grid: Grid) -> bool:
    return any(each.isVisible() for each in grid.view.viewport().findChildren(QLineEdit))


def answer(grid: Grid, *path: str) -> object:
    return at(grid.model.session.answers, path)


def names(grid: Grid) -> list[object]:
    return [row.get("name") for _, row in ordered(answer(grid, "rows"))]


def test_typing_replaces_and_enter_goes_down(rows: Grid) -> None:
    stand(rows, 0, 0)
    QTest.keyClicks(rows.view, "x")
    QTest.keyClicks(editor(rows), "yz")
    QTest.keyClick(editor(rows), Key.Key_Return)
    assert answer(rows, "rows", "a", "name") == "xyz"
    assert here(rows) == (1, 0)
    assert not is_typing(rows)
    assert rows.model.session.stack.count() == 1


def test_shift_enter_goes_up_and_arrows_end_what_was_typed_anew(rows: Grid) -> None:
    stand(rows, 1, 0)
    QTest.keyClicks(rows.view, "x")
    QTest.keyClick(editor(rows), Key.Key_Return, Held.ShiftModifier)
    assert here(rows) == (0, 0)
    QTest.keyClicks(rows.view, "y")
    QTest.keyClick(editor(rows), Key.Key_Down)
    assert here(rows) == (1, 0)
    assert names(rows) == ["y", "x", "three"]


def test_f2_goes_on_with_what_stands_there(rows: Grid) -> None:
    stand(rows, 0, 0)
    press(rows, Key.Key_F2)
    QTest.keyClick(editor(rows), Key.Key_End)
    QTest.keyClicks(editor(rows), "!")
    QTest.keyClick(editor(rows), Key.Key_Return)
    assert answer(rows, "rows", "a", "name") == "one!"


def test_escape_brings_back_what_stood_there_and_leaves_no_step(rows: Grid) -> None:
    stand(rows, 0, 0)
    QTest.keyClicks(rows.view, "x")
    assert answer(rows, "rows", "a", "name") == "x"
    QTest.keyClick(editor(rows), Key.Key_Escape)
    assert answer(rows, "rows", "a", "name") == "one"
    assert rows.model.session.stack.count() == 0
    assert not is_typing(rows)


def test_tab_goes_right_and_to_the_next_row(rows: Grid) -> None:
    stand(rows, 0, 3)
    press(rows, Key.Key_Tab)
    assert here(rows) == (0, 4)
    press(rows, Key.Key_Tab)
    assert here(rows) == (1, 0)
    press(rows, Key.Key_Backtab, Held.ShiftModifier)
    assert here(rows) == (0, 4)


def test_tab_leaves_the_grid_at_its_ends_and_ctrl_tab_anywhere(rows: Grid) -> None:
    column = rows.layout()
    assert isinstance(column, QVBoxLayout)
    before, after = QPushButton("before"), QPushButton("after")
    column.insertWidget(0, before)
    column.addWidget(after)
    for each in (before, after):
        each.show()
    QWidget.setTabOrder(before, rows.view)
    QWidget.setTabOrder(rows.view, after)
    stand(rows, 0, 0)
    press(rows, Key.Key_Backtab, Held.ShiftModifier)
    assert QApplication.focusWidget() is before
    rows.view.setFocus()
    stand(rows, 3, 0)
    press(rows, Key.Key_Tab)
    assert QApplication.focusWidget() is after
    rows.view.setFocus()
    stand(rows, 1, 1)
    press(rows, Key.Key_Tab, Held.ControlModifier)
    assert QApplication.focusWidget() is after


def test_home_and_end_and_with_ctrl(rows: Grid) -> None:
    stand(rows, 1, 2)
    press(rows, Key.Key_Home)
    assert here(rows) == (1, 0)
    press(rows, Key.Key_End)
    assert here(rows) == (1, 4)
    press(rows, Key.Key_End, Held.ControlModifier)
    assert here(rows) == (2, 4)
    press(rows, Key.Key_Home, Held.ControlModifier)
    assert here(rows) == (0, 0)


def test_delete_clears_the_selected_block_in_one_step(rows: Grid) -> None:
    stand(rows, 0, 0)
    press(rows, Key.Key_Down, Held.ShiftModifier)
    press(rows, Key.Key_Right, Held.ShiftModifier)
    press(rows, Key.Key_Delete)
    assert names(rows) == [None, None, "three"]
    assert answer(rows, "rows", "a", "from_day") is None
    assert rows.model.session.stack.count() == 1
    rows.model.session.stack.undo()
    assert names(rows) == ["one", "two", "three"]


def test_ctrl_d_fills_down(rows: Grid) -> None:
    stand(rows, 0, 0)
    press(rows, Key.Key_Down, Held.ShiftModifier)
    press(rows, Key.Key_Down, Held.ShiftModifier)
    press(rows, Key.Key_D, Held.ControlModifier)
    assert names(rows) == ["one", "one", "one"]
    rows.model.session.stack.undo()
    stand(rows, 2, 0)
    press(rows, Key.Key_D, Held.ControlModifier)
    assert names(rows) == ["one", "two", "two"]


def test_copy_cut_and_paste_a_block(rows: Grid) -> None:
    stand(rows, 0, 0)
    press(rows, Key.Key_Right, Held.ShiftModifier)
    press(rows, Key.Key_X, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "one\t1 September 2027\n"
    assert names(rows) == [None, "two", "three"]
    stand(rows, 2, 0)
    press(rows, Key.Key_V, Held.ControlModifier)
    assert names(rows) == [None, "two", "one"]
    assert answer(rows, "rows", "c", "from_day") == "2027-09-01"
    press(rows, Key.Key_C, Held.ControlModifier)
    assert QGuiApplication.clipboard().text() == "one\t1 September 2027\n"


def test_one_text_is_pasted_into_every_selected_cell(rows: Grid) -> None:
    QGuiApplication.clipboard().setText("same")
    select(rows, 0, 0, 1, 0)
    press(rows, Key.Key_V, Held.ControlModifier)
    assert names(rows) == ["same", "same", "three"]


def select(grid: Grid, row: int, column: int, last_row: int, last_column: int) -> None:
    stand(grid, row, column)
    block = QItemSelection(grid.model.index(row, column), grid.model.index(last_row, last_column))
    grid.view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def test_pasting_adds_rows_up_to_the_most_and_tells_what_was_left_out(rows: Grid) -> None:
    QGuiApplication.clipboard().setText("\n".join("uvwxyz") + "\n")
    stand(rows, 2, 0)
    press(rows, Key.Key_V, Held.ControlModifier)
    assert names(rows) == ["one", "two", "u", "v", "w"]
    assert rows.notice is not None
    assert any(
        "3 rows were left out" in label.text() for label in rows.notice.findChildren(type(rows.message))
    )
    assert rows.model.rowCount() == 5


def test_every_refused_cell_is_kept_and_named_and_its_link_goes_there(rows: Grid) -> None:
    QGuiApplication.clipboard().setText("n\tsoon\tlater\n")
    stand(rows, 1, 0)
    press(rows, Key.Key_V, Held.ControlModifier)
    assert answer(rows, "rows", "b", "from_day") == "soon"
    assert rows.notice is not None
    assert [link.words.text() for link in rows.notice.links] == ["Row 2, From: “soon”", "Row 2, To: “later”"]
    rows.notice.links[1].click()
    assert here(rows) == (1, 2)


def test_what_could_not_be_pasted_is_told_until_it_was_corrected_or_undone(rows: Grid) -> None:
    for mend in ("correct", "undo"):
        QGuiApplication.clipboard().setText("n\tsoon\tlater\n")
        stand(rows, 1, 0)
        press(rows, Key.Key_V, Held.ControlModifier)
        assert rows.notice is not None
        if mend == "undo":
            rows.model.session.stack.undo()
        else:
            rows.model.type(rows.model.index(1, 1), "1.9.2027")
            assert rows.notice is not None
            rows.model.type(rows.model.index(1, 2), "2.9.2027")
        assert rows.notice is None


@pytest.mark.parametrize(
    ("block", "left_out"),
    [
        ("Task\tYear\tGross pay per month\nHead\t2027\t5000\n", True),
        ("What\tWhen\tEuros\nHead\t2027\t5 000,00\nAide\t2028\t\n", True),
        ("What\t2027\tEuros\nHead\t2027\t5000\nAide\t2028\t4000\n", False),
        ("Head\tlater\t\nAide\t2028\t\n", False),
        ("Head\tlater\tx\nAide\tsoon\t4000\nAide\t2028\t4000\n", False),
        ("Head\nAide\n", False),
    ],
)
def test_titles_that_were_copied_along_are_no_row_and_that_is_said(desk, grid, block, left_out) -> None:  # type: ignore[no-untyped-def]
    path = ("partners", "p", "staff")
    staff = grid(desk("hevi", {"partners": {"p": {"pos": "1", "staff": {"a": {"pos": "1"}}}}}), path)
    QGuiApplication.clipboard().setText(block)
    stand(staff, 0, 0)
    press(staff, Key.Key_V, Held.ControlModifier)
    lines = block.splitlines()
    assert len(staff.model.keys) == len(lines) - left_out
    assert answer(staff, *path, "a", "task") == lines[left_out].split("\t")[0]
    said = "1 row with the titles of the columns was left out."
    labels = staff.notice.findChildren(type(staff.message)) if staff.notice else []
    assert (said in [label.text() for label in labels]) == left_out


@pytest.mark.parametrize(
    ("last", "left_out"),
    [
        ("Yhteensä\t\t9300\t2,75\t\t", True),
        ("Summa:\t\t\t2,75\t\t125 850 €", True),
        ("Yhteensä\t\t9000\t3\t\t", False),
        ("Tutkija\t2028\t9300\t2,75\t\t", False),
        ("\t\t9300\t2,75\t\t", False),
        ("Yhteensä", False),
    ],
)
def test_sums_that_were_copied_along_are_no_row_and_that_is_said(
    desk, grid, last: str, left_out: bool
) -> None:  # type: ignore[no-untyped-def]
    path = ("partners", "p", "staff")
    staff = grid(desk("hevi", {"partners": {"p": {"pos": "1", "staff": {"a": {"pos": "1"}}}}}, "fi"), path)
    rows = ("Päällikkö\t2028\t5200,00\t1,5\t\t", "Tutkija\t2028\t4100\t1,25", last)
    QGuiApplication.clipboard().setText("\n".join(rows))
    stand(staff, 0, 0)
    press(staff, Key.Key_V, Held.ControlModifier)
    assert len(staff.model.keys) == 3 - left_out
    said = "1 rivi, jolla olivat sarakkeiden summat, jätettiin pois."
    labels = staff.notice.findChildren(type(staff.message)) if staff.notice else []
    assert (said in [label.text() for label in labels]) == left_out


STAFF = ("partners", "p", "staff")


def with_package_pasted(desk, grid, typed: str) -> Grid:  # type: ignore[no-untyped-def]
    """A table of staff whose only row has had a text pasted where its work package is asked for."""
    packages = {"w1": {"pos": "1", "name": "Johtaminen"}, "w2": {"pos": "2", "name": "Kokeilut"}}
    parts = {"p": {"pos": "1", "staff": {"a": {"pos": "1"}}}}
    staff = grid(desk("hevi", {"partners": parts, "work_packages": packages}, "fi"), STAFF)
    column = [node.id for node in staff.model.sheet.nodes].index("work_package")
    QGuiApplication.clipboard().setText(typed)
    stand(staff, 0, column)
    press(staff, Key.Key_V, Held.ControlModifier)
    return staff


@pytest.mark.parametrize("typed", ["2", "TP2", "tp 2", "WP2", "AP 2", "TP2 Kokeilut", "Kokeilut"])
def test_a_row_that_the_call_numbers_is_found_by_its_number(desk, grid, typed: str) -> None:  # type: ignore[no-untyped-def]
    staff = with_package_pasted(desk, grid, typed)
    assert answer(staff, *STAFF, "a", "work_package") == "w2"


@pytest.mark.parametrize("typed", ["3", "0", "TP3", "TP", "2.5", "TP2 Johtaminen", "²"])
def test_what_is_the_number_of_no_row_is_kept_as_it_was_typed(desk, grid, typed: str) -> None:  # type: ignore[no-untyped-def]
    staff = with_package_pasted(desk, grid, typed)
    assert answer(staff, *STAFF, "a", "work_package") == typed
    assert staff.notice is not None


def test_typing_in_the_last_row_makes_it_real_under_the_hands(rows: Grid) -> None:
    stand(rows, 3, 0)
    QTest.keyClicks(rows.view, "f")
    line = editor(rows)
    QTest.keyClicks(line, "our")
    assert editor(rows) is line
    assert names(rows) == ["one", "two", "three", "four"]
    assert rows.model.rowCount() == 5
    QTest.keyClick(line, Key.Key_Return)
    assert here(rows) == (4, 0)
    assert rows.model.session.stack.count() == 1


def test_escape_in_a_new_row_takes_it_back(rows: Grid) -> None:
    stand(rows, 3, 0)
    QTest.keyClicks(rows.view, "f")
    QTest.keyClick(editor(rows), Key.Key_Escape)
    assert names(rows) == ["one", "two", "three"]
    assert rows.model.session.stack.count() == 0
    assert rows.model.rowCount() == 4


def test_a_choice_is_searched_by_typing_and_taken_by_enter(rows: Grid) -> None:
    stand(rows, 0, 3)
    QTest.keyClicks(rows.view, "r")
    chooser = editor(rows, Chooser)
    assert isinstance(chooser, Chooser)
    QTest.keyClicks(chooser, "2")
    QTest.keyClick(chooser, Key.Key_Return)
    assert answer(rows, "rows", "a", "after") == "b"
    assert here(rows) == (1, 3)


def test_arrows_go_through_the_options_and_a_click_takes_one(rows: Grid) -> None:
    stand(rows, 0, 3)
    press(rows, Key.Key_Space)
    chooser = editor(rows, Chooser)
    assert isinstance(chooser, Chooser)
    QTest.keyClick(chooser, Key.Key_Down)
    assert chooser.chosen == ["b"]
    options = chooser.options
    spot = options.visualItemRect(options.item(2)).center()
    QTest.mouseClick(options.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert answer(rows, "rows", "a", "after") == "c"


def test_escape_leaves_a_choice_as_it_was(rows: Grid) -> None:
    stand(rows, 0, 3)
    press(rows, Key.Key_Space)
    QTest.keyClick(editor(rows, Chooser), Key.Key_Down)
    QTest.keyClick(editor(rows, Chooser), Key.Key_Escape)
    assert answer(rows, "rows", "a", "after") is None


def test_who_passes_by_an_open_choice_has_chosen_nothing(rows: Grid) -> None:
    stand(rows, 0, 3)
    press(rows, Key.Key_Space)
    QTest.keyClick(editor(rows, Chooser), Key.Key_Tab)
    assert answer(rows, "rows", "a", "after") is None
    assert rows.model.session.stack.count() == 0
    stand(rows, 0, 3)
    press(rows, Key.Key_Space)
    QTest.keyClick(editor(rows, Chooser), Key.Key_Return)
    assert answer(rows, "rows", "a", "after") == "a"


def test_what_is_none_of_the_options_is_kept_as_it_was_typed_and_found_wrong(rows: Grid) -> None:
    stand(rows, 0, 3)
    QTest.keyClicks(rows.view, "n")
    QTest.keyClicks(editor(rows, Chooser), "owhere")
    QTest.keyClick(editor(rows, Chooser), Key.Key_Tab)
    assert answer(rows, "rows", "a", "after") == "nowhere"
    assert any(each.path == ("rows", "a", "after") for each in rows.model.session.report.findings)


def test_of_several_space_ticks_and_enter_agrees(rows: Grid) -> None:
    stand(rows, 0, 4)
    press(rows, Key.Key_Space)
    chooser = editor(rows, Chooser)
    QTest.keyClick(chooser, Key.Key_Space)
    QTest.keyClick(chooser, Key.Key_Down)
    QTest.keyClick(chooser, Key.Key_Space)
    QTest.keyClick(chooser, Key.Key_Return)
    assert answer(rows, "rows", "a", "done_by") == {"p": True, "q": True}


def test_an_input_method_types_signs_that_no_key_has(rows: Grid) -> None:
    stand(rows, 0, 0)
    press(rows, Key.Key_F2)
    event = QInputMethodEvent()
    event.setCommitString("€")
    QApplication.sendEvent(editor(rows), event)
    QTest.keyClick(editor(rows), Key.Key_Return)
    assert "€" in str(answer(rows, "rows", "a", "name"))


def test_what_cannot_be_read_stays_and_is_marked_once_the_cell_was_left(rows: Grid) -> None:
    desk = rows._desk
    desk.attention.turned.connect(lambda: rows.mark(desk.attention.of(("rows",))))
    stand(rows, 0, 1)
    type_in(rows, "soon")
    assert answer(rows, "rows", "a", "from_day") == "soon"
    assert rows.model.worst(0, 1) == ""
    QTest.keyClick(editor(rows), Key.Key_Return)
    assert rows.model.worst(0, 1) == "error"
    assert rows.model.data(rows.model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole).startswith(
        "soon – error: "
    )
    stand(rows, 0, 1)
    assert rows.message.isVisible()
    assert "soon" in rows.message.text()


def test_alt_and_arrows_ask_for_the_row_to_be_moved(rows: Grid, qtbot: QtBot) -> None:
    stand(rows, 1, 0)
    with qtbot.waitSignal(rows.view.shifted) as signal:
        press(rows, Key.Key_Up, Held.AltModifier)
    assert signal.args == [-1]


def test_a_screen_reader_finds_titles_names_and_cells(rows: Grid) -> None:
    table = QAccessible.queryAccessibleInterface(rows.view)
    told = [table.child(n).text(QAccessible.Text.Name) for n in range(table.childCount())]
    assert {"Name", "From", "R1", "one", "1 September 2027", "Add a row"} <= set(told)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_yes_and_no_by_one_letter_of_the_language(desk, grid, language: str) -> None:  # type: ignore[no-untyped-def]
    made: Desk = desk("hevi", "complete", language)
    partner = next(
        key for key, part in ordered(made.session.answers["partners"]) if len(part.get("funding", {})) > 0
    )
    funding = grid(made, ("partners", partner, "funding"))
    key = funding.model.keys[0]
    column = [node.id for node in funding.model.sheet.nodes].index("committed")
    path = ("partners", partner, "funding", key, "committed")
    for letter, said in (("fi", "ke"), ("sv", "jn"), ("en", "yn")):
        if letter != language:
            continue
        for sign, value in zip(said, (True, False), strict=True):
            stand(funding, 0, column)
            QTest.keyClicks(funding.view, sign)
            assert answer(funding, *path) is value
    press(funding, Key.Key_Space)
    assert answer(funding, *path) is True


def test_a_longer_text_has_several_lines_and_enter_ends_it(desk, grid) -> None:  # type: ignore[no-untyped-def]
    spent = grid(
        desk("kinds", {"parts": {"p": {"pos": "1", "spent_on": {"a": {"pos": "1"}}}}}),
        ("parts", "p", "spent_on"),
    )
    stand(spent, 0, 1)
    press(spent, Key.Key_F2)
    text = editor(spent, QPlainTextEdit)
    QTest.keyClicks(text, "one")
    QTest.keyClick(text, Key.Key_Return, Held.AltModifier)
    QTest.keyClicks(text, "two")
    QTest.keyClick(text, Key.Key_Return)
    assert answer(spent, "parts", "p", "spent_on", "a", "note") == "one\ntwo"


def test_of_very_many_rows_only_those_are_measured_that_are_seen(desk, grid) -> None:  # type: ignore[no-untyped-def]
    long = "many words in a row " * 20
    many = {f"r{n}": {"pos": pos, "name": long} for n, pos in enumerate(spread(MANY + 1))}
    rows = grid(desk("kinds", {"rows": many}), ("rows",))
    view, low, high = rows.view, rows.view.brushes.brush.height(1), rows.view.rowHeight(0)
    assert low < high
    assert view.rowHeight(MANY // 2) == view.rowHeight(MANY) == low
    rows.reveal(("rows", f"r{MANY}"))
    assert view.rowHeight(MANY) == high
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    assert view.rowHeight(MANY // 2) == low
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    first = view.rowAt(0)
    assert {view.rowHeight(row) for row in range(first, view.rowAt(view.viewport().height() - 1) + 1)} == {
        high
    }


def test_the_row_that_is_not_real_yet_is_as_high_as_what_it_says(desk, grid) -> None:  # type: ignore[no-untyped-def]
    row = {
        "a": {"pos": "1", "task": "Forskare", "year": "2028", "monthly_pay": 410_050, "person_months": 1200}
    }
    made = desk("hevi", {"partners": {"p": {"pos": "1", "staff": row}}}, "sv")
    staff = grid(made, ("partners", "p", "staff"))
    staff.resize(560, 500)
    view, said = staff.view, staff.model.text(1, 0)
    brush = view.brushes.brush
    lines = brush.breaking.lines(said, brush.room(view.columnWidth(0) - 1, "", said))
    assert len(lines) > 1
    assert view.rowHeight(1) == brush.height(len(lines))


def test_sums_stand_below_and_follow(desk, grid) -> None:  # type: ignore[no-untyped-def]
    rows = {"a": {"pos": "1", "euros": 100}, "b": {"pos": "2", "euros": 250}}
    spent = grid(desk("kinds", {"parts": {"p": {"pos": "1", "spent_on": rows}}}), ("parts", "p", "spent_on"))
    assert spent.foot.texts[0] == "€3.50"
    stand(spent, 0, 0)
    type_in(spent, "10")
    assert spent.foot.texts[0] == "€12.50"


def test_a_sum_of_what_is_not_known_yet_is_none_and_one_that_lacks_a_number_is_so_far(desk, grid) -> None:  # type: ignore[no-untyped-def]
    rows = {
        "a": {"pos": "1", "task": "Head", "monthly_pay": 500_000, "person_months": 250},
        "b": {"pos": "2"},
    }
    made = desk("hevi", {"partners": {"p": {"pos": "1", "staff": rows}}})
    staff = grid(made, ("partners", "p", "staff"))
    assert (staff.foot.name, staff.foot.texts) == ("Total so far", ["", "", "", "2.50", "", "–"])
    made.session.edit({("cost_model",): "flat40"}, phrase("Choose"))
    assert staff.foot.texts[-1] == "€12,500"
    assert staff.foot.name == "Total so far"
    other = {("partners", "p", "staff", "b", name): 100 for name in ("monthly_pay", "person_months")}
    made.session.edit(other, phrase("Answer"))
    assert (staff.foot.name, staff.foot.texts[-1]) == ("Total", "€12,501")


def test_what_is_only_read_cannot_be_changed(desk, grid) -> None:  # type: ignore[no-untyped-def]
    made: Desk = desk("kinds", ROWS)
    made.session.read_only = True
    rows = grid(made, ("rows",))
    assert rows.model.rowCount() == 3
    stand(rows, 0, 0)
    for key in (Key.Key_Delete, Key.Key_F2, Key.Key_A):
        press(rows, key)
    assert not is_typing(rows)
    assert names(rows) == ["one", "two", "three"]


def test_focus_comes_to_a_cell(rows: Grid) -> None:
    assert here(rows) == (0, 0)
    QApplication.sendEvent(rows.view, QEvent(QEvent.Type.StyleChange))
    assert rows.view.indexAt(QPoint(2, 2)).row() == 0


def test_a_page_scrolls_along_with_whoever_walks_through_a_long_grid(desk, grid, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    made = desk("hevi", {"milestones": {f"m{n}": {"pos": f"{n + 10}Z", "name": "x"} for n in range(15)}})
    area = QScrollArea(widgetResizable=True)
    qtbot.addWidget(area)
    long = grid(made, ("milestones",))
    area.setWidget(long)
    area.resize(700, 200)
    with qtbot.waitExposed(area):
        area.show()
    area.activateWindow()
    long.view.setFocus()
    qtbot.waitUntil(long.view.hasFocus)
    stand(long, 14, 0)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 0)
    cell = long.view.visualRect(long.view.currentIndex())
    assert area.viewport().rect().contains(long.view.viewport().mapTo(area.viewport(), cell.center()))
    area.takeWidget()
