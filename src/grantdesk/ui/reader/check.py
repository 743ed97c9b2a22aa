"""The last page: what is still to be done, everything as it will be read, and how it is handed on."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from grantdesk.outline.fact.answer import plain
from grantdesk.outline.fact.name import Names
from grantdesk.rules.progress import State
from grantdesk.session.handing.checklist import Matter, checklist
from grantdesk.session.keeping.keeper import Keeper
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.banner import Banner
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.card import Card
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scroll import Scroll
from grantdesk.ui.reader.matters import Matters
from grantdesk.ui.reader.page import Page
from grantdesk.ui.reader.reading import Reading
from grantdesk.ui.reader.remarks import finding_card
from grantdesk.words.phrase import Phrase, counted, phrase

WIDTH, FEW = 860, 5
PAUSE = 200  # ms without an edit before it is summed up anew
HOUR = 3_600_000
READY = phrase("Nothing stands in the way of submitting")
DRAFT = phrase("Until then each page of the PDF is marked as a draft.")
CLEAN = phrase("Read everything through once more, then export the PDF and have it signed.")


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class CheckPage(Scroll):
    """Signals: `wanted(path)` when the person wants to change an answer; `exporting`, `printing`, `previewing` and
    `signing` when the application shall be exported, printed, seen as on paper, or its PDF be signed; `listing` when
    all issues shall be seen."""

    wanted = Signal(object)
    exporting = Signal()
    printing = Signal()
    previewing = Signal()
    listing = Signal()
    signing = Signal()

    def __init__(self, desk: Desk, keeper: Keeper | None = None, clock: Callable[[], datetime] = now) -> None:
        super().__init__(desk, WIDTH)
        self.desk, self.keeper, self._clock = desk, keeper, clock
        self.page = Page(desk.look, grown=True)
        self.reading = Reading(desk, self.page, changes=True)
        self.matters, self.cards = Matters(desk), QVBoxLayout()
        self.sum = QVBoxLayout()
        self.banner: Banner | None = None
        self._told: tuple[Phrase, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._hours = QTimer(self, interval=HOUR)
        self._build()
        self._connect()
        self._name()

    def refresh(self) -> None:
        """Sums up what the session has now."""
        self._pause.stop()
        self._sum_up()
        self._list()
        found = checklist(self.desk.session, self.desk.speech.language, self._clock())
        self.matters.show_matters([*found, *self._saved()])

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is summed up now."""
        super().showEvent(event)
        self.refresh()
        self._hours.start()

    def _build(self) -> None:
        desk = self.desk
        self.export = Button(desk, phrase("Export as PDF"), "file-output", role="primary")
        self.print = Button(desk, phrase("Print"), "printer")
        self.preview = Button(desk, phrase("Print preview"), "eye")
        ways = Flow()
        for button in (self.export, self.print, self.preview):
            ways.addWidget(button)
        column = self.column
        column.addWidget(Label(desk, phrase("Check and export"), "title"))
        column.addLayout(self.sum)
        column.addLayout(self.cards)
        column.addLayout(ways)
        column.addWidget(Label(desk, phrase("Before you submit"), "section"))
        column.addWidget(self.matters)
        column.addWidget(Label(desk, phrase("Everything as it will be read"), "section"))
        column.addWidget(self.page)
        column.addStretch(1)
        self._ways = ways
        self._space()

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self._hours.timeout.connect(self.refresh)
        for button, signal in (
            (self.export, self.exporting),
            (self.print, self.printing),
            (self.preview, self.previewing),
        ):
            button.clicked.connect(signal)
        for part in (self.page, self.matters):
            part.wanted.connect(self.wanted)
        self.matters.signing.connect(self.signing)
        self.desk.session.changed.connect(self._wait)
        self.desk.speech.changed.connect(self._speak)
        self.desk.look.changed.connect(self._space)
        if self.keeper:
            self.keeper.turned.connect(self._wait)

    def _sum_up(self) -> None:
        """Puts the banner on top: how much is wrong or missing, how many remarks there are, and what that means."""
        report = self.desk.session.report
        errors, others = report.count("error"), report.count("warning") + report.count("advice")
        said = counted("{n} thing to fix before submitting", "{n} things to fix before submitting", n=errors)
        remarks = counted(
            "Besides, {n} thing is worth a look.", "Besides, {n} things are worth a look.", n=others
        )
        more = [DRAFT if errors else CLEAN, *([remarks] if others else [])]
        told = (said if errors else READY, *more)
        if told != self._told or self.banner is None:
            self._told = told
            if self.banner:
                self.sum.removeWidget(self.banner)
                self.banner.deleteLater()
            detail = plain("{one} {two}", one=more[0], two=more[1]) if others else more[0]
            self.banner = Banner(self.desk, told[0], detail, "error" if errors else "ok")
            self.sum.addWidget(self.banner)

    def _list(self) -> None:
        """The first errors, each a way to its field."""
        while item := self.cards.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        session = self.desk.session
        errors = (finding for finding in session.report.findings if finding.severity == "error")
        found = sorted(errors, key=lambda finding: finding.missing)  # what is wrong first
        names = Names(session.form, session.answers)
        for finding in found[:FEW]:
            card = finding_card(self.desk, finding, names)
            card.clicked.connect(self._go)
            self.cards.addWidget(card)
        if len(found) > FEW:
            rest = Button(self.desk, phrase("Show all {n} things to fix", n=len(found)), role="link")
            rest.clicked.connect(self.listing)
            self.cards.addWidget(rest)

    def _saved(self) -> list[Matter]:
        if self.keeper is None:
            return []
        state: State = "done" if self.keeper.is_saved else "in_work"
        return [Matter(phrase("The file"), state, self.keeper.state)]

    def _go(self) -> None:
        card = self.sender()
        if isinstance(card, Card):
            self.wanted.emit(tuple(card.property("path")))

    def _wait(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _speak(self) -> None:
        self._name()
        self._wait()

    def _name(self) -> None:
        self.setAccessibleName(self.desk.say(phrase("Check and export")))
        self.page.setAccessibleName(self.desk.say(phrase("Everything as it will be read")))

    def _space(self) -> None:
        px = self.desk.look.px
        self.column.setSpacing(px(14))
        self.cards.setSpacing(px(8))
        self._ways.setSpacing(px(8))
