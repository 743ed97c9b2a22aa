"""A list that drops down: letters jump, and where it is long, one types a part of what one looks for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy, QStyledItemDelegate

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import MANY, Offer
from grantdesk.ui.editors.line.entry import Entry

LED = (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How one comes to a line when the program leads there; a mouse puts its caret, and Tab chooses all by itself."""
PASSED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class Drop(QComboBox):
    """The first line stands for no answer. The wheel never changes it.

    Signals: `picked(id)` when somebody chooses, empty for no answer; `typed(text)` for what is none of the options.
    """

    picked = Signal(str)
    typed = Signal(str)

    def __init__(self, desk: Desk, searched: bool) -> None:
        super().__init__()
        self._names: list[str] = []
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(MANY)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(not desk.session.read_only)
        if searched:
            self._search(Entry(desk.session))
        self.activated.connect(self._pick)

    def show_offers(self, nothing: str, offers: Sequence[Offer], chosen: str | None) -> None:
        """Shows what is offered and what of it is chosen; `nothing` is the line for no answer."""
        names = [nothing, *(offer.name for offer in offers)]
        keys = ["", *(offer.id for offer in offers)]
        if names != self._names or keys != [self.itemData(n) for n in range(self.count())]:
            self._fill(names, keys)
        at = keys.index(chosen or "")
        if at != self.currentIndex():
            self.setCurrentIndex(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What stands in the line is typed over by who is led to it."""
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() in LED:
            line.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken when the line is left: its focus is that of the whole. Tab leaves it while what was
        found is still listed."""
        super().focusOutEvent(event)
        if self.lineEdit() is not None and (event.reason() in PASSED or not self._is_listing()):
            self._take(self._meant())

    def _fill(self, names: list[str], keys: list[str]) -> None:
        self._names = names
        self.clear()
        for name, key in zip(names, keys, strict=True):
            self.addItem(name, key)

    def _search(self, line: Entry) -> None:
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(finder)
        line.returnPressed.connect(self._enter)

    def _is_listing(self) -> bool:
        """Is one of its two lists open?"""
        finder = self.completer()
        lists = (self.view(), finder.popup() if finder is not None else None)
        return any(each is not None and each.isVisible() for each in lists)

    def _enter(self) -> None:
        """Enter takes the first of what is found, as in the cells of a table."""
        found = self._meant() or self._found()
        self._take(found[:1])

    def _take(self, found: Sequence[int]) -> None:
        """Takes the option that is meant, nothing, or a text that is none of them or may be several."""
        text = self.currentText().strip()
        if len(found) == 1 or not text:
            self.setCurrentIndex(found[0] if text else 0)
            self._pick(self.currentIndex())
        else:
            self.typed.emit(text)

    def _meant(self) -> list[int]:
        """The option of the name that stands in the line; else the only one that begins with it, or has it in it."""
        text, found = self.currentText().strip().casefold(), self._found()
        names = {n: self._names[n].casefold() for n in found}
        named = [n for n in found if names[n] == text]
        first = [n for n in found if names[n].startswith(text)]
        return next((some[:1] for some in (named, first, found) if len(some) == 1), named[:1])

    def _found(self) -> list[int]:
        """The options that have in them what stands in the line; those that begin with it come first."""
        text = self.currentText().strip().casefold()
        names = [name.casefold() for name in self._names]
        found = [n for n, name in enumerate(names) if text and text in name]
        return sorted(found, key=lambda n: not names[n].startswith(text))

    def _pick(self, index: int) -> None:
        self.picked.emit(self.itemData(index) or "")
