"""The rows of a table: a grid where they can be read side by side, otherwise row by row under headings of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from grantdesk.call.terms.node import Attachment, Essay, Field_, Partners, TableNode, Total
from grantdesk.outline.block import MARK, Block, Entry, Grid, Heading
from grantdesk.outline.dossier import Dossier, Question
from grantdesk.outline.fact.answer import plain, typed
from grantdesk.outline.fact.name import Name
from grantdesk.outline.kind.cell import cell, column, has_cents, summed
from grantdesk.outline.kind.entry import entry, unanswered
from grantdesk.outline.kind.image import images
from grantdesk.outline.kind.mark import explained
from grantdesk.words.phrase import phrase

MANY = 6  # columns that can be read side by side on an upright page
LONG = 600  # characters of a text that still fits a cell
WORD = 8  # characters of a word, with its space


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is laid out: `rows` has what is asked in each row, by column; `columns` those that any row has."""

    dossier: Dossier
    question: Question
    node: TableNode | Partners
    rows: Mapping[str, Mapping[str, Question]]
    columns: tuple[Field_, ...]

    @property
    def names(self) -> Mapping[str, Name]:
        """What the rows are called."""
        return self.dossier.names.table(self.question.at, self.node)

    def column(self, name: str) -> list[Question]:
        """What is asked in a column, in the rows that are asked it."""
        return [row[name] for row in self.rows.values() if name in row]

    @property
    def sums(self) -> tuple[str, ...]:
        """The columns with a sum below them."""
        return self.dossier.form.call.tables[self.node.table].sums

    def sum(self, column: Field_) -> tuple[str, bool]:
        """The sum of a column, and whether it is settled."""
        return summed(self.dossier, column, self.column(column.id))


def table(dossier: Dossier, question: Question, node: TableNode | Partners) -> Table:
    """The table of a question."""
    rows: dict[str, dict[str, Question]] = {}
    for key, row in dossier.rows(question).items():
        asked = [each for each in row.entity.asked if not each.section]
        rows[key] = {each.node.id: each for each in dossier.questions(row, asked)}
    shown = {name for row in rows.values() for name in row}
    columns = tuple(each for each in dossier.form.call.tables[node.table].columns if each.id in shown)
    return Table(dossier, question, node, rows, columns)


def is_wide(dossier: Dossier, node: TableNode | Partners) -> bool:
    """Are there too many columns, or too long texts, for a grid that can be read?"""
    columns = dossier.form.call.tables[node.table].columns
    return len(columns) > MANY or any(isinstance(each, Essay) and _longest(each) > LONG for each in columns)


def _longest(node: Essay) -> int:
    return node.limit.most * (WORD if node.limit.counting == "words" else 1)


def named(table: Table) -> Table:
    """The same with only the columns that name and rank its rows; partners say the others in their parts."""
    declared = table.dossier.form.call.tables[table.node.table]
    lead = table.node.lead.column if isinstance(table.node, Partners) and table.node.lead else ""
    parts = table.dossier.form.call.parts
    columns = tuple(each for each in table.columns if each.id in (declared.title, parts.partner_name, lead))
    return replace(table, columns=columns or table.columns[:1])


def as_grid(table: Table) -> Iterator[Block]:
    """All rows in one grid, with sums below."""
    if table.rows:
        cents = frozenset(each.id for each in table.columns if has_cents(table.column(each.id)))
        grid = Grid(
            table.dossier.pick(table.node.label),
            tuple(column(table.dossier, each) for each in table.columns),
            tuple(_row(table, key, cents) for key in table.rows),
            _foot(table),
            int(_names_rows(table)),
            table.question.at,
        )
        yield grid
        yield from explained(table.dossier, replace(grid, rows=()))  # only sums are marked
        yield from _images(table)
    yield from strays(table)


def _images(table: Table) -> Iterator[Block]:
    """The pictures that are attached in rows, each with the name of its row."""
    columns = [each.id for each in table.columns if isinstance(each, Attachment)]
    for key, row in table.rows.items():
        for asked in (row[name] for name in columns if name in row):
            yield from images(table.dossier, asked, table.dossier.say(table.names[key].full))


def _names_rows(table: Table) -> bool:
    declared = table.dossier.form.call.tables[table.node.table]
    return declared.prefix is not None or declared.title == table.columns[0].id


def _row(table: Table, key: str, cents: frozenset[str]) -> tuple[str, ...]:
    row, name = table.rows[key], table.names[key]
    first, *others = (cell(table.dossier, row.get(each.id), each.id in cents) for each in table.columns)
    if name.prefixed:
        first = table.dossier.say(plain("{n} {answer}", n=name.number, answer=first))
    return first, *others


def _foot(table: Table) -> tuple[tuple[str, ...], ...]:
    if not any(each.id in table.sums for each in table.columns):
        return ()
    first, *others = (_sum(table, each) if each.id in table.sums else "" for each in table.columns)
    return ((first or table.dossier.say(phrase("Total")), *others),)


def _sum(table: Table, column: Field_) -> str:
    text, settled = table.sum(column)
    return text if settled else text + MARK


def row_by_row(table: Table, level: int) -> Iterator[Block]:
    """The sums, then each row with its answers under a heading of the level."""
    dossier = table.dossier
    yield from strays(table)
    for each in table.columns:
        if each.id in table.sums:
            label, (text, settled) = dossier.pick(each.label), table.sum(each)
            said = text if settled else dossier.say(phrase("{amount} so far", amount=text))
            total = dossier.say(phrase("{label} in total", label=label))
            yield Entry(total, said, table.question.at)
    for key, row in table.rows.items():
        name, title = table.names[key], dossier.form.call.tables[table.node.table].title
        yield Heading(level, dossier.say(name.full), at=(*table.question.at, key))
        for asked in row.values():
            if name.title is None or asked.node.id != title:
                yield from answer(dossier, asked)


def answer(dossier: Dossier, asked: Question) -> Iterator[Block]:
    """The answer of a row in a column, as a block of its own."""
    if isinstance(asked.node, Total):
        yield Entry(dossier.pick(asked.node.label), cell(dossier, asked), asked.at)
    else:
        yield from entry(dossier, asked)


def strays(table: Table) -> Iterator[Block]:
    """What stands in place of the table, or among its rows, and is none; or that there is nothing."""
    dossier, question = table.dossier, table.question
    given = question.answer
    if isinstance(given, dict):
        given = {key: value for key, value in given.items() if not isinstance(value, dict)}
    if given:
        yield Entry(dossier.pick(table.node.label), dossier.say(typed(given)), question.at)
    elif not table.rows:
        yield unanswered(dossier, question)
