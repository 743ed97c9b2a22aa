"""When a call closes, as one thinks of it: in so many days, today, or long ago."""

from datetime import datetime

from grantdesk.ui.piece.label import Tone
from grantdesk.words.phrase import Phrase, counted, phrase

NEAR = 7
"""Days before the closing that deserve a colour."""


def days_left(closes: datetime, now: datetime) -> int:
    """Days of the calendar from now until the closing, where the call closes; negative once it is over."""
    there = now.astimezone(closes.tzinfo)
    return (closes.date() - there.date()).days if closes >= there else -1


def told(closes: datetime, now: datetime) -> tuple[Phrase, Tone]:
    """The sentence, and the tone of the badge it stands on."""
    days = days_left(closes, now)
    if days < 0:
        return phrase("closed {day}", day=closes.date()), ""
    if days == 0:
        return phrase("closes today"), "error"
    said = counted("closes in {n} day", "closes in {n} days", n=days)
    return said, "warning" if days <= NEAR else "info"
