"""The head of the preview: what is shown and how large, and what can be done with it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.paper.ground import ZOOMS, Zoom
from grantdesk.ui.paper.part import PartPick
from grantdesk.ui.piece.button import Tool
from grantdesk.ui.piece.flow import Flow
from grantdesk.ui.piece.label import Badge, Label, bare
from grantdesk.ui.piece.pick import READ_IN, Pick
from grantdesk.words.phrase import Fact, Phrase, Rate, phrase

SIZES: Sequence[tuple[object, Phrase]] = (
    ("width", phrase("Fit width")),
    ("page", phrase("Fit page")),
    *((zoom, bare(Rate(zoom * 100))) for zoom in ZOOMS),
)


class Bar(QFrame):
    """Its controls go on in the next line where there is no room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("role", "head")
        self.part = PartPick(desk)
        self.language, self.zoom = Pick(desk, READ_IN), Pick(desk, SIZES)
        self.pages, self.mark = Label(desk, "", "mute"), Badge(desk, phrase("Updating …"))
        self.pages.setWordWrap(False)
        self.limit = Badge(desk)
        self.limit.hide()
        self.miniatures = Tool(desk, phrase("Small pictures of the pages"), "panel-left", named=False)
        self.miniatures.setCheckable(True)
        self.search = Tool(desk, phrase("Find in the pages"), "search", named=False, keys="Ctrl+F")
        self.smaller = Tool(desk, phrase("Smaller"), "minus", named=False, keys="Ctrl+-")
        self.larger = Tool(desk, phrase("Larger"), "plus", named=False, keys="Ctrl++")
        self.copy = Tool(desk, phrase("Copy the text of the page"), "copy", named=False, keys="Ctrl+C")
        self.print = Tool(desk, phrase("Print"), "printer", named=False)
        self.export = Tool(desk, phrase("Export as PDF"), "file-output", named=False)
        self.close_it = Tool(desk, phrase("Close the preview"), "x", named=False, keys="Ctrl+Shift+P")
        self._rows, self._first, self._flow = QVBoxLayout(self), QHBoxLayout(), Flow()
        self._arrange()
        self.mark.hide()
        desk.look.changed.connect(self._measure)
        desk.speech.changed.connect(self._say)
        self._measure()
        self._say()

    def offer_parts(self, parts: Sequence[tuple[str, Fact]]) -> None:
        """Offers the whole application, and each partner's part by the partner's row id."""
        self.part.offer_parts([(key, bare(name)) for key, name in parts])

    def show_length(self, said: Phrase | None, is_over: bool = False) -> None:
        """How many pages are taken of those that the call allows; None where it limits none."""
        self.limit.setVisible(said is not None)
        if said is not None:
            self.limit.show_said(said)
            self.limit.tone("error" if is_over else "")

    def show_zoom(self, zoom: Zoom) -> None:
        """The size that is shown."""
        self.zoom.show_value(zoom)

    def stand(self, beside: bool) -> None:
        """Beside the form it can be closed; in its place there is another way back."""
        self.close_it.setVisible(beside)

    def _arrange(self) -> None:
        """What is shown stands above what is done with it."""
        self._rows.addLayout(self._first)
        self._rows.addLayout(self._flow)
        for widget in (self.part, self.language, self.pages):
            self._first.addWidget(widget)
        self._first.addStretch(1)
        self._first.addWidget(self.mark)
        self._first.addWidget(self.close_it)
        tools = (self.miniatures, self.smaller, self.zoom, self.larger, self.search, self.copy, self.print)
        for control in (*tools, self.export, self.limit):
            self._flow.addWidget(control)
        for one, other in pairwise((self.part, self.language, self.close_it, *tools, self.export)):
            QWidget.setTabOrder(one, other)

    def _measure(self) -> None:
        px = self._desk.look.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(6))
        for layout in (self._rows, self._first, self._flow):
            layout.setSpacing(px(4))
        self.pages.setContentsMargins(px(6), 0, 0, 0)

    def _say(self) -> None:
        say = self._desk.say
        for pick, said in (
            (self.part, phrase("What is shown")),
            (self.language, phrase("Language of the PDF")),
            (self.zoom, phrase("Size of the pages")),
        ):
            pick.setAccessibleName(say(said))
            pick.setToolTip(say(said))
