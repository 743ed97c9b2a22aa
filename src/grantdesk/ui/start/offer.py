"""A call as a card that opens: what it funds, until when, what one needs at hand, and the button to begin."""

from datetime import datetime
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.session.stock.calls import Offered
from grantdesk.ui.piece.card import Card, quiet
from grantdesk.ui.piece.label import Badge, Label, bare
from grantdesk.ui.piece.scene import Scene
from grantdesk.ui.start.deadline import told
from grantdesk.ui.start.details import Details
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
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)

    @cached_property
    def details(self) -> Details:
        """What is seen of it when it is open; made when it is opened first."""
        details = Details(self._scene, self.call)
        details.start.clicked.connect(self._begin)
        details.earlier.clicked.connect(self._take_over)
        details.form.clicked.connect(self._print)
        self._column.addWidget(details)
        return details

    @property
    def is_open(self) -> bool:
        """Are its details shown?"""
        return self.head.isChecked()

    def open_up(self, is_open: bool) -> None:
        """Shows or hides the details."""
        self.head.setChecked(is_open)

    def _toggle(self, is_open: bool) -> None:
        self.details.setVisible(is_open)
        self.head.picture.draw("chevron-down" if is_open else "chevron-right", "mute")
        if is_open:
            self.opened.emit()

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
