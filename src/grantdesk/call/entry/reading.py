"""Answers as JSON, read into the tree: every place that does not fit is found, and nothing is guessed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, TypeVar

from grantdesk.call.entry import value as one
from grantdesk.call.entry.file import attached
from grantdesk.call.entry.misfit import Misfit, Unfit
from grantdesk.call.entry.rows import id_faults, keyed, listed
from grantdesk.call.fault import Fault
from grantdesk.call.form import Entity, Form
from grantdesk.call.reference import options
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Indicators,
    Info,
    Matrix,
    Partners,
    Several,
    TableNode,
    Total,
)
from grantdesk.model.order import POS, fresh, spread
from grantdesk.model.tree import Answer, Answers
from grantdesk.words.phrase import Phrase, phrase

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entered:
    """The answers, and the content of each attached file by its SHA-256 in hex."""

    answers: Answers
    attachments: Mapping[str, bytes] = field(default_factory=dict)


def entered(form: Form, data: Mapping[str, Any], ids: Callable[[], str] = fresh) -> Entered:
    """Answers from outside, {node id: value}, as the tree. Misfit, with every fault, if the call does not take them.

    `ids` makes the ids of the rows that bring none. An identifier takes its normal form.
    """
    reader = Reader(form, ids)
    answers = reader.entity(form.project, data, "")
    faults = (*reader.faults, *reader.dangling())
    if faults:
        raise Misfit(faults)
    return Entered(answers, reader.attachments)


class Reader:
    """Reads the answers of one application; `faults` and `attachments` gather on the way."""

    def __init__(self, form: Form, ids: Callable[[], str]) -> None:
        self.form, self.ids = form, ids
        self.faults: list[Fault] = []
        self.attachments: dict[str, bytes] = {}
        self._rows: dict[str, list[str]] = {}
        self._references: list[tuple[str, str, str]] = []

    def entity(self, entity: Entity, data: Any, place: str) -> dict[str, Answer]:
        """The answers of the project, a row or a part."""
        if not isinstance(data, dict):
            self._fault(place, phrase("Here belongs an object of answers."))
            return {}
        nodes = {asked.id: asked.node for asked in entity.asked}
        tree: dict[str, Answer] = {}
        for name, value in data.items():
            here = f"{place}.{name}" if place else name
            if name not in nodes:
                self._fault(here, self._unknown(entity, name))
            elif value is not None:
                answer = self._tried(here, self._answer, entity, nodes[name], value, here)
                if answer is not None and answer not in ("", {}):
                    tree[name] = answer
        return tree

    def dangling(self) -> Iterator[Fault]:
        """The rows that are referred to and are not there."""
        for place, table, row in self._references:
            if row not in self._rows.get(table, ()):
                said = phrase("There is no row “{name}” in “{table}”.", name=one.told(row), table=table)
                yield Fault(place, said)

    def _fault(self, place: str, said: Phrase) -> None:
        self.faults.append(Fault(place or "answers", said))

    def _tried(self, place: str, read: Callable[..., T], *arguments: Any) -> T | None:
        """What read gives, or a fault at the place."""
        try:
            return read(*arguments)
        except Unfit as unfit:
            self._fault(place, unfit.phrase)
            return None

    def _unknown(self, entity: Entity, name: str) -> Phrase:
        partners, said = self.form.partners, one.told(name)
        part = entity.tables.get(partners.id) if partners else None
        if part and part.node(name):
            return phrase("“{name}” is asked of each partner: it stands in the partner’s row.", name=said)
        near = get_close_matches(said, [asked.id for asked in entity.asked], 1)
        if near:
            return phrase(
                "The call asks nothing called “{name}” here. Is “{near}” meant?", name=said, near=near[0]
            )
        return phrase("The call asks nothing called “{name}” here.", name=said)

    def _answer(self, entity: Entity, node: AnyNode, value: Any, place: str) -> Answer | None:
        match node:
            case TableNode() | Partners():
                return self._table(entity, node, value, place)
            case Choice():
                return self._chosen(node, value, place)
            case Several():
                return {self._chosen(node, name, place): True for name in one.ticks(value)}
            case Matrix():
                return self._matrix(node, value, place)
            case Indicators():
                return self._indicators(node, value, place)
            case Attachment():
                return self._files(value, place)
            case Total() | Info():
                raise Unfit(phrase("“{name}” takes no answer.", name=node.id))
            case _:
                return one.single(node, value)

    def _table(self, entity: Entity, node: TableNode | Partners, value: Any, place: str) -> Answer:
        rows = listed(value, place)
        keys, positions = keyed(rows, self.ids), spread(len(rows))
        self.faults += id_faults(rows)
        if not entity.scope:
            self._rows[node.id] = keys
        inner = entity.tables[node.id]
        return {
            key: {POS: position, **self.entity(inner, row.data, row.place)}
            for key, position, row in zip(keys, positions, rows, strict=True)
        }

    def _chosen(self, node: Choice | Several, value: Any, place: str) -> str:
        if node.rows_of is None:
            return one.option(value, options(self.form.call, node))
        chosen = one.short(value)
        self._references.append((place, node.rows_of, chosen))
        return chosen

    def _matrix(self, node: Matrix, value: Any, place: str) -> Answer:
        grid: dict[str, dict[str, int]] = {}
        for row, cells in one.group(value).items():
            self._references.append((f"{place}.{row}", node.rows, row))
            for column, cell in one.group(cells).items():
                here = f"{place}.{row}.{column}"
                self._references.append((here, node.columns, column))
                number = self._tried(here, one.number, cell, node.decimals) if cell is not None else None
                if number is not None:
                    grid.setdefault(row, {})[column] = number
        return grid

    def _indicators(self, node: Indicators, value: Any, place: str) -> Answer:
        decimals = {i.id: i.decimals for i in self.form.call.indicators if i.id in node.indicators}
        grid: dict[str, dict[str, int | str]] = {}
        for name, cells in one.group(value).items():
            one.option(name, decimals)
            for word, cell in one.group(cells).items():
                one.option(word, ("baseline", "target", "basis") if node.baseline else ("target", "basis"))
                here = f"{place}.{name}.{word}"
                read = (one.text, cell) if word == "basis" else (one.number, cell, decimals[name])
                got = self._tried(here, *read) if cell is not None else None
                if got is not None and got != "":
                    grid.setdefault(name, {})[word] = got
        return grid

    def _files(self, value: Any, place: str) -> Answer:
        rows = listed(value if isinstance(value, list) else None, place)
        keys, positions = keyed(rows, self.ids), spread(len(rows))
        self.faults += id_faults(rows)
        files: dict[str, Any] = {}
        for key, position, row in zip(keys, positions, rows, strict=True):
            if (got := self._tried(row.place, attached, row.data)) is not None:
                entry, content = got
                files[key] = {POS: position, **entry}
                self.attachments[entry["sha256"]] = content
        return files
