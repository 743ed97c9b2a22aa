"""Effort that may be tried otherwise: the person-months that a partner's costs multiply, and those of the matrices."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from grantdesk.call.expr import Program
from grantdesk.call.form import Form
from grantdesk.call.ready import Ready
from grantdesk.call.terms.cost import RowsLine
from grantdesk.call.terms.node import Matrix, Number, TableNode
from grantdesk.model.money import allocate, half_up
from grantdesk.model.order import ordered, rows
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers, at
from grantdesk.outline.dossier import Dossier
from grantdesk.outline.fact.answer import plain
from grantdesk.rules.value import whole
from grantdesk.session.trial.lever import Lever
from grantdesk.words.phrase import Fact, Scaled

PERCENT = 100


@dataclass(frozen=True, slots=True)
class Effort:
    """A number column of a partner's table that the costs multiply: person-months. `year` is the column of the year."""

    table: str
    column: Number
    year: str | None = None


@dataclass(frozen=True, slots=True)
class Months:
    """Numbers of effort that belong together, in their order: a partner's people, or its row of a matrix."""

    path: Path
    node: Number
    levers: tuple[Lever, ...]
    today: Scaled

    @property
    def sum(self) -> Scaled:
        """All of it in the trial, as `today` is all of it today."""
        return _summed(self.node, (lever.answer for lever in self.levers))


def efforts(form: Form) -> list[Effort]:
    """The columns of effort, each once."""
    models = form.call.costs.models.values() if form.call.costs else ()
    found: dict[tuple[str, str], Effort] = {}
    own = form.project.tables[form.partners.id] if form.partners else None
    for line in (line for model in models for line in model.lines if isinstance(line, RowsLine)):
        table = own.tables.get(line.table) if own else None
        for name in line.multiply:
            column = table.node(name) if table else None
            if isinstance(column, Number):
                found.setdefault((line.table, name), Effort(line.table, column, line.year))
    return list(found.values())


def scaled(form: Form, answers: Answers, partner: str, percent: int) -> dict[Path, Answer | None]:
    """The patch that makes a partner's effort larger or smaller by so many per cent, row by row, within what the call
    allows in a row. Rows without a number stay as they are. Where a rule of the call compares a matrix with them, the
    partner's row of it goes along: its cells share the change as they share the effort today."""
    home = form.partners.id if form.partners else ""
    part = rows(answers.get(home)).get(partner, {})
    patch: dict[Path, Answer | None] = {}
    for effort in efforts(form) if percent else ():
        column, own = effort.column, dict[Path, Answer | None]()
        for key, row in rows(part.get(effort.table)).items():
            number = whole(row.get(column.id))
            if number is not None:
                other = half_up(number * (PERCENT + percent), PERCENT)
                within = min(max(other, column.least), max(column.most, number))
                own[home, partner, effort.table, key, column.id] = within
        patch.update(own)
        for matrix in _compared(form, effort):
            patch.update(_along(answers, matrix, partner, percent, own))
    return patch


def _compared(form: Form, effort: Effort) -> Iterator[Matrix]:
    """The matrices with a row for each partner that a rule of the call compares with a column of effort."""
    home = form.partners.id if form.partners else ""
    column = (home, "*", effort.table, "*", effort.column.id)
    for node in (asked.node for asked in form.project.asked):
        if isinstance(node, Matrix) and node.rows == home and node.decimals == effort.column.decimals:
            both = {column, (node.id, "*", "*")}
            if any(
                both <= {path for each in _programs(rule) for path in each.reads}
                for rule in form.project.rules
            ):
                yield node


def _programs(rule: Ready) -> Iterator[Program]:
    for operand in rule.operands.values():
        yield from operand if isinstance(operand, tuple) else (operand,)


def _along(
    answers: Answers, matrix: Matrix, partner: str, percent: int, patch: Mapping[Path, Answer | None]
) -> dict[Path, Answer | None]:
    """The cells of a partner's row. Where they come to as much as the rows that `patch` changes, they will again."""
    given = at(answers, (matrix.id, partner))
    cells = {key: n for key, cell in given.items() if (n := whole(cell))} if isinstance(given, dict) else {}
    if not cells or min(cells.values()) < 0:
        return {}
    today, rows_today = sum(cells.values()), sum(whole(at(answers, path)) or 0 for path in patch)
    then = sum(whole(number) or 0 for number in patch.values())
    wanted = then if today == rows_today else half_up(today * (PERCENT + percent), PERCENT)
    shares = zip(cells, allocate(wanted, list(cells.values())), strict=True)
    return {(matrix.id, partner, key): min(n, max(matrix.most, cells[key])) for key, n in shares}


def months(dossier: Dossier, partner: str, today: Answers) -> list[Months]:
    """The person-months of a partner, one by one, as far as they are asked now and there are any; `today` are the
    answers that nothing is tried in."""
    part = dossier.members.get(partner)
    if part is None:
        return []
    asked = {question.node.id for question in dossier.questions(part, part.entity.asked)}
    found: list[tuple[Path, Number, list[Lever]]] = [
        ((*part.path, effort.table, effort.column.id), effort.column, list(_rows(dossier, part.path, effort)))
        for effort in efforts(dossier.form)
        if effort.table in asked
    ]
    return [
        Months(path, node, tuple(some), _summed(node, (at(today, lever.path) for lever in some)))
        for path, node, some in (*found, *_matrices(dossier, partner))
        if some
    ]


def _summed(node: Number, answers: Iterable[Answer | None]) -> Scaled:
    return Scaled(sum(whole(answer) or 0 for answer in answers), node.decimals, node.unit or "")


def _rows(dossier: Dossier, part: Path, effort: Effort) -> Iterator[Lever]:
    path, node = (*part, effort.table), dossier.form.node((*part, effort.table))
    names = dossier.names.table(path, node) if isinstance(node, TableNode) else {}
    for key, row in ordered(at(dossier.answers, path)):
        year = row.get(effort.year) if effort.year else None
        said: Fact = names[key].full if key in names else key
        said = plain("{row}, {year}", row=said, year=str(year)) if year is not None else said
        place, answer = (*path, key, effort.column.id), row.get(effort.column.id)
        yield Lever(effort.column, place, answer, part[1], said)


def _matrices(dossier: Dossier, partner: str) -> Iterator[tuple[Path, Number, list[Lever]]]:
    home = dossier.form.partners.id if dossier.form.partners else ""
    for question in dossier.questions(dossier.project, dossier.project.entity.asked):
        node = question.node
        if isinstance(node, Matrix) and node.rows == home:
            cell, row = node.cell, (*question.at, partner)
            names = dossier.names.of(node.columns)
            levers = [
                Lever(cell, (*row, key), at(dossier.answers, (*row, key)), partner, name.full)
                for key, name in names.items()
            ]
            yield row, cell, levers
