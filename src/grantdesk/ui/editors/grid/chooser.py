"""Chooses in a cell: one types to search, arrows to move, Enter to take; of several, Space ticks."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMoveEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet.cell import Offer
from grantdesk.words.phrase import phrase

MOST = 9
"""Options that are seen at once."""
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST, Qt.Key.Key_PageDown: MOST}
ID = Qt.ItemDataRole.UserRole


class Chooser(QLineEdit):
    """A line to search in, with the options below it.

    Signals: `taken` when an option was chosen by mouse or Enter, or several were agreed on.
    """

    taken = Signal()

    def __init__(self, desk: Desk, offers: Sequence[Offer], chosen: Collection[str], several: bool) -> None:
        super().__init__()
        self._several, self._offers = several, offers
        self._is_meant = any(offer.id in chosen for offer in offers)
        self._desk = desk
        self.setPlaceholderText(desk.say(phrase("Type to search")))
        self.setAccessibleDescription(desk.say(phrase("Arrow keys go through the options, Enter takes one.")))
        self._list = QListWidget()
        self.destroyed.connect(self._list.deleteLater)
        self._list.setFrameShape(QListWidget.Shape.Box)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWordWrap(True)
        self._list.itemClicked.connect(self._click)
        for offer in offers:
            self._list.addItem(self._item(offer, offer.id in chosen))
        self._stand_at(next((n for n, offer in enumerate(offers) if offer.id in chosen), 0))
        self.textEdited.connect(self._search)

    @property
    def chosen(self) -> list[str]:
        """The ids that are chosen: those ticked, or the one that is marked in the list. The first option is marked when
        the list opens, and chosen only by who means it: not by who passes by."""
        items = [self._list.item(row) for row in range(self._list.count())]
        if self._several:
            return [item.data(ID) for item in items if item.checkState() == Qt.CheckState.Checked]
        item = self._list.currentItem() if self._is_meant else None
        return [item.data(ID)] if item is not None and not item.isHidden() else []

    def agree(self) -> None:
        """The option that is marked is meant."""
        self._is_meant = True

    @property
    def options(self) -> QListWidget:
        """The list below the line."""
        return self._list

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows go through the list; all else is typed."""
        key = Qt.Key(event.key())
        if key in MOVES and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._go(MOVES[key])
        elif key == Qt.Key.Key_Space and self._several:
            self._tick(self._list.currentItem())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the options come with the line, above all else in the window."""
        super().showEvent(event)
        self._list.setParent(self.window())
        above = self.parentWidget()
        while above is not None and not above.isWindow():
            above.installEventFilter(self)
            above = above.parentWidget()
        self._place()
        self._list.show()
        self._list.raise_()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: and go with it."""
        self._list.hide()
        super().hideEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:
        """Qt: they follow it."""
        super().moveEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: they follow it too where what it stands in is scrolled."""
        if event.type() == QEvent.Type.Move and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _item(self, offer: Offer, chosen: bool) -> QListWidgetItem:
        item = QListWidgetItem(offer.label)
        item.setData(ID, offer.id)
        if self._several:
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        return item

    def _search(self, text: str) -> None:
        """Leaves what has the typed words in it; what begins with them stands first in question."""
        self._is_meant = bool(text)
        words = text.casefold().split()
        first = -1
        for row, offer in enumerate(self._offers):
            label = offer.label.casefold()
            hit = all(word in label for word in words)
            self._list.item(row).setHidden(not hit)
            if hit and (first < 0 or (label.startswith(text.casefold()) and not self._begins(first, text))):
                first = row
        self._stand_at(first)
        self._place()

    def _begins(self, row: int, text: str) -> bool:
        return self._offers[row].label.casefold().startswith(text.casefold())

    def _stand_at(self, row: int) -> None:
        self._list.setCurrentRow(row)
        if row >= 0:
            self._list.scrollToItem(self._list.item(row))
            self.setAccessibleName(self._list.item(row).text())

    def _go(self, by: int) -> None:
        rows = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        if rows:
            self._is_meant = True
            here = self._list.currentRow()
            place = rows.index(here) + by if here in rows else 0
            self._stand_at(rows[max(0, min(place, len(rows) - 1))])

    def _tick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            checked = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _click(self, item: QListWidgetItem) -> None:
        if self._several:
            return
        self._list.setCurrentItem(item)
        self._is_meant = True
        self.taken.emit()

    def _place(self) -> None:
        """Below the line, or above it where the window ends."""
        px = self._desk.look.px
        shown = [row for row in range(self._list.count()) if not self._list.item(row).isHidden()]
        height = sum(self._list.sizeHintForRow(row) for row in shown[:MOST]) + px(12) if shown else px(36)
        width = max(self.width(), min(self._list.sizeHintForColumn(0) + px(48), px(420)), px(180))
        self._list.resize(QSize(width, height))
        window = self.window()
        below = self.mapTo(window, QPoint(0, self.height()))
        above = below.y() - self.height() - height
        if below.y() + height > window.height() and above > 0:
            below.setY(above)
        below.setX(max(0, min(below.x(), window.width() - width)))
        self._list.move(below)
