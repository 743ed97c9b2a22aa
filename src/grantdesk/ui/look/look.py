"""The look in use: colours by role, icons in them, sizes that follow the person's text size."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QByteArray, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QIcon,
    QPainter,
    QPixmap,
    QScreen,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from grantdesk.session.preferences import Preferences
from grantdesk.ui.look import drawing
from grantdesk.ui.look.palette import palette
from grantdesk.ui.look.sheet import sheet
from grantdesk.ui.look.tokens import tokens

STYLE = "Fusion"
"""Qt's style under the sheet; an application that was begun with it is styled already, which is quicker."""
BODY = 14
"""The height of plain text at 100 %, in device-independent pixels."""
LARGE = 15
"""A system whose own text is higher than this wants everything larger."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """An icon as it is to be painted: `side` high and wide, in a picture `width` wide, for a screen of a ratio."""

    name: str
    role: str
    side: int
    width: int
    ratio: float

    def painted(self, color: str) -> QPixmap:
        pixmap = QPixmap(ceil(self.width * self.ratio), ceil(self.side * self.ratio))
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = drawing.icon(self.name).replace("currentColor", color)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, self.side, self.side))
        painter.end()
        return pixmap


class Look(QObject):
    """Signals: `changed` when another look or size of text was chosen; whoever draws or has an icon does so anew."""

    changed = Signal()

    def __init__(
        self, app: QApplication, name: str = "light", text: int = 100, is_styled: bool = False
    ) -> None:
        super().__init__(app)
        self._app = app
        self.name, self.text = name, text
        self._preferences: Preferences | None = None
        self._pixmaps: dict[_Drawn, QPixmap] = {}
        self._ratios: set[float] = set()
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        height = QFontInfo(system).pixelSize()
        self._family, self._swell = system.family(), height / BODY if height > LARGE else 1.0
        if not is_styled:
            app.setStyleSheet("")  # a style takes the old sheet up again, whose drawings may be gone
            app.setStyle(STYLE)
        self._apply()
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)

    def use(self, name: str, text: int) -> None:
        """Another look, "light", "dark" or "contrast", or another size of text, in percent."""
        if (name, text) != (self.name, self.text):
            self.name, self.text = name, text
            self._apply()
            self.changed.emit()

    def follow(self, preferences: Preferences) -> None:
        """From now on looks as the person has chosen; "system" is as the system looks at the moment."""
        self._preferences = preferences
        preferences.changed.connect(self._follow)
        self._app.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    def color(self, role: str) -> QColor:
        """The colour of a role: "text", "mute", "accent", "error", "field_line" …"""
        return QColor(tokens(self.name)[role])

    def px(self, size: float) -> int:
        """A length for a text size of 100 %, in device-independent pixels at the size that the person wants."""
        return round(size * self.text * self._swell / 100)

    def pixmap(self, name: str, role: str = "text", size: float = 18, ratio: float = 1) -> QPixmap:
        """An icon drawn in the colour of a role, for a screen of a ratio; `size` as for `px`."""
        return self._drawn(_Drawn(name, role, self.px(size), self.px(size), ratio))

    def paint(self, painter: QPainter, at: QPoint, name: str, role: str = "text", size: float = 18) -> None:
        """Paints an icon where its upper left corner is to be, as sharp as what is painted on."""
        painter.drawPixmap(at, self.pixmap(name, role, size, painter.device().devicePixelRatioF()))

    def icon(self, name: str, role: str = "text", size: float = 18, gap: float = 0) -> QIcon:
        """The same for a button, sharp on every screen, with a muted form for when it is disabled; `gap` is room
        after it, before a text."""
        icon, side, width = QIcon(), self.px(size), self.px(size + gap)
        for ratio in sorted(self._ratios):
            icon.addPixmap(self._drawn(_Drawn(name, role, side, width, ratio)))
            icon.addPixmap(self._drawn(_Drawn(name, "faint", side, width, ratio)), QIcon.Mode.Disabled)
        return icon

    def _drawn(self, drawn: _Drawn) -> QPixmap:
        if drawn not in self._pixmaps:
            self._pixmaps[drawn] = drawn.painted(tokens(self.name)[drawn.role])
        return self._pixmaps[drawn]

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._sharpen)
        self._sharpen()

    def _sharpen(self) -> None:
        """A screen with smaller or larger pixels than any before wants icons of its own."""
        ratios = {screen.devicePixelRatio() for screen in self._app.screens()}
        if not ratios <= self._ratios:
            self._ratios |= ratios
            self.changed.emit()

    def _apply(self) -> None:
        self._pixmaps.clear()
        font = QFont(self._family)
        font.setPixelSize(self.px(BODY))
        self._app.setFont(font)
        self._app.setPalette(palette(self.name))
        self._app.setStyleSheet(sheet(self.name, self.px))

    def _follow(self) -> None:
        if self._preferences is not None:
            chosen = self._preferences.value
            self.use(self._system() if chosen.look == "system" else chosen.look, chosen.text)

    def _system(self) -> str:
        """The look of the system; where it says nothing of its own (bare X11 does not) that is "light"."""
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if dark else "light"
