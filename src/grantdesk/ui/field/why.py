"""Why something is asked or wrong: the values involved, where the call says so, and what was not confirmed."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton

from grantdesk.call.terms.node import AnyNode
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.field.fact import values
from grantdesk.words.phrase import phrase

UNCONFIRMED = phrase(
    "This is a careful assumption: we did not find it in the call notice. Check the call notice before you submit."
)


class Why(QToolButton):
    """Named where something is wrong, else a small sign; hidden where there is nothing to tell.

    Signals: `unfolded(panel)` when the panel with the reasons is there to be put in its place, folded or not.
    """

    unfolded = Signal(object)

    def __init__(self, desk: Desk, node: AnyNode) -> None:
        super().__init__()
        self._desk, self._node = desk, node
        self._told: tuple[list[tuple[str, str]], str] = ([], "")
        self.panel: Reasons | None = None
        self.setCheckable(True)
        self.setProperty("role", "small")
        self.toggled.connect(self._unfold)
        self.hide()

    def tell(self, findings: Sequence[Finding]) -> None:
        """Says and shows what there is to tell now, in the language and look of the window."""
        lines, wrong = list(self._lines(findings)), bool(findings)
        remark = "" if self._node.confirmed else self._desk.say(UNCONFIRMED)
        self.setVisible(bool(lines or remark))
        if not (lines or remark):
            self.setChecked(False)
            return
        said = self._desk.say(phrase("Why?") if wrong else phrase("Where this comes from"))
        self.setText(said)
        self.setToolTip(said)
        self.setAccessibleName(f"{said}: {self._desk.say(self._node.label)}")
        look, gap = self._desk.look, 4 if wrong else 0
        self.setIcon(look.icon("info", "mute", 16, gap=gap))
        self.setIconSize(QSize(look.px(16 + gap), look.px(16)))
        style = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if wrong else Qt.ToolButtonStyle.ToolButtonIconOnly
        )
        self.setToolButtonStyle(style)
        # One stop fewer on the way of the Tab key, unless there is a reason to look; F1 opens it from the control.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if wrong else Qt.FocusPolicy.ClickFocus)
        self._told = lines, remark
        if self.panel is not None:
            self.panel.fill(*self._told)

    def _unfold(self, is_open: bool) -> None:
        if self.panel is None:
            self.panel = Reasons(self._desk)
            self.panel.fill(*self._told)
        self.unfolded.emit(self.panel)
        self.panel.setVisible(is_open)

    def _lines(self, findings: Sequence[Finding]) -> Iterator[tuple[str, str]]:
        say = self._desk.say
        for finding in findings:
            for name, value in values(finding):
                yield say(name), say(value)
        sources = dict.fromkeys([self._node.source, *(finding.source for finding in findings)])
        for source in filter(None, sources):
            yield say(phrase("Where the call says so")), source


class Reasons(QFrame):
    """A table of names and values, folded at first; filled when somebody sees it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._look = desk.look
        self._lines: Sequence[tuple[str, str]] = ()
        self._remark = ""
        self._grid: QGridLayout | None = None
        self.setProperty("role", "card")
        self.hide()

    def fill(self, lines: Sequence[tuple[str, str]], remark: str) -> None:
        """What it tells, from now on."""
        changed = (lines, remark) != (self._lines, self._remark)
        self._lines, self._remark = lines, remark
        if changed and not self.isHidden():
            self._lay_out()

    def setVisible(self, visible: bool) -> None:
        """Lays it out when it is shown."""
        if visible:
            self._lay_out()
        super().setVisible(visible)

    def words(self) -> str:
        """All that it tells, for a screen reader."""
        return ". ".join([*(f"{name}: {value}" for name, value in self._lines), self._remark]).strip(". ")

    def _lay_out(self) -> None:
        grid = self._emptied()
        for row, (name, value) in enumerate(self._lines):
            grid.addWidget(self._label(name, "mute"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._label(value, "plain"), row, 1)
        if self._remark:
            grid.addWidget(self._label(self._remark, "mute"), len(self._lines), 0, 1, 2)

    def _emptied(self) -> QGridLayout:
        if self._grid is None:
            self._grid = QGridLayout(self)
            px = self._look.px
            self._grid.setContentsMargins(px(12), px(10), px(12), px(10))
            self._grid.setHorizontalSpacing(px(16))
            self._grid.setVerticalSpacing(px(4))
            self._grid.setColumnStretch(1, 1)
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        return self._grid

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(role == "plain" or len(text) > 40)
        label.setProperty("role", role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label
