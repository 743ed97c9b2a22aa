"""Puts the pages of a PDF on a printer, one after the other, while the window goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from shiboken6 import isValid

from grantdesk.session.work import Work
from grantdesk.ui.paper.rendering import POINTS, Pdf
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

FINEST = 300  # dots per inch; the eye sees no more on paper, and printers take long for it


class NoPrinter(Trouble):
    """The printer does not take anything."""

    def __init__(self) -> None:
        super().__init__(
            phrase(
                "The printer did not take the pages. Check that it is on, or export the PDF and print that."
            )
        )


class PrintJob(QObject):
    """Prints the pages that the printer was told to. Both sides and copies are the printer's own matter.

    Signals: `went_on(n, all)` after each page; `done` at the end; `failed(exception)`.
    """

    went_on = Signal(int, int)
    done = Signal()
    failed = Signal(object)

    def __init__(self, work: Work, pdf: Pdf, printer: QPrinter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work, self._pdf, self._printer = work, pdf, printer
        self._painter = QPainter()
        self.pages = chosen(printer, len(pdf.sizes))
        self._at = 0
        self._is_stopped = False

    def start(self) -> None:
        """Begins; the rest happens by itself."""
        self._printer.setFullPage(True)
        if not self.pages or not self._painter.begin(self._printer):
            self.failed.emit(NoPrinter())
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
        page = self.pages[self._at]
        scale = min(self._printer.resolution(), FINEST) / POINTS
        self._work.start(lambda: self._pdf.picture(page, scale), self._put, self._fail)

    def _put(self, image: QImage) -> None:
        if not isValid(self):
            return
        if self._at and not self._printer.newPage():
            self._fail(NoPrinter())
            return
        width, height = self._pdf.sizes[self.pages[self._at]]
        self._painter.drawImage(self._place(width, height), image)
        self._at += 1
        self.went_on.emit(self._at, len(self.pages))
        self._next()

    def _place(self, width: float, height: float) -> QRectF:
        """Where the page goes on the paper: in its own size, made smaller only where the paper is, in the middle."""
        paper = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        dots = self._printer.resolution() / POINTS
        shrink = min(1.0, paper.width() / (width * dots), paper.height() / (height * dots))
        size = width * dots * shrink, height * dots * shrink
        left, top = (paper.width() - size[0]) / 2, (paper.height() - size[1]) / 2
        return QRectF(left, top, *size)

    def _fail(self, error: Exception) -> None:
        if isValid(self):
            self._painter.end()
            self.failed.emit(error)


def chosen(printer: QPrinter, count: int) -> list[int]:
    """The pages that were asked for, counted from 0; all of them if nothing was said."""
    first, last = printer.fromPage(), printer.toPage()
    pages = list(range(count)) if not first else list(range(max(first, 1) - 1, min(last or count, count)))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


Settle = Callable[[QPrinter], bool]
"""Lets the person choose printer, pages, copies and sides; False if they would rather not print."""
