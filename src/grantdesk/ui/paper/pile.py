"""The sheets of the pages in sight and near it: each in its place, drawn one after the other, and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from grantdesk.model.path import ROOT, Path
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.found import Found
from grantdesk.ui.paper.ground import Ground
from grantdesk.ui.paper.places import Places
from grantdesk.ui.paper.rendering import Pdf, unless_closed
from grantdesk.ui.paper.sheet import Sheet
from grantdesk.ui.paper.text.letters import Letters
from grantdesk.ui.paper.text.marking import NOTHING, Span, Spot, between
from grantdesk.words.phrase import phrase

Drawn = tuple[QImage, str, Letters | None]
"""The picture of a page, its text, and its letters if something was found on it."""


class Pile(QObject):
    """`sheets` by the index of their page, on `ground`.
    Signals: `wanted(path)` when an answer was clicked; `dragged(QPoint)` while text is marked, to where.
    """

    wanted = Signal(object)
    dragged = Signal(object)

    def __init__(self, desk: Desk, inside: QWidget, found: Found) -> None:
        super().__init__(inside)
        self._desk, self._inside, self._found = desk, inside, found
        self.pdf: Pdf | None = None
        self.places = Places()
        self.ground = Ground((), (), QSize())
        self.sheets: dict[int, Sheet] = {}
        self.led: Path = ROOT
        self.marks: Mapping[int, Span] = {}
        self._wanted: Sequence[int] = ()
        self._is_busy = False
        self._again: Callable[[], None] | None = None  # what waits for the letters of a page
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)
        found.changed.connect(self.dress)
        inside.installEventFilter(self)
        self.destroyed.connect(partial(_close_last, self))

    def show_pdf(self, pdf: Pdf, places: Places) -> None:
        """Other pages. Their pictures come one by one; until then the old ones are seen."""
        old, self.pdf, self.places, self.marks = self.pdf, pdf, places, {}
        for sheet in self.sheets.values():
            sheet.age()
        if old is not None:
            self._desk.work.start(old.close)

    def lay(self, ground: Ground) -> None:
        """Pages in other sizes and places: sharper pictures are to come."""
        self.ground = ground
        for sheet in self.sheets.values():
            sheet.is_fresh = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a screen with smaller pixels all pictures are to be sharper."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.lay(self.ground)
            self._soon.start()
        return False

    def set_out(self, wanted: Sequence[int]) -> None:
        """Has a sheet for these pages, and draws what is not drawn yet in this order."""
        self._wanted = wanted
        held = [n for n, sheet in self.sheets.items() if sheet.is_pressed and n < len(self.ground.places)]
        for n in [n for n in self.sheets if n not in (*wanted, *held)]:
            sheet = self.sheets.pop(n)
            sheet.hide()
            sheet.deleteLater()
        for n in wanted:
            if n not in self.sheets:
                self.sheets[n] = self._made(n)
        self.dress()

    def mark(self, marks: Mapping[int, Span]) -> None:
        """Marks text: on each page from a letter on to before another."""
        self.marks = marks
        for n, sheet in self.sheets.items():
            sheet.marks = marks.get(n, NOTHING)
            sheet.update()

    def selected(self) -> str:
        """The text that is marked, page by page."""
        pdf = self.pdf
        return "\n".join(pdf.letters(n).said(*self.marks[n]) for n in sorted(self.marks)) if pdf else ""

    def dress(self) -> None:
        """Gives every sheet its place, its name, and what is marked on it."""
        for n, sheet in self.sheets.items():
            self._dress(n, sheet)
        self._soon.start()

    def _made(self, n: int) -> Sheet:
        sheet = Sheet(self._desk.look)
        sheet.setParent(self._inside)
        sheet.picked.connect(partial(self._pick, n))
        sheet.reached.connect(partial(self._read, n))
        sheet.pressed.connect(partial(self.mark, {}))
        sheet.dragged.connect(partial(self._drag, n))
        sheet.show()
        return sheet

    def _dress(self, n: int, sheet: Sheet) -> None:
        sheet.scale = self.ground.scales[n]
        if sheet.geometry() != self.ground.places[n]:
            sheet.setGeometry(self.ground.places[n])
        sheet.links = [(strip.top, strip.bottom) for strip in self.places.on(n)]
        led = [strip for strip in self.places.of(self.led) if strip.page == n] if self.led else []
        sheet.answers = [(led[0].top, led[-1].bottom)] if led else []
        sheet.marks = self.marks.get(n, NOTHING)
        sheet.hits, sheet.here = self._found.on(n), self._found.here(n)
        sheet.setAccessibleName(self._desk.say(phrase("Page {n}", n=n + 1)))
        sheet.update()

    def _draw_next(self) -> None:
        """Draws the next page that has no picture as it is now, away from the window's thread; one at a time."""
        pdf = self.pdf
        n = next((n for n in self._wanted if self._lacks(n)), None)
        if pdf is None or n is None or self._is_busy or not self._inside.isVisible():
            return
        self._is_busy = True
        pixels, has_hits = self._pixels(n), bool(self._found.on(n))

        def drawn() -> Drawn:
            return pdf.picture(n, pixels), pdf.text(n), pdf.letters(n) if has_hits else None

        self._desk.work.start(drawn, partial(self._show, pdf, n, pixels), partial(self._stop, pdf))

    def _pixels(self, n: int) -> float:
        """How many pixels of the screen a point of a page is wide."""
        return self.ground.scales[n] * self._inside.devicePixelRatioF()

    def _lacks(self, n: int) -> bool:
        sheet = self.sheets.get(n)
        return sheet is not None and (not sheet.is_fresh or (bool(sheet.hits) and sheet.letters is None))

    def _show(self, pdf: Pdf, n: int, pixels: float, drawn: Drawn) -> None:
        if not isValid(self):
            return
        self._is_busy = False
        sheet = self.sheets.get(n)
        if sheet is not None and pdf is self.pdf and pixels == self._pixels(n):
            sheet.show_picture(drawn[0])
            sheet.setAccessibleDescription(drawn[1])
            sheet.letters = drawn[2] or sheet.letters
        self._soon.start()

    def _stop(self, pdf: Pdf, error: Exception) -> None:
        self._is_busy = False
        unless_closed(pdf)(error)

    def _read(self, n: int) -> None:
        """The mouse is over a page: its letters will be wanted."""
        pdf, sheet = self.pdf, self.sheets.get(n)
        if pdf is None or sheet is None or sheet.letters is not None:
            return

        def then(letters: Letters) -> None:
            if isValid(self) and pdf is self.pdf and n in self.sheets:
                self.sheets[n].letters = letters
                again, self._again = self._again, None
                if again is not None and any(sheet.is_pressed for sheet in self.sheets.values()):
                    again()

        self._desk.work.start(partial(pdf.letters, n), then, unless_closed(pdf))

    def _drag(self, n: int, start: QPointF, end: QPointF) -> None:
        """Marks from a point of a page to another, be it on another page."""
        if n not in self.sheets:
            return  # a print with fewer pages has come meanwhile
        places = self.ground.places
        at = places[n].topLeft() + end.toPoint()
        other = next((m for m in sorted(self.sheets) if places[m].bottom() >= at.y()), max(self.sheets))
        self.dragged.emit(at)
        one, last = self._letter(n, start), self._letter(other, QPointF(at - places[other].topLeft()))
        if one is None or last is None:
            self._again = partial(self._drag, n, start, end)
        else:
            self._again = None
            self.mark(between(one, last))

    def _letter(self, n: int, at: QPointF) -> Spot | None:
        """The letter nearest to a point of a sheet; None as long as the letters of the page are not known."""
        sheet = self.sheets.get(n)
        if sheet is None or sheet.letters is None:
            self._read(n)
            return None
        return Spot(n, sheet.letters.at(at / sheet.scale))

    def _pick(self, n: int, at: QPointF) -> None:
        path = self.places.at(n, at.y())
        if path is not None:
            self.wanted.emit(path)


def _close_last(pile: Pile) -> None:
    """Where nothing is shown any more, the PDF that was shown last is not needed either."""
    if pile.pdf is not None:
        pile.pdf.close()
