"""A line that leads somewhere, with room for as many lines of text as it needs."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

LEAST, EDGE = 40, 2
"""Pixels: how narrow the words may be, and what is free above and below them."""


class Link(QPushButton):
    """`role` is link, or link-error for a line that leads to what is wrong."""

    def __init__(self, role: str = "link") -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.words = QLabel(self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        underlined = self.words.font()
        underlined.setUnderline(True)
        self.words.setFont(underlined)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def tell(self, text: str) -> None:
        """Says something else."""
        if text != self.words.text():
            self.words.setText(text)
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as one line, as high as at the width it has."""
        hint = self.words.sizeHint()
        return QSize(hint.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As wide as its longest word."""
        return QSize(self.words.minimumSizeHint().width(), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As the text needs."""
        return self.words.heightForWidth(max(width, LEAST)) + 2 * EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A button does not ask its text how high it is: say so."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.words.setGeometry(self.rect().adjusted(0, EDGE, 0, -EDGE))
