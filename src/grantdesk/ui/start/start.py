"""The window that comes first. It asks nobody anything: what was chosen is told, and others do it."""

from collections import deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from grantdesk.session.preferences import Preferences
from grantdesk.session.stock.calls import Offered
from grantdesk.session.work import Work
from grantdesk.ui.desk.ask import Ask, Option, Question
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.start.drop import Drop
from grantdesk.ui.start.head import Head
from grantdesk.ui.start.home import Home
from grantdesk.ui.start.tile import Errand, File
from grantdesk.words.phrase import phrase
from grantdesk.words.writing import parsed_moment

if TYPE_CHECKING:  # for start-up: mostly nothing is left unsaved, and a file is opened and no folder
    from grantdesk.session.earlier.left import Left
    from grantdesk.ui.start.folder import Folder

READ = Errand("read", phrase("Open to read"), "eye")
SHOW = Errand("show", phrase("Show in its folder"), "folder-open")
FORGET = Errand("forget", phrase("Remove from this list"), "x", lost=True)
GONE = phrase("It is no longer there. It may have been moved or renamed.")
WIDTH = 1080
SOON = 50
"""Milliseconds until the recent files are looked for: the window is there before it needs a thread for that."""
MOST = 8
"""Pieces of unsaved work that are offered at a time."""


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class Start(QFrame):
    """Signals: `chosen_file(path)`, `chosen_files(paths)`, `chosen_to_read(path)`, `chosen_folder(path)`: to be opened,
    the folder is shown here; `chosen_proof`: to check a paper; `chosen_call(call)`, `chosen_earlier(path, call)`: to
    begin an application; `restored(work)` and `forgotten(work)`: what to do with unsaved work, as it was given."""

    chosen_file = Signal(object)
    chosen_files = Signal(object)
    chosen_to_read = Signal(object)
    chosen_folder = Signal(object)
    chosen_call = Signal(str)
    chosen_proof = Signal()
    chosen_earlier = Signal(object, str)
    restored = Signal(object)
    forgotten = Signal(object)

    def __init__(
        self,
        scene: Scene,
        preferences: Preferences,
        ask: Ask,
        calls: Sequence[Offered],
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__()
        self._scene, self._preferences, self._ask, self._clock = scene, preferences, ask, clock
        self.setProperty("role", "ground")
        self._work = Work(self)
        self._recent: list[File] | None = None
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._seek)
        self._unsaved: deque[Left] = deque()
        self.head = Head(scene, preferences)
        self.home = Home(scene, calls, clock(), (READ, SHOW, FORGET))
        self.pages = QStackedWidget()
        self._fill()
        self._listen()
        self._speak()
        self._show_recent()
        self.resize(scene.look.px(1120), scene.look.px(760))

    def offer_unsaved(self, recovered: "Sequence[Left]") -> None:
        """Shows what a crash left behind, above all else; of very much the latest, and more as that is settled."""
        self._unsaved.extend(recovered)
        for _ in range(MOST - self.home.banners.count()):
            self._offer_next()
        self.home.measure()

    @property
    def has_unsaved(self) -> bool:
        """Is there unsaved work that nobody has answered for yet?"""
        return self.home.banners.count() > 0

    def drop_unsaved(self, work: "Left") -> None:
        """The work has been restored or thrown away: there is nothing more to ask about it."""
        from grantdesk.ui.start.unsaved import Unsaved  # for start-up: as above

        for banner in self.findChildren(Unsaved):
            if banner.work is work:
                self.home.banners.removeWidget(banner)
                banner.hide()
                banner.deleteLater()
                self._offer_next()
        self.home.measure()

    def show_folder(self, folder: Path) -> None:
        """Shows what applications lie in a folder, and how far they are."""
        self.folder.show_folder(folder, self._clock())
        self.pages.setCurrentIndex(1)
        self.folder.back.setFocus()

    @cached_property
    def folder(self) -> "Folder":
        """The page of a folder."""
        from grantdesk.ui.start.folder import Folder  # for start-up: most people open a file

        folder = Folder(self._scene, self._work, (READ, SHOW))
        folder.shelf.chosen.connect(self.chosen_file)
        folder.shelf.wanted.connect(self._do)
        folder.closed.connect(self._back)
        self._add(folder)
        return folder

    def showEvent(self, event: QShowEvent) -> None:
        """The focus is where one most likely goes on."""
        super().showEvent(event)
        if self.focusWidget() is None:
            self.home.first().setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is still being read is waited for."""
        self._soon.stop()
        self._work.close()
        super().closeEvent(event)

    def _offer_next(self) -> None:
        from grantdesk.ui.start.unsaved import Unsaved  # for start-up: as above

        if self._unsaved:
            banner = Unsaved(self._scene, self._unsaved.popleft())
            banner.answered.connect(self._settle)
            self.home.banners.addWidget(banner)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.pages, 1)
        self._add(self.home)  # when the rest is in place: widgets are dressed anew in every new place
        self.drop = Drop(self._scene, self)

    def _add(self, page: QWidget) -> None:
        scroll = Scroll(self._scene, WIDTH, 32)
        scroll.column.addWidget(page)
        self.pages.addWidget(scroll)

    def _listen(self) -> None:
        self.home.shelf.chosen.connect(self.chosen_file)
        self.home.shelf.wanted.connect(self._do)
        for offer in self.home.offers:
            offer.begun.connect(self.chosen_call)
            offer.taken_over.connect(self._take_over)
            offer.printed.connect(self._print_form)
        self.drop.dropped.connect(self.chosen_files)
        self.home.open.clicked.connect(self._open)
        self.home.proof.clicked.connect(self.chosen_proof)
        self.home.folder.clicked.connect(self._open_folder)
        self.head.preferences_wanted.connect(self._choose)
        self.head.about_wanted.connect(self._tell)
        self._preferences.changed.connect(self._show_recent)
        self._scene.speech.changed.connect(self._speak)
        for keys, slot in (("Ctrl+O", self._open), ("Ctrl+,", self._choose), ("F1", self._tell)):
            QShortcut(QKeySequence(keys), self, slot)

    def _show_recent(self) -> None:
        """The recent files, as they were when they were last open. Which of them are gone is found out meanwhile."""
        files = [
            File(Path(each.path), each.name, each.call, parsed_moment(each.closes), each.share)
            for each in self._preferences.value.recent
        ]
        if files == self._recent:
            return  # something else was chosen: what has the focus keeps it
        self._recent = files
        self.home.show_files(files, self._clock())
        self._soon.start()

    def _seek(self) -> None:
        for file in self._recent or []:
            self._work.start(partial(Path.is_file, file.path), partial(self._found, file.path), _unknown)

    def _found(self, path: Path, is_there: bool) -> None:
        if not is_there:
            self.home.shelf.miss(path, GONE)

    def _do(self, errand: str, path: Path) -> None:
        from PySide6.QtCore import QUrl  # for start-up: few do
        from PySide6.QtGui import QDesktopServices

        if errand == READ.id:
            self.chosen_to_read.emit(path)
        elif errand == SHOW.id:
            QDesktopServices.openUrl(QUrl.fromLocalFile(path.parent))
        else:
            self._preferences.forget(str(path))

    def _open(self) -> None:
        if path := self._ask.file_to_open("document"):
            self.chosen_file.emit(path)

    def _open_folder(self) -> None:
        if folder := self._ask.folder():
            self.show_folder(folder)
            self.chosen_folder.emit(folder)

    def _take_over(self, call: str) -> None:
        if path := self._ask.file_to_open("application"):
            self.chosen_earlier.emit(path, call)

    def _print_form(self, call: str) -> None:
        from grantdesk.session.handing.form import EmptyForm  # for start-up: few people write by hand
        from grantdesk.ui.handing.blank import Blank

        blank = Blank(self._scene, self._ask, self._work, self)
        blank.written.connect(self._note)
        blank.failed.connect(self._ask.tell)
        blank.start(EmptyForm(call), Path(QDir.homePath()))

    def _note(self, path: Path) -> None:
        """Tells above all else what is ready now."""
        from grantdesk.ui.handing.made import Made  # for start-up: as above

        self.home.banners.addWidget(Made(self._scene, path))
        self.home.measure()

    def _settle(self, action: str, work: "Left") -> None:
        if action == "restore":
            self.restored.emit(work)
        elif self._is_sure(work):
            self.forgotten.emit(work)

    def _is_sure(self, work: "Left") -> bool:
        """Asks before the only copy of something is thrown away."""
        from grantdesk.ui.start.unsaved import has_file, parting  # for start-up: as above

        throw, keep = Option("throw", parting(work), "danger"), Option("keep", phrase("Keep it"), "main")
        detail = phrase("It is saved nowhere else. This cannot be undone.")
        if has_file(work):
            detail = phrase("The file stays as it was saved last; what was done since is lost for good.")
        return self._ask.choose(Question(phrase("Throw this work away?"), (keep, throw), detail)) == throw.id

    def _back(self) -> None:
        self.pages.setCurrentIndex(0)
        self.home.folder.setFocus()

    def _choose(self) -> None:
        from grantdesk.ui.dialog.preferences import PreferencesDialog  # for start-up: few choose at once

        PreferencesDialog(self._scene, self._preferences, self).open()

    def _tell(self) -> None:
        from grantdesk.ui.dialog.about import About  # for start-up: it reads licences and looks for packages

        About(self._scene, self).open()

    def _speak(self) -> None:
        self.setWindowTitle("grantdesk")


def _unknown(_: Exception) -> None:
    """Whether a file is there cannot be found out: opening it will tell."""
