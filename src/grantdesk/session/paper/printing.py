"""Prints an application, for different readers: whole with itself inside, as a draft, or only a part of it."""

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
from grantdesk.pdf import Marks
from grantdesk.pdf import printed as drawn
from grantdesk.session.application import PROGRAM, Application, identity
from grantdesk.session.paper.enclosing import enclosures
from grantdesk.words.language import Language

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
    form, grant, report = application.form, application.grant, application.report
    chosen = Edition(
        identity=identity(grant),
        saved=grant.saved,
        empty=empty,
        findings="front" if profile == "draft" else "none",
        partner=partner if profile == "partner" else None,
        guidance=profile == "draft",
        only=profile if profile in ("public", "findings") else "all",
        draft=profile == "draft",
    )
    outline = outlined(form, grant.answers, report, language, chosen)
    zone = form.call.closes.when().tzinfo if form.call.closes else UTC
    marks = Marks(PROGRAM, zone or UTC, "" if profile == "public" else _digest(grant))
    inside = enclosures(form, grant, report, language) if profile in WHOLE else ()
    return drawn(outline, language, marks, inside)


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
