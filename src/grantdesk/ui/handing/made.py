"""A calm note that a PDF is there, with what one does with it next."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices

from grantdesk.ui.piece.banner import Action, Banner
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

OPEN, SHOW = phrase("Open it"), phrase("Show in its folder")


class Made(Banner):
    """Stays until it is sent away."""

    def __init__(self, scene: Scene, path: Path) -> None:
        said = phrase("The PDF is ready: {file}", file=path.name)
        super().__init__(scene, said, None, "ok")
        self._path = path
        self.offer([Action("open", OPEN), Action("show", SHOW)])
        self.let_dismiss()
        self.chosen.connect(self._do)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, scene.say(said)))

    def _do(self, action: str) -> None:
        show(self._path if action == "open" else self._path.parent)


def show(path: Path) -> None:
    """Opens a file, or a folder, with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
