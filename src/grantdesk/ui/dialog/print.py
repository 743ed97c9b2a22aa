"""Prints the application: the PDF's own pages on a printer that the person chooses."""

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from grantdesk.session.handing.exporting import Wish, name, printing
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.printer import PrintJob, Settle
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble


class Printing(QObject):
    """Makes the PDF, asks for the printer, prints. It is a child of `over` and goes when it is done."""

    def __init__(self, desk: Desk, over: QWidget, settle: Settle | None = None) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._settle = settle or self._ask
        self._wish = Wish(desk.speech.language.code)
        self.job: PrintJob | None = None

    def start(self, language: str = "") -> None:
        """Begins, in a language by its code, or in that of the window."""
        self._wish = Wish(language or self._desk.speech.language.code)
        job, wish = printing(self._desk.session), self._wish
        self._desk.work.start(lambda: Pdf(job.pdf(wish)), self._print, self._fail)

    def _print(self, pdf: Pdf) -> None:
        if not isValid(self):
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(name(self._desk.session, self._wish, None))
        if not self._settle(printer):
            self.deleteLater()
            return
        self.job = PrintJob(self._desk.work, pdf, printer, self)
        self.job.done.connect(self.deleteLater)
        self.job.failed.connect(self._fail)
        self.job.start()

    def _ask(self, printer: QPrinter) -> bool:
        dialog = QPrintDialog(printer, self._over)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setWindowTitle(self._desk.say(phrase("Print")))
        accepted = bool(dialog.exec())
        dialog.deleteLater()
        return accepted

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if isValid(self):
            self._desk.ask.tell(error.phrase)
            self.deleteLater()
