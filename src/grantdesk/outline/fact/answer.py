"""One answer as a fact that a language can say, by the kind of its node. What has another form is given as typed."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol, TypeAlias

from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
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
from grantdesk.model.order import ordered
from grantdesk.rules.answer.number import said
from grantdesk.rules.date import is_day
from grantdesk.rules.value import is_blank, whole
from grantdesk.words.phrase import Bytes, Fact, Phrase, Texts, phrase

NOTHING = "–"  # where there is nothing to be said
ROW = re.compile(r"[a-z0-9_]{1,32}")  # the id of a row


class Named(Protocol):
    """What a row is called."""

    @property
    def full(self) -> Fact:
        """As it is referred to."""


RowNames: TypeAlias = Callable[[str], Mapping[str, Named]]
"""From the id of a table of the project to what its rows are called, by their ids and in their order."""


def plain(form: str, /, **facts: Fact) -> Phrase:
    """A phrase without words of its own, the same in every language: plain("{number} {title}", …)."""
    return Phrase(Texts(form, form, form), facts)


def typed(value: object) -> Fact:
    """What stands where it could not be read, whole: nothing that someone gave is left out."""
    if isinstance(value, dict | list):
        return " · ".join(str(leaf) for leaf in _leaves(value) if not is_blank(leaf)) or NOTHING
    return value if isinstance(value, str | bool) else str(value)


def _leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict | list):
        for below in value.values() if isinstance(value, dict) else value:
            yield from _leaves(below)
    else:
        yield value


def fact(call: Call, node: AnyNode, value: Any, names: RowNames) -> Fact:
    """An answer of one value. Several choices and attachments are `items`."""
    match node:
        case Text() | Essay() | Identifier() if isinstance(value, str):
            return value
        case Money() | Number() | Rate() if (number := whole(value)) is not None:
            return said(node, number)
        case Date():
            return is_day(value) or typed(value)
        case YesNo() if isinstance(value, bool):
            return value
        case Choice() if isinstance(value, str):
            return _chosen(call, node, value, names)
        case _:
            return typed(value)


def items(call: Call, node: Several | Attachment, value: Any, names: RowNames) -> list[Fact]:
    """The choices in the order in which they are offered, or the files in theirs."""
    if not isinstance(value, dict):
        return [typed(value)]
    if isinstance(node, Attachment):
        files = [_file(file) for _, file in ordered(value)]
        return files + [typed(other) for other in value.values() if not isinstance(other, dict)]
    offered = _offered(call, node, names)
    keys = [key for key in offered if key in value] + sorted(value.keys() - set(offered))
    return [_ticked(call, node, (key, value[key]), names) for key in keys]


def _offered(call: Call, node: Several, names: RowNames) -> list[str]:
    if node.rows_of is not None:
        return [*names(node.rows_of)]
    return [option.id for option in call.lists[node.options].options] if node.options else []


def _ticked(call: Call, node: Several, choice: tuple[str, Any], names: RowNames) -> Fact:
    key, tick = choice
    label = _chosen(call, node, key, names)
    return label if tick is True else plain("{label}: {typed}", label=label, typed=typed(tick))


def _chosen(call: Call, node: Choice | Several, key: str, names: RowNames) -> Fact:
    if node.rows_of is None:
        return option(call, node, key) or gone(node, key)
    name = names(node.rows_of).get(key)
    return name.full if name else gone(node, key)


def gone(node: Choice | Several, key: str) -> Fact:
    """What stands for a choice that is not offered: a row by its id says nothing to anybody; what is no id was
    typed."""
    if node.rows_of is None:
        return phrase("{name} (no longer offered)", name=key)
    return phrase("What was chosen is no longer there") if ROW.fullmatch(key) else key


def option(call: Call, node: Choice | Several, key: str) -> Texts | None:
    """The label of an option, or None if the node does not offer it."""
    offered = call.lists[node.options].options if node.options else ()
    return next((each.label for each in offered if each.id == key), None)


def _file(file: Any) -> Fact:
    name, size = file.get("name"), whole(file.get("size"))
    if not isinstance(name, str) or size is None:
        return typed({key: value for key, value in file.items() if key != "pos"})
    return plain("{name} ({size})", name=name, size=Bytes(size))
