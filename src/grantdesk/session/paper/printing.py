"""Prints an application, for different readers: whole with itself inside, as a draft, or only a part of it."""

from collections.abc import Sequence
from datetime import UTC
from pathlib import Path
from typing import Literal, TypeAlias

from grantdesk.call.form import Form
from grantdesk.files.canon import Flaw
from grantdesk.files.grant import Grant, digest
from grantdesk.files.trouble import Unfit
from grantdesk.outline.blank.form import blank
from grantdesk.outline.edition import Edition
from grantdesk.outline.outline import outlined
from grantdesk.pdf import Attachment, Marks, Print, Strip, laid
from grantdesk.pdf import printed as drawn
from grantdesk.rules.length import Length, is_limited, with_length
from grantdesk.session.application import PROGRAM, Application, identity
from grantdesk.session.paper.enclosing import enclosures
from grantdesk.session.paper.picture import pictures
from grantdesk.words.language import Language

__all__ = [
    "PROFILES",
    "WHOLE",
    "Print",
    "Profile",
    "Strip",
    "form_printed",
    "length",
    "measured",
    "pages",
    "printed",
]

Profile: TypeAlias = Literal["submission", "draft", "public", "partner", "findings"]
"""What is submitted; the same marked as a draft, with what the checks found in front and what to check in the call
notice; what the call publishes; one partner's part; what the checks found."""
PROFILES: tuple[Profile, ...] = ("submission", "draft", "public", "partner", "findings")
WHOLE: tuple[Profile, ...] = ("submission", "draft")
"""Those that have the application itself inside."""


def printed(
    application: Application,
    language: Language,
    empty: bool = True,
    profile: Profile = "submission",
    partner: str | None = None,
) -> bytes:
    """The PDF of the application; `empty` keeps optional parts without answers. `partner` is the row id of the partner
    whose part is printed. Moments are told in the zone of the call's closing time.

    Unfit, Damaged (an attachment); KeyError if no such partner is there.
    """
    application = measured(application, language, empty)
    form, grant, report = application.form, application.grant, application.report
    inside = enclosures(form, grant, report, language) if profile in WHOLE else ()
    edition = _edition(application, empty, profile, partner)
    return _laid(application, language, edition, _tie(application, profile), inside).data


def pages(
    application: Application,
    language: Language,
    empty: bool = True,
    profile: Profile = "submission",
    partner: str | None = None,
) -> Print:
    """The same pages with nothing inside, and what stands where on them: to be looked at, or to be put on paper."""
    application = measured(application, language, empty)
    edition = _edition(application, empty, profile, partner)
    return _laid(application, language, edition, _tie(application, profile))


def length(application: Application, language: Language, empty: bool = True) -> Length:
    """How long it is when it is handed in: all its pages, and those that each section reaches."""
    edition = _edition(application, empty, "submission", None)
    made = _laid(application, language, edition, _tie(application, "submission"))
    return Length(made.pages, {at: last - first + 1 for at, (first, last) in made.sections.items()})


def measured(application: Application, language: Language, empty: bool = True) -> Application:
    """The same with what is too long on paper among its findings; itself where the call limits no pages."""
    if not is_limited(application.form):
        return application
    found = length(application, language, empty)
    return Application(application.grant, with_length(application.report, application.form, found))


def _edition(application: Application, empty: bool, profile: Profile, partner: str | None) -> Edition:
    grant = application.grant
    return Edition(
        identity=identity(grant),
        saved=grant.saved,
        empty=empty,
        findings="front" if profile == "draft" else "none",
        partner=partner if profile == "partner" else None,
        guidance=profile == "draft",
        only=profile if profile in ("public", "findings") else "all",
        draft=profile == "draft",
        held=frozenset(grant.attachments),
    )


def _laid(
    application: Application,
    language: Language,
    edition: Edition,
    tie: str,
    inside: Sequence[Attachment] = (),
) -> Print:
    form = application.form
    outline = outlined(form, application.answers, application.report, language, edition)
    zone = form.call.closes.when().tzinfo if form.call.closes else UTC
    drawn = pictures(application.grant, outline)
    return laid(outline, language, Marks(PROGRAM, zone or UTC, tie), inside, drawn)


def _tie(application: Application, profile: Profile) -> str:
    return "" if profile == "public" else _digest(application.grant)


def _digest(grant: Grant) -> str:
    """What ties the paper to its data. Unfit if the answers could stand in no file."""
    try:
        return digest(grant)
    except Flaw as flaw:
        raise Unfit(Path(f"{grant.id[:8]}.grant"), ".".join(flaw.place), flaw.what) from flaw


def form_printed(form: Form, language: Language) -> bytes:
    """The call as a form on paper, to be filled in by hand."""
    zone = form.call.closes.when().tzinfo if form.call.closes else UTC
    return drawn(blank(form, language), language, Marks(PROGRAM, zone or UTC))
