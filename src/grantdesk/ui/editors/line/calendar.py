"""A calendar that opens below a line, in the language of the window, with weeks that begin on Monday."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


class Calendar(QFrame):
    """Arrows move, Page Up and Page Down turn months, Enter picks, Escape closes.

    Signals: `picked(ISO text)` when a day was chosen.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget, least: str | None, most: str | None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "card")
        self.days = QCalendarWidget()
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.days.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        if least:
            self.days.setMinimumDate(QDate.fromString(least, Qt.DateFormat.ISODate))
        if most:
            self.days.setMaximumDate(QDate.fromString(most, Qt.DateFormat.ISODate))
        self.days.activated.connect(self._pick)
        self.days.clicked.connect(self._pick)
        self.setFocusProxy(self.days)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.days)

    def open_at(self, line: QWidget, day: date | None, language: str) -> None:
        """Opens below the line, with the day chosen, or today where there is none."""
        self.days.setLocale(QLocale(LOCALES[language]))
        plain = QTextCharFormat()
        plain.setForeground(self.palette().brush(QPalette.ColorRole.Text))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.days.setWeekdayTextFormat(weekend, plain)  # red means that something is wrong
        self.days.setSelectedDate(QDate(day.year, day.month, day.day) if day else QDate.currentDate())
        self.days.setAccessibleName(line.accessibleName())
        self.adjustSize()
        self.move(line.mapToGlobal(line.rect().bottomLeft()))
        self.show()
        self.days.setFocus()

    def _pick(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day.toString(Qt.DateFormat.ISODate))
