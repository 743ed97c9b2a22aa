"""Where the work is, in a few words for a status line."""

from dataclasses import dataclass
from datetime import UTC, datetime

from grantdesk.session.keeping.file import File
from grantdesk.words.clock import here
from grantdesk.words.phrase import Phrase, phrase


@dataclass(frozen=True, slots=True)
class State:
    """`saved` is when the file was last written, None if there is none; `is_kept`: what is unsaved lies in recovery;
    `has_failed`: the last save did."""

    file: File
    saved: datetime | None
    is_saved: bool
    is_kept: bool
    has_failed: bool

    @property
    def said(self) -> Phrase:
        """The state, the most urgent thing first."""
        if self.file.is_saving:
            return phrase("Saving …")
        if self.file.is_foreign:
            return phrase("Changed by somebody else")
        if self.file.is_gone:
            return phrase("The file is gone from its place")
        if self.is_saved and self.saved:
            return phrase("Saved {moment}", moment=here(self.saved))
        if self.has_failed:
            return phrase("Could not be saved")
        if self.saved is None:
            return phrase("Not saved to a file yet")
        return phrase("Unsaved changes, kept safe") if self.is_kept else phrase("Unsaved changes")


def moment(text: str) -> datetime | None:
    """The moment that a file tells, "2026-11-24T10:15:00Z"; None if it tells none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
