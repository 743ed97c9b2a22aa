"""A matrix as a grid: the rows of one table beside the rows of another, with sums on both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.terms.node import Matrix
from grantdesk.outline.block import Block, Column, Entry, Grid
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import NOTHING, typed
from grantdesk.outline.fact.name import Name
from grantdesk.outline.kind.cell import labelled
from grantdesk.outline.kind.entry import unanswered
from grantdesk.rules.value import whole
from grantdesk.words.phrase import Scaled, phrase


def matrix(dossier: Dossier, question: Question, node: Matrix) -> Iterator[Block]:
    """The numbers with their sums. What has another form is given as typed."""
    given = question.answer
    if given is None:
        yield unanswered(dossier, question)
        return
    values = given if isinstance(given, dict) else {"": given}
    cells = {key: row for key, row in values.items() if isinstance(row, dict)}
    if cells:
        yield _grid(dossier, question, node, Numbers(dossier, node.decimals, cells))
    if others := {key: row for key, row in values.items() if key not in cells}:
        yield Entry(dossier.label(node), dossier.say(typed(others)), question.at)


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a matrix by row and column, as integers of 1/10**decimals."""

    dossier: Dossier
    decimals: int
    cells: Mapping[str, Mapping[str, Any]]

    def cell(self, row: str, column: str) -> str:
        """A number without its unit; what is none, as typed."""
        value = self.cells.get(row, {}).get(column)
        if value is None:
            return NOTHING
        number = whole(value)
        return self.dossier.say(typed(value) if number is None else Scaled(number, self.decimals))

    def sum(self, rows: Iterable[str], columns: Iterable[str]) -> str:
        """The sum of the numbers in some rows and columns; without any there is no sum."""
        columns = tuple(columns)
        values = (whole(self.cells.get(row, {}).get(column)) for row in rows for column in columns)
        found = [number for number in values if number is not None]
        return self.dossier.language.number(sum(found), self.decimals) if found else NOTHING


def _grid(dossier: Dossier, question: Question, node: Matrix, numbers: Numbers) -> Grid:
    """The rows and columns are those of the two tables; what is no row of them any more does not count."""
    rows, columns = dossier.names.of(node.rows), dossier.names.of(node.columns)
    total = dossier.say(phrase("Total"))
    heads = [dossier.say(name.short) for name in columns.values()]
    return Grid(
        labelled(dossier, node.label, node.unit),
        (
            Column(dossier.label(dossier.form.project.node(node.rows)), 2.0),
            *(Column(head, numeric=True) for head in (*heads, total)),
        ),
        tuple(_row(numbers, key, name, columns) for key, name in rows.items()),
        ((total, *(numbers.sum(rows, [column]) for column in columns), numbers.sum(rows, columns)),),
        1,
        question.at,
    )


def _row(numbers: Numbers, key: str, name: Name, columns: Mapping[str, Name]) -> tuple[str, ...]:
    cells = (numbers.cell(key, column) for column in columns)
    return numbers.dossier.say(name.full), *cells, numbers.sum([key], columns)
