"""What is picked to be shown on paper: the whole application, or the part of one partner."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from grantdesk.ui.look.tip import tip
from grantdesk.ui.piece.pick import Pick
from grantdesk.ui.piece.scene import Scene
from grantdesk.words.phrase import Phrase, phrase

WHOLE = phrase("Whole application")
WIDE = 184  # pixels for the name of a partner, at a text size of 100 %


class PartPick(Pick):
    """As wide as “Whole application” at least; a longer name of a partner is cut, and told whole in the tip."""

    def __init__(self, scene: Scene) -> None:
        super().__init__(scene, [("", WHOLE)])
        self._scene = scene

    def offer_parts(self, parts: Sequence[tuple[str, Phrase]]) -> None:
        """Offers the whole application, and each partner's part by the partner's row id."""
        self.offer([("", WHOLE), *parts])
        self.setVisible(bool(parts))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Names of partners give it no more room than it has anyway."""
        hint, words = super().sizeHint(), self.fontMetrics().horizontalAdvance
        around = hint.width() - max(words(self.itemText(n)) for n in range(self.count()))
        needed = max(around + words(self._scene.say(WHOLE)), self._scene.look.px(WIDE))
        return QSize(min(needed, hint.width()), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def drawn(self) -> str:
        """What is picked as it is seen: cut where there is no room for all."""
        return self._option().currentText

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws it with an ellipsis where it is cut, and tells what it is."""
        option, painter, name = self._option(), QStylePainter(self), self.accessibleName()
        is_cut = option.currentText != self.currentText()
        self.setToolTip(tip(f"{name}: {self.currentText()}" if is_cut else name))
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _option(self) -> QStyleOptionComboBox:
        option, box = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
        self.initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, field, self).width()
        right = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), right, room)
        return option
