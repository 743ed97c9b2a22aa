"""What one may try: the choices of the call that its costs, its financing and its ceilings rest on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from grantdesk.call.expr import Program
from grantdesk.call.form import Form
from grantdesk.call.ready import Ready
from grantdesk.call.terms.cost import ShareSource
from grantdesk.call.terms.node import AnyNode, Choice, Rate, Several, YesNo
from grantdesk.model.path import Path
from grantdesk.model.tree import Answer
from grantdesk.outline.dossier import Dossier, Part
from grantdesk.words.phrase import Fact

FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Lever:
    """An answer that may be tried otherwise. `partner` is the row id of the partner whose answer it is; empty for the
    project's. `said` is what it is called, where that is not the label of its node."""

    node: AnyNode
    path: Path
    answer: Answer | None
    partner: str = ""
    said: "Fact | None" = None


def levers(dossier: Dossier) -> list[Lever]:
    """What may be tried and is asked now: first the project's, then each partner's, in the order of the form."""
    wanted = named(dossier.form)
    found = [_of_part(dossier, dossier.project, "", wanted[""])]
    found += [_of_part(dossier, part, key, wanted["partners"]) for key, part in dossier.members.items()]
    return [lever for some in found for lever in some]


def _of_part(dossier: Dossier, part: Part, partner: str, wanted: frozenset[str]) -> Iterator[Lever]:
    for question in dossier.questions(part, part.entity.asked):
        node = question.node
        if node.id in wanted and isinstance(node, Choice | Rate | Several | YesNo):
            yield Lever(node, question.at, question.answer, partner)


def named(form: Form) -> Mapping[str, frozenset[str]]:
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
