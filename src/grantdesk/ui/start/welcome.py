"""What somebody sees who has no application yet: what this is, in three steps, and that nothing leaves the computer."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.picture import Picture
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase

STEPS = (
    ("plus", phrase("Choose a call and start an application.")),
    (
        "list-checks",
        phrase("Answer page by page, in any order. Your answers are checked as you go, and kept."),
    ),
    ("file-output", phrase("When everything is in order, export the application as a PDF.")),
    ("lock", phrase("Everything stays on this computer. grantdesk does not use the network.")),
)


class Welcome(QFrame):
    """A card with nothing to press: the calls stand beside it."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self.setProperty("role", "card")
        self._grid = QGridLayout(self)
        self._grid.addWidget(Label(scene, phrase("Welcome to grantdesk"), "section"), 0, 0, 1, 2)
        text = phrase("Here you write a grant application, alone or with partners.")
        self._grid.addWidget(Label(scene, text), 1, 0, 1, 2)
        for row, (icon, said) in enumerate(STEPS, 2):
            self._grid.addWidget(Picture(scene, icon, "accent", 20), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(Label(scene, said), row, 1)
        self._grid.setColumnStretch(1, 1)
        scene.look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = self._scene.look.px
        self._grid.setContentsMargins(px(24), px(20), px(24), px(24))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(14))
