"""Conditions that can never be true: where they rest on choices and yes or no, every combination is tried."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, combinations, product
from math import prod
from typing import Any

from grantdesk.call.expr import Program
from grantdesk.call.fault import Fault
from grantdesk.call.form import Asked, Entity, Form
from grantdesk.call.reference import options
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import AnyNode, Choice, Several, YesNo
from grantdesk.model.path import Path
from grantdesk.words.phrase import phrase

MOST_TRIED = 20_000
MOST_TICKED = 8
"""Options of a choice of several, of which every combination is tried."""


def condition_faults(form: Form) -> Iterator[Fault]:
    """Nodes that are never asked, answers that are never required, rules that are never asked."""
    for entity in form.scopes().values():
        for asked in entity.asked:
            place = f"{entity.scope or 'project'}.{asked.id}"
            if not is_possible(form, entity, asked.visible):
                yield _never(f"{place}.visible_when")
            elif asked.required and not is_possible(form, entity, (*asked.visible, asked.required)):
                yield _never(f"{place}.required_when")
        for ready in entity.rules:
            if ready.when and not is_possible(form, entity, (ready.when,)):
                yield _never(f"rules.{ready.rule.id}.when")


def _never(place: str) -> Fault:
    return Fault(place, phrase("The condition can never be true."))


def is_possible(form: Form, entity: Entity, programs: tuple[Program, ...]) -> bool:
    """Can all of them be true at once? Yes too where it cannot be tried."""
    own = _involved(entity.order, programs, _own) if entity.scope else []
    shown = (*programs, *(p for asked in own for p in asked.visible))
    wide = _involved(form.project.order, shown, _wide)
    trial = Trial(wide, own)
    domains = [_domain(form.call, asked.node) for asked in (*wide, *own)]
    choices = [domain for domain in domains if domain is not None]
    if len(choices) < len(domains) or trial.reads_more(programs) or prod(map(len, choices)) > MOST_TRIED:
        return True
    return any(trial.holds(programs, values) for values in product(*choices))


def _own(path: Path) -> str:
    return path[1] if path[0] == "this" and len(path) > 1 else ""


def _wide(path: Path) -> str:
    return path[0] if path[0] != "this" else ""


def _involved(
    order: tuple[Asked, ...], programs: tuple[Program, ...], name_in: Callable[[Path], str]
) -> list[Asked]:
    """The nodes that the programs rest on: those that they read, and those that decide whether these are asked."""
    by_id = {asked.id: asked for asked in order}
    names: set[str] = set()
    queue = list(programs)
    while queue:
        fresh = {name_in(path) for path in queue.pop().reads} & by_id.keys() - names
        names |= fresh
        queue += [program for name in fresh for program in by_id[name].visible]
    return [asked for asked in order if asked.id in names]


def _domain(call: Call, node: AnyNode) -> list[Any] | None:
    """Every answer that the node can have, no answer among them; None if there are too many."""
    match node:
        case YesNo():
            return [None, True, False]
        case Choice(options=str()):
            return [None, *sorted(options(call, node))]
        case Several(options=str()) if len(known := sorted(options(call, node))) <= MOST_TICKED:
            picked = chain.from_iterable(combinations(known, n) for n in range(1, len(known) + 1))
            return [None, *(dict.fromkeys(some, True) for some in picked)]
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Trial:
    """Answers are tried for nodes of the project and of a row or part, each only where it is asked."""

    wide: list[Asked]
    own: list[Asked]

    def reads_more(self, programs: tuple[Program, ...]) -> bool:
        """Does something read what is no node among these: figures, whole rows?"""
        known = {asked.id for asked in (*self.wide, *self.own)}
        shown = [program for asked in (*self.wide, *self.own) for program in asked.visible]
        return any(not {_own(p), _wide(p)} & known for program in (*programs, *shown) for p in program.reads)

    def holds(self, programs: tuple[Program, ...], values: tuple[Any, ...]) -> bool:
        """Are the programs true with these answers?"""
        project: dict[str, Any] = {}
        this: dict[str, Any] = {}
        for at, (asked, value) in enumerate(zip((*self.wide, *self.own), values, strict=True)):
            if value is not None and all(p(project, this) is True for p in asked.visible):
                (project if at < len(self.wide) else this)[asked.id] = value
        return all(program(project, this) is True for program in programs)
