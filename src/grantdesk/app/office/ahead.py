"""The modules that the next step of a person needs, in pieces that are loaded before anybody would notice."""

from collections.abc import Iterator
from functools import partial
from importlib import import_module

from grantdesk.app.office.idle import Job

OPENING = (
    "pydantic",
    "grantdesk.call.terms.value",
    "grantdesk.call.terms.node",
    "grantdesk.call.terms.rule",
    "grantdesk.call.terms.call",
    "grantdesk.call.expr",
    "grantdesk.call.form",
    "grantdesk.rules.check",
    "grantdesk.files.reading",
    "grantdesk.outline.dossier",
    "grantdesk.session.session",
    "grantdesk.session.keeping.keeper",
    "grantdesk.session.earlier.left",
)
"""For opening an application, or seeing whether one was left unsaved."""
WORKING = (
    "grantdesk.session.opening",
    "grantdesk.ui.page.page",
    "grantdesk.ui.panel.navigator",
    "grantdesk.ui.panel.findings",
    "grantdesk.ui.window.window",
    "grantdesk.app.office.entry.working",
    "grantdesk.app.office.entry.entrance",
)
"""For a window to work in."""


def loading(modules: tuple[str, ...]) -> Iterator[Job]:
    """A job for each of them."""
    return (partial(import_module, name) for name in modules)
