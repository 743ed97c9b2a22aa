"""The pages of the PDF as they will be printed, to be looked through before anything is exported."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from grantdesk.outline.fact.answer import plain
from grantdesk.session.handing.exporting import Wish, printing
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.head import Head
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.paper.sheet import Sheet
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import Pick
from grantdesk.words.phrase import Rate, phrase
from grantdesk.words.trouble import Trouble

LANGUAGES = (("fi", phrase("In Finnish")), ("sv", phrase("In Swedish")), ("en", phrase("In English")))
ZOOMS = (50, 75, 100, 125, 150, 200, 300)
FULL = 96 / 72  # pixels of a screen for a point of paper, at 100 %
MARGIN, GAP = 24, 16
AROUND = 2  # pages before and after those in sight that are drawn too
KEPT = 12  # pages that keep their picture
WAITING = phrase("Putting the pages together …")


class Paper(QWidget):
    """The pages below each other, in a language of their own.

    Signals: `exporting` and `printing` when the person wants that of the language that is shown (its code).
    """

    exporting = Signal(str)
    printing = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.pdf: Pdf | None = None
        self.sheets: list[Sheet] = []
        self.zoom = 100
        self._code = desk.speech.language.code
        self._turn, self._stale, self._busy = 0, True, False
        self.language = Pick(desk, LANGUAGES)
        self.language.show_value(self._code)
        self._pages, self._size, self.said = (Label(desk, "", role) for role in ("mute", "mute", "help"))
        for label in (self._pages, self._size):
            label.setWordWrap(False)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._body(), 1)
        self._connect()
        self._say()

    def refresh(self) -> None:
        """Makes the PDF anew from what the session has now: at once if somebody looks, else when somebody will."""
        self._stale = True
        if self.isVisible():
            self._make()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller."""
        zoom = ZOOMS[min(max(ZOOMS.index(self.zoom) + steps, 0), len(ZOOMS) - 1)]
        if zoom != self.zoom:
            self.zoom = zoom
            self._measure()
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is put together now."""
        super().showEvent(event)
        if self._stale:
            self._make()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other pages may be in sight."""
        super().resizeEvent(event)
        self._soon.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other pages are in sight when the scroll area has another size."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return False

    def _head(self) -> Head:
        desk = self.desk
        smaller = Tool(desk, phrase("Smaller"), "minus", named=False)
        larger = Tool(desk, phrase("Larger"), "plus", named=False)
        self.export = Button(desk, phrase("Export as PDF"), "file-output", role="primary")
        self.print = Button(desk, phrase("Print"), "printer")
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        self.export.clicked.connect(self._export)
        self.print.clicked.connect(self._print)
        right = (smaller, self._size, larger, self.print, self.export)
        return Head(desk.look, (self.language, self._pages), right)

    def _body(self) -> QFrame:
        ground = QFrame()
        ground.setProperty("role", "ground")
        around = QVBoxLayout(ground)
        around.setContentsMargins(0, 0, 0, 0)
        self.area, inside = QScrollArea(), QWidget()
        around.addWidget(self.area)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.viewport().installEventFilter(self)
        self._stack = QVBoxLayout(inside)
        self._stack.addWidget(self.said)
        self._stack.addStretch(1)
        self.area.setWidget(inside)
        self.area.verticalScrollBar().valueChanged.connect(self._scrolled)
        return ground

    def _connect(self) -> None:
        self.language.picked.connect(self._read_in)
        self.desk.session.changed.connect(self.refresh)
        self.desk.speech.changed.connect(self._say)
        self.desk.look.changed.connect(self._measure)

    def _make(self) -> None:
        self._stale = False
        self._turn += 1
        turn, job, wish = self._turn, printing(self.desk.session), Wish(self._code)
        self.said.show_said(WAITING)
        self.said.setVisible(not self.sheets)

        def then(pdf: Pdf) -> None:
            if isValid(self) and turn == self._turn:
                self._show(pdf)

        def failed(error: Exception) -> None:
            if isValid(self) and turn == self._turn:
                self._fail(error)

        self.desk.work.start(lambda: Pdf(job.pdf(wish)), then, failed)

    def _show(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.said.hide()
        while len(self.sheets) > len(pdf.sizes):
            self._stack.removeWidget(sheet := self.sheets.pop())
            sheet.deleteLater()
        while len(self.sheets) < len(pdf.sizes):
            n = len(self.sheets)
            sheet = Sheet(self.desk.look, self.desk.say(phrase("Page {n}", n=n + 1)))
            self.sheets.append(sheet)
            self._stack.insertWidget(self._stack.count() - 1, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        for sheet in self.sheets:
            sheet.drop()
        self._measure()
        self._say()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Trouble):
            raise error
        self.said.show_said(error.phrase)
        self.said.show()

    def _draw_next(self) -> None:
        """Draws the next page in sight that has no picture yet, away from the window's thread; one at a time."""
        pdf, turn = self.pdf, self._turn
        wanted = self._wanted()
        n = next((n for n in wanted if not self.sheets[n].is_drawn), None)
        if pdf is None or n is None or self._busy or not self.isVisible():
            return
        self._busy = True
        scale = self._scale() * self.devicePixelRatioF()

        def then(image: QImage) -> None:
            if isValid(self):
                self._busy = False
                if turn == self._turn and n < len(self.sheets):
                    self.sheets[n].show_picture(image)
                self._soon.start()

        def failed(error: Exception) -> None:
            self._busy = False
            raise error

        self.desk.work.start(lambda: pdf.picture(n, scale), then, failed)
        for far in range(len(self.sheets)):
            if far not in wanted and abs(far - n) > KEPT:
                self.sheets[far].drop()

    def _wanted(self) -> list[int]:
        """The pages in sight, then those near them."""
        seen = self.area.viewport().rect()
        inside = [
            n
            for n, sheet in enumerate(self.sheets)
            if seen.intersects(
                sheet.rect().translated(sheet.mapTo(self.area.viewport(), sheet.rect().topLeft()))
            )
        ]
        if not inside:
            return []
        near = [*range(inside[-1] + 1, inside[-1] + 1 + AROUND), *range(inside[0] - AROUND, inside[0])]
        return inside + [n for n in near if 0 <= n < len(self.sheets)]

    def _scale(self) -> float:
        """Pixels for a point."""
        return FULL * self.zoom / 100

    def _measure(self) -> None:
        px, scale = self.desk.look.px, self._scale()
        self._stack.setContentsMargins(px(MARGIN), px(MARGIN), px(MARGIN), px(MARGIN))
        self._stack.setSpacing(px(GAP))
        for sheet, (width, height) in zip(self.sheets, self.pdf.sizes if self.pdf else [], strict=True):
            sheet.measure(QSize(round(width * scale), round(height * scale)))
            sheet.drop()
        self._soon.start()

    def _scrolled(self) -> None:
        self._soon.start()
        self._tell()

    def _tell(self) -> None:
        wanted = self._wanted()
        if wanted and self.pdf:
            self._pages.show_said(phrase("Page {n} of {all}", n=wanted[0] + 1, all=len(self.sheets)))

    def _say(self) -> None:
        self._size.show_said(plain("{size}", size=Rate(self.zoom * 100)))
        self.language.setAccessibleName(self.desk.say(phrase("Language of the PDF")))
        self.area.setAccessibleName(self.desk.say(phrase("The pages of the PDF")))
        for n, sheet in enumerate(self.sheets):
            sheet.setAccessibleName(self.desk.say(phrase("Page {n}", n=n + 1)))
        QTimer.singleShot(0, self, self._tell)

    def _read_in(self, code: str) -> None:
        self._code = code
        self.refresh()

    def _smaller(self) -> None:
        self.zoom_by(-1)

    def _larger(self) -> None:
        self.zoom_by(1)

    def _export(self) -> None:
        self.exporting.emit(self._code)

    def _print(self) -> None:
        self.printing.emit(self._code)
