"""The card of a partner: what it is, how far its part is, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout

from grantdesk.model.path import Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.rows.partner.told import Told
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Badge, Label
from grantdesk.ui.piece.mark import Bar, Mark
from grantdesk.ui.piece.menu import underline
from grantdesk.words.phrase import Phrase, phrase

MORE: dict[str, tuple[Phrase, str]] = {
    "up": (phrase("Move up"), "arrow-up"),
    "down": (phrase("Move down"), "arrow-down"),
    "duplicate": (phrase("Duplicate"), "copy"),
    "remove": (phrase("Remove"), "trash-2"),
}
"""What is done less often, by its id."""


class Member(QFrame):
    """Signals: `wanted(key, deed)` when something is to be done: open, edit, lead, or one of MORE."""

    wanted = Signal(str, str)

    def __init__(self, desk: Desk, key: str, place: Path) -> None:
        super().__init__()
        self._desk, self.key, self.place = desk, key, place
        self.told: Told | None = None
        self.may: dict[str, bool] = {}
        self.setProperty("role", "card")
        self.name, self.chip = Label(desk, "", "label"), Badge(desk)
        self.particulars, self.sums = Label(desk, "", "mute"), Label(desk)
        self.bar, self.state = Bar(desk), Mark(desk)
        self.open = self._button("open", phrase("Open part"), "arrow-right")
        self.edit = self._button("edit", phrase("Edit"), "pencil")
        self.lead = self._button("lead", phrase("Make lead"), "star")
        self.more = Tool(desk, phrase("More"), "ellipsis", named=False)
        self.more.clicked.connect(self.open_menu)
        self.body = QVBoxLayout()
        self._lay_out()

    def show_told(self, told: Told, may: dict[str, bool], is_open: bool) -> None:
        """Shows what is to be told of the partner now, and what can be done."""
        self.may = may
        self.lead.setVisible(told.has_role and not told.leads and may.get("lead", False))
        self.edit.setVisible(may.get("edit", False))
        self.more.setVisible(any(may.get(name) for name in MORE))
        if is_open != self.edit.property("open"):
            self.edit.setProperty("open", is_open)
            self.edit.show_said(
                phrase("Close") if is_open else phrase("Edit"), "chevron-up" if is_open else "pencil"
            )
        if told == self.told:
            return
        self.told = told
        self.name.show_said(told.name)
        self.chip.show_said(told.role)
        self.chip.setVisible(bool(self.chip.text()))
        self.chip.tone("info" if told.leads else "")
        self.particulars.show_said(told.particulars)
        self.particulars.setVisible(bool(told.particulars))
        self.state.stand(told.tally.state, told.state)
        self.bar.show_share(told.tally.share)
        self.sums.show_said(told.sums)
        self._name()

    def speak(self) -> None:
        """Says the names of its buttons anew: they say whose they are."""
        self.told = None

    def open_menu(self) -> QMenu:
        """Opens what is done less often."""
        menu = QMenu(self)
        for name, (said, icon) in MORE.items():
            action = menu.addAction(self._desk.look.icon(icon), self._desk.say(said))
            action.setObjectName(name)
            action.setEnabled(self.may.get(name, False))
            action.triggered.connect(self._do)
        underline(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        return menu

    def _button(self, name: str, said: Phrase, icon: str) -> Button:
        button = Button(self._desk, said, icon, "quiet")
        button.setObjectName(name)
        button.clicked.connect(self._do)
        return button

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        self._head, self._foot, self._deeds = head, foot, deeds = QHBoxLayout(), QHBoxLayout(), Flow()
        buttons = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.bar)
        foot.addWidget(self.state, 1)
        for button in (self.open, self.edit, self.lead):
            deeds.addWidget(button)
        buttons.addLayout(deeds, 1)
        buttons.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(self.particulars)
        column.addWidget(self.sums)
        column.addLayout(foot)
        column.addLayout(buttons)
        column.addLayout(self.body)
        self._fit()
        self._desk.look.changed.connect(self._fit)

    def _fit(self) -> None:
        px = self._desk.look.px
        self._column.setContentsMargins(px(16), px(10), px(10), px(4))
        self._column.setSpacing(px(4))
        self._head.setSpacing(px(10))
        self._foot.setSpacing(px(10))
        self._deeds.setSpacing(px(4))
        self.bar.setFixedWidth(px(120))

    def _name(self) -> None:
        """Fifteen buttons “Open part” would all sound alike."""
        name = self.name.text()
        self.setAccessibleName(name)
        for button in (self.open, self.edit, self.lead, self.more):
            button.setAccessibleDescription(name)

    def _do(self) -> None:
        self.wanted.emit(self.key, self.sender().objectName())
