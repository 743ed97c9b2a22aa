"""Moments as the clock on the wall shows them."""

from datetime import datetime


def here(moment: datetime) -> datetime:
    """The moment in the time of this computer; as it was given where no calendar reaches: files say what they like."""
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError):  # before the first year, or after the last
        return moment
