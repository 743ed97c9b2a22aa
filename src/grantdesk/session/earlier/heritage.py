"""What a new application takes over from an earlier one: every answer that its call still asks in the same way."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Identifier,
    Indicators,
    Info,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    Total,
    YesNo,
)
from grantdesk.model.order import POS, rows
from grantdesk.model.tree import Answers
from grantdesk.rules.value import is_blank, whole
from grantdesk.words.phrase import Fact, Phrase, Texts, counted, phrase

Reason: TypeAlias = Literal["date", "money", "file", "promise", "gone", "other", "option", "unread"]
MOST = 6  # fields that a notice names


@dataclass(frozen=True, slots=True)
class Heritage:
    """`taken` counts the answers in `answers`; `left` are the labels of what was not taken over, by reason."""

    answers: Answers
    taken: int
    left: Mapping[Reason, tuple[Texts, ...]]

    def notices(self, file: str) -> tuple[Phrase, ...]:
        """What was taken over from the file, and what is to be answered anew and why."""
        first = counted(
            "{n} answer was taken over from “{file}”.",
            "{n} answers were taken over from “{file}”.",
            n=self.taken,
            file=file,
        )
        return (first, *(_notice(reason, labels) for reason, labels in self.left.items()))


def _notice(reason: Reason, labels: tuple[Texts, ...]) -> Phrase:
    fields: tuple[Fact, ...] = labels[:MOST]
    if len(labels) > MOST:
        fields = (*fields, counted("{n} other", "{n} others", n=len(labels) - MOST))
    match reason:
        case "date":
            return phrase("Dates and years must be entered again: {fields}.", fields=fields)
        case "money":
            return phrase("Amounts of money must be entered again: {fields}.", fields=fields)
        case "file":
            return phrase("Attachments are to be added anew: {fields}.", fields=fields)
        case "promise":
            return phrase("Declarations are to be made anew: {fields}.", fields=fields)
        case "gone":
            return phrase("Not asked any more: {fields}.", fields=fields)
        case "other":
            return phrase("Asked in another way now: {fields}.", fields=fields)
        case "option":
            return phrase("What was chosen is not offered any more: {fields}.", fields=fields)
        case "unread":
            return phrase("Could not be read: {fields}.", fields=fields)


def inherited(earlier: Form, answers: Answers, form: Form) -> Heritage:
    """Takes over by the id and the kind of each question, in tables and partners' parts too; rows keep their ids.

    Dates and years, amounts of money, attachments and declarations belong to one application and are left out, and so
    is what could not be read, a choice that is not offered any more, and a reference to a row that is not there.
    """
    heir = _Heir(earlier, form)
    taken = heir.entity(earlier.project, form.project, answers)
    kept = _Referring(taken).entity(form.project, taken)
    left = {reason: tuple(dict.fromkeys(labels)) for reason, labels in heir.left.items()}
    return Heritage(kept, _count(kept), left)


def _count(answers: Any) -> int:
    if not isinstance(answers, dict):
        return 1
    return sum(_count(value) for key, value in answers.items() if key != POS)


class _Heir:
    """The work on one pair of calls. `left` grows on the way."""

    def __init__(self, earlier: Form, form: Form) -> None:
        self._decimals = [{each.id: each.decimals for each in f.call.indicators} for f in (earlier, form)]
        self._lists = form.call.lists
        self.left: dict[Reason, list[Texts]] = {}

    def entity(self, old: Entity, new: Entity, tree: Mapping[str, Any]) -> dict[str, Any]:
        """What the project, a row or a part takes over."""
        found: dict[str, Any] = {}
        for asked in old.asked:
            before, value = asked.node, tree.get(asked.id)
            if is_blank(value) or isinstance(before, Total | Info):
                continue
            node = new.node(asked.id)
            reason = _reason(before, node)
            if node is None or reason:
                self._leave(before, reason or "gone")
            elif isinstance(node, TableNode | Partners):
                found[node.id] = self._rows(old.tables[node.id], new.tables[node.id], value)
            else:
                found[node.id] = self._value(node, value)
        return {name: value for name, value in found.items() if not is_blank(value)}

    def _leave(self, node: AnyNode, reason: Reason) -> None:
        self.left.setdefault(reason, []).append(node.label)

    def _rows(self, old: Entity, new: Entity, table: Any) -> dict[str, Any]:
        """The rows of which anything is left."""
        found: dict[str, Any] = {}
        for key, row in rows(table).items():
            if cells := self.entity(old, new, row):
                found[key] = {**cells, POS: row[POS]} if isinstance(row.get(POS), str) else cells
        return found

    def _value(self, node: AnyNode, value: Any) -> Any:
        """As much of an answer as the node takes, None if nothing."""
        match node:
            case Several() | Indicators() | Matrix() if isinstance(value, dict):
                kept = {key: below for key, below in value.items() if self._takes(node, key, below)}
                if len(kept) < len(value):
                    self._leave(node, "option")
                return kept
            case Choice() if isinstance(value, str):
                if self._takes(node, value, True):
                    return value
                self._leave(node, "option")
                return None
        if _is_read(node, value):
            return value
        self._leave(node, "unread")
        return None

    def _takes(self, node: AnyNode, key: str, value: Any) -> bool:
        """Does the node offer this option, this indicator, this row?"""
        match node:
            case Choice(options=str(options)) | Several(options=str(options)):
                return value is True and any(each.id == key for each in self._lists[options].options)
            case Indicators():
                old, new = (decimals.get(key) for decimals in self._decimals)
                return key in node.indicators and old == new and isinstance(value, dict)
            case Matrix():
                return isinstance(value, dict) and all(whole(cell) is not None for cell in value.values())
            case _:
                return value is True


def _reason(old: AnyNode, new: AnyNode | None) -> Reason | None:
    """Why no answer of the old node may go into the new one; None if one may."""
    match new:
        case None:
            return "gone"
        case _ if type(old) is not type(new):
            return "other"
        case Date() | Number(plain=True):
            return "date"
        case Money():
            return "money"
        case Attachment():
            return "file"
        case YesNo(must_be=bool()):
            return "promise"
        case _:
            return None if _form(old) == _form(new) else "other"


def _form(node: AnyNode) -> tuple[object, ...]:
    """What must be equal for an answer to mean the same."""
    match node:
        case Number(decimals=decimals):
            return (decimals,)
        case Identifier(scheme=scheme):
            return (scheme,)
        case Matrix(decimals=decimals, rows=rows, columns=columns):
            return (decimals, rows, columns)
        case Choice(rows_of=rows_of) | Several(rows_of=rows_of):
            return (rows_of,)
        case _:
            return ()


def _is_read(node: AnyNode, value: Any) -> bool:
    """Is it what such a node is answered with, and not what nobody could read?"""
    match node:
        case Text() | Essay() | Identifier():
            return isinstance(value, str)
        case Number() | Rate():
            return whole(value) is not None
        case YesNo():
            return isinstance(value, bool)
        case _:
            return False


class _Referring:
    """Leaves out references to rows that did not come along."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    def entity(self, entity: Entity, tree: Mapping[str, Any]) -> dict[str, Any]:
        """The answers of the project, a row or a part without such references."""
        found = {POS: tree[POS]} if POS in tree else {}
        for asked in entity.asked:
            if asked.id in tree:
                found[asked.id] = self._value(entity, asked.node, tree[asked.id])
        return {name: value for name, value in found.items() if not is_blank(value)}

    def _value(self, entity: Entity, node: AnyNode, value: Any) -> Any:
        match node:
            case TableNode() | Partners():
                inner = entity.tables[node.id]
                return {key: self.entity(inner, row) for key, row in value.items()}
            case Choice(rows_of=str(table)):
                return value if value in self._rows(table) else None
            case Several(rows_of=str(table)):
                return {key: tick for key, tick in value.items() if key in self._rows(table)}
            case Matrix():
                kept = {
                    key: self._cells(node, row) for key, row in value.items() if key in self._rows(node.rows)
                }
                return {key: row for key, row in kept.items() if row}
            case _:
                return value

    def _cells(self, node: Matrix, row: Mapping[str, Any]) -> dict[str, Any]:
        return {key: cell for key, cell in row.items() if key in self._rows(node.columns)}

    def _rows(self, table: str) -> Mapping[str, Any]:
        return rows(self._answers.get(table))
