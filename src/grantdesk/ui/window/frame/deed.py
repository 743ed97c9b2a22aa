"""The button of a command in the head of the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import shown


class Deed(QToolButton):
    """The button of a command: its icon, with its name beside it or as a tip."""

    def __init__(self, desk: Desk, action: QAction, icon: str, named: bool) -> None:
        super().__init__()
        self._desk, self._action, self._icon, self._named = desk, action, icon, named
        self._has_place = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._tell)
        desk.look.changed.connect(self._draw)
        self.show_named(named)
        self._tell()

    def show_named(self, named: bool) -> None:
        """With its name beside it, or without."""
        self._named, style = named, Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if named else style.ToolButtonIconOnly)
        self._draw()

    @property
    def is_wanted(self) -> bool:
        """Would it be seen if there were room?"""
        return self._action.isVisible()

    def place(self, has_place: bool) -> None:
        """There is room for it, or none."""
        self._has_place = has_place
        self._show()

    def _show(self) -> None:
        seen = self.is_wanted and self._has_place
        if self.parentWidget() or not seen:  # without a place it would be a window of its own
            self.setVisible(seen)

    def _tell(self) -> None:
        action = self._action
        self._show()
        self.setEnabled(action.isEnabled())
        self.setText(shown(action.text()))
        self.setToolTip(action.toolTip())
        self.setAccessibleName(action.text())

    def _draw(self) -> None:
        look, gap = self._desk.look, 4 if self._named else 0
        self.setIcon(look.icon(self._icon, gap=gap))
        self.setIconSize(QSize(look.px(18 + gap), look.px(18)))
