"""The same question in several languages, and what has changed in its source since a translation was written."""

from grantdesk.session.translation.translation import (
    MARKS,
    Family,
    earlier,
    families,
    family_of,
    holding,
    is_stale,
    keeping,
    mark_of,
    marked,
)
from grantdesk.session.translation.wording import State, Stretch, alike, changes

__all__ = [
    "MARKS",
    "Family",
    "State",
    "Stretch",
    "alike",
    "changes",
    "earlier",
    "families",
    "family_of",
    "holding",
    "is_stale",
    "keeping",
    "mark_of",
    "marked",
]
