"""What differs between two versions of the answers, in words and in the order of the form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Indicators,
    Info,
    Matrix,
    Partners,
    Several,
    TableNode,
    Total,
)
from grantdesk.model.order import POS, ordered, rows
from grantdesk.model.path import ROOT, Path
from grantdesk.model.tree import EMPTY, Answers, same
from grantdesk.outline.fact.answer import NOTHING, fact, items, plain, typed
from grantdesk.outline.fact.name import Names
from grantdesk.outline.place import joined, steps
from grantdesk.rules.value import is_blank, whole
from grantdesk.words.language import Language
from grantdesk.words.phrase import Fact, Phrase, Scaled

APART = " · "


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that holds another answer. `before` and `after` are as a person reads them, "–" where there is none; a
    row that came or went is one difference, and so is another order of a table's rows."""

    place: Phrase
    path: Path
    before: str
    after: str


def differences(form: Form, before: Answers, after: Answers, language: Language) -> list[Difference]:
    """Every difference, in the order of the form; what the call does not ask comes last, as it was given."""
    return list(_Comparison(form, before, after, language).found())


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two versions."""

    names: Names
    answers: Answers


class _Comparison:
    def __init__(self, form: Form, before: Answers, after: Answers, language: Language) -> None:
        self._form, self._language = form, language
        self._before, self._after = (_Side(Names(form, each), each) for each in (before, after))
        self._decimals = {each.id: each.decimals for each in form.call.indicators}

    def found(self) -> Iterator[Difference]:
        return self._entity(self._form.project, ROOT, self._before.answers, self._after.answers)

    def _entity(
        self, entity: Entity, at: Path, old: Mapping[str, Any], new: Mapping[str, Any]
    ) -> Iterator[Difference]:
        """The project, a row or a part."""
        for asked in entity.asked:
            a, b, here = old.get(asked.id), new.get(asked.id), (*at, asked.id)
            if same(a, b) or (is_blank(a) and is_blank(b)):
                continue
            match asked.node:
                case TableNode() | Partners():
                    yield from self._table(entity.tables[asked.id], here, a, b)
                case Matrix() | Indicators():
                    yield from self._cells(asked.node, here, a, b)
                case node:
                    yield self._difference(
                        here, self._said(node, a, self._before), self._said(node, b, self._after)
                    )
        known = {asked.id for asked in entity.asked} | {POS}
        for key in sorted({*old, *new} - known):
            if not same(old.get(key), new.get(key)):
                yield self._difference((*at, key), self._typed(old.get(key)), self._typed(new.get(key)))

    def _table(self, entity: Entity, at: Path, old: Any, new: Any) -> Iterator[Difference]:
        before, after = rows(old), rows(new)
        for key in dict.fromkeys([*_order(new), *_order(old)]):
            here = (*at, key)
            if key in before and key in after:
                yield from self._entity(entity, here, before[key], after[key])
            elif key in after:
                yield self._difference(here, NOTHING, self._row(entity, after[key], self._after))
            else:
                yield self._difference(here, self._row(entity, before[key], self._before), NOTHING)
        was, now = ([key for key in _order(each) if key in before and key in after] for each in (old, new))
        if was != now:
            yield self._difference(at, self._titles(at, was), self._titles(at, now))

    def _titles(self, at: Path, keys: list[str]) -> str:
        """The rows in an order, called as they are called now: their numbers would be others in the other order."""
        names = self._after.names.table(at, self._node(at))
        return APART.join(self._say(names[key].title or names[key].full) for key in keys)

    def _node(self, at: Path) -> TableNode | Partners:
        node = self._form.node(at)
        if not isinstance(node, TableNode | Partners):
            raise TypeError(at)
        return node

    def _row(self, entity: Entity, row: Mapping[str, Any], side: _Side) -> str:
        """A row in one line; of a partner what stands in the table, not the whole part."""
        columns = (asked for asked in entity.asked if not asked.section)
        said = (self._said(column.node, row.get(column.id), side) for column in columns)
        return APART.join(text for text in said if text != NOTHING) or NOTHING

    def _cells(self, node: Matrix | Indicators, at: Path, old: Any, new: Any) -> Iterator[Difference]:
        before, after = _flat(old), _flat(new)
        for key in dict.fromkeys([*after, *before]):
            a, b = before.get(key), after.get(key)
            if not same(a, b):
                yield self._difference((*at, *key), self._cell(node, key, a), self._cell(node, key, b))

    def _cell(self, node: Matrix | Indicators, key: Path, value: Any) -> str:
        number = whole(value)
        if number is None:
            return self._typed(value)
        decimals = node.decimals if isinstance(node, Matrix) else self._decimals.get("".join(key[:1]), 0)
        return self._say(Scaled(number, decimals))

    def _said(self, node: AnyNode, value: Any, side: _Side) -> str:
        if is_blank(value) or isinstance(node, Total | Info):
            return NOTHING
        if isinstance(node, Several | Attachment):
            found = items(self._form.call, node, value, side.names.of)
            return self._language.join(map(self._say, found)) or NOTHING
        return self._say(fact(self._form.call, node, value, side.names.of))

    def _typed(self, value: Any) -> str:
        return NOTHING if is_blank(value) else self._say(typed(value))

    def _say(self, fact: Fact) -> str:
        return self._language.say(plain("{it}", it=fact))

    def _difference(self, path: Path, before: str, after: str) -> Difference:
        """The place is called as it is now, or as it was if it is gone."""
        side = self._before if after == NOTHING else self._after
        return Difference(joined(steps(side.names, path)), path, before, after)


def _order(table: Any) -> list[str]:
    return [key for key, _ in ordered(table)]


def _flat(value: Any, at: Path = ROOT) -> dict[Path, Any]:
    """The leaves of an answer that is a tree."""
    if not isinstance(value, dict):
        return {} if value is None else {at: value}
    found: dict[Path, Any] = {}
    for key, below in (value or EMPTY).items():
        found |= _flat(below, (*at, key))
    return found
