"""The pages below each other: scrolled, made larger and smaller, read, marked and copied."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QScrollArea, QWidget

from grantdesk.model.path import ROOT, Path
from grantdesk.session.paper.printing import Strip
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.found import Found
from grantdesk.ui.paper.ground import Ground, Room, Zoom, laid, stepped
from grantdesk.ui.paper.pile import Pile
from grantdesk.ui.paper.places import Places
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.paper.sheet import Sheet
from grantdesk.ui.paper.text.marking import LAST

MARGIN, GAP = 16, 14
AIR = 60.0  # points of paper above what is brought into sight


class Pages(QScrollArea):
    """`at` is the page that is looked at.

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
        self._inside = QWidget()
        self.found = Found(desk.work, self)
        self.pile = Pile(desk, self._inside, self.found)
        self.zoom: Zoom = "width"
        self.at = 0
        self._section, self._is_led = ROOT, False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # always: where a page that fits the width just fits the height, the bar would come and go for ever
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._inside)
        self.pile.wanted.connect(self.wanted)
        self.pile.dragged.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(self._settle)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.actionTriggered.connect(self._let_go)
        desk.look.changed.connect(self._lay)
        desk.speech.changed.connect(self._settle)

    @property
    def pdf(self) -> Pdf | None:
        """What is shown; None as long as nothing is."""
        return self.pile.pdf

    @property
    def ground(self) -> Ground:
        """Where the pages lie."""
        return self.pile.ground

    @property
    def places(self) -> Places:
        """Where the answers stand on it."""
        return self.pile.places

    @property
    def sheets(self) -> Mapping[int, Sheet]:
        """The pages in sight and near it, by their index."""
        return self.pile.sheets

    def show_pdf(self, pdf: Pdf, strips: Sequence[Strip]) -> None:
        """Shows another print. What was in sight stays there, and its picture until there is a new one."""
        self.pile.show_pdf(pdf, Places(strips))
        self._lay()
        self.found.show_pdf(pdf)
        if self._is_led:
            self._bring()

    def lead_to(self, path: Path, section: Path = ROOT) -> None:
        """Brings what is printed of a place of the form into sight, and marks it at its side; the beginning of its
        section where that is no place, or one that is not printed."""
        self.pile.led, self._section, self._is_led = path, section, True
        self._settle()
        self._bring()

    def come_to(self, page: int, y: float = 0.0) -> None:
        """Scrolls until a height of a page, in points from its upper edge, is in sight."""
        if page < len(self.ground.places):
            y = max(y - AIR, 0.0) * self.ground.scales[page] if y else -self._px(MARGIN) / 2
            self.verticalScrollBar().setValue(round(self.ground.places[page].top() + y))

    def zoom_to(self, zoom: Zoom) -> None:
        """In another size from now on; what is at the upper edge stays there."""
        if zoom != self.zoom:
            self.zoom = zoom
            self._lay()
            self.scaled.emit()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller."""
        if self.ground.scales:
            self.zoom_to(stepped(self.ground.scales[self.at], steps, self._room().swell))

    def selected(self) -> str:
        """The text that is marked."""
        return self.pile.selected()

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
            self.pile.mark({self.at: (0, LAST)})

    def go(self) -> None:
        """To the first answer in sight, in the form."""
        top = self.verticalScrollBar().value() - self.ground.places[self.at].top() if self.pdf else 0
        for strip in self.places.on(self.at):
            if strip.bottom * self.ground.scales[self.at] > top:
                self.wanted.emit(strip.at)
                return

    def show_found(self, n: int) -> None:
        """Brings a place that was found into sight."""
        hit = self.found.go(n)
        bars = self.pdf.letters(hit.page).bars(hit.start, hit.end) if self.pdf else []
        self._let_go()
        self.come_to(hit.page, bars[0].top() if bars else 0.0)
        if bars:
            scale, left = self.ground.scales[hit.page], self.ground.places[hit.page].left()
            self.horizontalScrollBar().setValue(round(left + bars[0].right() * scale - self.width()))
        self.pile.dress()

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
        bar, before, at = self.verticalScrollBar(), self.ground, self.at
        scale = before.scales[at] if at < len(before.scales) else 0.0
        y = (bar.value() - before.places[at].top()) / scale if scale else 0.0
        ground = laid(self.pdf.sizes, self.zoom, self._room())
        self.pile.lay(ground)
        self._inside.resize(ground.size)
        if scale and at < len(ground.places):
            bar.setValue(round(ground.places[at].top() + y * ground.scales[at]))
        self._settle()

    def _settle(self) -> None:
        """Has a sheet where a page is in sight or near it, and nowhere else."""
        if self.pdf is not None:
            seen = self._seen()
            self.pile.set_out(self.ground.near(seen))
            self._look_at(seen)

    def _seen(self) -> list[int]:
        top = self.verticalScrollBar().value()
        return list(self.ground.within(top, top + self.viewport().height()))

    def _look_at(self, seen: Sequence[int]) -> None:
        """The page that is looked at covers the middle of the view, or comes next."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        self.at = self.ground.at(middle, seen)
        self.moved.emit()

    def _bring(self) -> None:
        """Scrolls only if what is printed of the place that is led to is not in sight."""
        path = self.pile.led
        strips = (self.places.of(path) if path else ()) or self.places.of_section(self._section)
        if not strips or strips[0].page >= len(self.ground.places):
            return
        first = strips[0]
        edge, scale = self.ground.places[first.page].top(), self.ground.scales[first.page]
        top, low = self.verticalScrollBar().value(), self.viewport().height()
        if not top <= edge + first.top * scale <= top + low - self._px(40):
            self.come_to(first.page, first.top)

    def _follow(self, at: QPoint) -> None:
        """Text is marked: what is beyond the edge comes into sight."""
        self._let_go()
        across = self.horizontalScrollBar().value() + self.viewport().width() // 2
        self.ensureVisible(across, at.y(), 0, self._px(GAP))

    def _let_go(self) -> None:
        """The person scrolls: what is led to is not brought back by the next print."""
        self._is_led = False
