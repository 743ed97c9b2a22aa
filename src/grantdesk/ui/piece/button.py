"""Buttons that say themselves anew and keep their icon in the colour of the look."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton

from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase

INKS = {"primary": "accent_text", "danger": "error", "link": "accent", "link-error": "error"}
"""The colour of an icon by the role of its button."""


def shown(text: str) -> str:
    """A text as a button takes it: & would underline a letter, and names of organisations have it."""
    return text.replace("&", "&&")


def is_enter(event: QKeyEvent) -> bool:
    """Was Enter pressed, which people press on a button as they press the space bar?"""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()


class Spoken:
    """The part that buttons share: what one says, in the language of the window, and its icon in the look."""

    _scene: Scene
    _said: Phrase
    _icon: str

    def show_said(self, said: Phrase, icon: str | None = None) -> None:
        """Says something else from now on, perhaps with another icon."""
        self._said = said
        self._speak()
        if icon is not None:
            self._icon = icon
            self._draw()

    def _follow(self) -> None:
        """Says and draws it, now and whenever the language or the look is another."""
        self._speak()
        self._draw()
        self._scene.speech.changed.connect(self._speak)
        self._scene.look.changed.connect(self._draw)

    def _speak(self) -> None:
        raise NotImplementedError

    def _draw(self) -> None:
        raise NotImplementedError


class Button(Spoken, QPushButton):
    """`role` is primary (one on a page), plain, quiet, danger or link."""

    def __init__(self, scene: Scene, said: Phrase, icon: str = "", role: str = "plain") -> None:
        super().__init__()
        self._scene, self._said, self._icon = scene, said, icon
        self.setProperty("role", role)
        self.setAutoDefault(False)
        if role.startswith("link"):
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        self.click() if is_enter(event) else super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As wide as all of its words: they are cut only where there is no room at all."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words that do not fit end in an ellipsis, and all of them are the tip."""
        drawn = self.drawn
        self.setToolTip("" if drawn == self.text() else tip(self.accessibleName()))
        if drawn == self.text():
            super().paintEvent(event)
        else:
            self._paint(drawn)

    @property
    def drawn(self) -> str:
        """Its words as they are seen: cut where there is no room for all."""
        missing, metrics = self.sizeHint().width() - self.width(), self.fontMetrics()
        if missing <= 0:
            return self.text()
        right, flag = Qt.TextElideMode.ElideRight, Qt.TextFlag.TextShowMnemonic
        room = max(metrics.size(flag, self.text()).width() - missing, 0)
        return metrics.elidedText(self.text(), right, room, flag)

    def _paint(self, text: str) -> None:
        # For start-up: there is mostly room.
        from PySide6.QtWidgets import QStyle, QStyleOptionButton, QStylePainter

        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        option.text = text
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)

    def _speak(self) -> None:
        text = self._scene.say(self._said)
        self.setText(shown(text))
        self.setAccessibleName(text)

    def _draw(self) -> None:
        if self._icon:
            look = self._scene.look
            self.setIcon(look.icon(self._icon, INKS.get(self.property("role"), "text"), gap=4))
            self.setIconSize(QSize(look.px(22), look.px(18)))


class Tool(Spoken, QToolButton):
    """A flat button: an icon with its name beside it, or alone with the name as its tip. `keys` are told in the tip."""

    def __init__(self, scene: Scene, said: Phrase, icon: str, named: bool = True, keys: str = "") -> None:
        super().__init__()
        self._scene, self._said, self._icon, self._keys = scene, said, icon, keys
        self._named, self._ink = named, "text"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if named:
            self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it too."""
        self.click() if is_enter(event) else super().keyPressEvent(event)

    def tint(self, ink: str) -> None:
        """Draws the icon in the colour of another role."""
        self._ink = ink
        self._draw()

    def _speak(self) -> None:
        text = self._scene.say(self._said)
        self.setText(shown(text) if self._named else "")
        self.setAccessibleName(text)
        keys = QKeySequence(self._keys).toString(QKeySequence.SequenceFormat.NativeText) if self._keys else ""
        self.setToolTip(tip(f"{text} ({keys})" if keys else "" if self._named else text))

    def _draw(self) -> None:
        look, gap = self._scene.look, 4 if self._named else 0
        self.setIcon(look.icon(self._icon, self._ink, gap=gap))
        self.setIconSize(QSize(look.px(18 + gap), look.px(18)))
