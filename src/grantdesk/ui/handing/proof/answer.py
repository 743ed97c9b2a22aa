"""What there is to say about a paper: one sentence, what was found, what differs, what could not be told here."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from grantdesk.session.handing.proving import Verdict, written
from grantdesk.ui.handing.difference import DifferenceCard
from grantdesk.ui.handing.proof.headline import headline
from grantdesk.ui.piece.banner import Banner, Tone
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, counted, phrase

MOST = 120  # differences that anybody reads one by one
SIDES = (phrase("In the PDF"), phrase("In the application"))


class Answer(QWidget):
    """Empty until there is something to say; whatever it says is read out.

    Signals: `wanted(path)` when the person wants to see a place of the application.
    """

    wanted = Signal(object)

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self._scene = scene
        self._text = ""
        self.cards: list[DifferenceCard] = []
        self.banner: Banner | None = None
        self.copy: Button | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scene.look.px(10))

    @property
    def text(self) -> str:
        """All of it, to be sent on."""
        return self._text

    def say(self, said: Phrase, tone: Tone = "info") -> None:
        """Says one sentence: that it is being checked, or why it could not be."""
        self._clear()
        self._head(said, tone)
        self._text = self._scene.say(said)
        self._announce(self._text)

    def show_verdict(self, verdict: Verdict, names: Sequence[str], leads: bool) -> None:
        """Says what was found. `names` are those of the files; `leads`: there is a way to places that differ."""
        self._clear()
        if verdict.fit == "other":
            verdict = replace(verdict, differences=())  # of another application everything may be another
        said, tone = headline(verdict)
        banner = self._head(said, tone)
        for line in verdict.said:
            banner.add(self._line(line))
        self._text = written(said, verdict, self._scene.speech.language, names)
        self._differ(verdict, leads)
        if verdict.open:
            self._column.addWidget(Label(self._scene, phrase("What cannot be told from it"), "section"))
            for line in verdict.open:
                self._column.addWidget(self._line(line))
        self.copy = Button(self._scene, phrase("Copy all of it as text"), "copy")
        self.copy.clicked.connect(self._copy)
        self._column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        self._announce(" ".join(map(self._scene.say, (said, *verdict.said))))

    def _differ(self, verdict: Verdict, leads: bool) -> None:
        found = verdict.differences
        if not found:
            return
        said = counted("{n} answer differs", "{n} answers differ", n=len(found))
        self._column.addWidget(Label(self._scene, said, "section"))
        for each in found[:MOST]:
            card = DifferenceCard(self._scene, each, SIDES, leads)
            card.wanted.connect(self.wanted)
            self.cards.append(card)
            self._column.addWidget(card)
        if len(found) > MOST:
            self._column.addWidget(Label(self._scene, phrase("… and {n} more.", n=len(found) - MOST), "help"))

    def _head(self, said: Phrase, tone: Tone) -> Banner:
        self.banner = Banner(self._scene, said, None, tone)
        self.banner.said.use("section")
        self._column.addWidget(self.banner)
        return self.banner

    def _line(self, said: Phrase) -> Label:
        label = Label(self._scene, said)
        label.let_select()
        return label

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        said = phrase("Copied")
        if self.copy is not None:
            self.copy.show_said(said, "check")
        self._announce(self._scene.say(said))

    def _clear(self) -> None:
        self.cards, self.banner, self.copy = [], None, None
        while item := self._column.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
