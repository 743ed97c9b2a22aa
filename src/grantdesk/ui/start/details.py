"""What a call funds, what one needs at hand for it, and the ways to begin."""

from PySide6.QtWidgets import QFrame, QVBoxLayout

from grantdesk.session.stock.calls import Offered
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import phrase


class Details(QFrame):
    """`start`, `earlier` and `form` are to be listened to: they begin an application, empty or from an earlier one, and
    print the empty form."""

    def __init__(self, scene: Scene, call: Offered) -> None:
        super().__init__()
        self._scene = scene
        self.start = Button(scene, phrase("Start an application"), "plus", "primary")
        self.earlier = Button(scene, phrase("From an earlier application …"), "copy")
        self.form = Button(scene, phrase("The empty form as a PDF …"), "file-text", "quiet")
        self._column, self._buttons = QVBoxLayout(self), Flow()
        self._column.addWidget(Label(scene, phrase("What it funds"), "label"))
        self._column.addWidget(Label(scene, call.summary))
        if call.needs is not None:
            self._column.addSpacing(scene.look.px(8))
            self._column.addWidget(Label(scene, phrase("What you need at hand"), "label"))
            self._column.addWidget(Label(scene, call.needs))
        for button in (self.start, self.earlier, self.form):
            self._buttons.addWidget(button)
        self._column.addLayout(self._buttons)
        scene.look.changed.connect(self._measure)
        self._measure()

    def _measure(self) -> None:
        px = self._scene.look.px
        self._column.setContentsMargins(px(43), 0, px(16), px(16))
        self._column.setSpacing(px(4))
        self._buttons.setContentsMargins(0, px(12), 0, 0)
        self._buttons.setSpacing(px(8))
