"""Prints the application: asks how, makes the pages, and hands them to the system: the PDF itself where it takes that,
else page by page."""

from collections.abc import Callable
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from grantdesk.session.handing.exporting import Wish, name
from grantdesk.session.handing.making import edition
from grantdesk.session.handing.spooling import Ticket, ranged, spool, spooler
from grantdesk.session.paper.apart import Edition, pages_of
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.run import Run
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.printing.dialog import PrintDialog
from grantdesk.ui.printing.job import PrintJob, printer_for
from grantdesk.words.trouble import Trouble

Maker = Callable[[Ticket], QPrinter]


class Printing(QObject):
    """Is a child of `over` and goes when it is done. `run` shows the dialog, `maker` makes a printer that takes
    pictures.

    Signals: `printed(name of the printer)`; `saving(wish)` if a PDF is wanted instead.
    """

    printed = Signal(str)
    saving = Signal(object)

    def __init__(self, desk: Desk, over: QWidget, run: Run, maker: Maker = printer_for) -> None:
        super().__init__(over)
        self._desk, self._over, self._run, self._maker = desk, over, run, maker
        self._ticket = Ticket("")
        self.job: PrintJob | None = None
        self._pdf: Pdf | None = None

    def start(self, wish: Wish) -> None:
        """Begins; `wish` is what is proposed."""
        self._desk.work.start(spooler, partial(self._ask, wish), self._fail)

    def _ask(self, wish: Wish, spooler: tuple[str, ...] | None) -> None:
        if not isValid(self):
            return
        names = QPrinterInfo.availablePrinterNames() if spooler is None else spooler
        dialog = PrintDialog(self._desk, wish, names, self._over)
        self._run(dialog)
        ticket, wish, saves = dialog.ticket, dialog.wish, dialog.saves
        dialog.deleteLater()
        if ticket is None:
            if saves:
                self.saving.emit(wish)
            self.deleteLater()
            return
        self._ticket = ticket
        wanted, title = edition(self._desk.session, wish), name(self._desk.session, wish, None)
        if spooler is not None:
            self._desk.work.start(partial(_spooled, wanted, title, ticket), self._end, self._fail)
        else:
            self._desk.work.start(lambda: Pdf(pages_of(wanted).data), partial(self._draw, title), self._fail)

    def _draw(self, title: str, pdf: Pdf) -> None:
        if not isValid(self):
            return
        self._pdf, printer = pdf, self._maker(self._ticket)
        printer.setDocName(title)
        try:
            self.job = PrintJob(self._desk.work, pdf, printer, self._ticket, self)
        except Trouble as trouble:
            self._fail(trouble)
            return
        self.job.done.connect(self._end)
        self.job.failed.connect(self._fail)
        self.job.start()

    def _end(self, _: object = None) -> None:
        if isValid(self):
            self.printed.emit(self._ticket.printer)
            self._go()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._desk.ask.tell(error.phrase)
            self._go()

    def _go(self) -> None:
        if self._pdf is not None:
            self._desk.work.start(self._pdf.close)
        self.deleteLater()


def _spooled(wanted: Edition, title: str, ticket: Ticket) -> None:
    """Makes the pages and hands them over, all in the background. NotPrinted, NoSuchPages."""
    data = pages_of(wanted).data
    if ticket.pages.strip():
        with closing(Pdf(data)) as pdf:
            data = pdf.cut(ranged(ticket.pages, len(pdf.sizes)))
    spool(data, title, ticket)
