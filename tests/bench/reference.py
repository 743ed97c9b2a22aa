"""The reference application: what the product is measured on. 15 partners, 25 work packages, 60 months, 6 000 values.

It is made from whatever a call asks, kind by kind, so it fits every call; the numbers are the same in every run.
"""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from grantdesk.call.form import Asked, Entity, Form
from grantdesk.call.terms.cost import RowsLine
from grantdesk.call.terms.node import (
    AnyNode,
    Attachment,
    Choice,
    Date,
    Essay,
    Identifier,
    Indicators,
    Matrix,
    Money,
    Number,
    Partners,
    Rate,
    Several,
    TableNode,
    Text,
    YesNo,
)
from grantdesk.model.order import POS, spread
from grantdesk.model.tree import Answers

WORDS = """hanke tulos vaikuttavuus tutkimus kehittäminen kokeilu kumppani yritys aineisto menetelmä tavoite resurssi
riski mittari kaupunki palvelu testiympäristö osaaminen hankinta verkosto arviointi käyttäjä liikenne energia"""
START, MONTHS = date(2027, 1, 1), 60
END = date(START.year + MONTHS // 12, START.month, START.day) - timedelta(days=1)
IDENTIFIERS = {
    "business_id": "0201256-6",
    "vat_id": "FI02012566",
    "iban": "FI14 8000 1900 9661 60",
    "bic": "DABAFIHH",
    "email": "etunimi.sukunimi@example.org",
    "postal_code": "00100",
    "phone": "+358 40 123 4567",
    "url": "https://www.example.org",
    "municipality": "091",
    "pic": "999999999",
    "orcid": "0000-0002-1825-0097",
}


def business_id(n: int) -> str:
    """The n-th of many sound business ids that belong to nobody we know."""
    found, number = -1, 1_000_000
    while True:
        number += 7
        rest = sum(w * int(d) for w, d in zip((7, 9, 10, 5, 8, 4, 2), f"{number:07d}", strict=True)) % 11
        if rest != 1:
            found += 1
            if found == n:
                return f"{number:07d}-{11 - rest if rest else 0}"


@dataclass(frozen=True)
class Size:
    """How much there is of everything."""

    partners: int = 15
    packages: int = 25
    budget: int = 28
    """Rows of the tables that a cost line adds up, in each partner's part."""
    rows: int = 2
    """Rows of its other tables."""
    essay: int = 2500
    """Characters of a long answer, at most."""

    def times(self, factor: int) -> "Size":
        """About factor times the values: so many times the partners."""
        return Size(self.partners * factor, self.packages, self.budget, self.rows, self.essay)


class Reference:
    """Makes one reference application of a call."""

    def __init__(self, form: Form, size: Size = Size(), seed: int = 1) -> None:
        self.form, self.size, self.random = form, size, random.Random(seed)
        self.ids: dict[str, list[str]] = {}
        self.words = WORDS.split()
        models = form.call.costs.models.values() if form.call.costs else ()
        self.budget = {
            line.table for model in models for line in model.lines[:1] if isinstance(line, RowsLine)
        }

    def answers(self) -> Answers:
        """The whole tree: dates in order, one lead, years inside the project, so that little is wrong with it."""
        for name in self.form.project.tables:
            self.ids[name] = [f"{name[:2]}{i:03d}" for i in range(self._rows(name))]
        answers = self._entity(self.form.project)
        parts = self.form.call.parts
        for name, day in ((parts.start, START), (parts.end, END)):
            if name:
                answers[name] = day.isoformat()
        self._packages(answers)
        self._members(answers)
        return answers

    def _packages(self, answers: dict[str, Any]) -> None:
        parts = self.form.call.parts
        if parts.packages and parts.package_start and parts.package_end:
            for i, row in enumerate(answers[parts.packages].values()):
                begins = START + timedelta(days=20 * (i % 60))
                row |= {parts.package_start: begins.isoformat()}
                row |= {parts.package_end: (begins + timedelta(days=400)).isoformat()}

    def _members(self, answers: dict[str, Any]) -> None:
        node = self.form.partners
        for i, row in enumerate(answers[node.id].values() if node else ()):
            for asked in self.form.project.tables[node.id].asked if node else ():
                if isinstance(asked.node, Identifier) and asked.node.scheme == "business_id":
                    row[asked.id] = business_id(i)
            if node and node.lead:
                lead = next(
                    a.node for a in self.form.project.tables[node.id].asked if a.id == node.lead.column
                )
                others = (
                    [o for o in self._options(lead) if o != node.lead.value]
                    if isinstance(lead, Choice)
                    else []
                )
                row[node.lead.column] = others[0] if i and others else node.lead.value

    def _rows(self, table: str) -> int:
        if self.form.partners and table == self.form.partners.id:
            return self.size.partners
        return self.size.packages if table == self.form.call.parts.packages else 8

    def _entity(self, entity: Entity) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for asked in entity.asked:
            value = self._answer(asked, entity, answers)
            if value is not None:
                answers[asked.id] = value
        return answers

    def _answer(self, asked: Asked, entity: Entity, before: Mapping[str, Any]) -> Any:
        node = asked.node
        if isinstance(node, TableNode | Partners):
            inner = entity.tables[node.id]
            rows = self.size.budget if node.id in self.budget else self.size.rows
            ids = self.ids[node.id] if not entity.scope else [f"{node.id[:2]}{i:03d}" for i in range(rows)]
            count = len(ids)
            keys = zip(ids, spread(count), strict=True)
            return {row: {POS: pos, **self._entity(inner)} for row, pos in keys}
        return self._leaf(node)

    def _leaf(self, node: AnyNode) -> Any:
        pick = self.random
        match node:
            case Text(most=most):
                return " ".join(self._text(min(most, 60)).split())
            case Essay(limit=limit):
                cap = min(limit.most * (7 if limit.counting == "words" else 1), self.size.essay)
                return self._text(pick.randint(cap // 2, cap))
            case Money():
                return pick.randint(300_000, 700_000)
            case Number(plain=True):
                return START.year + pick.randrange(MONTHS // 12)
            case Number(decimals=decimals):
                return pick.randint(1, 5) * 10**decimals
            case Rate(most=most):
                return min(most, 6000)
            case Date():
                return (START + timedelta(days=pick.randrange(MONTHS * 30))).isoformat()
            case Choice():
                return pick.choice(self._options(node))
            case Several():
                return dict.fromkeys(
                    pick.sample(self._options(node), 2) if len(self._options(node)) > 1 else [], True
                )
            case YesNo(must_be=must_be):
                return pick.random() < 0.7 if must_be is None else must_be
            case Identifier(scheme=scheme):
                return IDENTIFIERS[scheme]
            case _:
                return self._grid(node)

    def _grid(self, node: AnyNode) -> Any:
        pick = self.random
        match node:
            case Attachment(formats=formats):
                file = {POS: "V", "name": f"liite.{formats[0]}", "type": "application/pdf", "size": 1000}
                return {"file1": {**file, "sha256": "0" * 64}}
            case Matrix(rows=rows, columns=columns):
                return {
                    row: {column: pick.randint(0, 600) for column in self.ids[columns]}
                    for row in self.ids[rows]
                }
            case Indicators(indicators=names):
                return {
                    name: {"baseline": 0, "target": pick.randint(1, 50), "basis": self._text(80)}
                    for name in names
                }
            case _:
                return None

    def _options(self, node: Choice | Several) -> list[str]:
        if node.rows_of:
            return self.ids[node.rows_of]
        return [option.id for option in self.form.call.lists[node.options or ""].options]

    def _text(self, length: int) -> str:
        words: list[str] = []
        n = 0
        while n < length:
            word = self.random.choice(self.words)
            words.append(
                word + (".\n" if self.random.random() < 0.02 else ". " if self.random.random() < 0.1 else " ")
            )
            n += len(words[-1])
        return "".join(words)[:length].strip()
