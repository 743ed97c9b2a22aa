"""How long it is until a call closes, told anew when it is told otherwise, and never in between."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from grantdesk.ui.start.deadline import days_left
from grantdesk.words.phrase import Phrase, counted, phrase

LONGEST = timedelta(hours=1)
"""A computer that has slept finds out within this time, or when the window is looked at."""
_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)

Clock = Callable[[], datetime]


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def left(closes: datetime, at: datetime) -> tuple[Phrase, timedelta | None]:
    """How long it is at a moment until the call closes, and how long that stays so: None once it is over."""
    rest = closes - at
    if rest < timedelta(0):
        return phrase("closed"), None
    if (days := days_left(closes, at)) >= 2:
        return counted("in {n} day", "in {n} days", n=days), _until_midnight(closes, at)
    if rest >= _HOUR:
        hours, minutes = rest // _HOUR, rest % _HOUR // _MINUTE
        said = phrase("in {hours} h {minutes} min", hours=hours, minutes=minutes)
        return said, rest % _MINUTE
    if rest >= _MINUTE:
        return counted("in {n} minute", "in {n} minutes", n=rest // _MINUTE), rest % _MINUTE
    return phrase("in less than a minute"), rest


def _until_midnight(closes: datetime, at: datetime) -> timedelta:
    """How long the day lasts where the call closes."""
    there = at.astimezone(closes.tzinfo)
    tomorrow = datetime.combine(there.date() + _DAY, time(), closes.tzinfo)
    return tomorrow.astimezone(UTC) - at


class Countdown(QObject):
    """Counts down to a moment.

    Signals: `turned` when `said` is another.
    """

    turned = Signal()

    def __init__(self, closes: datetime, clock: Clock = now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closes, self._clock = closes, clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.refresh)
        self.said = phrase("closed")
        self.refresh()

    def refresh(self) -> None:
        """Looks at the clock, and waits until there is something else to tell."""
        before = self.said
        self.said, lasts = left(self._closes, self._clock())
        if lasts is None:
            self._timer.stop()
        else:
            wait = min(lasts, LONGEST) + timedelta(milliseconds=50)
            self._timer.start(max(1, round(wait.total_seconds() * 1000)))
        if self.said != before:
            self.turned.emit()

    @property
    def is_near(self) -> bool:
        """Is it a matter of two days or less?"""
        return timedelta(0) <= self._closes - self._clock() <= 2 * _DAY

    @property
    def is_over(self) -> bool:
        """Is the call closed?"""
        return self._clock() > self._closes

    @property
    def waits(self) -> int:
        """Milliseconds until it looks at the clock again; 0 if it never does."""
        return self._timer.interval() if self._timer.isActive() else 0
