"""What one does with rows: the buttons above a table, and the same for its context menu."""

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.menu import underline
from grantdesk.words.phrase import Phrase, phrase

DEEDS: Mapping[str, tuple[Phrase, str, str]] = {
    "add": (phrase("Add a row"), "plus", ""),
    "duplicate": (phrase("Duplicate"), "copy", ""),
    "up": (phrase("Move up"), "arrow-up", "Alt+Up"),
    "down": (phrase("Move down"), "arrow-down", "Alt+Down"),
    "delete": (phrase("Delete"), "trash-2", ""),
    "copy_all": (phrase("Copy all"), "clipboard", ""),
}
"""By their ids: what they are called, their icon and their keys."""
NAMED = ("add", "copy_all")
"""Those with room for their names; the others are known by their icons."""

LAST = "copy_all"
"""It stands apart, at the other end."""


class Tools(QWidget):
    """Signals: `wanted(id)` when one of DEEDS is to be done."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        row, several, icons = QHBoxLayout(self), Flow(), QWidget()
        row.setContentsMargins(0, 0, 0, desk.look.px(4))
        together = QHBoxLayout(icons)  # else the last of them would be alone in the next line
        together.setContentsMargins(0, 0, 0, 0)
        for layout in (several, together):
            layout.setSpacing(desk.look.px(2))
        row.addLayout(several, 1)
        self.buttons: dict[str, Tool] = {}
        for name, (said, icon, keys) in DEEDS.items():
            button = Tool(desk, said, icon, named=name in NAMED, keys=keys)
            button.setObjectName(name)
            button.clicked.connect(self._do)
            self.buttons[name] = button
            if name not in NAMED:
                together.addWidget(button)
        several.addWidget(self.buttons["add"])
        several.addWidget(icons)
        row.addWidget(self.buttons[LAST], 0, Qt.AlignmentFlag.AlignTop)

    def allow(self, names: Mapping[str, bool]) -> None:
        """Which of them can be done now."""
        for name, button in self.buttons.items():
            button.setEnabled(names.get(name, False))

    def open_menu(self, at: QPoint) -> QMenu:
        """Opens the same as a menu, at a point of the screen."""
        menu = QMenu(self)
        for name, (said, icon, keys) in DEEDS.items():
            text = self._desk.say(said) + (f"\t{keys}" if keys else "")
            action = menu.addAction(self._desk.look.icon(icon), text)
            action.setObjectName(name)
            action.setEnabled(self.buttons[name].isEnabled())
            action.triggered.connect(self._do)
        underline(menu)
        menu.popup(at)
        return menu

    def _do(self) -> None:
        self.wanted.emit(self.sender().objectName())
