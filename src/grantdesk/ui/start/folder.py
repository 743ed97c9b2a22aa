"""The applications in a folder, with how far they are; they are read on a thread of their own."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.work import Work
from grantdesk.ui.desk.home import from_home
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.shelf import Shelf
from grantdesk.ui.start.tile import Errand, File
from grantdesk.words.phrase import counted, phrase
from grantdesk.words.trouble import Trouble

if TYPE_CHECKING:  # for start-up: reading applications takes the whole of a call, and most people open a file
    from grantdesk.session.stock.folder import Listed

MANY = 1000


class Folder(QWidget):
    """Signals: `closed` when the person goes back. `shelf` tells what was chosen."""

    closed = Signal()

    def __init__(self, scene: Scene, work: Work, errands: Sequence[Errand]) -> None:
        super().__init__()
        self._scene, self._work = scene, work
        self._folder, self._files, self._waiting = Path(), dict[Path, File](), 0
        self._now = datetime.now().astimezone()
        self.back = Button(scene, phrase("Back"), "arrow-left", "quiet")
        self.back.clicked.connect(self.closed)
        self.title, self.place, self.state = Label(scene, "", "title"), Label(scene, "", "mute"), Label(scene)
        self.shelf = Shelf(scene, errands, MANY)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        self._column.addLayout(top)
        for widget in (self.title, self.place, self.state, self.shelf):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        scene.look.changed.connect(self._measure)
        self._measure()

    def show_folder(self, folder: Path, now: datetime) -> None:
        """Looks into a folder; what was still being read of another one is not shown any more."""
        from grantdesk.session.stock.folder import applications  # for start-up: as above

        self._folder, self._files, self._now = folder, {}, now
        self.title.show_said(folder.name or str(folder))
        self.place.show_said(from_home(folder))
        self.state.show_said(phrase("Reading the folder …"))
        self.shelf.show_files([], now)
        self._work.start(
            partial(applications, folder), partial(self._read, folder), partial(self._failed, folder)
        )

    @property
    def is_read(self) -> bool:
        """Is everything in the folder known?"""
        return not self._waiting

    def _read(self, folder: Path, paths: list[Path]) -> None:
        from grantdesk.session.stock.folder import listed  # for start-up: as above

        if folder != self._folder:
            return
        self._waiting = len(paths)
        for path in paths:
            self._files[path] = File(path)
            self._work.start(
                partial(listed, path), partial(self._know, folder), partial(self._miss, folder, path)
            )
        self._tell()

    def _know(self, folder: Path, found: "Listed") -> None:
        if folder == self._folder:
            file = File(found.path, found.name, found.call, found.closes, found.share)
            self._put(file)

    def _miss(self, folder: Path, path: Path, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if folder == self._folder:
            self._put(File(path, trouble=error.phrase))

    def _failed(self, folder: Path, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        if folder == self._folder:
            self.state.show_said(error.phrase)

    def _put(self, file: File) -> None:
        self._files[file.path] = file
        self._waiting -= 1
        self._tell()

    def _tell(self) -> None:
        """Shows the list once everything in it is known: tiles that move under the mouse are worse than waiting."""
        n = len(self._files)
        if self._waiting:
            said = phrase("Reading {done} of {n} files …", done=n - self._waiting, n=n)
        elif n:
            said = counted("{n} application", "{n} applications", n=n)
        else:
            said = phrase("There are no applications in this folder. Their files end in .grant.")
        self.state.show_said(said)
        if not self._waiting:
            self.shelf.show_files(list(self._files.values()), self._now)

    def _measure(self) -> None:
        self._column.setSpacing(self._scene.look.px(8))
