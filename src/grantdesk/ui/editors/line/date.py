"""The editor of a day: typed as 1.9.2027, 2027-09-01 or 1 September 2027, or picked from a calendar."""

from datetime import date, timedelta

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolButton

from grantdesk.call.terms.node import AnyNode, Date
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer
from grantdesk.rules.date import is_day
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.line.calendar import Calendar
from grantdesk.ui.editors.line.line import LineEditor
from grantdesk.words.phrase import phrase


class DateEditor(LineEditor):
    """A day as ISO text. Ctrl+Up and Ctrl+Down go a day on and back; Alt+Down opens the calendar."""

    node: Date
    room = 17

    def __init__(self, desk: Desk, node: AnyNode, path: Path) -> None:
        self._button = QToolButton()
        self._button.setProperty("role", "plain")
        super().__init__(desk, node, path)
        self.calendar: Calendar | None = None
        self._button.clicked.connect(self._open)
        self._button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._button.setEnabled(not desk.session.read_only)
        keys = QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Down)
        opens = QShortcut(keys, self.line, context=Qt.ShortcutContext.WidgetShortcut)
        opens.activated.connect(self._open)
        self.line.stepped.connect(self._step)

    def written(self, answer: Answer) -> str:
        """As the language writes a day; what is none stays as it was typed."""
        return self.desk.speech.language.date(str(answer))

    def speak(self) -> None:
        """Says it in the language of the window."""
        super().speak()
        said = self.desk.say(phrase("Pick a day from a calendar (Alt+Down)"))
        self._button.setToolTip(said)
        self._button.setAccessibleName(f"{said}: {self.desk.say(self.node.label)}")

    def draw(self) -> None:
        """Draws the button in the colours of the look."""
        super().draw()
        side = self.desk.look.px(18)
        self._button.setIcon(self.desk.look.icon("calendar"))
        self._button.setIconSize(QSize(side, side))

    def _lay_out(self) -> None:
        super()._lay_out()
        self._row.setSpacing(self.desk.look.px(4))
        self._row.insertWidget(1, self._button)

    def _day(self) -> date | None:
        return is_day(self.answer) if isinstance(self.answer, str) else None

    def _open(self) -> None:
        if self.calendar is None:
            self.calendar = Calendar(self, self.node.least, self.node.most)
            self.calendar.picked.connect(self._pick)
        self.calendar.open_at(self.line, self._day(), self.desk.speech.language.code)

    def _pick(self, day: str) -> None:
        self.desk.session.rest()
        self.put(day)
        self._write()
        self.line.setFocus()

    def _step(self, days: int) -> None:
        """A day on or back from the one that stands there."""
        day = self._day()
        if day is not None and not self.desk.session.read_only:
            self.put((day + timedelta(days)).isoformat(), typing=True)
            self._write()
