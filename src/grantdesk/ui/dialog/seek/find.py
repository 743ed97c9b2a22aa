"""Find in the answers: a word, where it stands, and the way from one place to the next."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListView, QVBoxLayout

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.dialog.seek.hit import Hit, hits
from grantdesk.ui.dialog.seek.hits import Hits, Row
from grantdesk.ui.dialog.seek.listed import THING
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import phrase

PAUSE = 150  # milliseconds after a key until the answers are searched


class FindPanel(QFrame):
    """Searches what is asked and answered, as it is read.

    Signals: `chosen(Hit)` when the person wants to go to a place.
    """

    chosen = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.line, self.list, self.hits = QLineEdit(), QListView(), Hits(desk, self)
        self._told = Label(desk, "", "mute")
        self._back = Tool(desk, phrase("Previous place"), "chevron-up", named=False, keys="Shift+F3")
        self._on = Tool(desk, phrase("Next place"), "chevron-down", named=False, keys="F3")
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._column, self._row = QVBoxLayout(self), QHBoxLayout()
        self._arrange()
        self._connect()
        self._say()

    def step(self, by: int) -> None:
        """Goes to the next place, or with -1 to the one before, around and around."""
        if self._soon.isActive():
            self.seek()
        if n := self.hits.rowCount():
            row = self.list.currentIndex().row()
            first = 0 if by > 0 else n - 1
            self._go(self.hits.index((row + by) % n if row >= 0 else first))

    def seek(self) -> None:
        """Searches for what stands in the line."""
        self._soon.stop()
        found = hits(self._desk.session.dossier(self._desk.speech.language), self.line.text())
        self.hits.show_these(found)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the line, arrows reach into the list."""
        if event.key() == Qt.Key.Key_Down and self.line.hasFocus():
            self.list.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.seek)
        self.list.clicked.connect(self._go)
        self._back.clicked.connect(self._step_back)
        self._on.clicked.connect(self._step_on)
        self._desk.session.changed.connect(self._stir)
        self._desk.speech.changed.connect(self._say)
        self._desk.look.changed.connect(self._measure)

    def _stir(self) -> None:
        """The answers are others: what was found may have moved."""
        if self.isVisible() and self.line.text():
            self._soon.start()

    def _step_back(self) -> None:
        self.step(-1)

    def _step_on(self) -> None:
        self.step(1)

    def _go(self, index: QModelIndex) -> None:
        hit: Hit | None = index.data(THING)
        if hit is not None:
            self.list.setCurrentIndex(index)
            self._tell()
            self.chosen.emit(hit)

    def _arrange(self) -> None:
        self.list.setModel(self.hits)
        self.list.setItemDelegate(Row(self._desk, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setProperty("role", "plain")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.line.setClearButtonEnabled(True)
        self._row.addWidget(self._told, 1)
        self._row.addWidget(self._back)
        self._row.addWidget(self._on)
        self._column.addWidget(self.line)
        self._column.addLayout(self._row)
        self._column.addWidget(self.list, 1)
        self.setFocusProxy(self.line)
        self._measure()

    def _measure(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(15), px(8), px(10), px(8))
        self._column.setSpacing(px(6))

    def _say(self) -> None:
        say = self._desk.say
        self.line.setAccessibleName(say(phrase("Find in the answers")))
        self.line.setPlaceholderText(say(phrase("Word or part of one")))
        self.list.setAccessibleName(say(phrase("Places that were found")))
        self.seek()

    def _tell(self) -> None:
        n, row = self.hits.rowCount(), self.list.currentIndex().row()
        if not self.line.text().strip():
            self._told.show_said("")
        elif n:
            self._told.show_said(phrase("{n} of {m}", n=row + 1, m=n))
        else:
            self._told.show_said(phrase("No matches"))
