"""PDFs that are opened in the desk: what is inside is taken out to be worked on or read, or the paper is checked."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from grantdesk.model.path import Path as Place
from grantdesk.session.handing.attached import free
from grantdesk.session.handing.inside import Inside, inside, take_attachments, take_out
from grantdesk.session.preferences import Preferences
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.dialog.run import Run, run
from grantdesk.ui.handing.proof.dialog import ProofDialog
from grantdesk.ui.handing.signing.dialog import SigningDialog
from grantdesk.ui.piece.label import bare
from grantdesk.ui.piece.scene import Stage
from grantdesk.ui.window.application import ApplicationWindow
from grantdesk.words.phrase import counted, phrase
from grantdesk.words.trouble import Trouble

WAYS = (
    Option("edit", phrase("Take out the application to work on it …"), "main"),
    Option("read", phrase("Take out the application to read it …")),
    Option("files", phrase("Take out the attachments …")),
    Option("prove", phrase("Check the PDF")),
    Option("sign", phrase("Sign the PDF …")),
)


class Host(Protocol):
    """What is asked of whoever opens windows."""

    @property
    def ask(self) -> Ask:
        """Asks over the window in front."""
        ...

    def open(self, path: Path) -> None:
        """Opens a file."""
        ...

    def read(self, path: Path) -> None:
        """Opens a file to read it."""
        ...

    def window_of(self, path: Path) -> ApplicationWindow | None:
        """The window in which a file is open."""
        ...

    def front(self) -> QWidget | None:
        """The window in front."""
        ...


class Papers(QObject):
    """Asks what shall become of a PDF, and does it. `run` shows a dialog, and tests put another in its place."""

    def __init__(self, host: Host, stage: Stage, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._host, self._stage, self._preferences = host, stage, preferences
        self._work = Work(self)
        self.run: Run = run
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._work.close)

    def open(self, pdf: Path) -> None:
        """Asks what to do with what is in a PDF; tells it if nothing is."""
        ask = self._host.ask
        try:
            found = inside(pdf)
        except Trouble as trouble:
            ask.tell(trouble.phrase)
            return
        said = phrase("There is an application inside “{file}”. What would you like to do?", file=pdf.name)
        detail = phrase("The PDF itself stays as it is.")
        deeds: dict[str, Callable[[], Any]] = {
            "edit": partial(self._take_out, found, self._host.open),
            "read": partial(self._take_out, found, self._host.read),
            "files": partial(self._take_files, found),
            "prove": partial(self.prove, (pdf,)),
            "sign": partial(self.sign, pdf),
        }
        deeds.get(ask.choose(Question(said, WAYS, detail)), lambda: None)()

    def prove(self, papers: Sequence[Path] = ()) -> None:
        """Tells whether papers are what they seem to be; what one wants to see of an application opens in a window."""
        dialog = ProofDialog(self._stage, self._host.ask, self._work, None, self._host.front())
        dialog.take(papers)
        dialog.wanted.connect(self._show)
        self.run(dialog)
        dialog.deleteLater()

    def sign(self, pdf: Path) -> None:
        """Signs a PDF, and tells then who has signed it."""
        dialog = SigningDialog(self._stage, self._host.ask, self._work, self._preferences, self._host.front())
        dialog.take(pdf)
        self.run(dialog)
        signed = dialog.signed
        dialog.deleteLater()
        if signed is not None:
            self.prove((signed,))

    def _show(self, file: Path, place: Place) -> None:
        """Opens an application and brings a place in it to the eye."""
        self._host.open(file)
        window = self._host.window_of(file)
        if window is not None:
            window.go(place)

    def _take_out(self, found: Inside, then: Callable[[Path], None]) -> None:
        """Puts the application where the person wants it, and opens it there."""
        ask = self._host.ask
        target = ask.file_to_save("application", free(found.pdf.with_name(found.name)))
        if target is None:
            return
        if self._host.window_of(target) is not None:
            ask.tell(phrase("“{file}” is open in a window. Choose another name.", file=target.name))
            return
        try:
            take_out(found, target)
        except Trouble as trouble:
            ask.tell(trouble.phrase)
        else:
            then(target)

    def _take_files(self, found: Inside) -> None:
        ask = self._host.ask
        folder = ask.folder()
        if folder is None:
            return
        try:
            files = take_attachments(found, folder, self._stage.speech.language)
        except Trouble as trouble:
            ask.tell(trouble.phrase)
            return
        if files:
            said = counted(
                "{n} file is in “{folder}” now.",
                "{n} files are in “{folder}” now.",
                n=len(files),
                folder=folder.name,
            )
            ask.tell(said, bare(", ".join(file.name for file in files)))
        else:
            ask.tell(phrase("No files go along with this application."))
