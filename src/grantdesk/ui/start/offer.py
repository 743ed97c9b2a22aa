"""A call as a card that opens: what it funds, until when, what one needs at hand, and the button to begin."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.session.stock.calls import Offered
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.card import Card, quiet
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Badge, Label, bare
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.deadline import told
from grantdesk.words.phrase import phrase


class Offer(QFrame):
    """Signals: `opened` when its details were opened; `begun(call)` and `taken_over(call)` when an application shall
    be begun, empty or from an earlier one; `printed(call)` when its empty form shall be printed; the call by its id."""

    opened = Signal()
    begun = Signal(str)
    taken_over = Signal(str)
    printed = Signal(str)

    def __init__(self, scene: Scene, call: Offered, now: datetime) -> None:
        super().__init__()
        self._scene, self.call = scene, call
        self.setProperty("role", "card")
        self.head = Card(scene, call.title, "chevron-right", "card-plain")
        self.head.said.use("label")
        self.head.add_line(call.authority)
        self.head.lines.addWidget(quiet(_deadline(scene, call, now)))
        self.head.setCheckable(True)
        self.head.toggled.connect(self._toggle)
        self.start = Button(scene, phrase("Start an application"), "plus", "primary")
        self.earlier = Button(scene, phrase("From an earlier application …"), "copy")
        self.start.clicked.connect(self._begin)
        self.earlier.clicked.connect(self._take_over)
        self.form = Button(scene, phrase("The empty form as a PDF …"), "file-text", "quiet")
        self.form.clicked.connect(self._print)
        self._more, self._column = QFrame(), QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self._more)
        self._fill()
        self._more.hide()
        scene.look.changed.connect(self._measure)
        self._measure()

    def open_up(self, is_open: bool) -> None:
        """Shows or hides the details."""
        self.head.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self.head.picture.draw("chevron-down" if is_open else "chevron-right", "mute")
        if is_open:
            self.opened.emit()

    def _fill(self) -> None:
        scene, self._details, self._buttons = self._scene, QVBoxLayout(self._more), Flow()
        self._details.addWidget(Label(scene, phrase("What it funds"), "label"))
        self._details.addWidget(Label(scene, self.call.summary))
        if self.call.needs is not None:
            self._details.addSpacing(scene.look.px(8))
            self._details.addWidget(Label(scene, phrase("What you need at hand"), "label"))
            self._details.addWidget(Label(scene, self.call.needs))
        self._buttons.addWidget(self.start)
        self._buttons.addWidget(self.earlier)
        self._buttons.addWidget(self.form)
        self._details.addLayout(self._buttons)

    def _measure(self) -> None:
        px = self._scene.look.px
        self._details.setContentsMargins(px(43), 0, px(16), px(16))
        self._details.setSpacing(px(4))
        self._buttons.setContentsMargins(0, px(12), 0, 0)
        self._buttons.setSpacing(px(8))

    def _begin(self) -> None:
        self.begun.emit(self.call.id)

    def _take_over(self) -> None:
        self.taken_over.emit(self.call.id)

    def _print(self) -> None:
        self.printed.emit(self.call.id)


def _deadline(scene: Scene, call: Offered, now: datetime) -> QFrame:
    line, row = QFrame(), QHBoxLayout()
    line.setLayout(row)
    row.setContentsMargins(0, scene.look.px(2), 0, 0)
    row.setSpacing(scene.look.px(8))
    if call.opens is not None and now < call.opens:
        row.addWidget(Badge(scene, phrase("opens {day}", day=call.opens.date())))
    if call.closes is None:
        row.addWidget(Badge(scene, phrase("open until further notice")))
        row.addStretch(1)
        return line
    said, tone = told(call.closes, now)
    when = Label(scene, bare(call.closes), "counter")
    when.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(Badge(scene, said, tone))
    row.addWidget(when, 1)
    return line
