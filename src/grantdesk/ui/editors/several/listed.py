"""The editor of several choices of many: what is chosen stands above as chips; a list below is searched by typing."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from grantdesk.call.terms.node import Several
from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer, offers
from grantdesk.ui.editors.several.set import SetEditor
from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.flow import Flow
from grantdesk.words.phrase import counted, phrase

LINES = 6
KEY = Qt.ItemDataRole.UserRole


class ListedEditor(SetEditor):
    """Any number of many. Space ticks, Enter ticks the only one that was found; a chip takes its option out again, as
    Space in the list does for who comes by keys: Tab passes over the chips."""

    def __init__(self, desk: Desk, node: Several, path: Path) -> None:
        super().__init__(desk, node, path)
        self.search, self.list = QLineEdit(), QListWidget()
        self._shelf, self.chips = QWidget(), dict[str, QToolButton]()
        self._offers: list[Offer] = []
        self._flow = Flow()
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._shelf.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(desk.look.px(6))
        for part in (self._shelf, self.search, self.list):
            column.addWidget(part)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.search.returnPressed.connect(self._tick_found)
        self.left.connect(self.search.clear)  # what was searched for is no answer and must not look like one
        self.list.itemChanged.connect(self._change)
        self.speak()
        self.draw()

    def main(self) -> QWidget:
        """The line that one searches in."""
        return self.search

    def refresh(self) -> None:
        """Shows what is offered, and what is chosen of it."""
        chosen = self.chosen()
        found = offers(self.desk, self.node, chosen)
        self.list.blockSignals(True)
        if found != self._offers:
            self._fill(found)
        for n, offer in enumerate(found):
            state = Qt.CheckState.Checked if offer.id in chosen else Qt.CheckState.Unchecked
            if self.list.item(n).checkState() is not state:
                self.list.item(n).setCheckState(state)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._show_chips([offer for offer in found if offer.id in chosen])
        self.counted.emit()

    def speak(self) -> None:
        """Says it in the language of the window; what is searched for stays."""
        self.search.setPlaceholderText(self.desk.say(phrase("Search and tick")))
        self.refresh()

    def draw(self) -> None:
        """Takes the sizes of the look."""
        self.list.setFixedHeight(self.list.sizeHintForRow(0) * LINES + self.desk.look.px(6))
        self._flow.setSpacing(self.desk.look.px(6))
        for chip in self.chips.values():
            self._draw_chip(chip)

    def describe(self, name: str, description: str) -> None:
        """Both the line and the list answer the question."""
        super().describe(name, description)
        self.list.setAccessibleName(name)
        self.list.setAccessibleDescription(description)

    def counter(self) -> str:
        """How many are chosen."""
        used = len(self.chosen())
        return super().counter() or (
            self.desk.say(counted("{n} chosen", "{n} chosen", n=used)) if used else ""
        )

    def _fill(self, found: list[Offer]) -> None:
        self._offers = found
        self.list.clear()
        for offer in found:
            item = QListWidgetItem(offer.name, self.list)
            item.setData(KEY, offer.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | self._ticks())
            item.setCheckState(Qt.CheckState.Unchecked)
        self._filter(self.search.text())

    def _ticks(self) -> Qt.ItemFlag:
        locked = self.desk.session.read_only
        return Qt.ItemFlag.NoItemFlags if locked else Qt.ItemFlag.ItemIsUserCheckable

    def _filter(self, text: str) -> None:
        """Shows the options that have the text in them; whoever goes on to the list stands on one of them."""
        for n in range(self.list.count()):
            item = self.list.item(n)
            item.setHidden(text.strip().casefold() not in item.text().casefold())
        here = self.list.currentItem()
        if here is None or here.isHidden():
            seen = (n for n in range(self.list.count()) if not self.list.item(n).isHidden())
            self.list.setCurrentRow(next(seen, -1))

    def _tick_found(self) -> None:
        """Ticks what was searched for, if it is one: the only one that is left, or the one of that very name."""
        wanted = self.search.text().strip().casefold()
        left = [item for n in range(self.list.count()) if not (item := self.list.item(n)).isHidden()]
        named = [item for item in left if item.text().casefold() == wanted]
        if wanted and not self.desk.session.read_only and len(found := named or left) == 1:
            self.tick(found[0].data(KEY), True)
            self.search.clear()

    def _change(self, item: QListWidgetItem) -> None:
        self.tick(item.data(KEY), item.checkState() is Qt.CheckState.Checked)

    def _show_chips(self, found: list[Offer]) -> None:
        wanted = {offer.id: offer for offer in found}
        for key in self.chips.keys() - wanted.keys():
            gone = self.chips.pop(key)
            self._flow.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for key, offer in wanted.items():
            if key not in self.chips:
                self.chips[key] = self._chip(key)
            button = self.chips[key]
            button.setText(offer.name.replace("&", "&&"))
            said = self.desk.say(phrase("Take “{name}” out", name=offer.name))
            button.setAccessibleName(said)
            button.setToolTip(tip(said))
        self._shelf.setVisible(bool(wanted))

    def _chip(self, key: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "plain")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._draw_chip(button)
        button.setEnabled(not self.desk.session.read_only)
        button.setObjectName(key)
        button.clicked.connect(self._take_out)
        self._flow.addWidget(button)
        return button

    def _draw_chip(self, chip: QToolButton) -> None:
        side = self.desk.look.px(12)
        chip.setIcon(self.desk.look.icon("x", "mute", 12))
        chip.setIconSize(QSize(side, side))

    def _take_out(self) -> None:
        self.search.setFocus()
        self.tick(self.sender().objectName(), False)
