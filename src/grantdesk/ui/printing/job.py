"""Puts the pages of a PDF on a printer that takes pictures only, one after the other, while the window goes on."""

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from shiboken6 import isValid

from grantdesk.session.handing.spooling import NotPrinted, Sides, Ticket, ranged
from grantdesk.session.work import Work
from grantdesk.ui.paper.rendering import POINTS, Pdf

FINEST = 300  # dots per inch; the eye sees no more on paper, and printers take long for it
DUPLEX: dict[Sides, QPrinter.DuplexMode] = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}


def printer_for(ticket: Ticket) -> QPrinter:
    """The printer of a ticket, told how to print."""
    printer = QPrinter(QPrinterInfo.printerInfo(ticket.printer), QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(ticket.copies)
    printer.setDuplex(DUPLEX[ticket.sides])
    grey, color = QPrinter.ColorMode.GrayScale, QPrinter.ColorMode.Color
    printer.setColorMode(grey if ticket.grey else color)
    return printer


class PrintJob(QObject):
    """Prints the pages of a ticket. Both sides and copies are the printer's own matter.

    Signals: `went_on(n, all)` after each page; `done` at the end; `failed(exception)`.
    """

    went_on = Signal(int, int)
    done = Signal()
    failed = Signal(object)

    def __init__(
        self, work: Work, pdf: Pdf, printer: QPrinter, ticket: Ticket, parent: QObject | None = None
    ) -> None:
        """NoSuchPages if none of the pages of the ticket is there."""
        super().__init__(parent)
        self._work, self._pdf, self._printer, self._ticket = work, pdf, printer, ticket
        self._painter = QPainter()
        self.pages = ranged(ticket.pages, len(pdf.sizes))
        self._at = 0
        self._is_stopped = False

    def start(self) -> None:
        """Begins; the rest happens by itself."""
        self._printer.setFullPage(True)
        if self._ticket.up > 1:
            self._printer.setPageOrientation(QPageLayout.Orientation.Landscape)
        if not self._painter.begin(self._printer):
            self.failed.emit(NotPrinted())
            return
        self._next()

    def stop(self) -> None:
        """Prints no more pages than those that are out."""
        self._is_stopped = True

    def _next(self) -> None:
        if self._is_stopped or self._at >= len(self.pages):
            self._painter.end()
            self.done.emit()
            return
        page, grey = self.pages[self._at], self._ticket.grey
        scale = min(self._printer.resolution(), FINEST) / POINTS
        self._work.start(lambda: self._pdf.picture(page, scale, grey), self._put, self._fail)

    def _put(self, image: QImage) -> None:
        if not isValid(self):
            return
        if self._at and not self._at % self._ticket.up and not self._printer.newPage():
            self._fail(NotPrinted())
            return
        width, height = self._pdf.sizes[self.pages[self._at]]
        self._painter.drawImage(self._place(width, height), image)
        self._at += 1
        self.went_on.emit(self._at, len(self.pages))
        self._next()

    def _place(self, width: float, height: float) -> QRectF:
        """Where the page goes on the paper: in its own size, made smaller only where its place is, in the middle."""
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        room = QRectF(paper.width() / self._ticket.up * (self._at % self._ticket.up), 0, 0, 0)
        room.setSize(QRectF(0, 0, paper.width() / self._ticket.up, paper.height()).size())
        dots = self._printer.resolution() / POINTS
        shrink = min(1.0, room.width() / (width * dots), room.height() / (height * dots))
        placed = QRectF(0, 0, width * dots * shrink, height * dots * shrink)
        placed.moveCenter(room.center())
        return placed

    def _fail(self, error: Exception) -> None:
        if isValid(self):
            self._painter.end()
            self.failed.emit(error)
