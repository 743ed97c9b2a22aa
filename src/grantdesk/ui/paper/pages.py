"""The pages below each other: scrolled, made larger and smaller, read, marked and copied."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget
from shiboken6 import isValid

from grantdesk.model.path import Path
from grantdesk.session.paper.printing import Strip
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.found import Found
from grantdesk.ui.paper.ground import Ground, Room, Zoom, laid, stepped
from grantdesk.ui.paper.letters import Letters
from grantdesk.ui.paper.places import Places
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.paper.sheet import Sheet
from grantdesk.words.phrase import phrase

MARGIN, GAP = 16, 14
AROUND = 1  # pages before and after those in sight that are drawn too
AIR = 60.0  # points of paper above what is brought into sight


class Pages(QScrollArea):
    """`sheets` are the pages in sight and near it, by their index; `at` is the page that is looked at.

    Signals: `moved` when another page is looked at; `scaled` when the zoom is another; `wanted(path)` when the person
    wants to go to a place of the form; `copied` when text was copied.
    """

    moved = Signal()
    scaled = Signal()
    wanted = Signal(object)
    copied = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.pdf: Pdf | None = None
        self.places = Places()
        self.found = Found(desk.work, self)
        self.zoom: Zoom = "width"
        self.at = 0
        self.sheets: dict[int, Sheet] = {}
        self._ground = Ground((), (), QSize())
        self._led: Path | None = None
        self._is_led = self._is_busy = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._inside = QWidget()
        self.setWidget(self._inside)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw_next)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.actionTriggered.connect(self._let_go)
        self.found.changed.connect(self._show_hits)
        desk.look.changed.connect(self._lay)
        desk.speech.changed.connect(self._settle)

    def show_pdf(self, pdf: Pdf, strips: Sequence[Strip]) -> None:
        """Shows another print. What was in sight stays there, and its picture until there is a new one."""
        old, self.pdf, self.places = self.pdf, pdf, Places(strips)
        for sheet in self.sheets.values():
            sheet.age()
        self._lay()
        self.found.show_pdf(pdf)
        if self._is_led and self._led:
            self._bring(self._led)
        if old is not None:
            self.desk.work.start(old.close, _nothing, _fail)

    def lead_to(self, path: Path) -> None:
        """Brings what is printed of a place of the form into sight, and marks it at its side."""
        self._led, self._is_led = path, True
        self._settle()
        self._bring(path)

    def come_to(self, page: int, y: float = 0.0) -> None:
        """Scrolls until a height of a page, in points from its upper edge, is in sight."""
        if page < len(self._ground.places):
            y = max(y - AIR, 0.0) * self._ground.scales[page] if y else -self._px(MARGIN) / 2
            self.verticalScrollBar().setValue(round(self._ground.places[page].top() + y))

    def zoom_to(self, zoom: Zoom) -> None:
        """In another size from now on; what is at the upper edge stays there."""
        if zoom != self.zoom:
            self.zoom = zoom
            self._lay()
            self.scaled.emit()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller."""
        if self._ground.scales:
            self.zoom_to(stepped(self._ground.scales[self.at], steps, self._room().swell))

    def selected(self) -> str:
        """The text that is marked."""
        return next((sheet.marked_text for sheet in self.sheets.values() if sheet.marked_text), "")

    def copy(self) -> None:
        """Puts the marked text on the clipboard; if none is marked, that of the page that is looked at."""
        text = self.selected()
        if not text and self.pdf is not None:
            text = self.pdf.letters(self.at).said(0, -1)
        if text:
            QApplication.clipboard().setText(text)
            self.copied.emit()

    def mark_all(self) -> None:
        """Marks all text of the page that is looked at."""
        sheet = self.sheets.get(self.at)
        if sheet is not None and self.pdf is not None:
            sheet.letters = self.pdf.letters(self.at)
            sheet.mark_all()

    def go(self) -> None:
        """To the first answer in sight, in the form."""
        top = self.verticalScrollBar().value() - self._ground.places[self.at].top() if self.pdf else 0
        for strip in self.places.on(self.at):
            if strip.bottom * self._ground.scales[self.at] > top:
                self.wanted.emit(strip.at)
                return

    def show_found(self, n: int) -> None:
        """Brings a place that was found into sight."""
        hit = self.found.go(n)
        bars = self.pdf.letters(hit.page).bars(hit.start, hit.end) if self.pdf else []
        self._let_go()
        self.come_to(hit.page, bars[0].top() if bars else 0.0)
        if bars:
            scale, left = self._ground.scales[hit.page], self._ground.places[hit.page].left()
            self.horizontalScrollBar().setValue(round(left + bars[0].right() * scale - self.width()))
        self._show_hits()

    def find_all(self, words: str) -> int:
        """Marks all places where the words stand; how many there are. More may be found later."""
        return self.found.find(words)

    def nearest(self) -> int:
        """The number of the first place from the page on that is looked at."""
        return self.found.first_from(self.at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls; with Ctrl larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            self._let_go()
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copies, marks all, goes to the answer, to the first and the last page; the rest scrolls."""
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.mark_all()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            ends = QAbstractSlider.SliderAction.SliderToMinimum, QAbstractSlider.SliderAction.SliderToMaximum
            bar.triggerAction(ends[event.key() == Qt.Key.Key_End])
        else:
            super().keyPressEvent(event)

    def _room(self) -> Room:
        px = self.desk.look.px
        return Room(self.viewport().size(), px(MARGIN), px(GAP), px(100) / 100)

    def _px(self, length: float) -> int:
        return self.desk.look.px(length)

    def _lay(self) -> None:
        """Gives every page its size and place; what is at the upper edge stays there."""
        if self.pdf is None:
            return
        bar, before, at = self.verticalScrollBar(), self._ground, self.at
        scale = before.scales[at] if at < len(before.scales) else 0.0
        y = (bar.value() - before.places[at].top()) / scale if scale else 0.0
        self._ground = laid(self.pdf.sizes, self.zoom, self._room())
        self._inside.resize(self._ground.size)
        if scale and at < len(self._ground.places):
            bar.setValue(round(self._ground.places[at].top() + y * self._ground.scales[at]))
        for sheet in self.sheets.values():
            sheet.is_fresh = False
        self._settle()

    def _settle(self) -> None:
        """Has a sheet where a page is in sight or near it, and nowhere else."""
        if self.pdf is None:
            return
        seen = self._seen()
        wanted = self._with_near(seen)
        for n in [n for n in self.sheets if n not in wanted]:
            sheet = self.sheets.pop(n)
            sheet.hide()
            sheet.deleteLater()
        for n in wanted:
            self._dress(n)
        self._look_at(seen)
        self._soon.start()

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return list(self._ground.within(top, top + self.viewport().height()))

    def _with_near(self, seen: Sequence[int]) -> list[int]:
        """The pages in sight, then those near them."""
        if not seen:
            return []
        near = [*range(seen[-1] + 1, seen[-1] + 1 + AROUND), *range(seen[0] - AROUND, seen[0])]
        return [*seen, *(n for n in near if 0 <= n < len(self._ground.places))]

    def _look_at(self, seen: Sequence[int]) -> None:
        """The page that is looked at covers the middle of the view, or comes next."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        at = next((n for n in seen if self._ground.places[n].bottom() >= middle), seen[-1] if seen else 0)
        self.at = at
        self.moved.emit()

    def _dress(self, n: int) -> None:
        """Puts the sheet of a page into its place."""
        sheet = self.sheets.get(n)
        if sheet is None:
            sheet = self.sheets[n] = Sheet(self.desk.look)
            sheet.setParent(self._inside)
            sheet.picked.connect(partial(self._pick, n))
            sheet.reached.connect(partial(self._read, n))
            sheet.show()
        sheet.scale = self._ground.scales[n]
        if sheet.geometry() != self._ground.places[n]:
            sheet.setGeometry(self._ground.places[n])
        sheet.links = [(strip.top, strip.bottom) for strip in self.places.on(n)]
        led = [strip for strip in self.places.of(self._led or ()) if strip.page == n]
        sheet.answers = [(led[0].top, led[-1].bottom)] if led else []
        sheet.hits, sheet.here = self.found.on(n), self.found.here(n)
        sheet.setAccessibleName(self.desk.say(phrase("Page {n}", n=n + 1)))
        sheet.update()

    def _show_hits(self) -> None:
        for n in self.sheets:
            self._dress(n)
        self._soon.start()

    def _draw_next(self) -> None:
        """Draws the next page that has no picture as it is now, away from the window's thread; one at a time."""
        pdf = self.pdf
        n = next((n for n in self._with_near(self._seen()) if self._lacks(n)), None)
        if pdf is None or n is None or self._is_busy or not self.isVisible():
            return
        self._is_busy = True
        scale, has_hits = self._ground.scales[n], bool(self.found.on(n))
        pixels = scale * self.devicePixelRatioF()

        def drawn() -> tuple[QImage, str, Letters | None]:
            return pdf.picture(n, pixels), pdf.text(n), pdf.letters(n) if has_hits else None

        self.desk.work.start(drawn, partial(self._show_picture, pdf, n, scale), self._stop)

    def _lacks(self, n: int) -> bool:
        sheet = self.sheets.get(n)
        return sheet is not None and (not sheet.is_fresh or (bool(sheet.hits) and sheet.letters is None))

    def _show_picture(
        self, pdf: Pdf, n: int, scale: float, drawn: tuple[QImage, str, Letters | None]
    ) -> None:
        if not isValid(self):
            return
        self._is_busy = False
        sheet = self.sheets.get(n)
        if sheet is not None and pdf is self.pdf and scale == self._ground.scales[n]:
            sheet.show_picture(drawn[0])
            sheet.setAccessibleDescription(drawn[1])
            sheet.letters = drawn[2] or sheet.letters
        self._soon.start()

    def _stop(self, error: Exception) -> None:
        self._is_busy = False
        raise error

    def _read(self, n: int) -> None:
        """The mouse is over a page: its letters will be wanted."""
        pdf, sheet = self.pdf, self.sheets.get(n)
        if pdf is None or sheet is None or sheet.letters is not None:
            return

        def then(letters: Letters) -> None:
            if isValid(self) and pdf is self.pdf and n in self.sheets:
                self.sheets[n].letters = letters

        self.desk.work.start(partial(pdf.letters, n), then, _fail)

    def _pick(self, n: int, at: QPointF) -> None:
        path = self.places.at(n, at.y())
        if path is not None:
            self.wanted.emit(path)

    def _bring(self, path: Path) -> None:
        """Scrolls only if what is printed of the place is not in sight."""
        strips = self.places.of(path)
        if not strips or strips[0].page >= len(self._ground.places):
            return
        first = strips[0]
        edge, scale = self._ground.places[first.page].top(), self._ground.scales[first.page]
        top, low = self.verticalScrollBar().value(), self.viewport().height()
        if not top <= edge + first.top * scale <= top + low - self._px(40):
            self.come_to(first.page, first.top)

    def _let_go(self) -> None:
        """The person scrolls: what is led to is not brought back by the next print."""
        self._is_led = False


def _nothing(_: object) -> None:
    """Nothing is to be done then."""


def _fail(error: Exception) -> None:
    raise error
