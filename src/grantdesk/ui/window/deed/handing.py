"""How an application leaves the window: exported, printed, signed; checked against a paper, compared with a version."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from grantdesk.session.handing.exporting import Wish
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.run import Run, run
from grantdesk.ui.window.part.strip import Strip, Way
from grantdesk.ui.window.part.title import documents
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

EXPORT, PRINT = "export", "print"
WHOLE = ("submission", "draft")
"""The profiles with the application inside: what they print can be checked against it."""


class Handing(QObject):
    """Hands the application on. `run` shows a dialog, and tests put another in its place.

    Signals: `wanted(path)` when the person wants to see a place of the form.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk, keeper: Keeper, strip: Strip, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self.keeper, self._strip, self._window = desk, keeper, strip, window
        self.run: Run = run

    def export(self, language: str = "") -> None:
        """Asks how and where to, and makes the PDF while the person works on; `language` by its code, if known."""
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
            self._begin()
            job = partial(printing(self._desk.session).export, wish, target, own)
            self._desk.work.start(job, partial(self._exported, wish), self._failed)

    def print(self, language: str = "") -> None:
        """Asks for a printer and prints; `language` by its code, if known."""
        from grantdesk.session.handing.recalled import proposed  # for start-up

        desk, spoken = self._desk, self._desk.speech.language.code
        self.put_on_paper(Wish(language or proposed(desk.preferences, desk.session, spoken)))

    def put_on_paper(self, wish: Wish) -> None:
        """Asks for a printer and prints what is wished."""
        from grantdesk.ui.printing.printing import Printing  # for start-up

        job = Printing(self._desk, self._window, self.run)
        job.printed.connect(self._printed)
        job.saving.connect(self.save)
        job.start(wish)

    def sign(self) -> None:
        """Signs a PDF, the one that was exported last if it is still there, and tells who has signed it then."""
        from grantdesk.session.handing.recalled import exported  # for start-up
        from grantdesk.ui.handing.signing.dialog import SigningDialog

        desk = self._desk
        dialog = SigningDialog(desk, desk.ask, desk.work, desk.preferences, self._window)
        recalled = exported(desk.preferences, desk.session.base.id)
        if recalled.pdf and Path(recalled.pdf).is_file():
            dialog.take(Path(recalled.pdf), recalled.language)
        self.run(dialog)
        signed = dialog.signed
        dialog.deleteLater()
        if signed is not None:
            self._recall(Wish(dialog.language), signed)
            self.prove(signed)

    def prove(self, paper: Path | None = None) -> None:
        """Tells whether a paper belongs to the application as it is now."""
        from grantdesk.ui.handing.proof.dialog import ProofDialog  # for start-up

        desk = self._desk
        dialog = ProofDialog(desk, desk.ask, desk.work, desk.session, self._window)
        dialog.wanted.connect(self._want)
        if paper is not None:
            dialog.take([paper])
        self.run(dialog)
        dialog.deleteLater()

    def print_form(self) -> None:
        """Makes the empty form of the call, to be filled in by hand."""
        from grantdesk.session.handing.form import EmptyForm  # for start-up
        from grantdesk.ui.handing.blank import Blank

        blank = Blank(self._desk, self._desk.ask, self._desk.work, self)
        blank.begun.connect(self._begin)
        blank.written.connect(self._made)
        blank.failed.connect(self._tell)
        form = self._desk.session.form
        folder = self.keeper.path.parent if self.keeper.path else documents()
        blank.start(EmptyForm(form.call.id, form), folder)

    def compare(self) -> None:
        """Shows what differs from an earlier version, or from another file."""
        from grantdesk.ui.dialog.compare import CompareDialog  # for start-up

        dialog = CompareDialog(self._desk, self.keeper, self._window)
        dialog.wanted.connect(self.wanted)
        dialog.wanted.connect(dialog.accept)
        self.run(dialog)
        dialog.deleteLater()

    def _begin(self) -> None:
        self._strip.show_about(EXPORT, "info", phrase("Making the PDF …"))

    def _exported(self, wish: Wish, target: Path) -> None:
        self._recall(wish, target)
        further = [Way(phrase("Sign …"), self.sign)] if wish.profile == "submission" else []
        if wish.profile in WHOLE:
            further.append(Way(phrase("Check …"), partial(self.prove, target)))
        self._made(target, further)

    def _made(self, target: Path, further: list[Way] | None = None) -> None:
        from grantdesk.ui.handing.made import OPEN, SHOW, show  # for start-up

        said = phrase("The PDF is ready: {file}", file=target.name)
        ways = [Way(OPEN, partial(show, target)), Way(SHOW, partial(show, target.parent))]
        self._strip.show_about(EXPORT, "info", said, [*ways, *(further or ())])

    def _recall(self, wish: Wish, target: Path) -> None:
        from grantdesk.session.handing.recalled import keep_exported, of_wish  # for start-up

        keep_exported(self._desk.preferences, self._desk.session.base.id, of_wish(wish, target))

    def _printed(self, printer: str) -> None:
        self._strip.show_about(PRINT, "info", phrase("The pages went to the printer {name}.", name=printer))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            self._strip.put_away(EXPORT)
            raise error
        self._strip.show_about(EXPORT, "error", error.phrase, (Way(phrase("Try again"), self.export),))

    def _tell(self, said: Phrase) -> None:
        self._strip.show_about(EXPORT, "error", said, (Way(phrase("Try again"), self.print_form),))

    def _want(self, _: Path | None, path: object) -> None:
        self.wanted.emit(path)
