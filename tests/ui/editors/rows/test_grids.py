"""Matrices and indicators."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from grantdesk.model.order import spread
from grantdesk.model.tree import Answers, at
from grantdesk.outline.fact.name import Name
from grantdesk.ui.editors.grid.head import FEW
from grantdesk.ui.editors.rows.deed.tools import Tools
from grantdesk.ui.editors.rows.matrix import Pairs
from grantdesk.words.phrase import phrase

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints"
)  # the offscreen platform has no windows to hint at
GRID: Answers = {
    "rows": {"a": {"pos": "1", "name": "one"}, "b": {"pos": "2", "name": "two"}},
    "columns": {"x": {"pos": "1", "what": "left"}, "y": {"pos": "2", "what": "right"}},
    "grid": {"a": {"x": 100, "y": 250}},
}


def test_numbers_are_typed_in_pairs_and_totals_follow(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", GRID)
    matrix = editor(made, ("grid",))
    view = matrix.grid.view
    view.setFocus()
    view.setCurrentIndex(matrix.grid.model.index(1, 0))
    QTest.keyClicks(view, "2")
    QTest.keyClick(view.viewport().findChild(QLineEdit), Qt.Key.Key_Return)
    decimals = made.session.form.node(("grid",)).decimals
    assert at(made.session.answers, ("grid", "b", "x")) == 2 * 10**decimals
    say = made.speech.language.number
    assert matrix.grid.foot.texts == [
        say(100 + 2 * 10**decimals, decimals),
        say(250, decimals),
        say(350 + 2 * 10**decimals, decimals),
    ]
    assert matrix.grid.model.text(0, 2) == say(350, decimals)


def test_of_very_many_columns_only_some_are_told_and_have_a_label_below(desk, editor, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    told: list[Name] = []
    short = Name.short.fget
    monkeypatch.setattr(Name, "short", property(lambda name: told.append(name) or short(name)))
    across = {f"c{n}": {"pos": pos, "what": f"w{n}"} for n, pos in enumerate(spread(6 * FEW))}
    last = list(across)[-1]
    cells = {"a": {"c0": 100, last: 250}}
    grid = editor(desk("kinds", {**GRID, "columns": across, "grid": cells}), ("grid",)).grid
    foot = [each for each in grid.foot.findChildren(QLabel) if each.isVisible() and each.text()]
    assert grid.model.columnCount() == 6 * FEW + 1
    assert len(foot) < 60
    assert len(told) < 2 * FEW
    assert [text for text in grid.foot.texts if text != "–"] == [
        grid.model.text(0, 0),
        grid.model.text(0, 6 * FEW - 1),
        grid.model.text(0, 6 * FEW),
    ]
    assert all(
        grid.view.columnWidth(column) >= grid.view.columns.words(6 * FEW - 1) for column in range(6 * FEW)
    )
    grid.view.horizontalScrollBar().setValue(grid.view.horizontalScrollBar().maximum())
    seen = {each.text() for each in grid.foot.findChildren(QLabel) if each.isVisible()}
    assert {grid.model.text(0, 6 * FEW - 1), grid.model.text(0, 6 * FEW)} <= seen
    assert grid.model.headerData(6 * FEW - 1, Qt.Orientation.Horizontal) == f"row {6 * FEW}"


def test_tab_goes_past_what_is_only_read(desk, editor) -> None:  # type: ignore[no-untyped-def]
    view = editor(desk("kinds", GRID), ("grid",)).grid.view
    view.setFocus()
    walked = [(view.currentIndex().row(), view.currentIndex().column())]
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        walked.append((view.currentIndex().row(), view.currentIndex().column()))
    assert walked == [(0, 0), (0, 1), (1, 0), (1, 1)]  # the third column has the sums
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    QTest.keyClick(view, Qt.Key.Key_Backtab)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 1)


def test_totals_of_numbers_that_nobody_has_given_are_not_said_to_be_nothing(desk, editor) -> None:  # type: ignore[no-untyped-def]
    grid = editor(desk("kinds", {**GRID, "grid": {"a": {"x": 0}}}), ("grid",)).grid
    zero = grid.model.text(0, 0)
    assert [grid.model.text(row, 2) for row in range(2)] == [zero, "–"]
    assert grid.foot.texts == [zero, "–", zero]


def test_the_totals_of_wide_matrices_are_added_up_once_for_all_columns(desk, editor, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    asked = []
    foot = Pairs.foot
    monkeypatch.setattr(Pairs, "foot", lambda sheet: asked.append(sheet) or foot(sheet))

    def times(columns: int) -> int:
        asked.clear()
        across = {f"c{n}": {"pos": pos, "what": "x"} for n, pos in enumerate(spread(columns))}
        editor(desk("kinds", {**GRID, "columns": across}), ("grid",))
        return len(asked)

    assert times(40) < 2 * times(2)


def test_titles_are_the_names_of_the_rows_of_both_tables(desk, editor) -> None:  # type: ignore[no-untyped-def]
    model = editor(desk("kinds", GRID), ("grid",)).grid.model
    across = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert across == ["row 1", "row 2", "Sum"]
    assert [model.headerData(n, Qt.Orientation.Vertical) for n in range(2)] == ["R1 one", "R2 two"]


def test_a_new_column_appears_and_the_model_keeps_its_promises(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", GRID)
    matrix = editor(made, ("grid",))
    tester = QAbstractItemModelTester(
        matrix.grid.model, QAbstractItemModelTester.FailureReportingMode.Warning
    )
    made.session.edit({("columns", "z"): {"pos": "3", "what": "far"}}, phrase("Add"))
    assert matrix.grid.model.columnCount() == 4
    made.session.edit({("rows", "a"): None}, phrase("Remove"))
    assert matrix.grid.model.rowCount() == 1
    made.session.stack.undo()
    assert matrix.grid.model.rowCount() == 2
    del tester


def test_without_rows_it_leads_to_the_tables_that_are_missing(desk, editor, qtbot) -> None:  # type: ignore[no-untyped-def]
    matrix = editor(desk("hevi"), ("effort",))
    assert not matrix.grid.isVisible()
    with qtbot.waitSignal(matrix.wanted) as signal:
        matrix.links[1].click()
    assert signal.args == [("work_packages",)]


def test_indicators_are_typed_and_what_is_told_of_them_is_not(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds")
    indicators = editor(made, ("targets",))
    model = indicators.grid.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    key = model.keys[0]
    assert [bool(model.flags(model.index(0, n)) & Qt.ItemFlag.ItemIsEditable) for n in range(6)] == [
        *(False, False, True, True, False, True)
    ]
    model.type(model.index(0, 2), "5")
    model.type(model.index(0, 3), "8")
    model.type(model.index(0, 5), "counted\nby hand")
    answers = at(made.session.answers, ("targets", key))
    assert isinstance(answers, dict)
    assert answers["basis"] == "counted\nby hand"
    assert answers["target"] - answers["baseline"] > 0
    assert model.text(0, 4).startswith("+3")
    assert indicators.counter().startswith("1 of ")
    del tester


def test_a_number_that_cannot_be_read_is_kept_and_marked(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds", GRID)
    matrix = editor(made, ("grid",))
    matrix.grid.model.type(matrix.grid.model.index(0, 0), "many")
    made.attention.check()
    assert matrix.grid.model.text(0, 0) == "many"
    assert matrix.grid.model.worst(0, 0) == "error"


def test_a_block_with_titles_is_pasted_where_no_row_can_be_added(desk, editor) -> None:  # type: ignore[no-untyped-def]
    made = desk("kinds")
    indicators = editor(made, ("targets",))
    view, model = indicators.grid.view, indicators.grid.model
    column = next(n for n in range(model.columnCount()) if model.sheet.node(model.key(0), n) is not None)
    for block in ("Goal\n1\n2\n", "1\n2\n"):
        QGuiApplication.clipboard().setText(block)
        view.setCurrentIndex(model.index(0, column))
        view.paste()
        assert model.sheet.value(model.key(0), column) is not None
        assert model.text(0, column).startswith("1")


def test_a_long_name_beside_a_row_is_told_whole_where_the_mouse_is(desk, editor) -> None:  # type: ignore[no-untyped-def]
    rows = {"a": {"pos": "1", "name": "short"}, "b": {"pos": "2", "name": "a name of very many words " * 4}}
    model = editor(desk("kinds", {**GRID, "rows": rows}), ("grid",)).grid.model
    told = [model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) for row in (0, 1)]
    assert told == ["", model.headerData(1, Qt.Orientation.Vertical)]


def test_the_icons_above_a_table_stay_together_where_there_is_no_room_for_all(desk, qtbot) -> None:  # type: ignore[no-untyped-def]
    tools = Tools(desk("kinds"))
    qtbot.addWidget(tools)
    tools.show()
    for wide in range(tools.sizeHint().width(), tools.minimumSizeHint().width(), -10):
        tools.resize(wide, 200)
        qtbot.wait(1)
        icons = [tools.buttons[name] for name in ("duplicate", "up", "down", "delete")]
        assert len({icon.mapTo(tools, QPoint(0, 0)).y() for icon in icons}) == 1
