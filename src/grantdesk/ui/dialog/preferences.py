"""What a person chooses for this computer: language, look, size of text, spelling. Every choice shows at once."""

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.session.preferences import Preferences
from grantdesk.ui.look.fit import Fit
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Caption, Label, bare
from grantdesk.ui.piece.pick import LOOKS, TONGUES, Pick
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.words.phrase import Phrase, Rate, phrase

Options = tuple[tuple[object, Phrase], ...]
WIDE = 460

LANGUAGES: Options = (("", phrase("As the system")), *TONGUES)
SIZES: Options = tuple((size, bare(Rate(size * 100))) for size in (100, 110, 125, 150, 175, 200))


class PreferencesDialog(QDialog):
    """Shows and changes the preferences; there is nothing to confirm."""

    def __init__(self, scene: Scene, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene, self._preferences = scene, preferences
        self.language, self.look, self.text_size = (
            Pick(scene, LANGUAGES),
            Pick(scene, LOOKS),
            Pick(scene, SIZES),
        )
        self.spelling = QCheckBox()
        self._spelling = Caption(scene, phrase("Check spelling where a dictionary is at hand"), self.spelling)
        self._title = Label(scene, phrase("Preferences"), "title")
        self._grid, self._column, self._foot = QGridLayout(), QVBoxLayout(self), QHBoxLayout()
        self._scroll = Scroll(scene, WIDE, 0)
        self._fill()
        self.language.picked.connect(self._speak)
        self.look.picked.connect(self._dress)
        self.text_size.picked.connect(self._scale)
        self.spelling.clicked.connect(self._spell)
        preferences.changed.connect(self._show)
        scene.speech.changed.connect(self._say)
        scene.look.changed.connect(self._measure)
        self._show()
        self._say()
        self._measure()
        Fit(self, scene.look, WIDE, scroll=self._scroll)

    def _fill(self) -> None:
        scene = self._scene
        rows: tuple[tuple[Phrase, Phrase, Pick], ...] = (
            (
                phrase("Language"),
                phrase("The window speaks it at once. Your answers stay as they are."),
                self.language,
            ),
            (
                phrase("Look"),
                phrase("Colours of the window. High contrast makes text and borders stronger."),
                self.look,
            ),
            (phrase("Size of text"), phrase("Everything grows with it."), self.text_size),
        )
        for row, (said, help_, pick) in enumerate(rows):
            label = Label(scene, said, "label")
            label.name(pick)
            self._grid.addWidget(label, row * 3, 0)
            self._grid.addWidget(pick, row * 3, 1)
            self._grid.addWidget(Label(scene, help_, "help"), row * 3 + 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        close = Button(scene, phrase("Close"), role="primary")
        close.clicked.connect(self.accept)
        self._foot.addStretch(1)
        self._foot.addWidget(close)
        self._column.addWidget(self._title)
        self._scroll.column.addLayout(self._grid)
        self._scroll.column.addLayout(self._spelling.beside())
        self._scroll.column.addStretch(1)
        self._column.addWidget(self._scroll, 1)
        self._column.addLayout(self._foot)

    def _speak(self, code: object) -> None:
        self._preferences.change(language=code)
        self._scene.speech.use(self._preferences.spoken)

    def _dress(self, look: object) -> None:
        self._preferences.change(look=look)

    def _scale(self, size: object) -> None:
        self._preferences.change(text=size)

    def _spell(self, wanted: bool) -> None:
        self._preferences.change(spelling=wanted)

    def _show(self) -> None:
        value = self._preferences.value
        self.language.show_value(value.language)
        self.look.show_value(value.look)
        sizes = [size for size, _ in SIZES if isinstance(size, int)]
        self.text_size.show_value(min(sizes, key=lambda size: abs(size - value.text)))
        self.spelling.setChecked(value.spelling)

    def _say(self) -> None:
        self.setWindowTitle(self._scene.say(phrase("Preferences")))

    def _measure(self) -> None:
        px = self._scene.look.px
        self._column.setContentsMargins(px(28), px(24), px(28), px(24))
        self._column.setSpacing(px(20))
        self._scroll.column.setSpacing(px(20))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(6))
        for row in (2, 5):
            self._grid.setRowMinimumHeight(row, px(10))
