"""What follows from a call and answers: findings, figures, progress. The same answers always give the same report."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from grantdesk.call.form import Form
from grantdesk.model.path import ROOT
from grantdesk.model.tree import EMPTY, Answers, at
from grantdesk.rules.entity.examiner import ROWS, Examined, Examiner
from grantdesk.rules.entity.memo import Key, Memo
from grantdesk.rules.entity.rows import FIGURES, tables_of
from grantdesk.rules.entity.standing import Standing, standings
from grantdesk.rules.figure import NO_FIGURES, Figures, project
from grantdesk.rules.finding import Finding
from grantdesk.rules.kind.frame import Frame, Tree
from grantdesk.rules.progress import Progress, Tallies, with_found

ROOM = 1000
LASTING = frozenset({"ids", "rule", "figures", "known"})


@dataclass(frozen=True, slots=True)
class Report:
    """What follows from the answers.

    `figures` are the project's, `partners` each partner's, by row id and in the order of the rows. `asked` is the
    answers as they are asked: without what a condition hides, and without the cells of rows that are gone. It has the
    settled figures too, under "figures", as rules read them.
    """

    findings: tuple[Finding, ...] = ()
    figures: Figures = NO_FIGURES
    partners: Mapping[str, Figures] = field(default_factory=dict)
    progress: Progress = field(default_factory=Progress)
    asked: Tree = field(default_factory=dict)

    def count(self, severity: str) -> int:
        """How many findings are of the severity."""
        return sum(finding.severity == severity for finding in self.findings)


class Checker:
    """Checks applications of one call. It remembers what did not change since the last report; for one thread only."""

    def __init__(self, form: Form) -> None:
        self.form, self.memo, self._room = form, Memo(), ROOM
        self.tables = tables_of(form.call, form.project, self.memo)
        parts = {name: rows.part for name, rows in self.tables.items()}
        self.examiner = Examiner(form.call, form.project, self.memo, parts)
        rules = standings(form.call, form.project, form.call.title)
        self.rules: list[tuple[Standing, Key]] = [(rule, ("rule", (rule.rule.id,))) for rule in rules]

    def report(self, answers: Answers) -> Report:
        """What follows from the answers."""
        whole = self.examiner.examined(answers, ROOT)
        view = dict(whole.view)
        members = self._members(answers, view)
        own = tuple(member.figures for member in members.values())
        figures = self.memo(("figures", ROOT), None, own, lambda: project(own))
        view[FIGURES] = self.memo(("known", ROOT), figures, (), figures.known)
        found = (*whole.findings, *self._tied(view), *self._judged(view))
        self._sweep(answers)
        return Report(
            found,
            figures,
            dict(zip(members, own, strict=True)),
            self._progress(whole.tallies, members, found),
            {name: value for name, value in view.items() if not name.startswith(ROWS)},
        )

    def _members(self, answers: Answers, view: Tree) -> dict[str, Examined]:
        """The partners that are asked, as they have just been left in the memo."""
        node = self.form.partners
        if node is None or node.id not in view:
            return {}
        return self.tables[node.id].examined(answers[node.id], (node.id,), view)

    def _tied(self, view: Tree) -> list[Finding]:
        """The rules on rows and parts that read the project too."""
        found: list[Finding] = []
        for name, rows in self.tables.items():
            found += rows.tied_to(view.get(name, EMPTY), (name,), view)
        return found

    def _judged(self, view: Tree) -> list[Finding]:
        """The rules on the project; each is judged anew only if something that it reads is another."""
        frame = Frame(view)
        found: list[Finding] = []
        for rule, key in self.rules:
            reads = tuple(map(view.get, rule.roots))
            found += self.memo(key, None, reads, partial(rule.findings, ROOT, frame))
        return found

    def _progress(
        self, tallies: Tallies, members: Mapping[str, Examined], found: tuple[Finding, ...]
    ) -> Progress:
        node = self.form.partners
        home = self.form.home(node.id) if node else ""
        by_partner: dict[str, list[tuple[str, Finding]]] = {key: [] for key in ("", *members)}
        for finding in found:
            partner, section = self.form.located(finding.path)
            by_partner[partner if partner in members else ""].append((section, finding))
        parts = {
            key: with_found({section or home: t for section, t in member.tallies.items()}, by_partner[key])
            for key, member in members.items()
        }
        return Progress(with_found(tallies, by_partner[""]), parts)

    def _sweep(self, answers: Answers) -> None:
        """Forgets rows that are gone, now and then: memory stays flat over a day of edits."""
        if len(self.memo) > self._room:
            self.memo.sweep(lambda key: key[0] in LASTING or at(answers, key[1]) is not None)
            self._room = 2 * len(self.memo) + ROOM
