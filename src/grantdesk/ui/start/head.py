"""The head of the first window: the name of the program, and at hand its language and look."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from grantdesk.session.preferences import Preferences
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import LOOKS, TONGUES, Pick
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

ROOMY = 15


class Head(QFrame):
    """Signals: `preferences_wanted` and `about_wanted`."""

    preferences_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, scene: Scene, preferences: Preferences) -> None:
        super().__init__()
        self._scene, self._preferences = scene, preferences
        self.setProperty("role", "head")
        self._sign = Picture(scene, "grantdesk", size=28)
        self._name = Label(scene, "grantdesk", "section")
        self._name.setWordWrap(False)
        self.language, self.look = Pick(scene, TONGUES), Pick(scene, LOOKS)
        self.settings = Tool(scene, phrase("Preferences"), "settings", named=False, keys="Ctrl+,")
        self.about = Tool(scene, phrase("About grantdesk"), "info", named=False)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._name)
        self._row.addStretch(1)
        self._names = (Picture(scene, "languages", "mute"), Picture(scene, "contrast", "mute"))
        for label, pick in zip(self._names, (self.language, self.look), strict=True):
            label.setBuddy(
                pick
            )  # of a box to choose from, a screen reader tells the value; the label has its name
        names = self._names
        for widget in (names[0], self.language, names[1], self.look, self.settings, self.about):
            self._row.addWidget(widget)
        self.language.picked.connect(self._speak)
        self.look.picked.connect(self._dress)
        self.settings.clicked.connect(self.preferences_wanted)
        self.about.clicked.connect(self.about_wanted)
        preferences.changed.connect(self._show)
        scene.speech.changed.connect(self._show)
        scene.look.changed.connect(self._draw)
        self._show()
        self._draw()

    def _speak(self, code: object) -> None:
        self._preferences.change(language=code)
        self._scene.speech.use(str(code))

    def _dress(self, look: object) -> None:
        self._preferences.change(look=look)

    def _show(self) -> None:
        say = self._scene.say
        self.language.show_value(self._scene.speech.language.code)
        self.look.show_value(self._preferences.value.look)
        for pick, said in ((self.language, phrase("Language")), (self.look, phrase("Look"))):
            pick.setAccessibleName(say(said))
            pick.setToolTip(say(said))
        for label, pick in zip(self._names, (self.language, self.look), strict=True):
            label.setAccessibleName(pick.accessibleName())

    def _draw(self) -> None:
        px = self._scene.look.px
        self._names[1].setVisible(px(10) <= ROOMY)
        self.look.setVisible(px(10) <= ROOMY)  # at a large size of text it is found among the preferences
        self._row.setContentsMargins(px(20), px(10), px(16), px(10))
        self._row.setSpacing(px(8))
