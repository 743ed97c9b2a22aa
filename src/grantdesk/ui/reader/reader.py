"""An application opened to be read: contents, text, pictures, attachments, findings. Nothing in it can be changed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.outline.fact.answer import plain
from grantdesk.ui.chart.pictures import Pictures
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.piece.button import Button, Tool
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.pick import READ_IN, Pick
from grantdesk.ui.reader.contents import Contents
from grantdesk.ui.reader.files import Files
from grantdesk.ui.reader.head import Head
from grantdesk.ui.reader.page import Page
from grantdesk.ui.reader.reading import Reading
from grantdesk.ui.reader.remarks import Remarks
from grantdesk.ui.reader.search import Search
from grantdesk.words.phrase import Phrase, Rate, phrase

TEXT, PICTURES, FILES, REMARKS = range(4)
SIDE, SHORT = 280, 14
LANGUAGES = (("", phrase("As the window")), *READ_IN)


class Reader(QWidget):
    """Signals: `comparing` when the person wants to compare it with another version; `proving` to check whether a paper
    belongs to it."""

    comparing = Signal()
    proving = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.page = Page(desk.look)
        self.reading = Reading(desk, self.page)
        self.contents = Contents(desk)
        self.pictures, self.files, self.remarks = Pictures(desk), Files(desk), Remarks(desk)
        self.search = Search(desk, self.page)
        self.language = Pick(desk, LANGUAGES)
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.language.setMinimumContentsLength(SHORT)
        self._size = Label(desk, "", "mute")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head())
        self._column.addWidget(self._body(), 1)
        self._connect()
        self._say()

    def come_to(self, path: Path) -> None:
        """Brings a place of the answers into sight."""
        self.tabs.setCurrentIndex(TEXT)
        self.page.come_to(path)
        self.page.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keeps the keys of the search for itself while it has the focus: a window may have the same ones."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._act(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the search, and goes from one place to the next."""
        act = self._act(event)
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        return self.search.act_for(event) if self.tabs.currentIndex() == TEXT else None

    def _head(self) -> Head:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for _ in range(4):
            self.tabs.addTab("")
        find = Tool(self.desk, phrase("Find"), "search", named=False, keys="Ctrl+F")
        smaller = Tool(self.desk, phrase("Smaller"), "minus", named=False, keys="Ctrl+-")
        larger = Tool(self.desk, phrase("Larger"), "plus", named=False, keys="Ctrl++")
        compare = Button(self.desk, phrase("Compare with …"), "git-compare", role="quiet")
        prove = Tool(
            self.desk, phrase("Does a PDF belong to this application? …"), "circle-check", named=False
        )
        find.clicked.connect(self._find)
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        compare.clicked.connect(self.comparing)
        prove.clicked.connect(self.proving)
        self._text_only = (find, smaller, self._size, larger, self.language)
        self.head = Head(self.desk.look, (self.tabs,), (*self._text_only, prove, compare))
        return self.head

    def _body(self) -> QStackedWidget:
        text, side = QWidget(), QFrame()
        side.setProperty("role", "nav")
        beside = QVBoxLayout(side)
        beside.addWidget(self.contents)
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        halves: tuple[QWidget, ...] = (side, self.page)
        for widget in halves:
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(1, 1)
        inside.addWidget(self._splitter, 1)
        inside.addWidget(self.search)
        self.stack = QStackedWidget()
        for widget in (text, self.pictures, self.files, self.remarks):
            self.stack.addWidget(widget)
        return self.stack

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._turn)
        self.contents.chosen.connect(self.page.go)
        self.page.passed.connect(self.contents.follow)
        self.reading.shown.connect(self._shown)
        self.reading.turned.connect(self._say)
        self.remarks.wanted.connect(self.come_to)
        self.language.picked.connect(self.reading.read_in)
        self.desk.speech.changed.connect(self._say)
        self.desk.session.changed.connect(self._say)
        self.desk.look.changed.connect(self._measure)
        QTimer.singleShot(0, self, self._measure)

    def _turn(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        for widget in self._text_only:
            widget.setVisible(tab == TEXT)
        self.head.measure()

    def _shown(self) -> None:
        self.contents.show_stops(self.page.stops)
        self.search.again()

    def _find(self) -> None:
        self.search.open_bar()

    def _smaller(self) -> None:
        self.reading.zoom_by(-1)

    def _larger(self) -> None:
        self.reading.zoom_by(1)

    def _say(self) -> None:
        titles = {
            TEXT: phrase("Text"),
            PICTURES: phrase("Pictures"),
            FILES: _counted(phrase("Attachments"), self.files.count),
            REMARKS: _counted(phrase("Issues"), self.remarks.count),
        }
        for tab, said in titles.items():
            self.tabs.setTabText(tab, self.desk.say(said))
        self._size.show_said(plain("{size}", size=Rate(self.reading.zoom * 100)))
        self.language.setAccessibleName(self.desk.say(phrase("Language to read in")))
        self.page.setAccessibleName(self.desk.say(phrase("The application")))
        self.tabs.setAccessibleName(self.desk.say(phrase("Views of the application")))
        self.head.measure()

    def _measure(self) -> None:
        px = self.desk.look.px
        side = min(px(SIDE), self.width() * 3 // 10)
        self._splitter.setSizes([side, self.width() - side])


def _counted(said: Phrase, count: int) -> Phrase:
    return plain("{what} ({n})", what=said, n=count)
