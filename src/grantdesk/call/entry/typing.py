"""One text that somebody typed, as the answer of a node: read as its language writes things."""

import re

from grantdesk.call.identifier import normal
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Date,
    Essay,
    Identifier,
    Money,
    Number,
    Rate,
    Several,
    Text,
    YesNo,
)
from grantdesk.model.tree import Answer
from grantdesk.words.language import Language
from grantdesk.words.phrase import Texts, phrase
from grantdesk.words.refusal import Unreadable, shown
from grantdesk.words.typed import clean, line


def typed(node: AnyNode, text: str, language: Language, call: Call) -> Answer | None:
    """The answer of a node from one typed text; one in which there is nothing to be seen is None, which removes an
    answer.

    Several choices are set apart by semicolons, or by commas where no label has one. Rows that are chosen are named by
    their ids, and whether they are there is not asked. Unreadable, with what to type instead.
    """
    if not clean(text).strip():
        return None
    match node:
        case Text():
            return line(text)
        case Identifier(scheme=scheme):
            return normal(scheme, line(text)) or None
        case Essay():
            return clean(text)
        case Money():
            return language.read_money(text)
        case Number(decimals=decimals, unit=unit):
            return language.read_number(_bare(text, unit), decimals)
        case Rate():
            return language.read_rate(text)
        case Date():
            return language.read_date(text)
        case YesNo():
            return language.read_yes_no(text)
        case Choice():
            return _chosen(node, text, language, call)
        case Several():
            return _ticked(node, text, language, call)
        case _:
            said = phrase("“{name}” is not answered by one text. Name a field in it.", name=node.id)
            raise Unreadable(text, said)


def _bare(text: str, unit: Texts | None) -> str:
    """A number without its unit, in whichever language somebody wrote that."""
    said = text.strip()
    for word in {each for each in (unit.fi, unit.sv, unit.en) if each} if unit else ():
        if said.casefold().endswith(word.casefold()) and said[: -len(word)].strip():
            return said[: -len(word)]
    return text


def _ticked(node: Several, text: str, language: Language, call: Call) -> Answer:
    names = [name for name in re.split("[;\n]", text) if name.strip()]
    if len(names) == 1 and "," in text:
        try:
            return {_chosen(node, text, language, call): True}
        except Unreadable:
            names = [name for name in text.split(",") if name.strip()]
    return {_chosen(node, name, language, call): True for name in names}


def _chosen(node: Choice | Several, text: str, language: Language, call: Call) -> str:
    """The option with this id, or else the one with this label; the case does not matter."""
    name = line(text)
    if node.options is None:
        return name
    options = call.lists[node.options].options
    labels = {option.id: line(language.pick(option.label)) for option in options}
    folded = name.casefold()
    by_id = [key for key in labels if key == folded]
    found = by_id or [key for key, label in labels.items() if label.casefold() == folded]
    if len(found) == 1:
        return found[0]
    known = tuple(labels.values())[:8]
    if found:
        said = phrase("“{typed}” can mean several options. Name one by its id.", typed=shown(text))
    elif len(known) < len(labels):
        said = phrase("“{typed}” is none of the options: {options} …", typed=shown(text), options=known)
    else:
        said = phrase("“{typed}” is none of the options: {options}.", typed=shown(text), options=known)
    raise Unreadable(text, said)
