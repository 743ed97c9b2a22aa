"""The texts of one cell: as it is shown, as it is written to be changed or copied, and what a typed one stands for."""

from dataclasses import dataclass
from typing import Any

from grantdesk.call.entry import typed
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Date,
    Money,
    Number,
    Rate,
    Several,
    TableNode,
    Total,
    YesNo,
)
from grantdesk.model.tree import Answer
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import items
from grantdesk.outline.kind.cell import numbered
from grantdesk.rules.value import is_blank, whole
from grantdesk.words.language import Language
from grantdesk.words.phrase import Phrase, phrase
from grantdesk.words.refusal import Unreadable
from grantdesk.words.refusal import shown as as_typed
from grantdesk.words.typed import line

DIGITS = 6
"""No table has more rows than so many digits count."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose in a cell: its id, and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a typed text is as an answer. With `trouble` it could not be read, and the answer is the text itself."""

    value: Answer | None
    trouble: Phrase | None = None


def shown(dossier: Dossier, node: AnyNode, value: Any, cents: bool = False) -> str:
    """An answer as it stands in its cell; `cents`: amounts always show them. Empty where there is none."""
    if is_blank(value):
        return ""
    if isinstance(node, Several):
        return "; ".join(map(dossier.say, items(dossier.form.call, node, value, dossier.names.of)))
    number = whole(value)
    return dossier.said(node, value) if number is None else numbered(dossier, node, number, cents)


def written(dossier: Dossier, node: AnyNode, value: Any) -> str:
    """The same to be typed in, and for other programs: numbers without groups, choices so that they can be read."""
    language, number = dossier.language, whole(value)
    match node:
        case _ if is_blank(value):
            return ""
        case Money() | Total() if number is not None:
            return _decimal(language, number, 2)
        case Number(decimals=decimals) if number is not None:
            return _decimal(language, number, decimals)
        case Rate() if number is not None:
            return _decimal(language, number, 2) + " %"
        case Date() if isinstance(value, str):
            return language.date(value)
        case YesNo() if isinstance(value, bool):
            return language.yes_no(value)
        case Choice() if isinstance(value, str):
            return _told(offers(dossier, node), value)
        case Several() if isinstance(value, dict):
            offered = offers(dossier, node)
            return "; ".join(_told(offered, key) for key in _in_order(offered, value))
        case _:
            return value if isinstance(value, str) else shown(dossier, node, value)


def read(dossier: Dossier, node: AnyNode, text: str) -> Read:
    """What was typed, as an answer; what cannot be read stays as it is."""
    try:
        if isinstance(node, Choice | Several) and node.rows_of is not None and text.strip():
            return _row(dossier, node, text)
        return Read(typed(node, text, dossier.language, dossier.form.call))
    except Unreadable as refused:
        return Read(text, refused.phrase)


def offers(dossier: Dossier, node: Choice | Several) -> list[Offer]:
    """What can be chosen, in its order."""
    if node.rows_of is not None:
        names = dossier.names.of(node.rows_of)
        return [Offer(key, dossier.say(name.full)) for key, name in names.items()]
    listed = dossier.form.call.lists[node.options].options if node.options else ()
    return [Offer(option.id, dossier.pick(option.label)) for option in listed]


def _decimal(language: Language, value: int, decimals: int) -> str:
    whole_part, part = divmod(abs(value), 10**decimals)
    text = f"{'-' if value < 0 else ''}{whole_part}"
    return f"{text}{language.manner.decimal}{part:0{decimals}d}" if part else text


def _told(offered: list[Offer], key: str) -> str:
    """The label, or the id where the label would not be read back as the same."""
    label = next((offer.label for offer in offered if offer.id == key), "")
    plain = line(label)
    alike = [offer for offer in offered if plain.casefold() in (line(offer.label).casefold(), offer.id)]
    return label if plain and len(alike) == 1 and label == plain and ";" not in label else key


def _in_order(offered: list[Offer], value: dict[str, Any]) -> list[str]:
    known = [offer.id for offer in offered if offer.id in value]
    return known + sorted(value.keys() - set(known))


def _row(dossier: Dossier, node: Choice | Several, text: str) -> Read:
    """Rows by their names as they are shown, by the short ones that stand before them ("WP2"), or by their ids."""
    if isinstance(node, Choice):
        key = _named(dossier, node, text)
        return Read(key) if key is not None else Read(text, _no_row(dossier, node, text))
    keys = {part: _named(dossier, node, part) for part in text.replace("\n", ";").split(";") if part.strip()}
    lost = next((part for part, key in keys.items() if key is None), None)
    if lost is not None:
        return Read(text, _no_row(dossier, node, lost))
    return Read({key: True for key in keys.values() if key is not None} or None)


def _named(dossier: Dossier, node: Choice | Several, text: str) -> str | None:
    wanted, names = line(text).casefold(), dossier.names.of(node.rows_of or "")
    if wanted in names:
        return wanted
    for way in ("full", "title", "number"):
        told = {key: fact for key, name in names.items() if (fact := getattr(name, way)) is not None}
        found = [key for key, fact in told.items() if line(dossier.say(fact)).casefold() == wanted]
        if found:
            return found[0] if len(found) == 1 else None
    place = _place(dossier, node, wanted)
    return list(names)[place - 1] if 0 < place <= len(names) else None


def _place(dossier: Dossier, node: Choice | Several, wanted: str) -> int:
    """The place that a number stands for where the call numbers the rows: "2", "WP 2", "TP2" in any language."""
    table = dossier.form.project.node(node.rows_of or "")
    prefix = dossier.form.call.tables[table.table].prefix if isinstance(table, TableNode) else None
    if prefix is None:
        return 0
    for each in (prefix.fi, prefix.sv, prefix.en):
        wanted = wanted.removeprefix(each.casefold())
    number = wanted.strip()
    return int(number) if number.isdecimal() and len(number) <= DIGITS else 0


def _no_row(dossier: Dossier, node: Choice | Several, text: str) -> Phrase:
    table = dossier.label(dossier.form.project.node(node.rows_of or ""))
    return phrase("“{typed}” is not among the rows of “{table}”.", typed=as_typed(text), table=table)
