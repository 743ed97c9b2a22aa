"""One page of paper on the screen: white, with a thin edge, drawn when it comes into sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from grantdesk.ui.look.look import Look

EDGE = 1


class Sheet(QLabel):
    """A page; `picture` is shown in its size as soon as it is there. Screen readers take it for a graphic."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._picture = QPixmap()
        clear = QPixmap(1, 1)
        clear.fill(Qt.GlobalColor.transparent)
        self.setPixmap(clear)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_drawn(self) -> bool:
        """Is its picture there?"""
        return not self._picture.isNull()

    def measure(self, size: QSize) -> None:
        """As large as this from now on; the picture stays until a sharper one comes."""
        self.setFixedSize(size)
        self.update()

    def show_picture(self, image: QImage) -> None:
        """The picture of the page."""
        self._picture = QPixmap.fromImage(image)
        self.update()

    def drop(self) -> None:
        """Forgets its picture, to save memory."""
        self._picture = QPixmap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the paper, and what is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.is_drawn:
            painter.drawPixmap(self.rect(), self._picture)
        painter.setPen(self._look.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -EDGE, -EDGE))
        painter.end()
