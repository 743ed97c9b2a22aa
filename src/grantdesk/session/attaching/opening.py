"""A file of the application outside of it: laid out for another program to open, or copied where somebody wants it."""

from pathlib import Path as File

from grantdesk.call.entry.file import TYPES
from grantdesk.files import places
from grantdesk.files.container.content import Content
from grantdesk.files.result import put
from grantdesk.files.trouble import Missing
from grantdesk.session.attaching.kind import format_of, is_what_it_says
from grantdesk.session.attaching.listing import Entry
from grantdesk.session.handing.attached import safe
from grantdesk.words.phrase import phrase
from grantdesk.words.trouble import Trouble


def laid_out(entry: Entry) -> File:
    """A copy of a file, not to be written to, for another program to open. Takes a while.

    Trouble if it is of a kind that could do harm, or not what its name says; Missing, Damaged; what `put` raises.
    """
    content = _held(entry)
    kind = format_of(entry.name)
    if kind not in TYPES or not is_what_it_says(kind, content):
        raise Trouble(
            phrase(
                "“{file}” was not opened, to protect your computer: it is not what its name says. "
                "Save a copy if you trust whoever made it.",
                file=entry.name,
            )
        )
    target = places.cache() / "opened" / content.sha256[:16] / safe(entry.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        target.chmod(0o600)  # Windows puts nothing in the place of what may not be written
    put(target, content.read())
    target.chmod(0o400)
    return target


def copy(entry: Entry, target: File) -> None:
    """Writes a copy where the person wants it. Takes a while. Missing, Damaged; what `put` raises."""
    put(target, _held(entry).read())


def _held(entry: Entry) -> Content:
    if entry.content is None:
        raise Missing(File(entry.name))
    return entry.content
