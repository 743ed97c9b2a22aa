"""A page: built once, changed only where answers did, and never red before somebody had a chance."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from grantdesk.ui.chart.panel import ChartPanel
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import CHECK, Spot, spots
from grantdesk.ui.field.field import Field
from grantdesk.ui.field.message import Message
from grantdesk.ui.page.book import Book
from grantdesk.ui.page.foot import Foot
from grantdesk.ui.page.page import Page
from grantdesk.ui.page.totals import Totals
from grantdesk.words.phrase import phrase

Desks = Callable[..., Desk]
Books = Callable[..., Book]
SAID = phrase("Change it")
PROJECT = Spot("project")


def opened(book: Book) -> Page:
    assert book.page is not None
    return book.page


def line(page: Page, name: str) -> QLineEdit:
    main = page.questions.fields[(name,)].editor.main()
    assert isinstance(main, QLineEdit)
    return main


def names(page: Page) -> list[str]:
    shown = [field for field in page.questions.fields.values() if field.isVisible()]
    return [field.path[-1] for field in sorted(shown, key=lambda field: height(page, field))]


def height(page: Page, widget: QWidget) -> int:
    return widget.mapTo(page.area.viewport(), QPoint(0, 0)).y()


def red(page: Page) -> list[str]:
    return [field.path[-1] for field in page.questions.fields.values() if field.property("invalid")]


def test_a_new_page_is_not_red(desk: Desks, book: Books) -> None:
    page = opened(book(desk("hevi"), PROJECT))
    assert red(page) == []
    assert page.summary.isHidden()


def test_nothing_is_red_while_it_is_typed_and_what_is_wrong_is_told_when_it_was_left(
    desk: Desks, book: Books
) -> None:
    here = desk("kinds")
    page = opened(book(here, Spot("singles")))
    page.reveal(("email",))
    QTest.keyClicks(line(page, "email"), "nobody")
    assert red(page) == []
    line(page, "price").setFocus()
    assert red(page) == ["email"]
    line(page, "email").setFocus()
    line(page, "email").clear()
    QTest.keyClicks(line(page, "email"), "a@example.org")
    assert red(page) == []


def test_a_missing_answer_is_told_after_the_page_was_left(desk: Desks, book: Books) -> None:
    here = desk("kinds")
    made = book(here, Spot("singles"))
    page = opened(made)
    page.reveal(("title",))
    line(page, "price").setFocus()
    assert red(page) == []
    made.turn(Spot("many"))
    made.turn(Spot("singles"))
    assert red(page) == ["title"]
    assert not page.summary.isHidden()
    page.begin()
    assert page.summary.hasFocus()


def test_the_summary_has_the_words_of_the_fields_and_leads_to_them(desk: Desks, book: Books) -> None:
    here = desk("hevi")
    page = opened(book(here, PROJECT))
    here.attention.check()
    said = [here.say(finding.phrase) for finding in here.attention.on(PROJECT)]
    assert [link.words.text() for link in page.summary.links] == said
    beside = [message.text.text() for message in page.questions.findChildren(Message)]
    assert set(said) <= set(beside)
    page.summary.links[1].click()
    field = page.questions.fields[here.attention.on(PROJECT)[1].path]
    assert field.isAncestorOf(QApplication.focusWidget())
    assert not field.visibleRegion().isEmpty()


def test_the_summary_tells_rows_with_the_same_lack_apart(desk: Desks, book: Books) -> None:
    here = desk("hevi", "unfinished")
    here.attention.check()
    page = opened(book(here, Spot("work")))
    said = [link.words.text() for link in page.summary.links]
    assert "WP3 Kokeiluympäristöt ja kokeilut: “Results” has not been answered yet. Fill it in." in said
    assert len(said) == len(set(said)) > 5


def test_questions_come_and_go_without_moving_what_one_types_in(desk: Desks, book: Books) -> None:
    here = desk("hidden")
    made = book(here, PROJECT, height=260)
    page = opened(made)
    page.reveal(("has_output",))
    page.area.verticalScrollBar().setValue(60)
    focused = QApplication.focusWidget()
    at = height(page, focused)
    kept = page.questions.fields[("name",)]
    focused.click()
    assert here.session.answers == {"has_output": True}
    assert names(page)[:3] == ["name", "how", "has_output"]
    assert QApplication.focusWidget() is focused
    assert height(page, focused) == at
    here.session.edit({("how",): "otherwise"}, SAID)
    assert names(page)[:4] == ["name", "why_so", "how", "has_output"]
    assert height(page, focused) == at
    here.session.stack.undo()
    here.session.stack.undo()
    assert names(page)[:2] == ["name", "has_output"]
    assert page.questions.fields[("name",)] is kept


def test_tab_leads_through_a_question_that_came_later_as_one_reads(desk: Desks, book: Books) -> None:
    here = desk("hidden")
    page = opened(book(here, PROJECT, height=900))
    here.session.edit({("has_output",): True}, SAID)
    line(page, "name").setFocus()
    QTest.keyClick(line(page, "name"), Qt.Key.Key_Tab)
    assert page.questions.fields[("how",)].isAncestorOf(QApplication.focusWidget())


def test_another_language_keeps_caret_focus_and_what_is_half_typed(desk: Desks, book: Books) -> None:
    here = desk("kinds", {}, "fi")
    page = opened(book(here, Spot("singles")))
    price = line(page, "price")
    price.setFocus()
    QTest.keyClicks(price, "1 23")
    price.setCursorPosition(2)
    for language in ("sv", "en", "fi"):
        here.speech.use(language)
        assert (price.text(), price.cursorPosition(), price.hasFocus()) == ("1 23", 2, True)
    assert red(page) == []


def test_undo_puts_the_old_text_back_and_the_eye_on_it(desk: Desks, book: Books) -> None:
    here = desk("kinds", {"title": "Old"})
    made = book(here, Spot("singles"))
    here.session.returned.connect(made.reveal)
    title = line(opened(made), "title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "New")
    made.turn(Spot("many"))
    here.session.stack.undo()
    assert opened(made).spot == Spot("singles")
    assert title.text() == "Old"
    assert title.hasFocus()


def test_only_what_an_edit_concerns_looks_again(
    desk: Desks, book: Books, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = desk("kinds")
    page = opened(book(here, Spot("singles")))
    refreshed: list[str] = []
    monkeypatch.setattr(Field, "refresh", lambda field: refreshed.append(field.path[-1]))
    here.session.edit({("price",): 100}, SAID)
    assert refreshed == ["price"]
    assert len(page.questions.fields) > 10


def test_figures_stand_in_a_block_and_say_what_they_wait_for(desk: Desks, book: Books) -> None:
    here = desk("hevi", "unfinished")
    page = opened(book(here, Spot("funding_plan", "university")))
    grant = page.questions.fields[("partners", "university", "plan_grant")]
    other = page.questions.fields[("partners", "university", "plan_private")]
    assert grant.parentWidget() is other.parentWidget()
    assert grant.editor.amount.text() == "€57,567 so far"
    assert grant.editor.hint.text() == "Still waits for: Support rate applied for"
    here.session.edit({("partners", "university", "support_rate"): 6000}, SAID)
    assert "so far" not in grant.editor.amount.text()
    assert grant.editor.hint.isHidden()


def test_a_page_says_whose_it_is_and_where_it_stands(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    page = opened(book(here, Spot("plan", "university")))
    assert page.head.count.text() == "Section 2 of 7"
    assert page.head.owner.text() == "Own part: Vantaanjoen yliopisto"
    assert opened(book(here, PROJECT)).head.owner.text() == "Common to all partners"


def test_a_page_whose_partner_is_gone_asks_nothing(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    page = opened(book(here, Spot("plan", "university")))
    here.session.edit({("partners", "university"): None}, SAID)
    assert page.questions.fields == {}


def test_the_foot_says_where_somebody_wants_to_go(desk: Desks, book: Books, qtbot: QtBot) -> None:
    made = book(desk("hevi"), PROJECT)
    foot = opened(made).foot
    for button, signal in ((foot.back, made.previous), (foot.issue, made.next_issue), (foot.on, made.onward)):
        assert button.isEnabled()
        with qtbot.waitSignal(signal):
            button.click()


def test_every_control_of_every_page_has_a_name(desk: Desks, book: Books) -> None:
    here = desk("hevi", "complete")
    pages = [spot for spot in spots(here.session) if spot != CHECK]
    partner = pages[next(n for n, spot in enumerate(pages) if spot.partner)].partner
    made = book(here, pages[0])
    nameless = []
    for spot in pages:
        if spot.partner not in ("", partner):
            continue
        page = made.turn(spot)
        page.fill()
        for widget in page.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(page):
                told = QAccessible.queryAccessibleInterface(widget)
                if told is None or not told.text(QAccessible.Text.Name).strip():
                    nameless.append((spot.section, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_a_page_that_is_turned_to_begins_with_its_title(desk: Desks, book: Books, qtbot: QtBot) -> None:
    at = desk("hevi", "complete", "fi")
    page = book(at, PROJECT, 560).turn(Spot("consortium"))
    page.begin()
    qtbot.waitUntil(lambda: list(page.questions.fields)[-1:] == [("cooperation_partners",)])
    qtbot.waitUntil(lambda: page.area.is_settled)
    assert page.area.verticalScrollBar().maximum() > 0
    assert page.area.verticalScrollBar().value() == 0
    assert page.head.mapTo(page, QPoint(0, 0)).y() >= 0


def test_what_has_the_focus_on_a_new_page_is_seen_also_where_little_has_room(
    desk: Desks, book: Books, qtbot: QtBot
) -> None:
    page = book(desk("hevi", "complete", "fi"), PROJECT, 300).turn(Spot("consortium"))
    page.begin()
    qtbot.waitUntil(lambda: list(page.questions.fields)[-1:] == [("cooperation_partners",)])
    focused = page.focusWidget()
    assert focused is not None
    assert 0 <= height(page, focused) <= page.area.viewport().height() - focused.height()


def cell_in_sight(page: Page) -> bool:
    """Is the cell wholly seen in which one stands?"""
    grid = page.focusWidget()
    assert isinstance(grid, QTableView)
    cell = grid.visualRect(grid.currentIndex())
    top = height(page, grid.viewport()) + cell.top()
    return cell.isValid() and 0 <= top <= page.area.viewport().height() - cell.height()


def test_a_cell_that_is_gone_to_is_seen_in_a_table_higher_than_the_window(desk: Desks, book: Books) -> None:
    page = opened(book(desk("hevi", "complete", "fi"), Spot("work"), 400))
    page.reveal(("milestones", "m6", "date"))
    assert cell_in_sight(page)


def test_a_cell_that_is_gone_to_stays_in_sight_when_charts_come_above_it(
    desk: Desks, book: Books, qtbot: QtBot
) -> None:
    page = book(desk("hevi", "complete", "fi"), PROJECT, 500).turn(Spot("work"))
    page.reveal(("milestones", "m6", "date"))
    qtbot.waitUntil(lambda: any(panel.chart for panel in page.findChildren(ChartPanel)))
    qtbot.waitUntil(lambda: cell_in_sight(page))
    assert list(page.questions.fields)[-1] == ("effort",)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_buttons_of_the_foot_keep_all_their_words_at_text_twice_as_large(
    language: str, desk: Desks, qtbot: QtBot
) -> None:
    here = desk("hevi", "complete", language)
    here.look.use("light", 200)
    foot = Foot(here)
    qtbot.addWidget(foot)
    foot.resize(1024, foot.sizeHint().height())
    foot.show()
    assert [button.drawn for button in (foot.back, foot.issue, foot.on)] == [
        button.text() for button in (foot.back, foot.issue, foot.on)
    ]


@pytest.mark.parametrize("text", [100, 200])
def test_a_card_of_figures_begins_where_the_controls_do(desk: Desks, book: Books, text: int) -> None:
    at = desk("hevi", "complete")
    at.look.use("light", text)
    page = opened(book(at, next(spot for spot in spots(at.session) if spot.section == "funding_plan"), 900))
    card = next(each for each in page.findChildren(Totals) if each.isVisible()).findChild(QFrame)
    control = next(field.editor for field in page.questions.fields.values() if type(field) is Field)
    edges = [each.mapTo(page, QPoint(0, 0)).x() for each in (card, control)]
    assert edges[0] == edges[1]
    assert card.mapTo(page, card.rect().topRight()).x() == control.mapTo(page, control.rect().topRight()).x()


@pytest.mark.parametrize("text", [100, 200])
def test_a_chart_begins_where_the_controls_do(desk: Desks, book: Books, qtbot: QtBot, text: int) -> None:
    at = desk("hevi", "complete")
    at.look.use("light", text)
    page = opened(book(at, Spot("work"), 900))
    qtbot.waitUntil(lambda: any(panel.chart for panel in page.findChildren(ChartPanel)))
    chart = next(panel for panel in page.findChildren(ChartPanel) if panel.chart)
    control = next(field.editor for field in page.questions.fields.values() if type(field) is Field)
    edges = [each.mapTo(page, QPoint(0, 0)).x() for each in (chart, control)]
    assert edges[0] == edges[1]
