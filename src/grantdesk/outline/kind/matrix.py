"""A matrix as a grid: the rows of one table beside the rows of another, with sums on both sides."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.terms.node import Matrix
from grantdesk.outline.block import Block, Column, Entry, Grid
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import typed
from grantdesk.outline.kind.cell import NOTHING, labelled
from grantdesk.outline.kind.entry import unanswered
from grantdesk.rules.value import whole
from grantdesk.words.phrase import Scaled, phrase


@dataclass(frozen=True, slots=True)
class Numbers:
    """The cells of a matrix, and the keys of its rows and columns in their order."""

    dossier: Dossier
    node: Matrix
    cells: Mapping[str, Mapping[str, Any]]
    rows: tuple[str, ...]
    columns: tuple[str, ...]

    def cell(self, row: str, column: str) -> str:
        """A number without its unit; what is none, as typed."""
        value = self.cells.get(row, {}).get(column)
        if value is None:
            return NOTHING
        number = whole(value)
        return self.dossier.say(typed(value) if number is None else Scaled(number, self.node.decimals))

    def sum(self, rows: Iterable[str], columns: Iterable[str]) -> str:
        """The sum of the numbers in some rows and columns."""
        columns = tuple(columns)
        values = (whole(self.cells.get(row, {}).get(column)) for row in rows for column in columns)
        return self.dossier.say(Scaled(sum(filter(None, values)), self.node.decimals))


def matrix(dossier: Dossier, question: Question, node: Matrix) -> Iterator[Block]:
    """The numbers with their sums. What has another form is given as typed."""
    given = question.answer
    if given is None:
        yield unanswered(dossier, question)
        return
    cells = (
        {key: row for key, row in given.items() if isinstance(row, dict)} if isinstance(given, dict) else {}
    )
    others = (
        {key: row for key, row in given.items() if key not in cells} if isinstance(given, dict) else given
    )
    if cells:
        columns = dict.fromkeys(key for row in cells.values() for key in row)
        numbers = Numbers(
            dossier, node, cells, _keys(dossier, node.rows, cells), _keys(dossier, node.columns, columns)
        )
        yield _grid(numbers, question)
    if others:
        yield Entry(dossier.pick(node.label), dossier.say(typed(others)), question.at)


def _keys(dossier: Dossier, table: str, used: Iterable[str]) -> tuple[str, ...]:
    """The rows of a table, and after them what is no row of it but has numbers."""
    return tuple(dict.fromkeys((*dossier.names.of(table), *used)))


def _grid(numbers: Numbers, question: Question) -> Grid:
    dossier, node = numbers.dossier, numbers.node
    row_names, column_names = dossier.names.of(node.rows), dossier.names.of(node.columns)
    total = dossier.say(phrase("Total"))
    heads = [dossier.say(column_names[key].short if key in column_names else key) for key in numbers.columns]
    return Grid(
        labelled(dossier, node.label, node.unit),
        (
            Column(dossier.label(dossier.form.project.node(node.rows)), 2.0),
            *(Column(head, numeric=True) for head in heads),
            Column(total, numeric=True),
        ),
        tuple(
            (
                dossier.say(row_names[key].full if key in row_names else key),
                *(numbers.cell(key, column) for column in numbers.columns),
                numbers.sum([key], numbers.columns),
            )
            for key in numbers.rows
        ),
        (
            (
                total,
                *(numbers.sum(numbers.rows, [column]) for column in numbers.columns),
                numbers.sum(numbers.rows, numbers.columns),
            ),
        ),
        1,
        question.at,
    )
