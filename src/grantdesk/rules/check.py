"""What follows from a call and answers: findings, figures, progress. The same answers always give the same report."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from grantdesk.call.form import Entity, Form
from grantdesk.call.terms.call import Call
from grantdesk.call.terms.node import Partners
from grantdesk.model.order import ordered
from grantdesk.model.path import ROOT
from grantdesk.model.tree import Answers, at
from grantdesk.rules.costs import Costing
from grantdesk.rules.entity import ROWS, Examined, Examiner, Tree
from grantdesk.rules.figure import NO_FIGURES, Figures, project
from grantdesk.rules.finding import Finding
from grantdesk.rules.memo import Memo
from grantdesk.rules.progress import Progress, Tallies, with_errors

FIGURES = "figures"
ROOM = 1000
LASTING = frozenset({"rule", "known"})


@dataclass(frozen=True, slots=True)
class Report:
    """What follows from the answers. `asked` is the answers as they are asked: without what a condition hides.

    `figures` are the project's, `partners` each partner's, by row id and in the order of the rows.
    """

    findings: tuple[Finding, ...] = ()
    figures: Figures = NO_FIGURES
    partners: Mapping[str, Figures] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)
    asked: Tree = field(default_factory=dict)

    def count(self, severity: str) -> int:
        """How many findings are of the severity."""
        return sum(finding.severity == severity for finding in self.findings)


class Members(Examiner):
    """Examines the partners: their parts have figures."""

    def __init__(self, call: Call, entity: Entity, memo: Memo) -> None:
        self.costing = Costing(call)
        super().__init__(call, entity, memo)

    def _reads(self) -> set[str]:
        return super()._reads() | ({self.costing.choice} if self.costing.choice else set())

    def figures(self, project: Tree, view: dict[str, Any]) -> Figures:
        figures = self.costing.figures(project, view)
        view[FIGURES] = figures.known()
        return figures


class Project(Examiner):
    """Examines the project as a whole."""

    def _inner(self, entity: Entity) -> Examiner:
        partners = isinstance(self.entity.node(entity.scope), Partners)
        return (Members if partners else Examiner)(self.call, entity, self.memo)


class Checker:
    """Checks applications of one call. It remembers what did not change since the last report; for one thread only."""

    def __init__(self, form: Form) -> None:
        self.form, self.memo = form, Memo()
        self.examiner = Project(form.call, form.project, self.memo)
        self._rules = [(ready, tuple(sorted(ready.roots))) for ready in form.project.rules]
        self._room = ROOM

    def report(self, answers: Answers) -> Report:
        """What follows from the answers."""
        view: dict[str, Any] = {ROWS + name: _ids(answers.get(name)) for name in self.examiner.tables}
        whole = self.examiner.examine(answers, ROOT, view, view)
        members = self._members(answers, view)
        figures = project([member.figures for member in members.values()])
        known = figures.known()
        view[FIGURES] = self.memo(("known", ROOT), None, (known,), lambda: known)
        found = (*whole.findings, *self._tied(view), *self._judged(view))
        self._sweep(answers)
        return Report(
            found,
            figures,
            {key: member.figures for key, member in members.items()},
            self._progress(whole.tallies, members, found),
            {name: value for name, value in view.items() if not name.startswith(ROWS)},
        )

    def _members(self, answers: Answers, view: Tree) -> dict[str, Examined]:
        """The partners that are asked, as the examiner of the whole has just left them in the memo."""
        node = self.form.partners
        if node is None or node.id not in view:
            return {}
        examiner = self.examiner.tables[node.id]
        return {
            key: examiner.examined(row, (node.id, key), view) for key, row in ordered(answers.get(node.id))
        }

    def _tied(self, view: Tree) -> list[Finding]:
        """The rules on rows and parts that read the project too."""
        return [
            finding
            for name, examiner in self.examiner.tables.items()
            if examiner.ties
            for key, row in view.get(name, {}).items()
            for finding in examiner.tied_to(row, (name, key), view)
        ]

    def _judged(self, view: Tree) -> list[Finding]:
        """The rules on the project; each is judged anew only if something that it reads is another."""
        found: list[Finding] = []
        for ready, roots in self._rules:
            reads = tuple(view.get(name) for name in roots)
            judged = partial(self.examiner.judged, [ready], ROOT, view, None)
            found += self.memo(("rule", (ready.rule.id,)), None, reads, judged)
        return found

    def _progress(
        self, tallies: Tallies, members: Mapping[str, Examined], found: Iterable[Finding]
    ) -> Progress:
        node = self.form.partners
        errors: dict[str, Counter[str]] = defaultdict(Counter)
        for finding in found:
            if finding.severity == "error" and not finding.missing:
                partner, section = self.form.located(finding.path)
                errors[partner][section] += 1
        home = self.form.home(node.id) if node else ""
        partners = {}
        for key, member in members.items():
            own = {section or home: tally for section, tally in member.tallies.items()}
            partners[key] = with_errors(own, errors[key])
        return Progress(with_errors(tallies, errors[""]), partners)

    def _sweep(self, answers: Answers) -> None:
        """Forgets rows that are gone, now and then: memory stays flat over a day of edits."""
        if len(self.memo) > self._room:
            self.memo.sweep(lambda key: key[0] in LASTING or at(answers, key[1]) is not None)
            self._room = 2 * len(self.memo) + ROOM


def _ids(table: object) -> frozenset[str]:
    return frozenset(table) if isinstance(table, dict) else frozenset()
