"""A grid with all that belongs to it: the cells, the sums below, what is wrong in the cell where one stands, and what
could not be pasted."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from grantdesk.model.path import Path
from grantdesk.rules.finding import Finding
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.foot import Foot
from grantdesk.ui.editors.grid.model import GridModel
from grantdesk.ui.editors.grid.notice import Notice, troubles
from grantdesk.ui.editors.grid.sheet.paste import Pasted
from grantdesk.ui.editors.grid.sheet.sheet import Sheet
from grantdesk.ui.editors.grid.view import GridView
from grantdesk.ui.piece.button import Button
from grantdesk.ui.piece.label import Label
from grantdesk.words.phrase import phrase


class Grid(QWidget):
    """Shows a sheet. Signals: `walked` when another cell is the current one or another block is selected."""

    walked = Signal()

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        super().__init__()
        self._desk = desk
        self.model = GridModel(sheet, self)
        self.view = GridView(desk, self.model)
        self.foot = Foot(desk, self.view)
        self.notice: Notice | None = None
        self.message = Label(desk, "", "message")
        self.holds = Button(desk, phrase("It still holds"))
        self.message.hide()
        self.holds.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.view, self.foot, self.message):
            self._column.addWidget(part)
        self._column.addWidget(self.holds, 0, Qt.AlignmentFlag.AlignLeft)
        self.holds.clicked.connect(self._hold)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.model.turned.connect(self._turn)
        self.view.pasted.connect(self.tell_pasted)
        self.view.selectionModel().selectionChanged.connect(self.walked)
        self.view.walked.connect(self._tell)
        self._shape = (self.model.rowCount(), self.model.columnCount())
        self.foot.fill()

    def refresh(self) -> None:
        """Shows the answers that the session has."""
        self.model.refresh()

    def draw(self) -> None:
        """The look, the size of text or the language is another."""
        self.view.dress()
        self.foot.fill()

    def mark(self, findings: Sequence[Finding]) -> None:
        """Shows what is wrong where."""
        self.model.mark(findings)
        if self.isVisible():
            self.view.fit(widths=False)
        self._tell()

    def reveal(self, path: Path) -> None:
        """Stands in the cell of a place."""
        index = self.model.find(path)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        self.view.setFocus()

    def tell_pasted(self, done: Pasted) -> None:
        """Names every cell that could not be read, and what had no room."""
        self._drop_notice()
        if not troubles(done):
            return
        self.notice = Notice(self._desk, done)
        self.notice.followed.connect(self.reveal)
        self.notice.dismissed.connect(self._drop_notice)
        self._column.insertWidget(0, self.notice)
        words = " ".join(map(self._desk.say, troubles(done)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def sizeHint(self) -> QSize:
        """Qt: wide enough to be used."""
        return QSize(self._desk.look.px(480), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt: the columns scroll rather than make a page wider."""
        return QSize(self._desk.look.px(160), super().minimumSizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: sizes are found when there is a width."""
        super().showEvent(event)
        self.view.fit()
        self.foot.fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the sums stay under their columns."""
        super().resizeEvent(event)
        self.foot.place()

    def _turn(self) -> None:
        session, path = self.model.session, self.model.sheet.path
        if self.notice is not None and not self.notice.done.stands(session.answers, path):
            self._drop_notice()
        if not self.isVisible():
            return
        shape = (self.model.rowCount(), self.model.columnCount())
        self.view.fit(widths=shape != self._shape)
        self._shape = shape
        self.foot.fill()
        self._tell()

    def _tell(self) -> None:
        """What is wrong in the cell where one stands."""
        index = self.view.currentIndex()
        there = index.isValid() and index.row() < self.model.rowCount()
        told = self.model.told(index.row(), index.column()) if there else ""
        worst = self.model.worst(index.row(), index.column()) if there else ""
        self.message.use("message" if worst == "error" else "advice")
        self.message.show_said(told)
        self.message.setVisible(bool(told))
        self.holds.setVisible(there and self.model.is_stale(index.row(), index.column()))

    def _hold(self) -> None:
        """The translation in the cell where one stands is still one."""
        index = self.view.currentIndex()
        self.view.setFocus()
        self.model.translations.hold(self.model.key(index.row()), index.column())

    def _drop_notice(self) -> None:
        if self.notice is not None:
            self.notice.hide()
            self.notice.deleteLater()
            self.notice = None
