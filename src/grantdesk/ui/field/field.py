"""One question on a page: its label, help, what is wrong with it, the control, and how much of a limit is used."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from grantdesk.call.terms.node import Info
from grantdesk.model.path import Path, starts
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.editor import Editor
from grantdesk.ui.field.help import helping
from grantdesk.ui.field.measure import Measure
from grantdesk.ui.field.messages import Messages
from grantdesk.ui.field.why import Reasons, Why
from grantdesk.ui.look.wear import wear
from grantdesk.words.phrase import phrase

OVER = frozenset({"characters", "words", "choices_many", "files_many", "rule.limit", "rule.limit_words"})
"""The findings that say that a limit is passed: the counter says so at once, before the field is left."""


BORDER = 4
"""The bar at the left of a question in error, in pixels; its room is always there."""


class Field(QFrame):
    """The frame around an editor. `needed`: an answer is required. The page tells it when to look at things anew."""

    def __init__(self, desk: Desk, editor: Editor, needed: bool) -> None:
        super().__init__()
        self.desk, self.editor, self.needed = desk, editor, needed
        self.findings: tuple[Finding, ...] = ()
        self.messages: Messages | None = None
        self.measure: Measure | None = None
        self._is_live = False
        self.setProperty("role", "field")
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setProperty("role", "label")
        self.label.setBuddy(editor.main())
        texts = None if isinstance(editor.node, Info) else editor.node.help
        self.help = helping(desk, texts) if texts else None
        self.why = Why(desk, editor.node)
        self.why.unfolded.connect(self._place_panel)
        self._body = QVBoxLayout(self)
        self._lay_out(self._body)
        editor.entered.connect(self._enter)
        editor.left.connect(self._leave)
        editor.counted.connect(self._tell_count)
        self._say_all()
        self.show_findings()

    @property
    def path(self) -> Path:
        """The place of the answer."""
        return self.editor.path

    def need(self, needed: bool) -> None:
        """Whether an answer is required may follow from others."""
        if needed != self.needed:
            self.needed = needed
            self._tell_label()

    def refresh(self) -> None:
        """The answer may be another."""
        self.editor.refresh()
        self._tell_count()

    def speak(self) -> None:
        """Says everything anew in the language of the window; a caret and what is half typed stay."""
        if self.help is not None:
            self.help.speak()
        if self.messages is not None:
            self.messages.speak()
        self.editor.speak()
        self._say_all()

    def draw(self) -> None:
        """Draws what has colours and sizes of the look anew."""
        self.editor.draw()
        if self.messages is not None:
            self.messages.draw()
        self.why.tell(self.findings)
        self._space()

    def show_findings(self) -> None:
        """Shows what attention has for it; cheap where that is what is shown already."""
        findings = self.desk.attention.of(self.path)
        if findings == self.findings:
            return
        new = [each for each in findings if each not in self.findings and each.severity == "error"]
        self.findings = findings
        if self.messages is None:
            self.messages = Messages(self.desk, self.path)
            self.messages.followed.connect(self.reveal)
            self._place_messages(self.messages)
        self.messages.show_findings(findings)
        self._mark()
        self.why.tell(findings)
        self._describe()
        if new and self._is_live:
            self._announce(new)

    def reveal(self, path: Path) -> None:
        """Brings the focus to a place at or below the question."""
        self.editor.reveal(path)

    def _lay_out(self, body: QVBoxLayout) -> None:
        """One below the other: label, help, control."""
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        if self.help is not None:
            body.addWidget(self.help)
        body.addWidget(self.editor)
        self._space()

    def _place_messages(self, messages: Messages) -> None:
        """Between the help and the control."""
        self._body.insertWidget(self._body.indexOf(self.editor), messages)

    def _place_panel(self, panel: Reasons) -> None:
        """At the end; it is read to who cannot see it."""
        self._body.addWidget(panel)
        if self.why.isChecked() and self.why.hasFocus():
            self._say(panel.words())

    def _space(self) -> None:
        px = self.desk.look.px
        self._body.setContentsMargins(px(12), px(2), 0, px(2))
        self._body.setSpacing(px(3))
        self.label.setMinimumHeight(px(24))  # as high with a button beside it as without
        self.why.setFixedHeight(px(24))

    def _say_all(self) -> None:
        self._tell_label()
        self._tell_count()
        self.why.tell(self.findings)

    def _mark(self) -> None:
        wear(self, "invalid", any(finding.severity == "error" for finding in self.findings))
        self.editor.mark(self.findings)

    def _remark(self) -> str:
        """What hangs below the control on the left: the limit is an assumption."""
        return "" if self.editor.node.confirmed else self.desk.say(phrase("Check this in the call notice"))

    def _tell_label(self) -> None:
        name = self.desk.say(self.editor.node.label)
        self.label.setText(f"{name} *".replace("&", "&&") if self.needed else name.replace("&", "&&"))
        self._describe()

    def _tell_count(self) -> None:
        """The line under the control; made when there is something to say for the first time."""
        remark, counter = self._remark(), self.editor.counter()
        if self.measure is None and (remark or counter):
            self.measure = Measure()
            self._body.insertWidget(self._body.indexOf(self.editor) + 1, self.measure)
        if self.measure is not None:
            self.measure.tell(remark, counter, bool(counter) and self._is_over())

    def _is_over(self) -> bool:
        report = self.desk.session.report
        return any(each.kind in OVER and starts(each.path, self.path) for each in report.findings)

    def _describe(self) -> None:
        """What a screen reader says of the control: the errors first, then that it is required, then the help."""
        say = self.desk.say
        parts = [say(finding.phrase) for finding in self.findings]
        if parts:
            parts[0] = say(phrase("Error: {what}", what=parts[0])) if self.property("invalid") else parts[0]
        if self.needed:
            parts.append(say(phrase("Must be answered.")))
        if self.editor.node.help:
            parts.append(" ".join(say(self.editor.node.help).split()))
        self.editor.describe(say(self.editor.node.label), " ".join(parts))

    def _announce(self, findings: Sequence[Finding]) -> None:
        words = " ".join(self.desk.say(finding.phrase) for finding in findings)
        self._say(self.desk.say(phrase("Error: {what}", what=words)))

    def _say(self, words: str) -> None:
        event = QAccessibleAnnouncementEvent(self, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _enter(self) -> None:
        self._is_live = True
        self.desk.attention.enter(self.path)

    def _leave(self) -> None:
        self.desk.session.rest()
        self.desk.attention.leave(self.path)
        self._is_live = False
