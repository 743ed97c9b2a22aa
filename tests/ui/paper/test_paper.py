"""The pages as on paper: those of the very PDF, which follow the work."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from grantdesk.session.handing.exporting import Wish, printing
from grantdesk.ui.paper.paper import Shown
from grantdesk.ui.paper.rendering import MOST, Pdf, unless_closed
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble
from ui.conftest import Desks
from ui.paper.conftest import Previews
from ui.paper.papers import LONG, drawn, text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def data() -> bytes:
    from desks import session_of

    return printing(session_of("hevi", "complete")).pdf(Wish("en"))


def test_a_page_is_drawn_in_its_size_and_never_in_a_monstrous_one(data: bytes) -> None:
    pdf = Pdf(data)
    assert pdf.sizes[0] == pytest.approx((595.28, 841.89), abs=0.1)
    image = pdf.picture(0, 2.0)
    assert (image.width(), image.height()) == pytest.approx((1191, 1684), abs=1)
    assert len({image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 1000, 7)}) > 2
    assert pdf.picture(0, 1.0, grey=True).isGrayscale()
    assert max(pdf.picture(0, 14.0).height(), MOST) == MOST
    pdf.close()


def test_some_pages_are_a_pdf_of_their_own(data: bytes) -> None:
    pdf = Pdf(data)
    cut = Pdf(pdf.cut([2, 0]))
    assert [cut.text(0), cut.text(1)] == [pdf.text(2), pdf.text(0)]


def test_every_letter_has_a_place_on_its_page(data: bytes) -> None:
    pdf = Pdf(data)
    letters = pdf.letters(0)
    assert len(letters.text) == len(letters.boxes)
    width, height = pdf.sizes[0]
    start = letters.text.index("Contents")
    assert all(0 < box.left() < width and 0 < box.top() < height for box in letters.boxes[start : start + 4])


def test_the_paper_is_in_the_language_that_was_chosen(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    paper = preview(desk("hevi", "complete"))
    before = paper.pdf
    paper.bar.language.show_value("fi")
    paper.bar.language.picked.emit("fi")
    qtbot.waitUntil(lambda: paper.pdf is not before, timeout=LONG)
    assert "Sisällys" in text(paper, 0)
    with qtbot.waitSignal(paper.exporting) as asked:
        paper.bar.export.click()
    assert asked.args == [Wish("fi")]


def test_one_partners_part_is_shown_and_handed_on_alone(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    at = desk("hevi", "complete")
    paper = preview(at)
    whole, key = paper.pdf, list(at.session.dossier(at.speech.language).members)[1]
    paper.bar.part.show_value(key)
    paper.bar.part.picked.emit(key)
    qtbot.waitUntil(lambda: paper.pdf is not whole, timeout=LONG)
    assert len(paper.pdf.sizes) < len(whole.sizes)  # type: ignore[union-attr]
    with qtbot.waitSignal(paper.printing) as asked:
        paper.bar.print.click()
    assert asked.args == [Wish("en", profile="partner", partner=key)]


def test_a_part_that_is_gone_gives_way_to_the_whole(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    at = desk("hevi", "complete")
    paper = preview(at)
    key = list(at.session.dossier(at.speech.language).members)[2]
    paper.bar.part.show_value(key)
    paper.bar.part.picked.emit(key)
    qtbot.waitUntil(lambda: paper.making.wish.partner == key and not paper.making.is_running, timeout=LONG)
    at.session.edit({("partners", key): None}, phrase("Remove"))
    qtbot.waitUntil(lambda: paper.making.wish == Wish("en"), timeout=LONG)
    qtbot.waitUntil(lambda: paper.bar.part.count() == 3 and not paper.making.is_running, timeout=LONG)
    assert paper.bar.part.value == ""


def test_an_edit_makes_the_pages_anew_and_what_is_seen_stays_meanwhile(
    qtbot: QtBot, desk: Desks, preview: Previews
) -> None:
    at = desk("hevi", "complete")
    paper = preview(at)
    paper.pages.come_to(4)
    drawn(qtbot, paper.pages)
    before, value = paper.pdf, paper.pages.verticalScrollBar().value()
    at.session.edit({("name_en",): "Toinen nimi"}, phrase("Change"))
    assert all(sheet.is_drawn for sheet in paper.pages.sheets.values())
    qtbot.waitUntil(lambda: paper.pdf is not before, timeout=LONG)
    assert paper.pages.sheets[4].is_drawn, "the old picture stays until there is a new one"
    assert paper.pages.verticalScrollBar().value() == value
    assert "Toinen nimi" in text(paper, 0)


def test_what_takes_long_is_said_and_what_does_not_is_not(
    qtbot: QtBot, desk: Desks, preview: Previews
) -> None:
    paper = preview(desk("kinds"))
    paper.making.begun.emit()
    assert not paper.bar.mark.isVisible()
    qtbot.waitUntil(paper.bar.mark.isVisible)
    assert paper.bar.mark.text() == "Updating …"
    paper.making.finished.emit(Shown(Pdf(paper.pdf.data), paper.print))  # type: ignore[union-attr, arg-type]
    assert not paper.bar.mark.isVisible()


def test_what_cannot_be_printed_is_said_above_the_pages(desk: Desks, preview: Previews) -> None:
    paper = preview(desk("kinds"))
    paper.making.failed.emit(Trouble(phrase("Something is wrong.")))
    assert paper.said.isVisible()
    assert paper.said.text() == "Something is wrong."
    assert paper.pages.sheets[0].is_drawn


def test_the_pages_speak_the_language_of_the_window(desk: Desks, preview: Previews, qtbot: QtBot) -> None:
    at = desk("kinds")
    paper = preview(at)
    assert paper.pages.accessibleName() == "The pages of the PDF"
    assert paper.pages.accessibleDescription() == f"Page 1 of {len(paper.pdf.sizes)}"  # type: ignore[union-attr]
    english = paper.pages.sheets[0].accessibleName()
    at.speech.use("sv")
    qtbot.waitUntil(lambda: paper.pages.sheets[0].accessibleName() != english)
    assert paper.pages.accessibleName() != "The pages of the PDF"


def test_what_is_to_be_drawn_or_read_when_the_pdf_is_given_back_is_no_fault(
    qtbot: QtBot, desk: Desks, preview: Previews
) -> None:
    at, gate = desk("kinds"), Event()
    paper = preview(at)
    pdf = paper.pdf
    at.work.start(gate.wait)  # what is asked for now waits its turn
    pile = paper.pages.pile
    pile.lay(pile.ground)
    pile.set_out([0])
    qtbot.waitUntil(lambda: pile._is_busy)
    pile.sheets[0].letters = None
    pile.sheets[0].reached.emit()
    paper.pages.found.find("a")
    pdf.close()
    gate.set()
    at.work.finish()
    assert not pile._is_busy
    with pytest.raises(ZeroDivisionError):
        unless_closed(Pdf(printing(at.session).pdf(Wish("en"))))(ZeroDivisionError())


def test_escape_leads_back_to_the_form(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    paper = preview(desk("kinds"))
    with qtbot.waitSignal(paper.left):
        qtbot.keyClick(paper.pages, Qt.Key.Key_Escape)


def test_the_keyboard_reaches_every_control(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    bar = preview(desk("hevi", "complete")).bar
    picks, tools = (bar.part, bar.language, bar.zoom), (bar.miniatures, bar.smaller, bar.larger, bar.search)
    for control in (*picks, *tools, bar.copy, bar.print, bar.export, bar.close_it):
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName()


def test_pages_are_counted_against_what_the_call_allows(desk: Desks, preview: Previews) -> None:
    long = "\n".join(["One word and another. " * 20] * 30)
    paper = preview(desk("pages", {"name": "X", "steps": long}))
    whole = len(paper.pdf.sizes)  # type: ignore[union-attr]
    assert paper.bar.limit.isVisible()
    assert paper.bar.limit.text() == f"Whole application: {whole} of at most 5 pages"
    first, last = paper.print.sections["plan",]  # type: ignore[union-attr]
    paper.pages.come_to(last)
    assert paper.bar.limit.text() == f"Plan: {last - first + 1} of at most 1 pages"
    assert paper.bar.limit.property("tone") == "error"
    assert paper.bar.pages.toolTip() == f"“Plan”: {last - first + 1} pages"


def test_where_nothing_is_limited_only_the_section_is_told(desk: Desks, preview: Previews) -> None:
    paper = preview(desk("hevi", "complete"))
    paper.pages.come_to(4)
    assert not paper.bar.limit.isVisible()
    assert paper.bar.pages.toolTip().startswith("“")


def test_tab_goes_through_the_preview_as_one_reads(qtbot: QtBot, desk: Desks, preview: Previews) -> None:
    paper = preview(desk("hevi", "complete"))
    paper.bar.miniatures.click()
    paper.activateWindow()
    paper.bar.part.setFocus()
    order = [paper.bar.part]
    while paper.pages not in order:
        qtbot.keyClick(order[-1], Qt.Key.Key_Tab)
        assert paper.focusWidget() not in order
        order.append(paper.focusWidget())
    bar = paper.bar
    assert order[:4] == [bar.part, bar.language, bar.close_it, bar.miniatures]
    assert order[-3:] == [bar.export, paper.miniatures, paper.pages]


def test_pages_that_nobody_came_to_show_are_given_back(data: bytes) -> None:
    pdf = Pdf(data)
    document = pdf._document
    del pdf
    assert document.raw is None
