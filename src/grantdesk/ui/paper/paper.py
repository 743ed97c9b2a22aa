"""The pages as they will be printed, beside the form or in its place: they follow the work, and lead back to it."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.model.path import ROOT, Path
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.handing.making import Making
from grantdesk.session.handing.recalled import proposed
from grantdesk.session.paper.apart import pages_of
from grantdesk.session.paper.printing import Print
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.look.tip import tip
from grantdesk.ui.paper.bar import Bar
from grantdesk.ui.paper.length import Lengths
from grantdesk.ui.paper.miniature import MiniatureList
from grantdesk.ui.paper.pages import Pages
from grantdesk.ui.paper.rendering import Pdf
from grantdesk.ui.piece.label import Label
from grantdesk.ui.reader.search import Search
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.trouble import Trouble

WAITING = phrase("Putting the pages together …")
SLOW = 150  # ms: what is done sooner is not worth a word
TOLD = 2500  # ms that a word about what was copied stays
LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
SMALLER = (Qt.Key.Key_Minus,)


class Shown(NamedTuple):
    """A print that is open."""

    pdf: Pdf
    print: Print


def opened(made: Print) -> Shown:
    """Opens a print, in whichever thread."""
    return Shown(Pdf(made.data), made)


class Paper(QWidget):
    """Signals: `exporting(wish)` and `printing(wish)` when the person wants that of what is shown; `wanted(path)` when
    the person wants to go to a place of the form; `left` to go back to the form; `closed` to put it away."""

    exporting = Signal(object)
    printing = Signal(object)
    wanted = Signal(object)
    left = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.making = Making(desk.session, desk.work, pages_of, opened, self)
        spoken = desk.speech.language.code
        self.making.want(Wish(proposed(desk.preferences, desk.session, spoken)))
        self.bar, self.pages = Bar(desk), Pages(desk)
        self.miniatures, self.search = MiniatureList(desk), Search(desk, self.pages)
        self.said = Label(desk, WAITING, "help")
        self.print: Print | None = None
        self._lengths: Lengths | None = None
        self._slow = QTimer(self, singleShot=True, interval=SLOW)
        self._told = QTimer(self, singleShot=True, interval=TOLD)
        self.bar.language.show_value(self.making.wish.language)
        self._arrange()
        self._connect()
        self.miniatures.hide()
        QWidget.setTabOrder(self.bar.export, self.miniatures)
        QWidget.setTabOrder(self.miniatures, self.pages)
        self._say()

    @property
    def pdf(self) -> Pdf | None:
        """What is shown; None as long as nothing is."""
        return self.pages.pdf

    def stand(self, beside: bool) -> None:
        """Stands beside the form, or in its place."""
        self.bar.stand(beside)

    def follow(self, path: Path, section: Path = ROOT) -> None:
        """The person works at a place of the form, or has only opened the page of a section."""
        if self.isVisible():
            self.pages.lead_to(path, section)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is put together now."""
        super().showEvent(event)
        self.making.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.making.watch(False)

    def event(self, event: QEvent) -> bool:
        """Takes its own keys before the window's commands have them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zooms, finds, and goes back to the form."""
        act = self._act(event)
        if act is not None:
            act()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.pages.copy
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.key() in LARGER:
                return self._larger
            if event.key() in SMALLER:
                return self._smaller
            if event.key() == Qt.Key.Key_0:
                return self._fit
        return self.search.act_for(event)

    def _arrange(self) -> None:
        ground, middle = QFrame(), QHBoxLayout()
        ground.setProperty("role", "ground")
        around = QVBoxLayout(ground)
        for layout in (around, middle):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        around.addWidget(self.said)
        around.addLayout(middle, 1)
        middle.addWidget(self.miniatures)
        middle.addWidget(self.pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, ground, self.search):
            column.addWidget(widget, int(widget is ground))

    def _connect(self) -> None:
        bar, pages, making = self.bar, self.pages, self.making
        making.begun.connect(self._begin)
        making.finished.connect(self._show)
        making.failed.connect(self._fail)
        bar.part.picked.connect(self._wish)
        bar.language.picked.connect(self._wish)
        bar.zoom.picked.connect(pages.zoom_to)
        for tool, act in (
            (bar.smaller, self._smaller),
            (bar.larger, self._larger),
            (bar.search, self.search.open_bar),
            (bar.copy, pages.copy),
            (bar.export, self._export),
            (bar.print, self._print),
            (bar.close_it, self.closed),
        ):
            tool.clicked.connect(act)
        bar.miniatures.toggled.connect(self.miniatures.setVisible)
        self.miniatures.chosen.connect(pages.come_to)
        pages.moved.connect(self._tell)
        pages.scaled.connect(self._tell_zoom)
        pages.wanted.connect(self.wanted)
        pages.copied.connect(self._tell_copied)
        pages.found.read.connect(self.search.again)
        self._slow.timeout.connect(self._tell_slow)
        self._told.timeout.connect(bar.mark.hide)
        self.desk.speech.changed.connect(self._say)
        self.desk.look.changed.connect(self._measure)
        self._measure()

    def _wish(self) -> None:
        part = str(self.bar.part.value)
        code = str(self.bar.language.value)
        self.making.want(Wish(code, profile="partner", partner=part) if part else Wish(code))

    def _begin(self) -> None:
        if not self._slow.isActive():
            self._slow.start()

    def _show(self, shown: Shown) -> None:
        self._end()
        self.print, self._lengths = shown.print, Lengths(shown.print)
        self.pages.show_pdf(shown.pdf, shown.print.strips)
        self.miniatures.miniatures.show_pdf(shown.pdf)
        self.said.hide()
        dossier = self.desk.session.dossier(self.desk.speech.language)
        parts = [(key, dossier.partner(key).full) for key in dossier.members]
        self.bar.offer_parts(parts)
        self._tell()

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, KeyError) and self.making.wish.partner:  # the partner is gone: so is the part
            self.bar.part.show_value("")
            self._wish()
        elif isinstance(error, Trouble):
            self._complain(error.phrase)
        else:
            raise error

    def _complain(self, said: Phrase) -> None:
        self.said.show_said(said)
        self.said.show()

    def _end(self) -> None:
        self._slow.stop()
        self.bar.mark.hide()

    def _tell_slow(self) -> None:
        if self.pdf is not None:
            self.bar.mark.show_said(phrase("Updating …"))
            self.bar.mark.show()

    def _tell_copied(self) -> None:
        self.bar.mark.show_said(phrase("The text is copied"))
        self.bar.mark.show()
        self._told.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.pages, self.bar.mark.text()))

    def _tell(self) -> None:
        if self.pdf is not None:
            n, whole = self.pages.at + 1, len(self.pdf.sizes)
            self.bar.pages.show_said(phrase("Page {n} of {all}", n=n, all=whole))
            self._tell_length()
            self.pages.setAccessibleDescription(self.bar.pages.text())
            self.miniatures.show_at(self.pages.at)

    def _tell_length(self) -> None:
        """How long the section is that is looked at, and what the call allows of pages: of it, or of the whole."""
        form, lengths, at = self.desk.session.form, self._lengths, self.pages.at
        if lengths is not None:
            said = lengths.section(form, at)
            self.bar.pages.setToolTip(tip(self.desk.say(said)) if said else "")
            self.bar.show_length(*lengths.limit(form, at, self.making.wish.partner is None))

    def _tell_zoom(self) -> None:
        self.bar.show_zoom(self.pages.zoom)

    def _say(self) -> None:
        self.pages.setAccessibleName(self.desk.say(phrase("The pages of the PDF")))
        QTimer.singleShot(0, self, self._tell)

    def _measure(self) -> None:
        px = self.desk.look.px
        self.said.setContentsMargins(px(24), px(16), px(24), px(8))

    def _fit(self) -> None:
        self.pages.zoom_to("width")

    def _smaller(self) -> None:
        self.pages.zoom_by(-1)

    def _larger(self) -> None:
        self.pages.zoom_by(1)

    def _export(self) -> None:
        self.exporting.emit(self.making.wish)

    def _print(self) -> None:
        self.printing.emit(self.making.wish)
