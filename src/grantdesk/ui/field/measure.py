"""The line under a control: what to check in the call notice, and how much of a limit is used."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from grantdesk.ui.look.wear import wear


class Measure(QWidget):
    """A remark at the left, a counter at the right, which says in colour and weight that the limit is passed."""

    def __init__(self) -> None:
        super().__init__()
        self.remark, self.counter = QLabel(), QLabel()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for label in (self.remark, self.counter):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "counter")
            row.addWidget(label)
        row.insertStretch(1, 1)
        self.counter.setAlignment(Qt.AlignmentFlag.AlignRight)

    def tell(self, remark: str, counter: str, over: bool) -> None:
        """Says these; hidden while there is nothing to say."""
        for label, text in ((self.remark, remark), (self.counter, counter)):
            if label.text() != text:
                label.setText(text)
        wear(self.counter, "over", over)
        self.setVisible(bool(remark or counter))
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Both give way: they never make a page wider than it is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There is more room for them, or less."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On one line if both have room there."""
        advance, gap = self.counter.fontMetrics().horizontalAdvance, self._row.spacing()
        wanted = sum(advance(label.text()) for label in (self.remark, self.counter)) + 2 * gap
        wraps = wanted > self.width()
        if wraps != self.counter.wordWrap():  # at every key: a label is laid out anew each time
            for label in (self.remark, self.counter):
                label.setWordWrap(wraps)
