"""Examines the project, a row or a part: what of it is asked, what is wrong with it, how far it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from grantdesk.call.form import Asked, Entity
from grantdesk.call.ready import Ready
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import (
    AnyNode,
    Choice,
    Essay,
    Info,
    Matrix,
    Partners,
    Several,
    TableNode,
    Total,
)
from grantdesk.model.order import POS, ordered
from grantdesk.model.path import Path
from grantdesk.rules.figure import NO_FIGURES, Figures
from grantdesk.rules.finding import Finding
from grantdesk.rules.judge import Judge, findings, judge
from grantdesk.rules.kind.kinds import NO_AID, verdict
from grantdesk.rules.memo import Memo
from grantdesk.rules.progress import NONE, Tallies, Tally, total
from grantdesk.rules.table import MISSING, existing, references, rows_faults

Tree: TypeAlias = Mapping[str, Any]
ROWS = (
    "rows of "  # before a table's id: the ids of its rows, beside the project's answers (no id has a space)
)


@dataclass(frozen=True, slots=True)
class Examined:
    """`view` has only what is asked and answered; findings are in the order of the form; tallies by section."""

    view: Tree
    findings: tuple[Finding, ...]
    tallies: Tallies
    figures: Figures = NO_FIGURES


class Part(NamedTuple):
    """What one node gives: the answer as others see it, findings, progress."""

    value: Any
    findings: tuple[Finding, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Checked:
    """A node with its judge; `slow` where the judging is worth remembering; `reads` the tables it chooses rows of."""

    asked: Asked
    node: AnyNode
    judge: Judge
    slow: bool
    reads: tuple[str, ...]


class Examiner:
    """Examines all entities of one kind: the one project, the partners, the rows of a table."""

    def __init__(self, call: Call, entity: Entity, memo: Memo) -> None:
        self.call, self.entity, self.memo = call, entity, memo
        self.whole = not entity.scope
        self.nodes = [_checked(call, a) for a in entity.asked if not isinstance(a.node, Total | Info)]
        self.tables = {name: self._inner(inner) for name, inner in entity.tables.items()}
        self.loose = [ready for ready in entity.rules if not ready.roots and not self.whole]
        self.tied = [ready for ready in entity.rules if ready.roots and not self.whole]
        self.reads = tuple(sorted(self._reads()))
        self.ties = tuple(sorted({root for ready in self._every_tied() for root in ready.roots}))

    def _inner(self, entity: Entity) -> "Examiner":
        return Examiner(self.call, entity, self.memo)

    def _reads(self) -> set[str]:
        """What of the project the view of an entity and its own findings depend on."""
        rows = {ROWS + table for checked in self.nodes for table in checked.reads}
        return (
            rows | set(self.entity.roots) | {root for inner in self.tables.values() for root in inner.reads}
        )

    def _every_tied(self) -> Iterator[Ready]:
        yield from self.tied
        for inner in self.tables.values():
            yield from inner._every_tied()

    def examined(self, raw: Tree, path: Path, project: Tree) -> Examined:
        """What is asked of a row or part, and what is wrong with it by itself."""
        also = tuple(project.get(name) for name in self.reads)
        return self.memo(("entity", path), raw, also, lambda: self.examine(raw, path, project, {}))

    def examine(self, raw: Tree, path: Path, project: Tree, view: dict[str, Any]) -> Examined:
        """The same, worked out anew into `view`; for the whole project, view is the project."""
        visible = self._shown(raw, project, view)
        found: list[Finding] = []
        tallies: dict[str, Tally] = {}
        for checked in self.nodes:
            name = checked.node.id
            if name in visible:
                part = self._part(checked, raw.get(name), path, (project, view))
                if part.value is not None:
                    view[name] = part.value
                found += part.findings
                section = checked.asked.section
                tallies[section] = tallies.get(section, NONE) + part.tally
        figures = self.figures(project, view)
        found += self.judged(self.loose, path, project, view)
        return Examined(view, tuple(found), tallies, figures)

    def figures(self, project: Tree, view: dict[str, Any]) -> Figures:
        """The figures of the entity, put into view for its rules: only a partner has some."""
        return NO_FIGURES

    def _shown(self, raw: Tree, project: Tree, view: dict[str, Any]) -> set[str]:
        """The ids of the nodes that are asked. Puts the single answers into view as it goes: conditions read it."""
        if POS in raw:
            view[POS] = raw[POS]
        shown: set[str] = set()
        this = None if self.whole else view
        for asked in self.entity.order:
            if all(condition(project, this) is True for condition in asked.visible):
                name = asked.node.id
                shown.add(name)
                value = raw.get(name)
                if value is not None and name not in self.tables:
                    view[name] = value
        return shown

    def _part(self, checked: Checked, value: Any, path: Path, frame: tuple[Tree, Tree]) -> Part:
        """One node that is asked: its answer, what is wrong with it, and whether it is there."""
        node, (project, view) = checked.node, frame
        required = checked.asked.required
        needed = node.required or (
            required is not None and required(project, None if self.whole else view) is True
        )
        here = (*path, node.id)
        if isinstance(node, TableNode | Partners):
            return self._table(node, value if isinstance(value, dict) else {}, (here, needed), project)
        if value is None or value in ("", {}):
            missing = (Finding("required", here, "error", {"label": node.label}, node.source, "required"),)
            return Part(None, missing, MISSING) if needed else Part(None, (), NONE)
        if isinstance(node, Matrix):
            value = existing(value, project.get(ROWS + node.rows), project.get(ROWS + node.columns))
        judged = (
            self.memo(("judge", here), value, (), lambda: checked.judge(value))
            if checked.slow
            else checked.judge(value)
        )
        faults = (*judged, *references(node, value, [project.get(ROWS + t) for t in checked.reads]))
        return Part(value, findings(faults, node, here) if faults else (), Tally(needed, needed, 1))

    def _table(self, node: TableNode | Partners, raw: Tree, where: tuple[Path, bool], project: Tree) -> Part:
        """The rows of a table, and what is wrong with the table as a whole."""
        inner, (here, needed) = self.tables[node.id], where
        also = (needed, *(project.get(name) for name in inner.reads))
        return self.memo(("table", here), raw, also, lambda: self._rows(node, raw, where, project))

    def _rows(self, node: TableNode | Partners, raw: Tree, where: tuple[Path, bool], project: Tree) -> Part:
        inner, (here, needed) = self.tables[node.id], where
        rows = {key: inner.examined(row, (*here, key), project) for key, row in ordered(raw)}
        view = {key: row.view for key, row in rows.items()}
        table = self.call.tables[node.table]
        faults = list(rows_faults(table, view, needed))
        least = max(table.least, int(needed))
        tally = Tally(int(least > 0), int(least > 0 and len(rows) >= least), int(bool(rows)))
        if isinstance(node, TableNode):
            tally += total(t for row in rows.values() for t in row.tallies.values())
        found = [f for row in rows.values() for f in row.findings]
        return Part(view or None, (*findings(faults, node, here), *found), tally)

    def judged(self, rules: list[Ready], path: Path, project: Tree, this: Tree | None) -> list[Finding]:
        """What the rules say of an entity."""
        found: list[Finding] = []
        for ready in rules:
            faults = verdict(ready, project, this, self.call.aid or NO_AID)
            if faults:
                rule, here = ready.rule, (*path, ready.at) if ready.at else path
                found += [
                    Finding(rule.id, here, rule.severity, facts, rule.source, kind, rule.text)
                    for kind, facts in faults
                ]
        return found

    def tied_to(self, view: Tree, path: Path, project: Tree) -> tuple[Finding, ...]:
        """What the rules say that read the project too, here and in the rows inside."""
        if not self.ties:
            return ()
        also = tuple(project.get(name) for name in self.ties)
        return self.memo(("tied", path), view, also, lambda: self._tied_to(view, path, project))

    def _tied_to(self, view: Tree, path: Path, project: Tree) -> tuple[Finding, ...]:
        found = self.judged(self.tied, path, project, view)
        for name, inner in self.tables.items():
            for key, row in view.get(name, {}).items() if inner.ties else ():
                found += inner.tied_to(row, (*path, name, key), project)
        return tuple(found)


def _checked(call: Call, asked: Asked) -> Checked:
    node = asked.node
    return Checked(asked, node, judge(call, node), isinstance(node, Essay | Matrix), _read(node))


def _read(node: AnyNode) -> tuple[str, ...]:
    """The tables whose rows the node chooses from or is made of."""
    match node:
        case Choice(rows_of=str(table)) | Several(rows_of=str(table)):
            return (table,)
        case Matrix(rows=rows, columns=columns):
            return rows, columns
        case _:
            return ()
