"""A dialog is as large as its words need, whatever the size of text, and no larger than the screen that it is on."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, QTimer
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from grantdesk.ui.look.look import Look

FRAME = QSize(40, 80)
"""Room on the screen for what the system puts around a dialog."""


class Fit(QObject):
    """Keeps a dialog at a size that follows the text size: `wide` and `high` are what it likes to have at 100 %.
    Without `high` it is as high as what is in it, also in `scroll`. It grows where more comes into it.
    """

    def __init__(
        self, dialog: QWidget, look: Look, wide: float, high: float = 0, scroll: QScrollArea | None = None
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._look, self._scroll = dialog, look, scroll
        self._wide, self._high = wide, high
        layout = dialog.layout()
        if layout is not None:  # else it would hold the dialog larger than the screen
            layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        sheet = scroll.widget() if scroll else None
        for widget in filter(None, (dialog, sheet)):
            widget.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=0)  # first all that is in it takes its new size
        self._soon.timeout.connect(self._like)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._grow)
        look.changed.connect(self._soon.start)
        self._like()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks whether there is room for everything when it is shown, and when what is in it wants another size."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            if self._scroll is not None and watched is not self._dialog:
                self._scroll.updateGeometry()  # it does not tell by itself how much room it needs
            self._again.start()
        return False

    def _grow(self) -> None:
        self._resize(self._dialog.size())

    def _like(self) -> None:
        """Takes the size that it likes to have."""
        self._resize(QSize(self._look.px(self._wide), self._look.px(self._high)))

    def _resize(self, least: QSize) -> None:
        """At least so large, and large enough for what is in it, but not larger than the screen."""
        room = self._dialog.screen().availableGeometry().size() - FRAME
        layout = self._dialog.layout()
        if layout is None:
            return
        narrow = layout.totalMinimumSize().width()
        width = min(max(least.width(), narrow), room.width())
        low = (
            layout.totalMinimumHeightForWidth(width)
            if layout.hasHeightForWidth()
            else layout.totalMinimumSize().height()
        )
        height = max(least.height(), low if self._high else low + self._hidden(layout, width))
        size = QSize(width, height).boundedTo(room)
        is_other = size != self._dialog.size()
        self._dialog.setMinimumSize(QSize(narrow, low).boundedTo(room))
        if is_other:
            self._dialog.resize(size)
            self._keep_inside()

    def _hidden(self, layout: QLayout, width: int) -> int:
        """How much higher it has to be for everything in it that scrolls to be seen."""
        sheet = self._scroll.widget() if self._scroll else None
        inner = sheet.layout() if sheet else None
        if self._scroll is None or inner is None:
            return 0
        margins = layout.contentsMargins()
        whole = inner.totalHeightForWidth(width - margins.left() - margins.right())
        return max(whole - self._scroll.minimumSizeHint().height(), 0)

    def _keep_inside(self) -> None:
        """What has grown beyond the edge of the screen is moved back onto it."""
        screen, frame = self._dialog.screen().availableGeometry(), self._dialog.frameGeometry()
        if self._dialog.isVisible() and not screen.contains(frame):
            left = max(min(frame.left(), screen.right() - frame.width()), screen.left())
            top = max(min(frame.top(), screen.bottom() - frame.height()), screen.top())
            self._dialog.move(QPoint(left, top))
