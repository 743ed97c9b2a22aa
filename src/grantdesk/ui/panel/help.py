"""The call's guidance for the page that is open: of the section, and of every question on it."""

from collections.abc import Iterator

from PySide6.QtGui import QFont, QShowEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QVBoxLayout

from grantdesk.call.terms.node import AnyNode, Section
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.desk.spot import Spot
from grantdesk.words.phrase import phrase


class HelpPanel(QFrame):
    """Follows the page that is open while it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._page = Spot("")
        self.text = QTextBrowser()
        self.text.setProperty("role", "page")
        self.text.setOpenLinks(False)
        self.setFocusProxy(self.text)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.text)
        desk.speech.changed.connect(self.refresh)
        desk.look.changed.connect(self.refresh)

    def turn(self, page: Spot) -> None:
        """Another page is open."""
        self._page = page
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Writes the text now that it is looked at."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Writes the text anew."""
        px, say = self._desk.look.px, self._desk.say
        self._column.setContentsMargins(px(15), px(4), px(6), px(8))
        self.text.setAccessibleName(say(phrase("Help for this page")))
        self.text.clear()
        pen = _Pen(self._desk, self.text.textCursor())
        section = self._desk.session.form.sections.get(self._page.section)
        if section is None:
            pen.body(say(phrase("Here everything is read once more, checked and exported.")))
            return
        self._section(pen, section)
        for node in _asked(self._desk.session.dossier(self._desk.speech.language), self._page):
            self._node(pen, node)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _section(self, pen: "_Pen", section: Section) -> None:
        pen.title(self._desk.say(section.title))
        if section.help:
            pen.body(self._desk.say(section.help))
        self._source(pen, section.source, True)

    def _node(self, pen: "_Pen", node: AnyNode) -> None:
        if not (node.help or node.source or not node.confirmed):
            return
        pen.label(self._desk.say(node.label))
        if node.help:
            pen.body(self._desk.say(node.help))
        self._source(pen, node.source, node.confirmed)

    def _source(self, pen: "_Pen", source: str, confirmed: bool) -> None:
        if source:
            pen.small(self._desk.say(phrase("In the call: {source}", source=source)))
        if not confirmed:
            pen.small(self._desk.say(phrase("Check this in the call notice: no public page confirms it.")))


def _asked(dossier: Dossier, page: Spot) -> Iterator[AnyNode]:
    part: Part | None = dossier.members.get(page.partner) if page.partner else dossier.project
    if part is None:
        return
    for question in dossier.questions(part, part.entity.asked):
        if dossier.form.located(question.at)[1] == page.section:
            yield question.node


class _Pen:
    """Writes paragraphs: text stays text, whatever signs are in it."""

    def __init__(self, desk: Desk, cursor: QTextCursor) -> None:
        self._desk, self._cursor, self._first = desk, cursor, True

    def title(self, text: str) -> None:
        self._write(text, 16, QFont.Weight.DemiBold, "text", 0)

    def label(self, text: str) -> None:
        self._write(text, 14, QFont.Weight.DemiBold, "text", 16)

    def body(self, text: str) -> None:
        for line in text.split("\n"):
            if line.strip():
                self._write(line, 14, QFont.Weight.Normal, "text", 4)

    def small(self, text: str) -> None:
        self._write(text, 13, QFont.Weight.Normal, "mute", 4)

    def _write(self, text: str, size: int, weight: QFont.Weight, role: str, above: int) -> None:
        look = self._desk.look
        block, ink = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(look.px(above))
        font = QFont(self._cursor.charFormat().font())
        font.setPixelSize(look.px(size))
        font.setWeight(weight)
        ink.setFont(font)
        ink.setForeground(look.color(role))
        if self._first:
            self._cursor.setBlockFormat(block)
            self._first = False
        else:
            self._cursor.insertBlock(block)
        self._cursor.insertText(text, ink)
