"""The controls that cells are typed in: a line, a longer text, or a search among options."""

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit

from grantdesk.call.terms.node import Choice, Essay, Several, YesNo
from grantdesk.model.tree import Answer
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.chooser import Chooser
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.sheet.cell import Offer

Entry: TypeAlias = "QLineEdit | LongText | Chooser"
Index: TypeAlias = QModelIndex | QPersistentModelIndex
YES, NO = "yes", "no"


class LongText(QPlainTextEdit):
    """A text of several lines; Alt+Enter begins a new one. Signals: `edited(text)` when the person has typed."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._told = ""
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Shows a text that nobody has typed."""
        self._told = text
        self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter is the grid's; with Alt or Ctrl it begins a line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        if self.toPlainText() != self._told:
            self._told = self.toPlainText()
            self.edited.emit(self._told)


def entry(desk: Desk, model: GridModel, index: Index) -> Entry:
    """The control for a cell."""
    key, column = model.key(index.row()), index.column()
    node = model.sheet.node(key, column)
    if isinstance(node, Choice | Several | YesNo):
        return _chooser(desk, model, index)
    if isinstance(node, Essay):
        return LongText()
    line = QLineEdit()
    line.setProperty("role", "cell")
    line.setPlaceholderText(model.sheet.hint(column))
    return line


def _chooser(desk: Desk, model: GridModel, index: Index) -> Chooser:
    key, column = model.key(index.row()), index.column()
    node, value = model.sheet.node(key, column), model.sheet.value(key, column)
    if isinstance(node, YesNo):
        language = desk.speech.language
        offers = [Offer(YES, language.yes_no(True)), Offer(NO, language.yes_no(False))]
        chosen = [] if value is None else [YES if value is True else NO]
    else:
        offers = model.sheet.offers(key, column)
        chosen = list(value) if isinstance(value, dict) else [value] if isinstance(value, str) else []
    chooser = Chooser(desk, offers, chosen, isinstance(node, Several))
    chooser.setProperty("role", "cell")
    return chooser


def answer(model: GridModel, index: Index, chooser: Chooser) -> Answer | None:
    """What was chosen, as an answer. What was typed and is none of the options is kept, to be found wrong; without
    either the answer stays."""
    key, column = model.key(index.row()), index.column()
    node, chosen = model.sheet.node(key, column), chooser.chosen
    if isinstance(node, Several):
        return dict.fromkeys(chosen, True) or None
    if not chosen:
        typed = chooser.text().strip()
        return model.sheet.read(key, column, typed).value if typed else model.sheet.value(key, column)
    return chosen[0] == YES if isinstance(node, YesNo) else chosen[0]
