"""The pages as on paper: those of the very PDF, drawn when they come into sight, and put on a printer."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import Person
from grantdesk.session.handing.exporting import Wish, printing
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.print import Printing
from grantdesk.ui.paper.paper import Paper
from grantdesk.ui.paper.printer import PrintJob, chosen
from grantdesk.ui.paper.rendering import MOST, Pdf
from grantdesk.words.phrase import phrase
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(scope="module")
def data() -> bytes:
    from desks import session_of

    return printing(session_of("hevi", "complete")).pdf(Wish("en"))


def opened(qtbot: QtBot, desk: Desk) -> Paper:
    paper = Paper(desk)
    qtbot.addWidget(paper)
    paper.resize(1000, 700)
    paper.show()
    qtbot.waitUntil(lambda: bool(paper.sheets) and paper.sheets[0].is_drawn, timeout=15_000)
    return paper


def test_a_page_is_drawn_in_its_size_and_never_in_a_monstrous_one(data: bytes) -> None:
    pdf = Pdf(data)
    assert pdf.sizes[0] == pytest.approx((595.28, 841.89), abs=0.1)
    image = pdf.picture(0, 2.0)
    assert (image.width(), image.height()) == pytest.approx((1191, 1684), abs=1)
    assert len({image.pixel(x, y) for x in range(0, 1000, 7) for y in range(0, 1000, 7)}) > 2
    assert max(pdf.picture(0, 14.0).height(), MOST) == MOST
    pdf.close()


def test_all_pages_are_there_and_only_those_near_are_drawn(qtbot: QtBot, desk: Desks) -> None:
    paper = opened(qtbot, desk("hevi", "complete"))
    assert len(paper.sheets) == len(pypdfium2.PdfDocument(paper.pdf.data)) > 20  # type: ignore[union-attr]
    assert not paper.sheets[-1].is_drawn
    paper.area.verticalScrollBar().setValue(paper.area.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: paper.sheets[-1].is_drawn)
    assert not paper.sheets[0].is_drawn
    assert paper.sheets[-1].accessibleName() == f"Page {len(paper.sheets)}"


def test_the_paper_is_in_the_language_that_was_chosen(qtbot: QtBot, desk: Desks) -> None:
    paper = opened(qtbot, desk("hevi", "complete"))
    before = paper.pdf
    paper.language.picked.emit("fi")
    qtbot.waitUntil(lambda: paper.pdf is not before, timeout=15_000)
    assert "Sisällys" in pypdfium2.PdfDocument(paper.pdf.data)[0].get_textpage().get_text_range()  # type: ignore[union-attr]
    with qtbot.waitSignal(paper.exporting) as asked:
        paper.export.click()
    assert asked.args == ["fi"]


def test_pages_become_larger_and_smaller(qtbot: QtBot, desk: Desks) -> None:
    paper = opened(qtbot, desk("kinds"))
    before = paper.sheets[0].width()
    paper.zoom_by(2)
    assert paper.sheets[0].width() == pytest.approx(before * 1.5, abs=2)
    qtbot.waitUntil(lambda: paper.sheets[0].is_drawn)
    for _ in range(9):
        paper.zoom_by(-1)
    assert paper.zoom == 50


def test_an_edit_makes_the_pages_anew(qtbot: QtBot, desk: Desks) -> None:
    at = desk("hevi", "complete")
    paper = opened(qtbot, at)
    before = paper.pdf
    at.session.edit({("name_fi",): "Toinen nimi"}, phrase("Change"))
    qtbot.waitUntil(lambda: paper.pdf is not before, timeout=15_000)
    assert "Toinen nimi" in pypdfium2.PdfDocument(paper.pdf.data)[0].get_textpage().get_text_range()  # type: ignore[union-attr]


def to_file(path: Path, first: int = 0, last: int = 0) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(path))
    if first:
        printer.setFromTo(first, last)
    return printer


def test_the_pages_that_were_asked_for_are_printed_in_their_size(
    qtbot: QtBot, desk: Desks, data: bytes, tmp_path: Path
) -> None:
    at, out = desk("kinds"), tmp_path / "out.pdf"
    job = PrintJob(at.work, Pdf(data), to_file(out, 2, 4))
    seen: list[tuple[int, int]] = []
    job.went_on.connect(lambda n, all_: seen.append((n, all_)))
    with qtbot.waitSignal(job.done, timeout=20_000):
        job.start()
    printed = pypdfium2.PdfDocument(out)
    assert len(printed) == 3
    assert printed.get_page_size(0) == pytest.approx((595, 842), abs=1.5)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_nobody_has_to_print_all_of_it(qtbot: QtBot, desk: Desks, data: bytes, tmp_path: Path) -> None:
    job = PrintJob(desk("kinds").work, Pdf(data), to_file(tmp_path / "out.pdf"))
    job.went_on.connect(job.stop)
    with qtbot.waitSignal(job.done, timeout=20_000):
        job.start()
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1


def test_a_range_beyond_the_end_is_cut_and_the_last_page_may_come_first(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf", 3, 99)
    assert chosen(printer, 5) == [2, 3, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen(printer, 5) == [4, 3, 2]
    assert chosen(to_file(tmp_path / "out.pdf"), 2) == [0, 1]


def test_printing_asks_for_the_printer_first(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    at, window, out = desk("kinds"), QWidget(), tmp_path / "out.pdf"
    qtbot.addWidget(window)

    def settle(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    running = Printing(at, window, settle)
    with qtbot.waitSignal(running.destroyed, timeout=20_000):
        running.start("fi")
    assert len(pypdfium2.PdfDocument(out)) >= 1


def test_whoever_would_rather_not_print_prints_nothing(qtbot: QtBot, desk: Desks) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    running = Printing(desk("kinds"), window, lambda printer: False)
    with qtbot.waitSignal(running.destroyed, timeout=20_000):
        running.start()


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, desk: Desks, tmp_path: Path) -> None:
    at, window = desk("kinds"), QWidget()
    qtbot.addWidget(window)

    def settle(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "nowhere" / "out.pdf"))
        return True

    running = Printing(at, window, settle)
    with qtbot.waitSignal(running.destroyed, timeout=20_000):
        running.start()
    person = at.ask
    assert isinstance(person, Person)
    assert len(person.told) == 1


def test_the_keyboard_reaches_every_control(qtbot: QtBot, desk: Desks) -> None:
    paper = opened(qtbot, desk("kinds"))
    for control in (paper.language, paper.export, paper.print):
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert control.accessibleName()
