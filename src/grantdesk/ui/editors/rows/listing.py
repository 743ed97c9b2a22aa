"""The rows of a table as a sheet for a grid."""

from collections.abc import Mapping, Sequence

from grantdesk.call.form import Asked, Entity, Form
from grantdesk.call.terms.node import AnyNode, Date, Essay, Money, Number, Rate, TableNode, Total, YesNo
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Patch, at
from grantdesk.outline.fact.answer import NOTHING, plain
from grantdesk.outline.kind.cell import is_numeric, labelled, numbered, wish
from grantdesk.rules.value import whole
from grantdesk.session import rows
from grantdesk.session.translation import family_of
from grantdesk.ui.desk.desk import Desk
from grantdesk.ui.editors.grid.sheet import cell
from grantdesk.ui.editors.grid.sheet.sheet import Column, Sheet, Sum
from grantdesk.words.phrase import phrase
from grantdesk.words.reading import EXAMPLE_DAY

SHORT = (Date, Number, YesNo, Money, Rate, Total)
"""What needs no more room than its longest answer."""


def entity_of(form: Form, path: Path) -> Entity:
    """What is asked of the rows of the table at path."""
    return form.scopes()[".".join(path[::2])]


def _translations(form: Form, row: Path, nodes: Sequence[AnyNode]) -> dict[int, str]:
    families = [family_of(form, (*row, node.id)) for node in nodes]
    return {
        column: family.language(family.source)
        for column, (node, family) in enumerate(zip(nodes, families, strict=True))
        if family is not None and family.source != node.id
    }


class Listing(Sheet):
    """A table: columns as the call has them, one more row below while there is room."""

    growing = True

    def __init__(self, desk: Desk, node: TableNode, path: Path) -> None:
        super().__init__(desk, path)
        form = desk.session.form
        self.table = form.call.tables[node.table]
        self.nodes: Sequence[AnyNode] = self.table.columns
        self._asked: Mapping[str, Asked] = {asked.id: asked for asked in entity_of(form, path).asked}
        self.translations = _translations(form, (*path, ""), self.nodes)
        self._node = node
        self._keys: dict[str, int] | None = None
        self._columns: tuple[Column, ...] | None = None
        self._cents: dict[int, bool] = {}

    @property
    def _placed(self) -> dict[str, int]:
        """The rows with their places, in their order."""
        if self._keys is None:
            rows = ordered(at(self.desk.session.answers, self.path))
            self._keys = {key: place for place, (key, _) in enumerate(rows)}
        return self._keys

    def turn(self) -> None:
        """The answers or the language may be others."""
        self._keys, self._columns = None, None
        self._cents = {}

    def keys(self) -> Sequence[str]:
        """The rows, in their order."""
        return list(self._placed)

    def columns(self) -> Sequence[Column]:
        """The columns of the table."""
        if self._columns is None:
            self._columns = tuple(map(self._column, self.nodes))
        return self._columns

    def name(self, row: str) -> str:
        """ "WP1" where the call numbers the rows, otherwise the plain number."""
        name = self.dossier.names.table(self.path, self._node).get(row)
        if name is not None and name.prefixed:
            return self.dossier.say(name.number)
        return str(self._placed[row] + 1) if row in self._placed else ""

    def node(self, row: str, column: int) -> AnyNode | None:
        """The column's; what is worked out is only read."""
        node = self.nodes[column]
        return None if isinstance(node, Total) else node

    def asks(self, row: str, column: int) -> bool:
        """Is it asked, and does no condition hide it in this row?"""
        if self.node(row, column) is None:
            return False
        conditions = self._asked[self.nodes[column].id].visible
        if not conditions:
            return True
        asked = self.desk.session.report.asked
        this = at(asked, (*self.path, row)) or {}
        return all(condition(asked, this) is True for condition in conditions)  # type: ignore[arg-type]

    def place(self, row: str, column: int) -> Path:
        """The answer of a row in a column."""
        return (*self.path, row, self.nodes[column].id)

    def value(self, row: str, column: int) -> Answer | None:
        """The answer, or what was worked out for the row, in cents."""
        if isinstance(self.nodes[column], Total):
            figures = self.desk.session.report.partners.get(self.path[1]) if len(self.path) > 1 else None
            return figures.rows.get(self.path[-1], {}).get(row) if figures else None
        return super().value(row, column)

    def shown(self, row: str, column: int) -> str:
        """The answer, amounts of a column with cents if any of them has some."""
        return cell.shown(self.dossier, self.nodes[column], self.value(row, column), self._has_cents(column))

    def written(self, row: str, column: int) -> str:
        """The same to be changed or copied."""
        return cell.written(self.dossier, self.nodes[column], self.value(row, column))

    def foot(self) -> Sequence[Sum]:
        """The sums that the call wants."""
        if not any(node.id in self.table.sums for node in self.nodes):
            return ()
        return [
            self._sum(column) if node.id in self.table.sums else Sum()
            for column, node in enumerate(self.nodes)
        ]

    def hint(self, column: int) -> str:
        """An example of a day, which is written in many ways."""
        if not isinstance(self.nodes[column], Date):
            return ""
        return self.desk.say(phrase("For example {day}", day=EXAMPLE_DAY))

    def room(self) -> int:
        """How many rows can be added."""
        return max(0, self.table.most - len(self._placed))

    def added(self, new: Sequence[Mapping[int, Answer]]) -> tuple[Patch, tuple[str, ...]]:
        """New rows at the end."""
        answers = [{self.nodes[column].id: value for column, value in row.items()} for row in new]
        made = rows.added(at(self.desk.session.answers, self.path), self.path, answers)
        return made.patch, made.keys

    def _column(self, node: AnyNode) -> Column:
        dossier = self.dossier
        unit = node.unit if isinstance(node, Number) else None
        help_text = dossier.pick(node.help)
        if isinstance(node, Total):
            told = phrase("Worked out from the other columns.")
            help_text = dossier.say(plain("{help} {told}", help=help_text, told=told)).strip()
        wanted = 2.5 if isinstance(node, Essay) else 0.2 if isinstance(node, SHORT) else wish(node)
        return Column(labelled(dossier, node.label, unit), help_text, node.required, is_numeric(node), wanted)

    def _numbers(self, column: int) -> list[int]:
        """The numbers of a column, without those that a condition hides."""
        found = ((key, whole(self.value(key, column))) for key in self._placed)
        return [n for key, n in found if n is not None and self._counts(key, column)]

    def _has_cents(self, column: int) -> bool:
        if column not in self._cents:
            node = self.nodes[column]
            money = node.kind in ("money", "total")
            self._cents[column] = money and any(number % 100 for number in self._numbers(column))
        return self._cents[column]

    def _sum(self, column: int) -> Sum:
        """The sum of a column. As in the figures, what is not there is still to come: without any number there is no
        sum."""
        found, node = self._numbers(column), self.nodes[column]
        if not found:
            return Sum(NOTHING, settled=False)
        text = numbered(self.dossier, node, sum(found), self._has_cents(column))
        return Sum(text, len(found) == sum(self._counts(row, column) for row in self._placed))

    def _counts(self, row: str, column: int) -> bool:
        """Does a number belong here? What is worked out is in every row."""
        return self.node(row, column) is None or self.asks(row, column)
