"""What one may try: the choices of the call that its costs, its financing and its ceilings rest on, and the effort."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.expr import Program
from grantdesk.call.form import Form
from grantdesk.call.ready import Ready
from grantdesk.call.terms.cost import RowsLine, ShareSource
from grantdesk.call.terms.node import AnyNode, Choice, Number, Rate, Several, YesNo
from grantdesk.model.money import half_up
from grantdesk.model.order import rows
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer, Answers
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.rules.value import whole

FIGURES, PERCENT = "figures", 100


@dataclass(frozen=True, slots=True)
class Lever:
    """An answer that may be tried otherwise. `partner` is the row id of the partner whose answer it is; empty for the
    project's."""

    node: AnyNode
    path: Path
    answer: Answer | None
    partner: str = ""


@dataclass(frozen=True, slots=True)
class Effort:
    """A number column of a partner's table that the costs multiply: person-months."""

    table: str
    column: Number


def levers(dossier: Dossier) -> list[Lever]:
    """What may be tried and is asked now: first the project's, then each partner's, in the order of the form."""
    wanted = _named(dossier.form)
    found = [_of_part(dossier, dossier.project, "", wanted[""])]
    found += [_of_part(dossier, part, key, wanted["partners"]) for key, part in dossier.members.items()]
    return [lever for some in found for lever in some]


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
                found.setdefault((line.table, name), Effort(line.table, column))
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


def _of_part(dossier: Dossier, part: Part, partner: str, wanted: frozenset[str]) -> Iterator[Lever]:
    for question in dossier.questions(part, part.entity.asked):
        node = question.node
        if node.id in wanted and isinstance(node, Choice | Rate | Several | YesNo):
            yield Lever(node, question.at, question.answer, partner)


def _named(form: Form) -> Mapping[str, frozenset[str]]:
    """The ids of the nodes by who has them: "" the project, "partners" every partner."""
    call = form.call
    both = {call.costs.choice} if call.costs and call.costs.choice else set()
    own = {
        s.asked
        for s in (call.financing.sources if call.financing else ())
        if isinstance(s, ShareSource) and s.asked
    }
    common: set[str] = set()
    for rule in form.project.rules:
        common |= {path[0] for path in _beside_figures(rule) if path[0] != FIGURES}
    if form.partners:
        for rule in form.project.tables[form.partners.id].rules:
            reads = _beside_figures(rule)
            own |= {path[1] for path in reads if path[0] == "this" and len(path) > 1}
            common |= {path[0] for path in reads if path[0] != "this"}
    return {"": frozenset(common | both), "partners": frozenset(own)}


def _beside_figures(rule: Ready) -> set[tuple[str, ...]]:
    """What a rule reads, if it reads figures: a ceiling, an intensity, a share."""
    reads = {path for program in _programs(rule) for path in program.reads}
    return reads if any(FIGURES in path[:2] for path in reads) else set()


def _programs(rule: Ready) -> Iterator[Program]:
    if rule.when is not None:
        yield rule.when
    for value in rule.operands.values():
        yield from _each(value)


def _each(value: Any) -> tuple[Program, ...]:
    return value if isinstance(value, tuple) else (value,)
