"""The last page: what is still to be done, where, and everything to be read with ways back."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from desks import NOW
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.document.pen import link
from grantdesk.ui.reader.check import FEW, CheckPage
from grantdesk.words.phrase import phrase
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def opened(qtbot: QtBot, desk: Desk, keeper: Keeper | None = None) -> CheckPage:
    page = CheckPage(desk, keeper, lambda: NOW)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitUntil(lambda: page.reading.is_fresh)
    return page


def banner(page: CheckPage) -> str:
    assert page.banner is not None
    return page.banner.said.text()


def cards(page: CheckPage) -> list[str]:
    items = (page.cards.itemAt(n).widget() for n in range(page.cards.count()))
    return [item.accessibleName() for item in items if item]


def test_it_sums_up_what_is_wrong_and_leads_there(qtbot: QtBot, desk: Desks) -> None:
    page = opened(qtbot, desk("hevi", "complete"))
    assert banner(page) == "1 thing to fix before submitting"
    assert len(cards(page)) == 1
    with qtbot.waitSignal(page.wanted) as wanted:
        page.cards.itemAt(0).widget().click()
    assert wanted.args == [("milestones", "m6", "date")]


def test_what_is_wrong_comes_before_what_is_only_missing_and_the_rest_on_request(
    qtbot: QtBot, desk: Desks
) -> None:
    at = desk("hevi", "unfinished")
    at.session.edit({("end",): "soon"}, phrase("Change"))
    page = opened(qtbot, at)
    assert "could not be read" in cards(page)[0]
    assert len(cards(page)) == FEW + 1
    with qtbot.waitSignal(page.listing):
        page.cards.itemAt(FEW).widget().click()


def test_it_follows_the_answers(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    page = opened(qtbot, at)
    at.session.edit({("milestones", "m6", "date"): "2029-08-31"}, phrase("Change"))
    qtbot.waitUntil(lambda: banner(page) == "Nothing stands in the way of submitting")
    assert cards(page) == []
    qtbot.waitUntil(lambda: page.reading.is_fresh)
    assert "31 August 2029" in page.page.toPlainText()


def test_the_checklist_leads_to_what_is_open(qtbot: QtBot, desk: Desks) -> None:
    page = opened(qtbot, desk("hevi", "unfinished"))
    line = next(line for line in page.matters.lines if line.matter.said.said == "Required attachments")
    with qtbot.waitSignal(page.wanted) as wanted:
        line.go.click()
    assert wanted.args == [("cooperation_agreement",)]


def test_what_is_settled_has_no_way_to_it(qtbot: QtBot, desk: Desks) -> None:
    page = opened(qtbot, desk("hevi", "complete"))
    done = [line for line in page.matters.lines if line.matter.state == "done"]
    assert done
    assert not any(hasattr(line, "go") for line in done)


def test_whether_it_is_saved_is_on_the_list(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    keeper = Keeper(at.session)
    page = opened(qtbot, at, keeper)
    assert page.matters.lines[-1].matter.said == phrase("The file")
    keeper.close()


def test_each_answer_has_a_way_back_to_its_field(qtbot: QtBot, desk: Desks) -> None:
    page = opened(qtbot, desk("hevi", "complete"))
    path = ("partners", "university", "support_rate")
    hrefs = set()
    block = page.page.document().begin()
    while block.isValid():
        hrefs |= {run.format.anchorHref() for run in block.textFormats()}
        block = block.next()
    assert link(path) in hrefs
    with qtbot.waitSignal(page.wanted) as wanted:
        page.page.anchorClicked.emit(link(path))
    assert wanted.args == [path]


def test_all_of_the_document_is_on_the_page(qtbot: QtBot, desk: Desks) -> None:
    page = opened(qtbot, desk("hevi", "complete"))
    assert page.page.height() >= page.page.document().size().height() > 5000
    assert page.page.verticalScrollBar().maximum() == 0
    before = page.page.height()
    page.resize(620, 700)
    qtbot.waitUntil(lambda: page.reading.is_fresh and page.page.height() > before)


@pytest.mark.parametrize("way", ["export", "print", "preview"])
def test_its_buttons_ask_the_window(qtbot: QtBot, desk: Desks, way: str) -> None:
    page = opened(qtbot, desk("hevi", "complete"))
    signals = {"export": page.exporting, "print": page.printing, "preview": page.previewing}
    with qtbot.waitSignal(signals[way]):
        getattr(page, way).click()


def test_everything_is_said_anew_in_another_language(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    page = opened(qtbot, at)
    at.speech.use("fi")
    qtbot.waitUntil(lambda: page.reading.is_fresh)
    assert "Alkamispäivä" in page.page.toPlainText()


def test_a_call_that_has_closed_is_to_be_seen(qtbot: QtBot, desk: Desks) -> None:
    page = CheckPage(desk("hevi", "complete"), None, lambda: NOW + timedelta(days=400))
    qtbot.addWidget(page)
    page.show()
    closing = next(line.matter for line in page.matters.lines if line.matter.said.said == "The call closes")
    assert closing.state == "to_fix"
