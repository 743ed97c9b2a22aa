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
        """What was typed is taken when the line is left: its focus is that of the whole."""
        super().focusOutEvent(event)
        if self.lineEdit() is not None and not self._is_listing():
            self._take()

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
        line.returnPressed.connect(self._take)

    def _is_listing(self) -> bool:
        """Is one of its two lists open?"""
        finder = self.completer()
        lists = (self.view(), finder.popup() if finder is not None else None)
        return any(each is not None and each.isVisible() for each in lists)

    def _take(self) -> None:
        """Takes what stands in the line: an option by its name, nothing, or a text that is none of them."""
        text = self.currentText().strip()
        found = [n for n, name in enumerate(self._names) if name.casefold() == text.casefold()]
        if found or not text:
            self.setCurrentIndex(found[0] if found else 0)
            self._pick(self.currentIndex())
        else:
            self.typed.emit(text)

    def _pick(self, index: int) -> None:
        self.picked.emit(self.itemData(index) or "")
