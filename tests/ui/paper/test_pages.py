"""The pages on the screen: only those near are drawn; they are led to, clicked, marked, copied and searched."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from grantdesk.ui.paper.paper import Paper
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.paper.text.marking import LAST, NOTHING
from grantdesk.words.phrase import phrase
from ui.conftest import Desks
from ui.paper.conftest import Previews
from ui.paper.papers import LONG, drawn, text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def paper(preview: Previews, desk: Desks) -> Paper:
    return preview(desk("hevi", "complete"))


def test_only_pages_in_sight_and_near_it_have_a_sheet(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    assert set(pages.sheets) == {0, 1} or set(pages.sheets) == {0, 1, 2}
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())
    drawn(qtbot, pages)
    last = len(pages.pdf.sizes) - 1  # type: ignore[union-attr]
    assert last in pages.sheets
    assert 0 not in pages.sheets
    assert pages.at == last
    assert pages.sheets[last].accessibleName() == f"Page {last + 1}"
    assert pages.sheets[last].accessibleDescription() == text(paper, last)


def test_what_is_printed_of_the_field_in_focus_comes_into_sight_and_has_a_bar(
    qtbot: QtBot, paper: Paper
) -> None:
    pages = paper.pages
    pages.zoom_to("page")
    strip = pages.places.of(("need",))[0]
    assert strip.page > 2
    paper.follow(("need",))
    assert strip.page in pages.sheets
    assert pages.sheets[strip.page].answers[0][0] == strip.top
    before = pages.verticalScrollBar().value()
    paper.follow(("preparation",))
    assert pages.verticalScrollBar().value() == before, "it was in sight already"


def test_a_cell_is_led_to_its_row_and_a_partner_to_the_part(paper: Paper) -> None:
    places = paper.pages.places
    assert places.of(("work_packages", "wp2", "responsible"))[0].at == ("work_packages", "wp2", "responsible")
    assert places.of(("work_packages", "wp2", "unheard_of"))[0].at == ("work_packages", "wp2")
    partner = next(strip.section[1] for strip in paper.print.strips if len(strip.section) == 2)  # type: ignore[union-attr]
    assert places.of(("partners", partner, "nothing"))[0].at == ("partners", partner)
    assert places.of(("nowhere",)) == ()


def test_a_click_on_an_answer_leads_to_its_field(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    paper.follow(("need",))
    strip = pages.places.of(("need",))[0]
    sheet = pages.sheets[strip.page]
    at = QPointF(100, strip.top + 3) * sheet.scale
    with qtbot.waitSignal(paper.wanted) as wanted:
        QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert wanted.args == [("need",)]
    QTest.mouseMove(sheet, at.toPoint())
    assert sheet.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_enter_leads_to_the_first_answer_in_sight(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    strip = pages.places.of(("preparation",))[0]
    pages.come_to(strip.page, strip.top)
    with qtbot.waitSignal(paper.wanted) as wanted:
        qtbot.keyClick(pages, Qt.Key.Key_Return)
    path = wanted.args[0]
    assert pages.places.of(path)[0].page in pages.sheets


def test_text_is_marked_with_the_mouse_and_copied(qtbot: QtBot, paper: Paper) -> None:
    pages, sheet = paper.pages, paper.pages.sheets[0]
    letters = sheet.letters = pages.pdf.letters(0)  # type: ignore[union-attr]
    start = letters.text.index("Quiet Delivery")
    first, last = (letters.boxes[n].center() * sheet.scale for n in (start, start + 4))
    QTest.mousePress(sheet, Qt.MouseButton.LeftButton, pos=first.toPoint())
    QTest.mouseMove(sheet, last.toPoint())
    QTest.mouseRelease(sheet, Qt.MouseButton.LeftButton, pos=last.toPoint())
    assert sheet.marks == (start, start + 5)
    assert pages.selected() == "Quiet"
    qtbot.keyClick(pages, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == "Quiet"
    assert paper.bar.mark.text() == "The text is copied"
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert sheet.marks == NOTHING
    assert pages.selected() == ""


def test_keys_mark_and_copy_the_whole_page(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    qtbot.keyClick(pages, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text().replace("\n", "\r\n") == text(paper, 0)[:-1]
    qtbot.keyClick(pages, Qt.Key.Key_A, CTRL)
    assert pages.selected() == text(paper, 0).replace("\r\n", "\n")


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    before = pages.sheets[0].width()

    def wheel(modifier: Qt.KeyboardModifier, step: int) -> None:
        middle = QPointF(200, 200)
        event = QWheelEvent(
            *(middle, pages.mapToGlobal(middle), QPoint(), QPoint(0, step), Qt.MouseButton.NoButton),
            *(modifier, Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(pages.viewport(), event)

    wheel(CTRL, -120)
    assert pages.sheets[0].width() < before
    assert isinstance(pages.zoom, int)
    assert paper.bar.zoom.value == pages.zoom
    at = pages.verticalScrollBar().value()
    wheel(Qt.KeyboardModifier.NoModifier, -120)
    assert pages.verticalScrollBar().value() > at


@pytest.mark.parametrize(("key", "grows"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_keys_zoom_and_fit_again(qtbot: QtBot, paper: Paper, key: Qt.Key, grows: bool) -> None:
    pages = paper.pages
    pages.zoom_to(100)
    before = pages.sheets[0].width()
    qtbot.keyClick(pages, key, CTRL)
    assert (pages.sheets[0].width() > before) == grows
    qtbot.keyClick(pages, Qt.Key.Key_0, CTRL)
    assert pages.zoom == paper.bar.zoom.value == "width"


def test_what_is_looked_at_stays_where_it_is_in_another_size(paper: Paper) -> None:
    pages = paper.pages
    pages.come_to(7)
    pages.zoom_to(150)
    assert pages.at == 7
    pages.zoom_to("page")
    assert pages.at == 7


def test_home_and_end_go_to_the_first_and_the_last_page(qtbot: QtBot, paper: Paper) -> None:
    qtbot.keyClick(paper.pages, Qt.Key.Key_End)
    assert paper.pages.at == len(paper.pages.pdf.sizes) - 1  # type: ignore[union-attr]
    qtbot.keyClick(paper.pages, Qt.Key.Key_Home)
    assert paper.pages.at == 0


def test_words_are_found_marked_and_gone_to_from_one_to_the_next(qtbot: QtBot, paper: Paper) -> None:
    qtbot.keyClick(paper.pages, Qt.Key.Key_F, CTRL)
    assert paper.search.isVisible()
    paper.search.field.setText("kuormapyörät")
    paper.search.field.textEdited.emit("kuormapyörät")
    found = paper.pages.found
    qtbot.waitUntil(lambda: found.find("kuormapyörät") > 1, timeout=LONG)
    paper.search.again()
    qtbot.keyClick(paper.search.field, Qt.Key.Key_Return)
    hit = found.go(1)
    assert text(paper, hit.page)[hit.start : hit.end].casefold() == "kuormapyörät"
    sheet = paper.pages.sheets[hit.page]
    assert sheet.here == (hit.start, hit.end)
    qtbot.waitUntil(lambda: sheet.letters is not None, timeout=LONG)
    plain = paper.grab().toImage()
    paper.search.close_bar()
    assert sheet.hits == []
    assert paper.grab().toImage() != plain


def test_words_are_found_again_on_new_pages(qtbot: QtBot, paper: Paper) -> None:
    found = paper.pages.found
    found.find("Uusi Nimi")
    with qtbot.waitSignal(found.read, timeout=LONG):
        pass
    assert found.on(0) == []
    with qtbot.waitSignal(found.read, timeout=LONG):
        paper.desk.session.edit({("name_en",): "Uusi nimi"}, phrase("Change"))
    assert len(found.on(0)) >= 1


def test_text_is_marked_from_one_page_to_another_either_way_and_copied(qtbot: QtBot, paper: Paper) -> None:
    pages, pdf = paper.pages, paper.pdf
    assert pdf is not None
    top, low = pages.sheets[0], pages.sheets[1]
    top.letters, low.letters = pdf.letters(0), pdf.letters(1)
    first = len(top.letters.text) - 30
    last = 40
    start = (top.letters.boxes[first].center() * top.scale).toPoint()
    end = low.mapTo(pages.widget(), (low.letters.boxes[last].center() * low.scale).toPoint())
    wanted = f"{top.letters.said(first, LAST)}\n{low.letters.said(0, last + 1)}"
    QTest.mousePress(top, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(top, top.mapFrom(pages.widget(), end))
    QTest.mouseRelease(top, Qt.MouseButton.LeftButton, pos=top.mapFrom(pages.widget(), end))
    assert pages.selected() == wanted
    assert low.marks == (0, last + 1)
    qtbot.keyClick(pages, Qt.Key.Key_C, CTRL)
    assert QApplication.clipboard().text() == wanted
    back = low.mapFrom(pages.widget(), end)
    QTest.mousePress(low, Qt.MouseButton.LeftButton, pos=back)
    assert pages.selected() == ""
    QTest.mouseMove(low, low.mapFrom(pages.widget(), top.mapTo(pages.widget(), start)))
    assert pages.selected() == wanted
    QTest.mouseRelease(low, Qt.MouseButton.LeftButton, pos=back)


def test_the_pages_move_on_while_text_is_marked_beyond_the_edge(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    top, bar = pages.sheets[0], pages.verticalScrollBar()
    QTest.mousePress(top, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    for n in range(1, 5):
        QTest.mouseMove(top, QPoint(100, n * top.height()))
        qtbot.waitUntil(
            lambda: all(sheet.letters is not None or not sheet.is_pressed for sheet in pages.sheets.values())
        )
    assert bar.value() > 2 * top.height()
    assert pages.sheets[0] is top
    qtbot.waitUntil(lambda: len(pages.pile.marks) > 1)
    QTest.mouseRelease(top, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))


def test_a_print_with_fewer_pages_may_come_while_text_is_marked(qtbot: QtBot, paper: Paper) -> None:
    pages = paper.pages
    assert paper.pdf is not None
    pages.come_to(2)
    held = pages.sheets[2]
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    QTest.mouseMove(held, QPoint(200, 300))
    pages.show_pdf(Pdf(paper.pdf.cut([0])), ())
    QTest.mouseMove(held, QPoint(300, 400))
    assert list(pages.sheets) == [0]
    assert pages.selected() == ""
