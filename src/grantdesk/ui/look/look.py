"""The look in use: colours by role, icons in them, sizes that follow the person's text size."""

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from grantdesk.session.resources import resource
from grantdesk.ui.look.tokens import tokens


class Look(QObject):
    """Signals: `changed` when another look or size of text was chosen; whoever draws or has an icon does so anew."""

    changed = Signal()

    def __init__(self, app: QApplication, name: str = "light", text: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self.name, self.text = name, text
        app.setStyle("Fusion")

    def use(self, name: str, text: int) -> None:
        """Another look, "light", "dark" or "contrast", or another size of text, in percent."""
        if (name, text) != (self.name, self.text):
            self.name, self.text = name, text
            self.changed.emit()

    def color(self, role: str) -> QColor:
        """The colour of a role: "text", "mute", "accent", "error", "field_line" …"""
        return QColor(tokens(self.name)[role])

    def px(self, size: float) -> int:
        """A length for a text size of 100 %, in device-independent pixels at the size that the person wants."""
        return round(size * self.text / 100)

    def pixmap(self, name: str, role: str = "text", size: int = 18) -> QPixmap:
        """An icon drawn in the colour of a role; `size` as for `px`."""
        side, ratio = self.px(size), self._app.devicePixelRatio()
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        drawn = resource("icons", f"{name}.svg").read_text("utf-8")
        drawn = drawn.replace("currentColor", tokens(self.name)[role])
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawn.encode())).render(painter, QRectF(0, 0, side, side))
        painter.end()
        return pixmap

    def icon(self, name: str, role: str = "text", size: int = 18) -> QIcon:
        """The same for a button, with a muted form for when it is disabled."""
        icon = QIcon(self.pixmap(name, role, size))
        icon.addPixmap(self.pixmap(name, "field_line", size), QIcon.Mode.Disabled)
        return icon
