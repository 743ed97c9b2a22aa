"""All that is to be said beside one question, the first few of many."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.message import Message
from grantdesk.words.phrase import counted

FEW = 3
"""How many are said at once; a table may have a finding in every cell."""


class Messages(QWidget):
    """A column of messages; hidden while there is none.

    Signals: `followed(path)` when somebody wants to be led to a place below.
    """

    followed = Signal(object)

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__(visible=False)
        self._desk, self._path = desk, path
        self._findings: Sequence[Finding] = ()
        self._shown: list[Message] = []
        self._rest: QPushButton | None = None
        self._all = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.look.px(2))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows these; a message that stays is the same widget as before."""
        self._findings = findings
        wanted = findings if self._all else findings[:FEW]
        old = {id(message.finding): message for message in self._shown if message.finding in wanted}
        kept = [message for message in self._shown if id(message.finding) in old]
        for message in self._shown:
            if message not in kept:
                message.hide()
                message.deleteLater()
        self._shown = [self._placed(n, finding, kept) for n, finding in enumerate(wanted)]
        self._tell_rest()
        self.setVisible(bool(findings))

    def speak(self) -> None:
        """Says them in the language of the window."""
        for message in self._shown:
            message.speak()
        self._tell_rest()

    def draw(self) -> None:
        """Draws them in the colours of the look."""
        for message in self._shown:
            message.draw()

    def _placed(self, n: int, finding: Finding, kept: list[Message]) -> Message:
        message = next((each for each in kept if each.finding == finding), None)
        if message is None:
            message = Message(self._desk, finding, self._path)
            message.followed.connect(self.followed)
        else:
            kept.remove(message)
        self._column.insertWidget(n, message)
        return message

    def _tell_rest(self) -> None:
        """Says how many more there are, if there are more."""
        more = len(self._findings) - len(self._shown)
        if more > 0 and self._rest is None:
            self._rest = QPushButton()
            self._rest.setProperty("role", "link")
            self._rest.clicked.connect(self._show_all)
            self._column.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        if self._rest is not None:
            self._rest.setText(self._desk.say(counted("Show {n} more", "Show {n} more", n=more)))
            self._rest.setVisible(more > 0)

    def _show_all(self) -> None:
        self._all = True
        self.show_findings(self._findings)
