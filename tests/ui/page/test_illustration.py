"""The charts of a page stand below what they show, come when there is something to show, and cost nothing before."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from grantdesk.model.order import ordered
from grantdesk.ui.chart.panel import ChartPanel
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.ui.page.illustration import Illustration, illustrated
from grantdesk.ui.page.page import Page
from grantdesk.words.phrase import phrase
from worlds import form

Desks = Callable[..., Desk]


def pictures(section: str, partner: str = "") -> list[str]:
    nodes = form("hevi").sections[section].nodes
    return [each for which in illustrated(form("hevi"), Spot(section, partner), nodes) for each in which]


def test_work_and_money_are_illustrated_where_they_are_filled_in() -> None:
    assert pictures("work") == ["schedule", "effort"]
    assert pictures("costs") == ["costs", "financing"]
    assert pictures("budget", "p") == ["costs_by_year"]
    assert pictures("funding_plan", "p") == ["financing_by_year"]
    assert pictures("project") == []


@pytest.mark.parametrize("section", ["work", "costs"])
def test_charts_are_drawn_when_the_page_is_seen(qtbot: QtBot, desk: Desks, section: str) -> None:
    page = Page(desk("hevi", "complete"), Spot(section))
    qtbot.addWidget(page)
    assert not page.findChildren(ChartPanel), "nothing is drawn before the page is seen"
    page.resize(900, 3000)
    page.show()
    page.fill()
    qtbot.waitUntil(lambda: len(page.findChildren(ChartPanel)) == 2)
    qtbot.waitUntil(lambda: all(panel.chart for panel in page.findChildren(ChartPanel)))


def test_a_chart_stands_below_its_question_and_follows_it(qtbot: QtBot, desk: Desks) -> None:
    made = desk("hevi", "complete")
    page = Page(made, Spot("work"))
    qtbot.addWidget(page)
    page.resize(900, 3000)
    page.show()
    page.fill()
    charts = page.findChildren(Illustration)
    column = page.questions.layout()
    order = [column.itemAt(n).widget() for n in range(column.count())]
    packages = page.questions.fields["work_packages",]
    assert order.index(charts[0]) == order.index(packages) + 1
    qtbot.waitUntil(lambda: bool(charts[0].panels) and charts[0].panels[0].chart is not None)
    before = charts[0].panels[0].chart
    key, _ = ordered(made.session.answers["work_packages"])[0]
    made.session.edit({("work_packages", key, "name"): "Toinen nimi"}, phrase("Undo"))
    qtbot.waitUntil(lambda: charts[0].panels[0].chart != before)
