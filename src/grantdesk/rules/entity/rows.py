"""The rows of a table, and the partners with their parts: each examined by itself and remembered, with its figures."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from grantdesk.call.expr import UNKNOWN, Program
from grantdesk.call.form import Entity
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Partners, TableNode
from grantdesk.model.order import ordered
from grantdesk.model.path import Path
from grantdesk.model.tree import EMPTY, Answer
from grantdesk.rules.answer.judge import findings
from grantdesk.rules.answer.table import no_rows, rows_faults
from grantdesk.rules.cost.costing import Costing
from grantdesk.rules.entity.examiner import ROWS, Examined, Examiner
from grantdesk.rules.entity.memo import Memo
from grantdesk.rules.entity.question import Part
from grantdesk.rules.entity.standing import Standing, standings
from grantdesk.rules.fault import SHAPE
from grantdesk.rules.finding import Finding
from grantdesk.rules.kind.frame import Frame, Tree, Truth
from grantdesk.rules.progress import Tally, total
from grantdesk.rules.value import is_blank

FIGURES = "figures"


def tables_of(call: Call, entity: Entity, memo: Memo) -> "dict[str, Rows]":
    """The tables in an entity, by the ids of their nodes."""
    return {
        asked.id: Rows(call, entity.tables[asked.id], memo, asked.node)
        for asked in entity.asked
        if isinstance(asked.node, TableNode | Partners)
    }


class Rows:
    """The rows of one table node, or the partners."""

    def __init__(self, call: Call, entity: Entity, memo: Memo, node: TableNode | Partners) -> None:
        self.call, self.memo, self.node, self.terms = call, memo, node, call.tables[node.table]
        self.tables = tables_of(call, entity, memo)
        self.examiner = Examiner(call, entity, memo, {name: rows.part for name, rows in self.tables.items()})
        self.costing = Costing(call) if isinstance(node, Partners) else None
        rules = standings(call, entity, node.label)
        self.loose, self.tied = [r for r in rules if not r.roots], [r for r in rules if r.roots]
        reads = {
            ROWS + table for question in self.examiner.questions for table in question.reads
        } | entity.roots
        if self.costing and self.costing.choice:
            reads |= {self.costing.choice}
        self.reads: tuple[str, ...] = tuple(
            sorted(reads.union(*(inner.reads for inner in self.tables.values())))
        )
        """What of the project a row's view and its own findings rest on."""
        tied: list[Standing | Rows] = [*self.tied, *self.tables.values()]
        self.ties: tuple[str, ...] = tuple(sorted({tie for each in tied for tie in each.ties}))
        self.fixed: tuple[Program, ...] = tuple(p for each in tied for p in each.fixed)
        """What of the project the rules on a row read besides, together with the row and by itself."""

    def part(self, raw: Any, at: Path, needed: Truth, project: Tree) -> Part:
        """All rows at a place, and what is wrong with them as a whole."""
        table: Tree = raw if isinstance(raw, dict) else EMPTY
        also = (needed, *map(project.get, self.reads))
        part = self.memo(("table", at), table, also, lambda: self._part(table, at, needed, project))
        if table is raw or is_blank(raw):
            return part
        return part._replace(findings=(*findings((SHAPE,), self.node, at), *part.findings))

    def _part(self, raw: Tree, at: Path, needed: Truth, project: Tree) -> Part:
        rows = self.examined(raw, at, project)
        view = {key: row.view for key, row in rows.items()}
        least = max(self.terms.least, int(needed is True))
        tally = Tally(int(least > 0), int(0 < least <= len(rows)), int(bool(rows)))
        if isinstance(self.node, TableNode):
            tally += total(t for row in rows.values() for t in row.tallies.values())
        faults = [*no_rows(raw), *rows_faults(self.call, self.terms, view, least)]
        found = [finding for row in rows.values() for finding in row.findings]
        lacking = len(rows) < least or (needed is UNKNOWN and not rows)
        return Part(view or None, (*findings(faults, self.node, at), *found), tally, lacking)

    def examined(self, raw: Answer | None, at: Path, project: Tree) -> dict[str, Examined]:
        """Each row or part in its order: what is asked of it, and what is wrong with it by itself."""
        reads = tuple(map(project.get, self.reads))
        return {
            key: self.memo(
                ("entity", (*at, key)), row, reads, partial(self._examined, row, (*at, key), project)
            )
            for key, row in ordered(raw)
        }

    def _examined(self, raw: Tree, path: Path, project: Tree) -> Examined:
        row = self.examiner.examined(raw, path, project)
        if self.costing is not None:
            figures = self.costing.figures(project, row.view, row.pending)
            row = replace(row, view={**row.view, FIGURES: figures.known()}, figures=figures)
        frame = Frame(project, row.view)
        found = [finding for rule in self.loose for finding in rule.findings(path, frame)]
        return replace(row, findings=(*row.findings, *found)) if found else row

    def tied_to(self, views: Mapping[str, Tree], at: Path, project: Tree) -> list[Finding]:
        """What the rules say that read the project too, on the rows and in the rows inside."""
        if not self.ties and not self.fixed:
            return []
        also = (*map(project.get, self.ties), *(program(project) for program in self.fixed))
        work = partial(self._tied_rows, views, at, also, project)
        return self.memo(("ties", at), views, also, work)

    def _tied_rows(
        self, views: Mapping[str, Tree], at: Path, also: tuple[Any, ...], project: Tree
    ) -> list[Finding]:
        found: list[Finding] = []
        for key, view in views.items():
            work = partial(self._tied_to, view, (*at, key), project)
            found += self.memo(("tied", (*at, key)), view, also, work)
        return found

    def _tied_to(self, view: Tree, path: Path, project: Tree) -> list[Finding]:
        frame = Frame(project, view)
        found = [finding for rule in self.tied for finding in rule.findings(path, frame)]
        for name, inner in self.tables.items():
            found += inner.tied_to(view.get(name, EMPTY), (*path, name), project)
        return found
