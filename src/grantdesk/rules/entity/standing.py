"""A rule where it stands: on the project, a row or a part, beside a node, and only where that node is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from grantdesk.call.expr import Program
from grantdesk.call.form import Asked, Entity
from grantdesk.call.ready import Ready
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Attachment, Partners, TableNode
from grantdesk.call.terms.rule import AnyRule
from grantdesk.model.path import ROOT, Path
from grantdesk.rules.fault import Fault
from grantdesk.rules.finding import Finding
from grantdesk.rules.kind.frame import Frame, Tree
from grantdesk.rules.kind.kinds import NO_AID, ON_ROWS, Judged, judging
from grantdesk.rules.kind.verdict import TOO_LONG
from grantdesk.words.phrase import Texts


@dataclass(frozen=True, slots=True)
class Standing:
    """A rule, the conditions under which the node beside it is asked, and a label to speak of it.

    `tables` are those whose rows a rule about rows reads: where one is asked and nothing stands there, it has no rows,
    and that is known. `roots` are the names of the project that all this rests on. On a row, what reads the project
    alone is `fixed`: only its values matter, and another last day of the same year is no change; `ties` are the names
    that are read together with the row.
    """

    rule: AnyRule
    judge: Judged
    at: Path
    gates: tuple[Program, ...]
    tables: tuple[Asked, ...]
    label: Texts
    roots: tuple[str, ...]
    ties: tuple[str, ...]
    fixed: tuple[Program, ...]

    def findings(self, path: Path, frame: Frame) -> list[Finding]:
        """What the rule says of the entity at path."""
        if self.gates and frame.truth(self.gates) is not True:
            return []
        faults = self.judge(frame, self._counted(frame) if self.tables else frame)
        return [self._finding(fault, (*path, *self.at)) for fault in faults] if faults else []

    def _finding(self, fault: Fault, path: Path) -> Finding:
        rule, facts = self.rule, {"label": self.label, **fault.facts}
        text = None if fault.kind == TOO_LONG else rule.text
        return Finding(rule.id, path, rule.severity, facts, rule.source, fault.kind, text)

    def _counted(self, frame: Frame) -> Frame:
        """The frame with tables of no rows where nothing stands in a table that is asked."""
        here = frame.project if frame.this is None else frame.this
        empty: Tree = {a.id: {} for a in self.tables if a.id not in here and frame.truth(a.visible) is True}
        if not empty:
            return frame
        filled = {**here, **empty}
        return Frame(filled) if frame.this is None else Frame(frame.project, filled)


def standings(call: Call, entity: Entity, label: Texts) -> list[Standing]:
    """The rules as they stand on an entity; `label` speaks of the entity, for a rule that stands beside no node."""
    asked = {a.id: a for a in entity.asked}
    return [_standing(call, asked, ready, label) for ready in entity.rules]


def _standing(call: Call, asked: Mapping[str, Asked], ready: Ready, label: Texts) -> Standing:
    beside = asked.get(ready.at)
    gates = beside.visible if beside else ()
    tables = tuple(_tables(asked, ready)) if isinstance(ready.rule, ON_ROWS) else ()
    conditions = [*gates, *(condition for table in tables for condition in table.visible)]
    programs = [*conditions, *_programs(ready)]
    ties = {name for program in programs if _reads_row(program) for name in _roots(program)}
    return Standing(
        ready.rule,
        judging(ready, call.aid or NO_AID),
        (ready.at,) if ready.at else ROOT,
        gates,
        tables,
        beside.node.label if beside else label,
        tuple(sorted({name for program in programs for name in _roots(program)})),
        tuple(sorted(ties)),
        tuple(program for program in programs if _roots(program) and not _reads_row(program)),
    )


def _programs(ready: Ready) -> Iterator[Program]:
    """Every expression of a rule."""
    if ready.when is not None:
        yield ready.when
    for operand in ready.operands.values():
        yield from operand if isinstance(operand, tuple) else (operand,)


def _roots(program: Program) -> set[str]:
    """The names of the project that an expression reads."""
    return {path[0] for path in program.reads} - {"this", "deadline"}


def _reads_row(program: Program) -> bool:
    return any(path[0] == "this" for path in program.reads)


def _tables(asked: Mapping[str, Asked], ready: Ready) -> Iterator[Asked]:
    """The tables, in the entity, whose rows the rule reads."""
    rows = ready.operands["rows"]
    reads = rows.reads if isinstance(rows, Program) else ()
    for name in sorted({path[1] if path[0] == "this" else path[0] for path in reads}):
        if name in asked and isinstance(asked[name].node, TableNode | Partners | Attachment):
            yield asked[name]
