"""Prints an application: its outline on pages, itself and its attachments inside, tied to its data by a code."""

from datetime import UTC

from grantdesk.files.grant import digest
from grantdesk.pdf import Marks
from grantdesk.pdf import printed as drawn
from grantdesk.session.application import PROGRAM, Application
from grantdesk.session.paper.enclosing import enclosures
from grantdesk.words.language import Language


def printed(application: Application, language: Language, empty: bool = True) -> bytes:
    """The PDF of the application; `empty` keeps optional parts without answers. Moments are told in the zone of the
    call's closing time. Unfit, Damaged (an attachment)."""
    form, grant = application.form, application.grant
    zone = form.call.closes.when().tzinfo if form.call.closes else UTC
    marks = Marks(PROGRAM, zone or UTC, digest(grant))
    inside = enclosures(form, grant, application.report, language)
    return drawn(application.outline(language, empty), language, marks, inside)
