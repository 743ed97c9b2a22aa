"""What is wrong on a page, at its top: each line leads to its question. The words are those beside the question."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from grantdesk.outline.fact.answer import plain
from grantdesk.outline.place import joined, steps_below
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import field
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.link import Link
from grantdesk.ui.piece.picture import Picture
from grantdesk.words.phrase import Phrase, counted


class Summary(QFrame):
    """A card that has the focus after somebody wanted to go on and there was something to mend; hidden without errors.

    Signals: `followed(path)` when a line was chosen.
    """

    followed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self.links: list[Link] = []
        self.title = Label(desk, "", "section")
        self._lines = QVBoxLayout()
        self._row = QHBoxLayout(self)
        self._row.addWidget(Picture(desk, "circle-alert", "error", size=20), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._lines, 1)
        self._lines.addWidget(self.title)
        self.setProperty("role", "card-error")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.draw()
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows the errors among these; it vanishes with the last one."""
        self._findings = tuple(finding for finding in findings if finding.severity == "error")
        while len(self.links) > len(self._findings):
            gone = self.links.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.links) < len(self._findings):
            link = Link("link-error")
            link.clicked.connect(self._follow)
            self.links.append(link)
            self._lines.addWidget(link)
        self.speak()
        self.setVisible(bool(self._findings))

    def speak(self) -> None:
        """Says it in the language of the window."""
        n = len(self._findings)
        said = self._desk.say(
            counted("There is {n} problem on this page", "There are {n} problems on this page", n=n)
        )
        self.title.show_said(said)
        self.setAccessibleName(said)
        for link, finding in zip(self.links, self._findings, strict=True):
            link.tell(self._desk.say(self._told(finding)))

    def draw(self) -> None:
        """Takes the sizes of the look."""
        px = self._desk.look.px
        self._row.setContentsMargins(px(14), px(12), px(14), px(12))
        self._row.setSpacing(px(10))
        self._lines.setSpacing(px(2))

    def _told(self, finding: Finding) -> Phrase:
        """What is wrong; in a table also in which row, for there may be the same in others."""
        question = field(self._desk.session, finding.path)
        if len(finding.path) <= len(question):
            return finding.phrase
        names = self._desk.session.dossier(self._desk.speech.language).names
        below = steps_below(names, question, finding.path)
        return plain("{row}: {said}", row=joined(below[:-1] or below), said=finding.phrase)

    def _follow(self) -> None:
        link = self.sender()
        chosen = next(n for n, each in enumerate(self.links) if each is link)
        self.followed.emit(self._findings[chosen].path)
