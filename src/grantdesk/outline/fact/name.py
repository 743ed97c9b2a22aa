"""What the rows of a table are called: "TP2 Kokeilut", a partner's name, "row 3". Worked out from their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.form import Form
from grantdesk.call.terms.node import AnyNode, Attachment, Choice, Partners, Several, Table, TableNode
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import Answers, at
from grantdesk.outline.fact.answer import fact, items, option, plain
from grantdesk.rules.value import is_blank
from grantdesk.words.phrase import Fact, phrase


@dataclass(frozen=True, slots=True)
class Name:
    """`number` is what a row is called by its place ("TP2", "row 3", "Part implementer 2"), `title` by its own answer.

    `prefixed` says whether the call gives numbers to the rows of the table: then they are part of the name.
    """

    number: Fact
    title: "Fact | None" = None
    prefixed: bool = False

    @property
    def full(self) -> Fact:
        """As it is referred to: "TP2 Kokeilut", or the title, or "row 3"."""
        if self.title is None:
            return self.number
        return plain("{n} {title}", n=self.number, title=self.title) if self.prefixed else self.title

    @property
    def short(self) -> Fact:
        """For the head of a narrow column: "TP2" where the rows have numbers."""
        return self.number if self.prefixed else self.full

    @property
    def placed(self) -> Fact:
        """As a place to go to: "TP2 Kokeilut", "row 3 (Projektipäällikkö)"."""
        if self.title is None or self.prefixed:
            return self.full
        return plain("{n} ({title})", n=self.number, title=self.title)

    @property
    def headed(self) -> Fact:
        """As the heading of a part: "Part implementer 2: Vantaanjoen yliopisto"."""
        return self.number if self.title is None else plain("{n}: {title}", n=self.number, title=self.title)


class Names:
    """The names of the rows of all tables in one tree of answers, each table worked out once."""

    def __init__(self, form: Form, answers: Answers) -> None:
        self.form, self.answers = form, answers
        self._known: dict[Path, dict[str, Name]] = {}

    def table(self, path: Path, node: TableNode | Partners) -> Mapping[str, Name]:
        """The names of the rows of the table at path, by their ids and in their order."""
        names = self._known.get(path)
        if names is None:
            # Noted before it is filled: titles that refer to each other in a circle end here.
            names, title = self._known.setdefault(path, {}), self._titled(node)
            for n, (key, row) in enumerate(ordered(at(self.answers, path)), 1):
                names[key] = self._name(node, n, row, title)
        return names

    def of(self, table: str) -> Mapping[str, Name]:
        """The names of the rows of a table of the project; none where there is no such table."""
        node = self.form.project.node(table)
        return self.table((table,), node) if isinstance(node, TableNode | Partners) else {}

    def row(self, table: str, key: str) -> "Fact | None":
        """What a row of a table of the project is called where somebody refers to it; None if it is not there."""
        name = self.of(table).get(key)
        return None if name is None else name.full

    def _titled(self, node: TableNode | Partners) -> AnyNode | None:
        """What the rows of a table are called by."""
        table = self.form.call.tables[node.table]
        return self._partner_name(table) if isinstance(node, Partners) else _column(table, table.title)

    def _name(self, node: TableNode | Partners, n: int, row: Mapping[str, Any], by: AnyNode | None) -> Name:
        table, title = self.form.call.tables[node.table], self._title(by, row)
        if isinstance(node, Partners):
            return Name(self._partner(node, n, row), title)
        if table.prefix:
            return Name(plain("{prefix}{n}", prefix=table.prefix, n=str(n)), title, prefixed=True)
        return Name(phrase("row {n}", n=str(n)), title)

    def _partner_name(self, table: Table) -> AnyNode | None:
        """The node that the call names for it, or the title of the table of partners."""
        named = self.form.call.parts.partner_name
        entity = self.form.project.tables[self.form.partners.id] if self.form.partners else None
        return entity.node(named) if entity and named else _column(table, table.title)

    def _partner(self, node: Partners, n: int, row: Mapping[str, Any]) -> Fact:
        """The role as the call calls it; the others than the lead with their number."""
        column = _column(self.form.call.tables[node.table], node.lead.column if node.lead else None)
        if node.lead and isinstance(column, Choice):
            role = row.get(node.lead.column)
            label = option(self.form.call, column, role) if isinstance(role, str) else None
            if label is not None:
                return label if role == node.lead.value else plain("{role} {n}", role=label, n=str(n))
        return phrase("Partner {n}", n=str(n))

    def _title(self, column: AnyNode | None, row: Mapping[str, Any]) -> "Fact | None":
        value = row.get(column.id) if column else None
        if column is None or is_blank(value):
            return None
        if isinstance(column, Several | Attachment):
            return tuple(items(self.form.call, column, value, self.of))
        return fact(self.form.call, column, value, self.of)


def _column(table: Table, name: str | None) -> AnyNode | None:
    return next((column for column in table.columns if column.id == name), None)
