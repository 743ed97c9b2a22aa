"""Printing: the person chooses, and the PDF goes to the system's spooler; where there is none, pages as pictures do."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desks import Person, session_of
from grantdesk.session.handing.exporting import Wish, printing
from grantdesk.session.handing.spooling import NoSuchPages, Ticket
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.printing.dialog import PrintDialog
from grantdesk.ui.printing.job import PrintJob, printer_for
from grantdesk.ui.printing.printing import Printing
from spools import Spool
from ui.conftest import Desks

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
LONG = 30_000


@pytest.fixture(scope="module")
def data() -> bytes:
    return printing(session_of("hevi", "complete")).pdf(Wish("en"))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    one = QWidget()
    qtbot.addWidget(one)
    return one


def chooses(**chosen: object) -> Callable[[PrintDialog], None]:
    """A person who chooses this in the dialog and prints."""

    def act(dialog: PrintDialog) -> None:
        for name, value in chosen.items():
            control = getattr(dialog, name)
            for way in ("show_value", "setText", "setValue"):
                if hasattr(control, way):
                    getattr(control, way)(value)
                    break
        dialog.go.click()

    return act


def run(qtbot: QtBot, job: Printing, wish: Wish) -> None:
    with qtbot.waitSignal(job.destroyed, timeout=LONG):
        job.start(wish)


def to_file(path: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setOutputFileName(str(path))
    return printer


def test_the_pdf_itself_goes_to_the_spooler(
    qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool, tmp_path: Path
) -> None:
    job = Printing(desk("hevi", "complete"), window, chooses(copies=2, up=2, sides="long", color=True))
    with qtbot.waitSignal(job.printed, timeout=LONG) as printed:
        run(qtbot, job, Wish("sv"))
    assert printed.args == ["Office"]
    (sent,) = spool_of.jobs
    assert sent.arguments[:4] == ["-d", "Office", "-n", "2"]
    assert sent.options == {"sides=two-sided-long-edge", "number-up=2", "print-color-mode=monochrome"}
    (tmp_path / "sent.pdf").write_bytes(sent.data)
    assert "Innehåll" in Pdf(sent.data).text(0)


def test_only_the_pages_that_are_wanted_are_sent(
    qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool
) -> None:
    at = desk("hevi", "complete")
    whole = Pdf(printing(at.session).pdf(Wish("en")))
    run(qtbot, Printing(at, window, chooses(range="2-3, 5", printer="Attic")), Wish("en"))
    (sent,) = spool_of.jobs
    assert sent.arguments[1] == "Attic"
    cut = Pdf(sent.data)
    assert [cut.text(n) for n in range(len(cut.sizes))] == [whole.text(n) for n in (1, 2, 4)]


def test_one_partners_part_is_printed_alone(
    qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool
) -> None:
    at = desk("hevi", "complete")
    key = list(at.session.dossier(at.speech.language).members)[1]
    run(qtbot, Printing(at, window, chooses()), Wish("en", profile="partner", partner=key))
    (sent,) = spool_of.jobs
    whole = Pdf(printing(at.session).pdf(Wish("en")))
    assert 0 < len(Pdf(sent.data).sizes) < len(whole.sizes)
    assert at.session.dossier(at.speech.language).partner(key).full in Pdf(sent.data).text(0)


def test_a_pdf_may_be_saved_instead(qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool) -> None:
    at = desk("hevi", "complete")
    key = next(iter(at.session.dossier(at.speech.language).members))

    def act(dialog: PrintDialog) -> None:
        dialog.part.show_value(key)
        dialog._save()

    job = Printing(at, window, act)
    with qtbot.waitSignal(job.saving, timeout=LONG) as saving:
        run(qtbot, job, Wish("fi"))
    assert saving.args == [Wish("fi", profile="partner", partner=key)]
    assert spool_of.jobs == []


def test_whoever_would_rather_not_print_prints_nothing(
    qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool
) -> None:
    run(qtbot, Printing(desk("kinds"), window, PrintDialog.reject), Wish("en"))
    assert spool_of.jobs == []


@pytest.mark.parametrize("how", ["refuses", "no such page"])
def test_what_goes_wrong_is_told(
    qtbot: QtBot, desk: Desks, window: QWidget, spool_of: Spool, how: str
) -> None:
    at = desk("kinds")
    if how == "refuses":
        spool_of.refuse()
    run(qtbot, Printing(at, window, chooses(range="" if how == "refuses" else "500")), Wish("en"))
    person = at.ask
    assert isinstance(person, Person)
    assert len(person.told) == 1
    assert spool_of.jobs == []


def test_a_range_that_nobody_can_read_is_told_at_once_and_not_printed(
    qtbot: QtBot, desk: Desks, window: QWidget
) -> None:
    dialog = PrintDialog(desk("kinds"), Wish("en"), ["Office"], window)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.range, "2 to 4")
    assert dialog._wrong.isVisible()
    assert dialog.range.property("invalid") is True
    assert "2–4, 7" in dialog.range.accessibleDescription()
    dialog.go.click()
    assert dialog.ticket is None
    assert dialog.isVisible()
    dialog.range.clear()
    qtbot.keyClicks(dialog.range, "2-4")
    assert not dialog._wrong.isVisible()
    dialog.go.click()
    assert dialog.ticket == Ticket("Office", pages="2-4")


def test_without_a_printer_a_pdf_is_what_is_left(qtbot: QtBot, desk: Desks, window: QWidget) -> None:
    dialog = PrintDialog(desk("hevi", "complete"), Wish("sv"), [], window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not hasattr(dialog, "go")
    assert not dialog.copies.isVisible()
    assert dialog.language.isVisible()
    assert dialog.part.isVisible()
    dialog._save()
    assert dialog.saves
    assert dialog.wish == Wish("sv")


def test_without_a_spooler_the_pages_are_painted(
    qtbot: QtBot, desk: Desks, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(
        "grantdesk.ui.printing.printing.QPrinterInfo.availablePrinterNames", lambda: ["Desk jet"]
    )
    made: list[Ticket] = []

    def maker(ticket: Ticket) -> QPrinter:
        made.append(ticket)
        return to_file(tmp_path / "out.pdf")

    one = desk("kinds")
    job = Printing(one, window, chooses(sides="short"), maker)
    with qtbot.waitSignal(job.printed, timeout=LONG):
        run(qtbot, job, Wish("fi"))
    assert made == [Ticket("Desk jet", sides="short")]
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) >= 1
    one.work.finish()
    assert job.job is not None
    assert job.job._pdf.is_closed


def test_a_printer_that_takes_pictures_is_told_copies_and_colours() -> None:
    printer = printer_for(Ticket("nobody knows it", copies=4, sides="long", grey=True))
    assert printer.colorMode() == QPrinter.ColorMode.GrayScale
    assert printer.copyCount() == 4
    assert printer_for(Ticket("nobody knows it")).colorMode() == QPrinter.ColorMode.Color


def job_of(desk: Desk, data: bytes, out: Path, ticket: Ticket) -> PrintJob:
    return PrintJob(desk.work, Pdf(data), to_file(out), ticket)


def test_the_pages_that_were_asked_for_are_painted_in_their_size(
    qtbot: QtBot, desk: Desks, data: bytes, tmp_path: Path
) -> None:
    job = job_of(desk("kinds"), data, tmp_path / "out.pdf", Ticket("", pages="2-4"))
    seen: list[tuple[int, int]] = []
    job.went_on.connect(lambda n, all_: seen.append((n, all_)))
    with qtbot.waitSignal(job.done, timeout=LONG):
        job.start()
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert len(printed) == 3
    assert printed.get_page_size(0) == pytest.approx((595, 842), abs=1.5)
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_two_pages_stand_side_by_side(qtbot: QtBot, desk: Desks, data: bytes, tmp_path: Path) -> None:
    job = job_of(desk("kinds"), data, tmp_path / "out.pdf", Ticket("", pages="2-4", up=2, grey=True))
    with qtbot.waitSignal(job.done, timeout=LONG):
        job.start()
    printed = Pdf((tmp_path / "out.pdf").read_bytes())
    assert [size == pytest.approx((842, 595), abs=1.5) for size in printed.sizes] == [True, True]
    first, second = printed.picture(0, 1.0), printed.picture(1, 1.0)
    assert has_ink(first, 0)
    assert has_ink(first, first.width() // 2)
    assert has_ink(second, 0)
    assert not has_ink(second, second.width() // 2)


def has_ink(picture, left: int) -> bool:  # type: ignore[no-untyped-def]
    """Is anything on this half of the paper?"""
    places = (
        (x, y) for x in range(left, left + picture.width() // 2, 2) for y in range(0, picture.height(), 2)
    )
    return any(picture.pixelColor(x, y).lightness() < 128 for x, y in places)


def test_nobody_has_to_print_all_of_it(qtbot: QtBot, desk: Desks, data: bytes, tmp_path: Path) -> None:
    job = job_of(desk("kinds"), data, tmp_path / "out.pdf", Ticket(""))
    job.went_on.connect(job.stop)
    with qtbot.waitSignal(job.done, timeout=LONG):
        job.start()
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 1


def test_pages_beyond_the_end_are_none(desk: Desks, data: bytes, tmp_path: Path) -> None:
    with pytest.raises(NoSuchPages):
        job_of(desk("kinds"), data, tmp_path / "out.pdf", Ticket("", pages="900"))


@pytest.mark.qt_log_ignore("Returned false", extend=True)
def test_a_printer_that_takes_nothing_is_told(
    qtbot: QtBot, desk: Desks, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = desk("kinds")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(
        "grantdesk.ui.printing.printing.QPrinterInfo.availablePrinterNames", lambda: ["Desk jet"]
    )
    job = Printing(at, window, chooses(), lambda ticket: to_file(tmp_path / "nowhere" / "out.pdf"))
    run(qtbot, job, Wish("en"))
    person = at.ask
    assert isinstance(person, Person)
    assert len(person.told) == 1


@pytest.mark.parametrize("text", [100, 200])
def test_the_dialog_has_room_around_what_is_typed_and_none_to_spare(
    qtbot: QtBot, desk: Desks, window: QWidget, text: int
) -> None:
    at = desk("hevi", "complete")
    at.look.use("light", text)
    full, bare = (PrintDialog(at, Wish("en"), names, window) for names in (["Office"], []))
    for dialog in (full, bare):
        dialog.show()
        qtbot.wait(20)
    assert full.copies.lineEdit().textMargins().left() >= 8
    free = bare.findChild(Scroll).height() - bare.language.mapTo(bare.findChild(Scroll), QPoint(0, 0)).y()
    assert free < 2 * bare.language.height()
