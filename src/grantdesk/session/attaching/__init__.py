"""Files that go along with an application, as one works with them at one question.

read(files, node)                → Harvest: what can be attached, and why the rest cannot; for the work thread
entries(session, path)           → the files that are there
added, replaced, shifted         → patches
laid_out(entry), copy(entry, to) → a file outside of the application
"""

from grantdesk.session.attaching.kind import format_of, formats
from grantdesk.session.attaching.listing import Entry, added, entries, is_new, renamed, replaced, shifted
from grantdesk.session.attaching.opening import copy, laid_out
from grantdesk.session.attaching.reading import Harvest, Taken, read

__all__ = [
    "Entry",
    "Harvest",
    "Taken",
    "added",
    "copy",
    "entries",
    "format_of",
    "formats",
    "is_new",
    "laid_out",
    "read",
    "renamed",
    "replaced",
    "shifted",
]
