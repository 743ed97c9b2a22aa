"""What a reader wants to know first: whose project this is, how long, for how much."""

from collections.abc import Iterator
from datetime import date, timedelta

from grantdesk.outline.block import Block, Entry, Heading, Listing
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.money.key import key_figures
from grantdesk.rules.date import is_day
from grantdesk.words.phrase import Fact, counted, phrase


def brief(dossier: Dossier, level: int) -> Iterator[Block]:
    """Who applies, from when to when, and the key figures; nothing while there is none of it."""
    only = dossier.edition.partner
    part = dossier.members[only] if only else dossier.project
    found = [*_applicants(dossier), *_duration(dossier), *key_figures(dossier, part)]
    if found:
        yield Heading(level, dossier.say(phrase("In brief")))
        yield from found


def _applicants(dossier: Dossier) -> Iterator[Block]:
    """The partners, the lead first."""
    only = dossier.edition.partner
    keys = sorted(
        dossier.members, key=lambda key: key != dossier.lead
    )  # sorted is stable: the others keep their order
    names = tuple(dossier.say(dossier.partner(key).headed) for key in keys if only in (None, key))
    if names:
        yield Listing(dossier.label(dossier.form.partners), names)


def _duration(dossier: Dossier) -> Iterator[Block]:
    """From the first day to the last, and how long that is."""
    parts, asked = dossier.form.call.parts, dossier.report.asked
    first, last = is_day(asked.get(parts.start or "")), is_day(asked.get(parts.end or ""))
    if first and last and first <= last:
        said = phrase("{first} – {last} ({length})", first=first, last=last, length=_length(first, last))
        yield Entry(dossier.say(phrase("Duration")), dossier.say(said))


def _length(first: date, last: date) -> Fact:
    """In months if it is whole months, otherwise in days; both days count."""
    after = min(last, date.max - timedelta(1)) + timedelta(1)
    if after.day == first.day and after > first:
        months = (after.year - first.year) * 12 + after.month - first.month
        return counted("{n} month", "{n} months", n=months)
    return counted("{n} day", "{n} days", n=(last - first).days + 1)
