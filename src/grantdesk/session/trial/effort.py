"""Effort that may be tried otherwise: the person-months that a partner's costs multiply, and those of the matrices."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from grantdesk.call.form import Form
from grantdesk.call.terms.cost import RowsLine
from grantdesk.call.terms.node import Matrix, Number, TableNode
from grantdesk.model.money import half_up
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
    allows in a row. Rows without a number stay as they are."""
    home = form.partners.id if form.partners else ""
    part = rows(answers.get(home)).get(partner, {})
    patch: dict[Path, Answer | None] = {}
    for effort in efforts(form) if percent else ():
        column = effort.column
        for key, row in rows(part.get(effort.table)).items():
            number = whole(row.get(column.id))
            if number is not None:
                other = half_up(number * (PERCENT + percent), PERCENT)
                within = min(max(other, column.least), max(column.most, number))
                patch[home, partner, effort.table, key, column.id] = within
    return patch


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
