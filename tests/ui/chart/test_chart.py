"""Charts on the screen: what is drawn where, what a bar says, and the same as a table."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from grantdesk.outline.block import Chart
from grantdesk.outline.picture import PICTURES, Picture, picture
from grantdesk.ui.chart.drawing import MOST_LINES
from grantdesk.ui.chart.panel import ChartPanel
from grantdesk.ui.chart.pictures import Pictures
from grantdesk.ui.chart.table import GridModel, GridTable, shared
from grantdesk.ui.chart.view import ChartView, laid, painted
from grantdesk.ui.desk.desk import Desk
from grantdesk.words.phrase import phrase
from ui.conftest import Desks

Shown = Callable[[Desk, Picture], ChartPanel]


def chart_of(desk: Desk, which: Picture) -> Chart:
    chart = picture(desk.session.dossier(desk.speech.language), which)
    assert chart is not None
    return chart


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Shows a panel in a window that is higher than it."""
    windows: list[QScrollArea] = []

    def show(desk: Desk, which: Picture) -> ChartPanel:
        panel, window = ChartPanel(desk, which), QScrollArea()
        windows.append(window)
        qtbot.addWidget(window)
        window.setWidgetResizable(True)
        window.setWidget(panel)
        window.resize(800, 500)
        window.show()
        qtbot.waitExposed(window)
        return panel

    return show


@pytest.mark.parametrize("which", list(PICTURES))
@pytest.mark.parametrize("width", [300, 900, 2000])
def test_every_bar_lies_inside_the_drawing(desk: Desks, which: Picture, width: int) -> None:
    at = desk("hevi", "complete")
    drawing = laid(chart_of(at, which), at.look, QFont(), width)
    assert drawing.marks
    for mark in drawing.marks:
        assert mark.rect.left() >= 0
        assert mark.rect.right() <= width + 1
        assert 0 <= mark.rect.top() <= mark.rect.bottom() <= drawing.height


def test_a_gantt_bar_says_its_dates(desk: Desks) -> None:
    at = desk("hevi", "complete")
    drawing = laid(chart_of(at, "schedule"), at.look, QFont(), 800)
    bars = [mark for mark in drawing.marks if mark.said.startswith("WP")]
    assert len(bars) == 5
    assert "Starts: 1 September 2027" in bars[0].said
    assert bars[1].rect.width() < bars[0].rect.width()


def test_a_milestone_is_a_diamond_under_its_work_package_and_says_its_day(desk: Desks) -> None:
    at = desk("hevi", "complete")
    package, first, *_ = laid(chart_of(at, "schedule"), at.look, QFont(), 800).marks
    assert first.said.startswith("M1 ")
    assert first.said.endswith("To be reached: 31 October 2027")
    assert first.rect.width() == first.rect.height()
    assert package.rect.left() <= first.rect.center().x() <= package.rect.right()


def test_parts_of_a_stack_follow_each_other_without_a_gap_and_say_their_amounts(desk: Desks) -> None:
    at = desk("hevi", "complete")
    drawing = laid(chart_of(at, "effort"), at.look, QFont(), 800)
    first = drawing.marks[:5]
    for before, after in pairwise(first):
        assert after.rect.left() == pytest.approx(before.rect.right())
    assert first[0].said == "Vantaan kaupunki. WP1 Johtaminen ja viestintä: 12.00\xa0pm"


def test_bars_are_as_long_as_their_amounts(desk: Desks) -> None:
    at = desk("hevi", "complete")
    marks = laid(chart_of(at, "effort"), at.look, QFont(), 800).marks
    assert marks[0].rect.width() / marks[1].rect.width() == pytest.approx(12 / 9)


def test_a_long_label_ends_in_three_dots_after_a_few_lines(desk: Desks) -> None:
    at = desk("hevi", "complete")
    label = laid(chart_of(at, "schedule"), at.look, QFont(), 800).label("word " * 100, 120)
    assert len(label.lines) == MOST_LINES
    assert label.lines[-1].endswith("…")


def test_a_picture_is_sharp_on_a_sharp_screen(desk: Desks) -> None:
    at = desk("hevi", "complete")
    drawing = laid(chart_of(at, "costs"), at.look, QFont(), 600)
    image = painted(drawing, 2.0)
    assert (image.width(), image.devicePixelRatio()) == (1200, 2.0)
    accent = at.look.color("accent").rgb()
    centre = drawing.marks[0].rect.center() * 2
    assert image.pixel(round(centre.x()), round(centre.y())) == accent


def test_a_panel_shows_the_words_of_the_chart_and_calls_it_a_graphic(
    qtbot: QtBot, desk: Desks, shown: Shown
) -> None:
    panel = shown(desk("hevi", "complete"), "schedule")
    assert panel.chart
    face = QAccessible.queryAccessibleInterface(panel.view)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == "Schedule"
    assert face.text(QAccessible.Text.Description) == panel.chart.alt


def test_arrows_walk_from_bar_to_bar_and_say_them(qtbot: QtBot, desk: Desks, shown: Shown) -> None:
    view = shown(desk("hevi", "complete"), "schedule").view
    said: list[str] = []
    view.pointed.connect(said.append)
    view.setFocus()
    qtbot.waitUntil(lambda: view.at.startswith("WP1"))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert [text[:3] for text in said] == ["WP1", "M1 ", "M6 ", "WP1"]
    assert view.visible_rect().isValid()


def test_the_pointer_shows_what_a_bar_says(qtbot: QtBot, desk: Desks, shown: Shown) -> None:
    view = shown(desk("hevi", "complete"), "schedule").view
    view.setFocus()
    qtbot.waitUntil(lambda: view.at.startswith("WP1"))
    bar = view.visible_rect().center()
    view.clearFocus()
    assert view.at == ""
    for place, said in ((bar, "WP1"), (QPoint(2, 2), "")):
        at = QPointF(place)
        button = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, at, at, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)
        assert view.at[:3] == said
        assert view.toolTip() == view.at


def test_the_same_is_a_table_at_a_press(qtbot: QtBot, desk: Desks, shown: Shown) -> None:
    panel = shown(desk("hevi", "complete"), "effort")
    assert panel.toggle.accessibleDescription() == panel.chart.caption
    panel.toggle.click()
    assert panel.table.isVisible()
    assert not panel.view.isVisible()
    assert panel.table.model().index(0, 1).data() == "12.00"
    assert panel.toggle.text() == "Show as a picture"
    panel.toggle.click()
    assert panel.view.isVisible()


def test_a_panel_follows_the_answers_while_it_is_seen(qtbot: QtBot, desk: Desks, shown: Shown) -> None:
    at = desk("hevi", "complete")
    panel = shown(at, "effort")
    first, *_ = at.session.answers["partners"]
    package, *_ = at.session.answers["work_packages"]
    at.session.edit({("effort", first, package): 9900}, phrase("Change"))
    qtbot.waitUntil(lambda: panel.chart is not None and "99.00" in panel.chart.table.rows[0][1])
    at.session.edit({("effort",): None}, phrase("Change"))
    qtbot.waitUntil(lambda: panel.chart is None)
    assert not panel.view.isVisible()


def test_what_changed_while_nobody_looked_is_drawn_when_somebody_looks(
    qtbot: QtBot, desk: Desks, shown: Shown
) -> None:
    at = desk("hevi", "complete")
    panel = shown(at, "costs")
    panel.hide()
    at.speech.use("fi")
    assert panel.chart
    assert panel.chart.caption == "Costs by partner"
    panel.show()
    assert panel.chart.caption == "Kustannukset toteuttajittain"


def test_all_pictures_are_on_one_page_and_none_in_an_empty_application(qtbot: QtBot, desk: Desks) -> None:
    full, empty = Pictures(desk("hevi", "complete")), Pictures(desk("hevi"))
    for page in (full, empty):
        qtbot.addWidget(page)
        page.resize(900, 700)
        page.show()
        qtbot.waitExposed(page)
    assert all(panel.chart for panel in full.panels)
    assert not any(panel.chart for panel in empty.panels)


@pytest.mark.parametrize("text", [100, 200])
def test_charts_follow_the_size_of_text(qtbot: QtBot, desk: Desks, shown: Shown, text: int) -> None:
    at = desk("hevi", "complete")
    panel = shown(at, "schedule")
    before = panel.view.height()
    at.look.use("dark", text)
    assert (panel.view.height() > before) == (text > 100)
    at.look.use("light", 100)


def test_the_cells_of_a_grid_are_a_sound_model(qtbot: QtBot, desk: Desks) -> None:
    model = GridModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_grid(chart_of(desk("hevi", "complete"), "costs").table)
    last = model.index(model.rowCount() - 1, 1)
    assert model.data(last, Qt.ItemDataRole.FontRole).bold()
    assert model.data(last, Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_cells_are_copied_as_a_spreadsheet_takes_them(qtbot: QtBot, desk: Desks) -> None:
    table = GridTable()
    qtbot.addWidget(table)
    table.show_grid(chart_of(desk("hevi", "complete"), "effort").table)
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == "Vantaan kaupunki\t12.00\t9.00\t8.00\t2.00\t3.00\t34.00"
    assert len(copied) == 4


@pytest.mark.parametrize(
    ("least", "wish", "room", "widths"),
    [
        ([10, 10], [10, 10], 30, [20, 10]),
        ([10, 10], [50, 10], 40, [30, 10]),
        ([10, 20], [50, 50], 60, [30, 30]),
        ([30, 30], [50, 50], 40, [30, 30]),
        ([], [], 40, []),
    ],
)
def test_columns_share_the_width(least: list[int], wish: list[int], room: int, widths: list[int]) -> None:
    assert shared(least, wish, room) == widths


def test_a_view_without_a_chart_is_nothing_to_walk_in(qtbot: QtBot, desk: Desks) -> None:
    view = ChartView(desk("kinds").look)
    qtbot.addWidget(view)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.at == ""
    assert view.heightForWidth(500) == 0
