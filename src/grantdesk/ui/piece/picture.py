"""An icon that stands by itself and keeps the colour of the look. A screen reader passes it by: words say it too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from grantdesk.ui.piece.scene import Scene


class Picture(QLabel):
    """An icon in the colour of a role; `size` is its side at a text size of 100 %."""

    def __init__(self, scene: Scene, icon: str = "", ink: str = "text", size: float = 18) -> None:
        super().__init__()
        self._scene, self._icon, self._ink, self._size = scene, icon, ink, size
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()
        scene.look.changed.connect(self._draw)

    def draw(self, icon: str, ink: str) -> None:
        """Another icon from now on."""
        if (icon, ink) != (self._icon, self._ink):
            self._icon, self._ink = icon, ink
            self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Sharp on every screen: a window may have been moved to one with smaller or larger pixels."""
        if self._icon and self.pixmap().devicePixelRatio() != self.devicePixelRatioF():
            self._draw()
        super().paintEvent(event)

    def _draw(self) -> None:
        if self._icon:
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._scene.look.pixmap(self._icon, self._ink, self._size, ratio))
        else:
            self.clear()
