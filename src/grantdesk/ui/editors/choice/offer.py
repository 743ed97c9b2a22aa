"""What a choice offers, said in the language of the window: options of the call, or rows of a table by name."""

from collections.abc import Iterable
from dataclasses import dataclass

from grantdesk.call.terms.node import Choice, Several
from grantdesk.outline.fact.answer import gone
from grantdesk.ui.desk.desk import Desk

MANY = 12
"""With more options than this one searches by typing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One option: its id in the answer, its name and what the call says about it, if it says anything."""

    id: str
    name: str
    help: str = ""


def offers(desk: Desk, node: Choice | Several, chosen: Iterable[str] = ()) -> list[Offer]:
    """The options in their order; what is chosen and not offered any more stands at the end and says so."""
    found = _rows(desk, node.rows_of) if node.rows_of else _options(desk, node)
    known = {offer.id for offer in found}
    return found + [_gone(desk, node, key) for key in chosen if key not in known]


def _options(desk: Desk, node: Choice | Several) -> list[Offer]:
    options = desk.session.form.call.lists[node.options].options if node.options else ()
    return [Offer(o.id, desk.say(o.label), desk.say(o.help) if o.help else "") for o in options]


def _rows(desk: Desk, table: str) -> list[Offer]:
    dossier = desk.session.dossier(desk.speech.language)
    return [Offer(key, dossier.say(name.full)) for key, name in dossier.names.of(table).items()]


def _gone(desk: Desk, node: Choice | Several, key: str) -> Offer:
    said = desk.session.dossier(desk.speech.language).say
    return Offer(key, said(gone(node, key)))
