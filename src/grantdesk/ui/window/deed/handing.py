"""How an application leaves the window: exported, printed; and how it is compared with another version."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from grantdesk.session.handing.exporting import Wish
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.window.deed.run import Run, run
from grantdesk.ui.window.part.strip import Strip, Way
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble

EXPORT, PRINT = "export", "print"


class Handing(QObject):
    """Hands the application on. `run` shows a dialog, and tests put another in its place.

    Signals: `wanted(path)` when the person wants to see a place of the form.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, keeper: Keeper, strip: Strip, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self.keeper, self._strip, self._window = desk, keeper, strip, window
        self.run: Run = run

    def export(self, language: str = "fi") -> None:
        """Asks how and where to, and makes the PDF while the person works on."""
        from grantdesk.ui.dialog.export import ExportDialog  # for start-up

        dialog = ExportDialog(self._desk, language, self._window)
        self.run(dialog)
        wish = dialog.wish
        dialog.deleteLater()
        if wish is None:
            return
        self.save(wish)

    def save(self, wish: Wish) -> None:
        """Asks where to, and makes the PDF as it is wished."""
        from grantdesk.session.handing.exporting import printing, suggested  # for start-up

        own = self.keeper.path
        target = self._desk.ask.file_to_save("pdf", suggested(self._desk.session, wish, own))
        if target is not None:
            self._strip.show_about(EXPORT, "info", phrase("Making the PDF …"))
            job = partial(printing(self._desk.session).export, wish, target, own)
            self._desk.work.start(job, self._exported, self._failed)

    def print(self, language: str = "") -> None:
        """Asks for a printer and prints, in a language by its code or in that of the window."""
        self.put_on_paper(Wish(language or self._desk.speech.language.code))

    def put_on_paper(self, wish: Wish) -> None:
        """Asks for a printer and prints what is wished."""
        from grantdesk.ui.printing.printing import Printing  # for start-up

        job = Printing(self._desk, self._window, self.run)
        job.printed.connect(self._printed)
        job.saving.connect(self.save)
        job.start(wish)

    def compare(self) -> None:
        """Shows what differs from an earlier version, or from another file."""
        from grantdesk.ui.dialog.compare import CompareDialog  # for start-up

        dialog = CompareDialog(self._desk, self.keeper, self._window)
        dialog.wanted.connect(self.wanted)
        dialog.wanted.connect(dialog.accept)
        self.run(dialog)
        dialog.deleteLater()

    def _exported(self, target: Path) -> None:
        said = phrase("The PDF is ready: {file}", file=target.name)
        ways = (
            Way(phrase("Open it"), partial(_open, target)),
            Way(phrase("Show in its folder"), partial(_open, target.parent)),
        )
        self._strip.show_about(EXPORT, "info", said, ways)

    def _printed(self, printer: str) -> None:
        self._strip.show_about(PRINT, "info", phrase("The pages went to the printer {name}.", name=printer))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._strip.put_away(EXPORT)
            raise error
        self._strip.show_about(EXPORT, "error", error.phrase, (Way(phrase("Try again"), self.export),))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
