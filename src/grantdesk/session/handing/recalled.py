"""What a person chose last when an application was handed on: how it was exported, which PDF that gave, and with what
it was signed. Kept with the preferences, never trusted; no secret is among it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from grantdesk.call.form import Form
from grantdesk.call.terms.node import Text
from grantdesk.session.handing.exporting import Wish
from grantdesk.session.preferences import Preferences
from grantdesk.session.session import Session
from grantdesk.words.language import LANGUAGES

EXPORT, SIGNING = "export", "signing"
APPLICATIONS = 6  # whose choices are kept
LONGEST = 500  # characters of a choice
ROOM = 4000  # characters of all of them together

Kept = TypeVar("Kept", bound="Exported | Tools")


@dataclass(frozen=True, slots=True)
class Exported:
    """How an application was exported last: as in Wish, and the path of the PDF. `short` is "yes" without optional
    parts that have no answer. Empty where nothing was chosen yet."""

    language: str = ""
    profile: str = ""
    partner: str = ""
    short: str = ""
    pdf: str = ""


@dataclass(frozen=True, slots=True)
class Tools:
    """What was signed with last: `kind` is "file" or "card"; `path` is the file of the key, `module` the card's module,
    `token` and `label` name what is on the card, `stamper` is the address of a time-stamping service."""

    kind: str = ""
    path: str = ""
    module: str = ""
    token: str = ""
    label: str = ""
    stamper: str = ""


def of_wish(wish: Wish, pdf: Path) -> Exported:
    """How something was exported, and where to."""
    short = "" if wish.empty else "yes"
    return Exported(wish.language, wish.profile, wish.partner or "", short, str(pdf))


def exported(preferences: Preferences, application: str) -> Exported:
    """How the application with this id was exported last."""
    return _read(Exported, _told(preferences, EXPORT).get(application))


def keep_exported(preferences: Preferences, application: str, chosen: Exported) -> None:
    """Keeps it, and forgets what is long ago."""
    others = {key: value for key, value in _told(preferences, EXPORT).items() if key != application}
    newest = {application: asdict(chosen), **others}
    kept = dict(list(newest.items())[:APPLICATIONS])
    while kept and len(json.dumps(kept)) > ROOM:
        kept.popitem()
    _keep(preferences, EXPORT, kept)


def proposed(preferences: Preferences, session: Session, spoken: str) -> str:
    """The language in which an application leaves, unless another is chosen: that in which it was exported last, else
    the one in which the call wants it, else the one that is `spoken`."""
    last = exported(preferences, session.base.id).language
    return (last if last in LANGUAGES else "") or _wanted(session.form) or spoken


def tools(preferences: Preferences) -> Tools:
    """What was signed with last."""
    return _read(Tools, _told(preferences, SIGNING))


def keep_tools(preferences: Preferences, chosen: Tools) -> None:
    """Keeps it."""
    _keep(preferences, SIGNING, asdict(chosen))


def _wanted(form: Form) -> str:
    """The only language in which a call asks for the project's name; empty where it asks in several, or in any."""
    title = next(asked for asked in form.project.asked if asked.id == form.call.parts.title)
    others = {asked.family for asked in form.project.asked if asked is not title} - {None}
    return title.node.language if isinstance(title.node, Text) and title.family not in others else ""


def _told(preferences: Preferences, name: str) -> dict[str, Any]:
    try:
        found = json.loads(preferences.value.places.get(name, "{}"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _read(kind: type[Kept], told: Any) -> Kept:
    """What is text of a usable length is taken, anything else is as if nobody had chosen it."""
    found = told if isinstance(told, dict) else {}
    names = {each.name for each in fields(kind)}
    texts = {
        key: value
        for key, value in found.items()
        if key in names and isinstance(value, str) and len(value) <= LONGEST
    }
    return kind(**texts)


def _keep(preferences: Preferences, name: str, value: Mapping[str, Any]) -> None:
    text = json.dumps(value)
    if len(text) <= ROOM:
        preferences.change(places={**preferences.value.places, name: text})
