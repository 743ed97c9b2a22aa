"""Keeps the document of an application fresh while somebody looks at it, without keeping anybody waiting."""

from datetime import UTC

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

from grantdesk.call.terms.node import Info, Total
from grantdesk.model.path import Path
from grantdesk.outline.block import Outline
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.session.application import identity
from grantdesk.session.paper.picture import pictures
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.document.document import Making, Manner
from grantdesk.ui.document.image import Images, images
from grantdesk.ui.document.style import Style
from grantdesk.ui.reader.page import Page
from grantdesk.words.language import Language
from grantdesk.words.phrase import phrase

SLICE = 0.008  # seconds of making before the window may do something else
PAUSE = 250  # ms without an edit before it is made anew
ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


class Reading(QObject):
    """Shows the application of a desk in a page. `changes`: there are ways back to the fields.

    Signals: `shown` when the page shows what the session has; `turned` when the language or the size is another.
    """

    shown = Signal()
    turned = Signal()

    def __init__(self, desk: Desk, page: Page, changes: bool = False) -> None:
        super().__init__(page)
        self._desk, self._page, self._changes = desk, page, changes
        self._code = ""
        self.zoom = 100
        self.is_fresh = False
        self._turn, self._width = 0, 0.0
        self._making: Making | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._start)
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._go_on)
        page.installEventFilter(self)
        page.zoomed.connect(self.zoom_by)
        desk.session.changed.connect(self._wait)
        desk.speech.changed.connect(self.refresh)
        desk.look.changed.connect(self.refresh)

    @property
    def language(self) -> Language:
        """The language that the application is read in: one that was chosen, or that of the window."""
        return Language(self._code) if self._code else self._desk.speech.language

    def read_in(self, code: str) -> None:
        """Reads in a language from now on; empty: in that of the window."""
        if code != self._code:
            self._code = code
            self.refresh()
            self.turned.emit()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller; 0: as it was."""
        n = ZOOMS.index(self.zoom)
        zoom = ZOOMS[min(max(n + steps, 0), len(ZOOMS) - 1)] if steps else 100
        if zoom != self.zoom:
            self.zoom = zoom
            self.refresh()
            self.turned.emit()

    def refresh(self) -> None:
        """Makes the document anew: now if somebody looks, else when somebody will."""
        self.is_fresh = False
        self._turn += 1
        self._making = None
        self._more.stop()
        if self._page.isVisible():
            self._pause.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notices that somebody looks, or looks through a wider window, or on a screen with smaller pixels."""
        if event.type() == QEvent.Type.Show and not self.is_fresh:
            self._pause.start(0)
        if event.type() == QEvent.Type.Resize and self.is_fresh and self._page.room != self._width:
            self._wait()
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._wait()
        return False

    def _wait(self) -> None:
        self.is_fresh = False
        self._turn += 1
        if self._page.isVisible():
            self._pause.start(PAUSE)

    def _start(self) -> None:
        session, language, turn = self._desk.session, self.language, self._turn
        form, answers, report = session.form, session.answers, session.report
        grant = session.grant
        edition = Edition(
            identity=identity(grant),
            saved=grant.saved,
            guidance=self._changes,
            held=frozenset(grant.attachments),
        )

        def job() -> tuple[Outline, Images]:
            outline = outlined(form, answers, report, language, edition)
            return outline, images(pictures(grant, outline))

        def then(made: tuple[Outline, Images]) -> None:
            if isValid(self) and turn == self._turn:
                self._make(*made)

        self._desk.work.start(job, then)

    def _make(self, outline: Outline, shown: Images) -> None:
        closes = self._desk.session.form.call.closes
        self._width = self._page.room
        manner = Manner(
            Style(self._desk.look, self.zoom, self._page.devicePixelRatioF()),
            self._width,
            self._desk.say(phrase("Change")) if self._changes else "",
            self._leads,
            (closes.when().tzinfo if closes else None) or UTC,
            shown,
        )
        self._making = Making(outline, manner)
        self._more.start()

    def _go_on(self) -> None:
        if self._making is None:
            self._more.stop()
        elif self._making.go_on(SLICE):
            self._more.stop()
            self.is_fresh = True
            self._page.show_made(self._making.result)
            self._making = None
            self.shown.emit()

    def _leads(self, path: Path) -> bool:
        """Is there a field that one can change?"""
        node = self._desk.session.form.node(path)
        return node is not None and not isinstance(node, Total | Info)
