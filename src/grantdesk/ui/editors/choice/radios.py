"""Radio buttons of which one is chosen, or none again."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.choice.offer import Offer
from grantdesk.ui.editors.choice.option import Option
from grantdesk.ui.look.tip import tip
from grantdesk.words.phrase import phrase

Direction = QBoxLayout.Direction
ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
BACK = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""The keys that take an answer back."""


class Radio(QRadioButton):
    """Chosen by arrows also where nothing is chosen yet: Qt moves only the focus then."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the arrow led to is chosen."""
        super().keyPressEvent(event)
        other = QApplication.focusWidget()
        if event.key() in ARROWS and isinstance(other, Radio) and other is not self and not other.isChecked():
            other.click()


class Radios(QWidget):
    """Options below each other, or side by side. Arrows choose, as everywhere; Delete takes the answer back, for which
    there is a button too, which Tab passes over.

    Signals: `picked(id)` when somebody chooses; the empty id when somebody takes the answer back.
    """

    picked = Signal(str)

    def __init__(self, desk: Desk, across: bool = False) -> None:
        super().__init__()
        self._desk, self._across, self._about = desk, across, ""
        self.options: dict[str, Option] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._pick)
        self.clear = QPushButton()
        self.clear.setProperty("role", "link")
        self.clear.setAutoDefault(False)
        self.clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # whoever goes on by Tab has answered
        self.clear.clicked.connect(self._clear)
        kept = self.clear.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # so that choosing moves nothing
        self.clear.setSizePolicy(kept)
        self._line = QBoxLayout(Direction.LeftToRight if across else Direction.TopToBottom)
        self._line.setSpacing(desk.look.px(20) if across else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._line, 0 if across else 1)
        self._side = QVBoxLayout()
        self._side.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._side)
        if across:
            row.addStretch(1)
        self._measure()

    def main(self) -> QWidget:
        """The one that is chosen, or the first."""
        chosen = self._group.checkedButton()
        return chosen or next((option.button for option in self.options.values()), self)

    def show_offers(self, offers: Sequence[Offer], chosen: str | None, about: str) -> None:
        """Shows what is offered and which of it is chosen; `about` is the question, for who cannot see it above."""
        wanted = {offer.id: offer for offer in offers}
        for key in self.options.keys() - wanted.keys():
            self._drop(self.options.pop(key))
        for n, offer in enumerate(offers):
            if offer.id not in self.options:
                self._line.insertWidget(n, self._made(offer))
            elif self.options[offer.id].offer != offer:
                self.options[offer.id].show_offer(offer)
        self._choose(chosen)
        self._lead_in()
        said = self._desk.say(phrase("Take the answer back"))
        self.clear.setText(said)
        self.clear.setAccessibleName(f"{said}: {about}")
        self.clear.setToolTip(tip(self._desk.say(phrase("Take the answer back (Delete)"))))
        self._tell()
        self.offer_back()

    def describe(self, about: str) -> None:
        """What a screen reader says after each option; after the one that is chosen, how it is taken back too."""
        self._about = about
        self._tell()

    def draw(self) -> None:
        """Takes the sizes of the look."""
        for option in self.options.values():
            option.draw()
        self._measure()

    def offer_back(self) -> None:
        """Offers to take the answer back, to who has the focus or the mouse here: elsewhere it is only in the way."""
        focused = QApplication.focusWidget()
        here = self.underMouse() or (focused is not None and self.isAncestorOf(focused))
        self.clear.setVisible(here and self._can_go_back())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the answer back."""
        if event.key() in BACK and self._can_go_back():
            self.picked.emit("")
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse comes."""
        super().enterEvent(event)
        self.offer_back()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse goes."""
        super().leaveEvent(event)
        self.offer_back()

    def _measure(self) -> None:
        """The button is on the line of the first option."""
        self._side.setContentsMargins(0, self._desk.look.px(5), 0, 0)

    def _can_go_back(self) -> bool:
        return self._group.checkedButton() is not None and not self._desk.session.read_only

    def _tell(self) -> None:
        back = self._desk.say(phrase("Delete takes the answer back.")) if self._can_go_back() else ""
        for option in self.options.values():
            more = back if option.button.isChecked() else ""
            option.describe(" ".join(filter(None, (self._about, more))))

    def _made(self, offer: Offer) -> Option:
        option = Option(self._desk, Radio(), offer, wraps=not self._across)
        self._group.addButton(option.button)
        self.options[offer.id] = option
        return option

    def _drop(self, option: Option) -> None:
        self._group.removeButton(option.button)
        option.hide()
        option.deleteLater()

    def _choose(self, chosen: str | None) -> None:
        """Checks one, or none: a group that allows only one allows none for a moment."""
        option = self.options.get(chosen) if chosen is not None else None
        if option is not None:
            option.button.setChecked(True)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def _lead_in(self) -> None:
        """Tab comes to the option that is chosen, or to the first: Qt sees to that only after somebody was here."""
        main = self.main()
        for option in self.options.values():
            policy = Qt.FocusPolicy.StrongFocus if option.button is main else Qt.FocusPolicy.ClickFocus
            option.button.setFocusPolicy(policy)

    def _pick(self, button: QWidget) -> None:
        picked = next(key for key, option in self.options.items() if option.button is button)
        self.picked.emit(picked)

    def _clear(self) -> None:
        self.main().setFocus()
        self.picked.emit("")
